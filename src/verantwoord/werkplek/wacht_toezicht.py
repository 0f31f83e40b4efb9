"""What waits in supervision besides what the norms ask: an answer of the AVIM, a measure to look at, a test to talk about.

In Dutch whatever the page speaks, as every duty is. What somebody answered about a test makes no difference here.
"""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.toezicht import queries
from verantwoord.werkplek.watnu import Plicht

_MELDPLICHT: Final = "toezicht-meldplicht"
_MAATREGEL: Final = "Vw 2000 artikel 56"
_REISTEST: Final = "AVG artikel 9, lid 2, onder a"


def toezicht(s: Stand, dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """Each thing of supervision that somebody of the DT&V has to do, with its day."""
    yield from _zonder_antwoord(s, dossier_id, viewer)
    yield from _te_bekijken(s, dossier_id, viewer)
    yield from _te_vragen(dossier_id, viewer)


def _zonder_antwoord(s: Stand, dossier_id: UUID, viewer: Medewerker) -> Iterator[Plicht]:
    verzoek = queries.wachtend_verzoek(dossier_id, viewer=viewer)
    if verzoek is None or verzoek.antwoord_voor > s.op:
        return
    yield Plicht(
        titel="Vraag de AVIM naar het antwoord over de meldplicht.",
        uitleg=(
            f"U vroeg dit op {voluit(verzoek.gevraagd_op)}. De AVIM heeft nog niet beslist; tot dan verandert er niets."
        ),
        datum=verzoek.antwoord_voor,
        bron="; ".join(bron_in_woorden(bron) for bron in REGISTER[_MELDPLICHT].bron[:2]),
        actie=_("Bekijk de meldplicht"),
        actie_url=reverse("toezicht:meldplicht", args=[dossier_id]),
        afwijking="",
        afwijken_url="",
    )


def _te_bekijken(s: Stand, dossier_id: UUID, viewer: Medewerker) -> Iterator[Plicht]:
    for maatregel in queries.lopende_maatregelen(dossier_id, viewer=viewer, op=s.op):
        voor = maatregel.bekijken_voor
        if voor is not None:
            yield Plicht(
                titel="Bekijk de vrijheidsbeperkende maatregel opnieuw.",
                uitleg=(
                    f"Is hij nog nodig, en kan het nu lichter? Hij eindigt vanzelf na {voluit(maatregel.tot)}."
                ),
                datum=voor,
                bron=_MAATREGEL,
                actie=_("Bekijk hem opnieuw"),
                actie_url=reverse("toezicht:maatregelstap", args=[dossier_id, maatregel.pk, "bekijken"]),
                afwijking="",
                afwijken_url="",
            )


def _te_vragen(dossier_id: UUID, viewer: Medewerker) -> Iterator[Plicht]:
    for test in queries.nog_te_vragen(dossier_id, viewer=viewer):
        yield Plicht(
            titel="Bespreek met de persoon wat een land voor de reis vraagt.",
            uitleg="Een land vraagt een test of vaccinatie. De persoon beslist. Ja en nee zijn allebei goed.",
            datum=test.vraag_voor,
            bron=_REISTEST,
            actie=_("Leg vast wat de persoon zegt"),
            actie_url=reverse("toezicht:reisteststap", args=[dossier_id, test.pk, "antwoord"]),
            afwijking="",
            afwijken_url="",
        )
