"""Blind first positions, dissent with an answer, then four explicit votes in time; anything less decides nothing."""

from datetime import UTC, date, datetime

import pytest

from tests.overleg.factories import NU, PARTNERS, VRIJDAG
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.termijnen import Stand
from verantwoord.overleg import actions
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt, TeLaat
from verantwoord.overleg.models import Agendapunt, Stem
from verantwoord.overleg.queries import punt_of, punt_stand_of, standpunten_of
from verantwoord.toegang.rechten import GeenToegang


def lees(punt):
    return Agendapunt.objects.get(pk=punt.pk)


def feit(dossier):
    (punt,) = beeld_of(dossier.pk).overleg
    return punt


def test_given_four_partners_when_all_agree_in_time_then_the_decision_binds(tafel):
    dossier = tafel.dossier()
    punt = tafel.punt(dossier)
    tafel.start()

    punt = tafel.besluit(punt)

    assert (punt.besluit, punt.besloten_op) == ("vastgesteld", date(2022, 3, 1))
    s = Stand(beeld_of(dossier.pk), date(2022, 3, 2), geldende_parameters().op(date(2022, 3, 2)))
    assert s.is_bindend(s.overleg[0])
    eerst, daarna = s.overleg[0].standpunten[:4], s.overleg[0].standpunten[4:]
    assert {x.partner: x.standpunt for x in eerst} == dict.fromkeys(PARTNERS, "akkoord")
    assert [x.partner for x in daarna] == list(PARTNERS)
    assert (s.overleg[0].tegenspraak_door, s.overleg[0].reactie) == (
        punt.tegenspreker,
        "Daarom wachten wij tot de vakantie.",
    )


def test_given_three_positions_when_looked_at_then_nobody_reads_anothers(tafel):
    punt = tafel.punt()
    for partner in ("dtv", "coa", "avim"):
        tafel.standpunt(punt, partner)

    gelezen = {p: list(standpunten_of(lees(punt), viewer=tafel.wie(p))) for p in PARTNERS}

    assert gelezen == {"dtv": ["dtv"], "coa": ["coa"], "avim": ["avim"], "ind": []}
    assert lees(punt).ingeleverd == ["dtv", "coa", "avim"]
    assert not Gebeurtenis.objects.filter(gegevens__icontains="Zo ziet").exists()
    assert beeld_of(punt.dossiers.get().dossier_id).overleg == ()


def test_given_the_fourth_position_when_written_then_everybody_reads_all(tafel):
    punt = tafel.open(tafel.punt())

    gelezen = {p: sorted(standpunten_of(punt, viewer=tafel.wie(p))) for p in PARTNERS}

    assert gelezen == {p: sorted(PARTNERS) for p in PARTNERS}
    assert (punt.onthuld_op, punt.onthuld_zonder) == (NU, [])


def test_given_opened_positions_when_written_again_then_it_is_refused(tafel):
    punt = tafel.open(tafel.punt())

    with pytest.raises(NietNu):
        tafel.standpunt(punt, "coa", versie=1)


def test_given_a_colleague_who_wrote_first_when_saving_then_both_texts_are_kept(tafel):
    punt = tafel.punt()
    tafel.standpunt(punt, "coa", motivering="Wij zien het zo.")

    with pytest.raises(Versieconflict) as fout:
        tafel.standpunt(punt, "coa", motivering="Wij zien het anders.")

    assert fout.value.bewaard["motivering"] == "Wij zien het zo."
    assert fout.value.versie == 1


def test_given_an_absent_partner_when_the_chair_opens_then_that_partner_is_named(tafel):
    punt = tafel.punt()
    tafel.start(afwezig=("ind",))
    for partner in ("dtv", "coa", "avim"):
        tafel.standpunt(punt, partner)

    punt = actions.reveal_punt(door=tafel.voorzitter, punt_id=punt.pk, nu=NU)

    assert punt.onthuld_zonder == ["ind"]
    tafel.overleg.refresh_from_db()
    assert tafel.overleg.soort == "klein_lko"


def test_given_somebody_present_who_did_not_write_when_the_chair_opens_then_it_is_refused(tafel):
    punt = tafel.punt()
    tafel.start()
    for partner in ("dtv", "coa", "avim"):
        tafel.standpunt(punt, partner)

    with pytest.raises(NietNu):
        actions.reveal_punt(door=tafel.voorzitter, punt_id=punt.pk, nu=NU)


def test_given_somebody_who_does_not_chair_when_opening_then_it_is_refused(tafel):
    punt = tafel.punt()
    tafel.start(afwezig=("ind",))
    niet = next(tafel.wie(p) for p in PARTNERS if p != tafel.overleg.voorzitter)

    with pytest.raises(GeenToegang):
        actions.reveal_punt(door=niet, punt_id=punt.pk, nu=NU)


def test_given_no_dissent_yet_when_voting_then_it_is_refused(tafel):
    punt = tafel.open(tafel.punt())

    with pytest.raises(NietNu):
        tafel.stem(punt, "coa")


