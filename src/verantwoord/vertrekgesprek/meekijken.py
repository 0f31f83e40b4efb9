"""What the rules find in a report that is still being written, when somebody asks. Nothing is kept but the draft itself."""

from typing import Final

from django.utils.translation import gettext as _

from verantwoord.kern.signalen import zoek_passages
from verantwoord.vertrekgesprek.passages import Passageblad, passageblad
from verantwoord.vertrekgesprek.verslagform import Verslagformulier

_GELEZEN: Final = (
    "eigen_woorden",
    "vraag_",
    "opties",
    "gevolgen",
    "overig",
    "lp_toelichting",
    "reden",
    "belang",
)
_NIET: Final = ("opties_reden", "wens-", "afspraak-")


def kijk_mee(formulier: Verslagformulier) -> list[Passageblad]:
    """The passages of a draft; ``vindplaats`` is the name of the field, so that the page can lead back to it."""
    namen = {f"lid-{lid.gesprek_id.hex}": lid.naam for lid, _form in formulier.lidregels}
    namen |= {f"kind-{nummer}": kind.wie for nummer, (kind, _form) in enumerate(formulier.kindregels)}
    teksten, plaatsen = {}, {}
    for naam, label, tekst in formulier.leesbaar():
        wie, _streep, veld = naam.rpartition("-")
        if tekst.strip() and veld.startswith(_GELEZEN) and not naam.startswith(_NIET):
            teksten[naam] = tekst
            plaatsen[naam] = (
                _("%(wie)s: %(veld)s") % {"wie": namen[wie], "veld": label} if wie in namen else label
            )
    return [passageblad(een, plaats=plaatsen[een.vindplaats]) for een in zoek_passages(teksten)]
