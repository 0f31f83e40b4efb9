"""What the acts of this room refuse alike: a day that has yet to come, a text that is blank or too long."""

from datetime import date

from django.utils.translation import gettext as _

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.bankgegevens import noemt_rekening
from verantwoord.ondersteuning.fouten import WensKloptNiet

LANGSTE_TEKST = 20_000


def volle_tekst(tekst: str, *, veld: str, leeg: str) -> str:
    """The text without blanks around it; raises with the sentence ``leeg`` when nothing is left."""
    tekst = tekst.strip()
    if not tekst:
        raise WensKloptNiet(leeg, veld=veld)
    return past(tekst, veld=veld)


def past(tekst: str, *, veld: str) -> str:
    if len(tekst) > LANGSTE_TEKST:
        raise WensKloptNiet(_("Deze tekst is te lang. Er passen 20.000 tekens in."), veld=veld)
    return tekst


def is_geweest(dag: date, *, peildatum: date, veld: str, na: date | None = None) -> None:
    """Refuse a day that has yet to come, or that lies before what it follows."""
    if dag > peildatum:
        raise WensKloptNiet(_("Deze dag moet nog komen. Leg dit vast als het is gebeurd."), veld=veld)
    if na is not None and dag < na:
        raise WensKloptNiet(_("Deze dag ligt vóór het begin. Controleer de datum."), veld=veld)


def zonder_rekening(tekst: str, *, veld: str) -> str:
    """The text as it is; raises when it holds a bank account, which has no place here (AVG art. 5(1)(c))."""
    if noemt_rekening(tekst):
        raise WensKloptNiet(
            _(
                "Hier staat een rekeningnummer. Haal het weg. Het betaalkantoor vraagt het zelf en betaalt; dit programma bewaart het niet."
            ),
            veld=veld,
        )
    return tekst


def dagen_tot_navraag(peildatum: date) -> int:
    """After how many days without a word one asks how it goes (norm doorverwijzing-iom-ngo)."""
    dagen: int = geldende_parameters().op(peildatum)["doorverwijzing-iom-ngo.followup"]
    return dagen