def test_given_dissent_without_an_answer_when_voting_then_it_is_refused(tafel):
    punt = tafel.open(tafel.punt())
    tafel.spreek_tegen(punt, antwoord=False)

    with pytest.raises(NietNu):
        tafel.stem(punt, "coa")


def test_given_the_proposer_when_speaking_against_then_it_is_refused(tafel):
    punt = tafel.open(tafel.punt(door="dtv"))

    with pytest.raises(NietNu):
        actions.give_tegenspraak(door=tafel.dtv, punt_id=punt.pk, soort="vraag", tekst="Klopt dit?", nu=NU)


@pytest.mark.parametrize("oordeel", ["niet_akkoord", "onthouding"])
def test_given_one_who_does_not_agree_when_three_agree_then_nothing_is_decided(tafel, oordeel):
    punt = tafel.open(tafel.punt())
    tafel.spreek_tegen(punt)
    for partner in ("dtv", "coa", "avim"):
        tafel.stem(punt, partner)

    tafel.stem(punt, "ind", oordeel)

    assert lees(punt).besluit is None
    assert punt_stand_of(punt, viewer=tafel.dtv).zonder_akkoord == ("ind",)


def test_given_a_vote_against_when_no_reason_is_written_then_it_is_refused(tafel):
    punt = tafel.open(tafel.punt())
    tafel.spreek_tegen(punt)

    with pytest.raises(RedenOntbreekt):
        actions.cast_stem(door=tafel.ind, punt_id=punt.pk, oordeel="onthouding", motivering=" ", nu=NU)


def test_given_an_absent_partner_when_voting_in_writing_on_the_third_working_day_then_it_decides(tafel):
    punt = tafel.punt()
    tafel.start(afwezig=("ind",))
    for partner in ("dtv", "coa", "avim"):
        tafel.standpunt(punt, partner)
    actions.reveal_punt(door=tafel.voorzitter, punt_id=punt.pk, nu=NU)
    tafel.spreek_tegen(punt)
    for partner in ("dtv", "coa", "avim"):
        tafel.stem(punt, partner)
    tafel.eindig()

    stem = tafel.stem(punt, "ind", nu=VRIJDAG)

    assert stem.schriftelijk
    assert (lees(punt).besluit, lees(punt).besloten_op) == ("vastgesteld", date(2022, 3, 4))


def test_given_the_fourth_working_day_when_voting_then_it_is_too_late(tafel):
    punt = tafel.open(tafel.punt())
    tafel.spreek_tegen(punt)
    for partner in ("dtv", "coa", "avim"):
        tafel.stem(punt, partner)

    with pytest.raises(TeLaat):
        tafel.stem(punt, "ind", nu=datetime(2022, 3, 7, 8, 0, tzinfo=UTC))

    assert lees(punt).besluit is None


def test_given_somebody_who_thinks_again_when_voting_then_the_last_counts_and_both_are_kept(tafel):
    punt = tafel.open(tafel.punt())
    tafel.spreek_tegen(punt)
    for partner in PARTNERS:
        tafel.stem(punt, partner, "niet_akkoord" if partner == "coa" else "akkoord")

    tafel.stem(punt, "coa")

    assert lees(punt).besluit == "vastgesteld"
    assert list(Stem.objects.filter(partner="coa").values_list("oordeel", flat=True)) == [
        "niet_akkoord",
        "akkoord",
    ]


def test_given_a_decision_when_voting_again_then_it_is_refused(tafel):
    punt = tafel.besluit(tafel.punt())

    with pytest.raises(NietNu):
        tafel.stem(punt, "coa", "niet_akkoord")


def test_given_the_tegenspreker_is_absent_when_opening_then_the_turn_goes_to_who_is_there(tafel):
    punt = tafel.punt(door="dtv")
    weg = punt.tegenspreker
    tafel.start(afwezig=(weg,))
    for partner in PARTNERS:
        if partner != weg:
            tafel.standpunt(punt, partner)

    punt = actions.reveal_punt(door=tafel.voorzitter, punt_id=punt.pk, nu=NU)

    assert punt.tegenspreker not in {weg, "dtv", ""}


def test_given_a_step_when_shown_then_it_follows_from_what_is_there(tafel):
    punt = tafel.punt()
    stappen = [punt_stand_of(punt, viewer=tafel.dtv).stap]

    tafel.open(punt)
    stappen.append(punt_stand_of(punt, viewer=tafel.dtv).stap)
    tafel.spreek_tegen(punt)
    stappen.append(punt_stand_of(punt, viewer=tafel.dtv).stap)
    for partner in PARTNERS:
        tafel.stem(punt, partner)
    stappen.append(punt_stand_of(punt_of(punt.pk, viewer=tafel.coa), viewer=tafel.coa).stap)

    assert stappen == ["standpunten", "tegenspraak", "stemmen", "besloten"]
