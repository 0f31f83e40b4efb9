"""A second transfer completes what is known and loses nothing."""

from datetime import date

import msgspec

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.samenvoegen import voeg_samen

BEROEP = d.Beroep(ingesteld_op=date(2022, 2, 10))
BEKEND = d.Dossierbeeld(
    schema=d.FORMAAT,
    dossiernummer="D-2022-000001",
    overdracht=d.Overdracht(afzender="ind", ontvangen_op=date(2022, 2, 1), documenten=("beschikking",)),
    persoon=d.Persoon(v_nummer="9900000001", naam=d.Naam(achternaam="Proef"), talen=("ar",)),
    procedure=d.Procedure(beroepen=(BEROEP,), beroepstermijn_tot=date(2022, 2, 17)),
)


def bericht(**delen: object) -> d.Dossierbeeld:
    leeg = d.Dossierbeeld(
        schema=d.FORMAAT,
        dossiernummer="D-2022-000002",
        overdracht=d.Overdracht(afzender="avim", ontvangen_op=date(2022, 3, 1)),
        persoon=d.Persoon(v_nummer="9900000001"),
    )
    return msgspec.structs.replace(leeg, **delen)


def test_given_a_message_that_says_nothing_new_when_added_then_nothing_changes():
    samen = voeg_samen(BEKEND, bericht())

    assert samen == BEKEND


def test_given_a_known_appeal_when_the_message_has_its_hearing_then_it_is_completed_in_its_place():
    met_zitting = d.Procedure(
        beroepen=(
            d.Beroep(ingesteld_op=date(2022, 2, 10), zitting_op=date(2022, 5, 1)),
            d.Beroep(ingesteld_op=date(2022, 6, 1)),
        )
    )

    samen = voeg_samen(BEKEND, bericht(procedure=met_zitting))

    assert [b.ingesteld_op for b in samen.procedure.beroepen] == [date(2022, 2, 10), date(2022, 6, 1)]
    assert samen.procedure.beroepen[0].zitting_op == date(2022, 5, 1)
    assert samen.procedure.beroepstermijn_tot == date(2022, 2, 17)


def test_given_another_sender_when_added_then_number_receipt_and_sender_stay_and_documents_are_joined():
    samen = voeg_samen(
        BEKEND,
        bericht(
            overdracht=d.Overdracht(
                afzender="avim", ontvangen_op=date(2022, 3, 1), documenten=("proces-verbaal", "beschikking")
            )
        ),
    )

    assert samen.overdracht == d.Overdracht(
        afzender="ind", ontvangen_op=date(2022, 2, 1), documenten=("beschikking", "proces-verbaal")
    )
    assert samen.dossiernummer == "D-2022-000001"


def test_given_two_known_entries_of_one_name_when_a_third_comes_then_all_are_kept():
    dubbel = msgspec.structs.replace(
        BEKEND, procedure=d.Procedure(beroepen=(BEROEP, msgspec.structs.replace(BEROEP, zonder_zitting=True)))
    )
    nieuw = msgspec.structs.replace(BEROEP, zitting_op=date(2022, 5, 1))

    samen = voeg_samen(dubbel, bericht(procedure=d.Procedure(beroepen=(nieuw,))))

    assert samen.procedure.beroepen == (*dubbel.procedure.beroepen, nieuw)
