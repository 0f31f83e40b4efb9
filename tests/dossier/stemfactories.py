"""What an invented person said in the portal."""

from datetime import date

from tests.portaal.factories import PortaalaccountFactory
from verantwoord.dossier.models import Betwisting, Stem


def maak_vraag(dossier, account=None):
    """A question that waits for an answer."""
    stem = Stem.objects.create(
        dossier=dossier, soort="vraag", account=account or PortaalaccountFactory(dossier=dossier),
        gezegd_naam="Proefpersoon", gezegd_op=date(2022, 2, 20), antwoord_voor=date(2022, 3, 6),
    )  # fmt: skip
    stem.berichten.create(
        tekst="Mag mijn dochter haar schooljaar afmaken?", op=stem.gezegd_op, naam="Proefpersoon"
    )
    return stem


def maak_betwisting(dossier):
    """Something that is not right, about which nobody decided yet."""
    return Betwisting.objects.create(
        dossier=dossier, onderwerp="persoon.talen", wat_klopt_niet="Ik spreek Soranî.", gemeld_op=date(2022, 2, 20),
        gemeld_naam="Proefpersoon", antwoord_voor=date(2022, 3, 20),
    )  # fmt: skip
