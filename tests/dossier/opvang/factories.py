"""A transfer that was asked of the COA, with why; and what is important for a child. All people are invented."""

from datetime import date

from verantwoord.dossier.models import Overplaatsing, Overplaatsingsgrond

DAG = date(2022, 3, 3)


def maak_overplaatsing(dossier, *, waarom="De LP is toegezegd.", **anders) -> Overplaatsing:
    """Written past the gate: for pages that only show it."""
    rij = Overplaatsing.objects.create(
        **{
            "dossier": dossier, "naar": "vbl", "locatie": "Ter Apel", "gewenst_op": DAG, "antwoord_voor": DAG,
            "toelichting": "Een kamer.", "gevraagd_op": DAG, "gevraagd_door": dossier.regievoerder, "stand": "akkoord",
        }
        | anders
    )  # fmt: skip
    Overplaatsingsgrond.objects.create(
        overplaatsing=rij, dossier=dossier, zicht_op_terugkeer=waarom, maatregel=waarom, maatregel_op=DAG
    )
    rij.stappen.create(
        soort="gevraagd", organisatie="dtv", door=dossier.regievoerder, op=DAG, tekst="Een kamer."
    )
    return rij
