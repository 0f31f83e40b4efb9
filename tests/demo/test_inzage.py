"""The demo shows a question that waits, one answered, one refused, an emergency, and what the night found."""

from datetime import date

import pytest

from verantwoord.dossier.models import Inzageantwoord, Inzageverzoek, Veiligheidskaart
from verantwoord.project.demo.maken import maak_demo
from verantwoord.toegang.models import Noodtoegang, OpvallendeInzage

VANDAAG = date(2026, 9, 22)


@pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"])
def test_given_an_ordinary_demo_when_made_then_every_desk_has_something_to_decide_or_review():
    maak_demo(dossiers=60, profiel=None, vandaag=VANDAAG)

    besluiten = Inzageverzoek.objects.order_by("besluit").values_list("besluit", "organisatie", "eigenaar")
    assert sorted(besluiten, key=str) == sorted(
        [(None, "avim", "coa"), ("geweigerd", "avim", "coa"), ("toegekend", "avim", "coa")], key=str
    )
    assert (Inzageantwoord.objects.count(), Veiligheidskaart.objects.count()) == (1, 2)
    assert list(Noodtoegang.objects.values_list("rol", "categorie", "oordeel")) == [
        ("kmar", "veiligheidskaart", None)
    ]
    assert sorted(OpvallendeInzage.objects.values_list("regel", flat=True)) == ["nacht", "veel"]
