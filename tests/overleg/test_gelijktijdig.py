"""Eight people at once: positions and votes on one item, each in a transaction of its own; nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.dossier.factories import MedewerkerFactory
from tests.overleg.factories import NU, PARTNERS, maak_tafel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.kern.fouten import DomeinFout
from verantwoord.overleg import actions
from verantwoord.overleg.models import Agendapunt, Stem
from verantwoord.toegang.context import transactie_van


def tegelijk(*acts):
    """Let all begin at the same moment, each as the person who does it; give what each brought, a refusal as that."""
    start = Barrier(len(acts))

    def doe(wie_en_act):
        wie, act = wie_en_act
        try:
            start.wait(timeout=20)
            with transactie_van(wie):
                return act()
        except DomeinFout as fout:
            return fout
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as groep:
        return [taak.result(timeout=60) for taak in [groep.submit(doe, act) for act in acts]]


@pytest.mark.django_db(transaction=True)
def test_given_two_of_each_partner_when_all_write_and_vote_at_once_then_one_of_each_counts_and_it_is_decided():
    tafel = maak_tafel()
    dossier = tafel.dossier()
    punt = tafel.punt(dossier)
    tafel.start()
    collegas = {
        p: MedewerkerFactory(organisatie=p, rol=tafel.wie(p).rol, team=tafel.wie(p).team) for p in PARTNERS
    }
    mensen = [(p, wie) for p in PARTNERS for wie in (tafel.wie(p), collegas[p])]

    geschreven = tegelijk(
        *(
            (
                wie,
                lambda wie=wie: actions.give_standpunt(
                    door=wie, punt_id=punt.pk, oordeel="akkoord", motivering=wie.naam, versie=0, nu=NU
                ),
            )
            for _p, wie in mensen
        )
    )
    tafel.spreek_tegen(punt)
    tegelijk(
        *(
            (
                wie,
                lambda wie=wie: actions.cast_stem(
                    door=wie, punt_id=punt.pk, oordeel="akkoord", motivering="", nu=NU
                ),
            )
            for wie in (tafel.wie(p) for p in PARTNERS)
        )
    )

    assert sum(isinstance(uitkomst, DomeinFout) for uitkomst in geschreven) == 4
    punt = Agendapunt.objects.get(pk=punt.pk)
    assert (punt.ingeleverd, punt.besluit) == (list(PARTNERS), "vastgesteld")
    assert sorted(Stem.objects.values_list("nummer", flat=True)) == [0, 1, 2, 3]
    assert len(beeld_of(dossier.pk).overleg[0].standpunten) == 8


@pytest.mark.django_db(transaction=True)
def test_given_one_dossier_in_two_meetings_when_both_open_at_once_then_both_are_facts():
    een = maak_tafel()
    dossier = een.dossier()
    eerste = een.punt(dossier)
    een.overleg = een.reeks.overleggen.order_by("datum")[1]
    tweede = een.punt(dossier, onderwerp="gl")
    for punt in (eerste, tweede):
        for partner in PARTNERS[:3]:
            een.standpunt(punt, partner)

    tegelijk(*((een.ind, lambda punt=punt: een.standpunt(punt, "ind")) for punt in (eerste, tweede)))

    assert sorted(p.onderwerp for p in beeld_of(dossier.pk).overleg) == ["gl", "vertrekstrategie"]
