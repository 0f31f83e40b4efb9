"""What the person said and waits for an answer to, as duties with a date."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.betwisting.woorden import onderwerp_in_woorden
from verantwoord.dossier.models import Stem
from verantwoord.dossier.queries import betwistingen_of, stemmen_of
from verantwoord.kern.kalender import voluit
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.watnu import Plicht

_WAT: Final = {
    Stem.Soort.VRAAG: "De persoon stelde een vraag",
    Stem.Soort.AFSPRAAK: "De persoon vroeg om een andere dag voor een gesprek",
    Stem.Soort.REACTIE: "De persoon schreef wat hij of zij van een verslag vindt",
    Stem.Soort.TOESTEMMING: "De persoon maakte een keuze over medische gegevens",
    Stem.Soort.VERWIJZING: "De persoon maakte een keuze over hulp van een organisatie",
    Stem.Soort.WENS: "De persoon trok een wens in",
}


def betwistingen(dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """Each thing the person says is not right about which nobody decided yet; the words stand on its own page."""
    for betwisting in betwistingen_of(dossier_id, viewer=viewer, alleen_open=True):
        yield Plicht(
            titel="Antwoord op wat de persoon betwist.",
            uitleg=(
                f"De persoon zei op {voluit(betwisting.gemeld_op)} dat iets niet klopt: "
                f"{onderwerp_in_woorden(betwisting.onderwerp).lower()}. Tot u antwoord geeft, ziet iedereen dat het is betwist."
            ),
            datum=betwisting.antwoord_voor,
            bron="AVG artikel 12, derde lid, en artikel 16",
            actie=_("Kijk na en beslis"),
            actie_url=reverse("dossier:betwisting", args=[dossier_id, betwisting.pk]),
            afwijking="",
            afwijken_url="",
        )


def stemmen(dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """Everything the person said in the portal that nobody read or answered yet; no word of it is shown here."""
    for stem in stemmen_of(dossier_id, viewer=viewer).filter(afgedaan_op=None):
        yield Plicht(
            titel="Geef de persoon antwoord." if stem.vraagt_antwoord else "Lees wat de persoon liet weten.",
            uitleg=f"{_WAT[Stem.Soort(stem.soort)]}, op {voluit(stem.gezegd_op)}.",
            datum=stem.antwoord_voor,
            bron="Rapport, paragraaf 1.6",
            actie=_("Geef antwoord") if stem.vraagt_antwoord else _("Lees dit"),
            actie_url=reverse("dossier:stem", args=[dossier_id, stem.pk])
            if stem.vraagt_antwoord
            else reverse("dossier:stemmen", args=[dossier_id]),
            afwijking="",
            afwijken_url="",
        )
