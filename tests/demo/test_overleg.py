"""The demo holds meetings: one that waits for votes in writing, one of today and the RAO after it."""

from datetime import date

import pytest

from verantwoord.gebeurtenis.queries import eerste_gebroken_schakel
from verantwoord.overleg.models import Agendapunt, Overleg, Verslag
from verantwoord.overleg.queries import te_doen_of
from verantwoord.project.demo.maken import maak_demo
from verantwoord.toegang.models import Medewerker

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"])
# A Monday: the small LKO was on the Friday before.
VANDAAG = date(2026, 11, 23)


def test_given_the_demo_when_made_then_partners_find_meetings_that_wait_for_them():
    maak_demo(dossiers=60, profiel="gewoon", vandaag=VANDAAG)

    eerder = Overleg.objects.get(naam="Klein LKO azc Assen", datum=date(2026, 11, 20))
    vandaag = Overleg.objects.get(naam="LKO azc Assen", datum=VANDAAG)
    assert (eerder.soort, eerder.stand, vandaag.stand) == ("klein_lko", "afgerond", "gepland")
    assert set(eerder.punten.values_list("besluit", flat=True)) == {None, "opgeschaald"}
    assert Verslag.objects.get(overleg=eerder).vastgesteld_op is None
    assert Agendapunt.objects.filter(overleg__soort="rao").count() == 1
    assert vandaag.punten.count() > 1
    doen = te_doen_of(viewer=Medewerker.objects.get(naam="Femke Dijkema"), op=VANDAAG)
    assert (len(doen.stemmen), len(doen.verslagen)) == (1, 1)
    assert eerste_gebroken_schakel() is None
