"""Who else a talk is about, as far as the one who writes works on their dossiers."""

from collections.abc import Mapping
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from verantwoord.kern.definities import leeftijd_van
from verantwoord.kern.dossierbeeld import Gezinslid
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.zicht import gezinslid_bestaat
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import queries
from verantwoord.vertrekgesprek.gezinsform import Gezin, Kind, Lid


def gezin_van(request: StaffRequest, gesprek: queries.Gesprek, stand: Stand) -> Gezin:
    """Who else this talk is about: relatives of the same sitting that the viewer works on, and the minor children."""
    leden = [
        ander
        for ander in queries.samen_gevoerd(gesprek, viewer=request.user)
        if ander.samen_met_id == gesprek.pk and ander.is_open
    ]
    relaties = {lid.v_nummer: lid.relatie for lid in stand.persoon.gezin}
    return Gezin(
        leden=tuple(
            Lid(
                lid.pk,
                lid.dossier.persoon.volledige_naam,
                is_kind=relaties.get(lid.dossier.persoon.v_nummer) == "kind",
            )
            for lid in leden
        ),
        kinderen=tuple(_kinderen(stand, {lid.dossier.persoon.v_nummer: lid for lid in leden})),
    )


def _kinderen(stand: Stand, gesprekken: Mapping[str, queries.Gesprek]) -> list[Kind]:
    """Each minor child by its place and year of birth; never by a name, for the words go into every parent's dossier.

    Always in Dutch: they become part of the report, whatever the language on the screen of who writes it.
    """
    kinderen = [
        lid
        for lid in stand.persoon.gezin
        if lid.relatie == "kind" and gezinslid_bestaat(lid, stand.op) and _is_minderjarig(lid, stand.op)
    ]
    with translation.override("nl"):
        return [
            _kind(_welk_kind(kind, nummer), gesprekken.get(kind.v_nummer or ""))
            for nummer, kind in enumerate(kinderen, start=1)
        ]


def _kind(wie: str, gesprek: queries.Gesprek | None) -> Kind:
    if gesprek is None:
        return Kind(wie)
    return Kind(wie, gesprek.pk, naam=gesprek.dossier.persoon.volledige_naam)


def _welk_kind(kind: Gezinslid, nummer: int) -> str:
    jaar = (kind.geboortedatum or "0000")[:4]
    if jaar == "0000":
        return _("kind %(nummer)d") % {"nummer": nummer}
    return _("kind %(nummer)d, geboren in %(jaar)s") % {"nummer": nummer, "jaar": jaar}


def _is_minderjarig(lid: Gezinslid, op: date) -> bool:
    """Whether a child is or may be a minor: who knows no date of birth is asked about too."""
    return lid.geboortedatum is None or leeftijd_van(lid.geboortedatum, op) != "meerderjarig"
