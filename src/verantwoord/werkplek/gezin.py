"""The family of a dossier: who belongs to it, and which of them have a dossier that may be seen."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.models import Dossier
from verantwoord.kern.dossierbeeld import Gezinslid
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.zicht import gezinslid_bestaat
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek import woorden
from verantwoord.werkplek.queries import familie_of


@dataclass(frozen=True, kw_only=True)
class Lid:
    """One member of the family as the page shows them; without a visible dossier there is no name and no link."""

    naam: str
    relatie: str
    url: str
    geboren: str
    v_nummer: str
    reist_mee: bool
    toelichting: str
    dossier_id: UUID | None


def leden_van(s: Stand, *, viewer: Medewerker) -> list[Lid]:
    """The members that exist on the day of ``s``; asks once for all their dossiers."""
    leden = [lid for lid in s.persoon.gezin if gezinslid_bestaat(lid, s.op)]
    dossiers = familie_of([lid.v_nummer for lid in leden if lid.v_nummer], viewer=viewer)
    return [_lid(lid, s, dossiers.get(lid.v_nummer or "")) for lid in leden]


def _lid(lid: Gezinslid, s: Stand, dossier: Dossier | None) -> Lid:
    relatie = str(woorden.RELATIE[lid.relatie])
    if dossier is None:
        toelichting = _("eigen V-nummer, geen dossier dat u mag zien") if lid.v_nummer else ""
    else:
        toelichting = _("eigen dossier %(nummer)s") % {"nummer": dossier.nummer}
    return Lid(
        naam=dossier.persoon.volledige_naam if dossier else relatie.capitalize(),
        relatie=relatie,
        url=reverse("werkplek:overzicht", args=[dossier.pk]) if dossier else "",
        geboren=woorden.geboren_in_woorden(lid.geboortedatum, s.op),
        v_nummer=woorden.v_nummer_in_delen(lid.v_nummer) if lid.v_nummer else "",
        reist_mee=lid.meereizend,
        toelichting=toelichting,
        dossier_id=dossier.pk if dossier else None,
    )
