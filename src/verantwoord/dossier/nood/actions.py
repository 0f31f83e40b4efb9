"""Opening one category of one dossier in an emergency.

Nobody can be given this right and nobody can be kept out of the review that follows; the matrix of need-to-know says
what a role may open. AVG art. 32; BIO2 5.15.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.models import Dossier
from verantwoord.dossier.namen import gevouwen
from verantwoord.dossier.queries import dossier_visible_to
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.inzage import beoordelen_voor, in_nood_te_openen
from verantwoord.kern.toegang import Toegang, toegang_van
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzage, Medewerker, Noodtoegang
from verantwoord.toegang.rechten import GeenToegang, matrixrol

# How long one may choose, in minutes; the database allows no more than the last.
DUREN: Final = (15, 30, 60)
# After so many tries in an hour that found nobody, this door stays shut for the rest of it.
POGINGEN_PER_UUR: Final = 10
# What may be opened of a shielded dossier: what somebody needs to know to keep a person safe, and nothing else.
OOK_AFGESCHERMD: Final = frozenset({"veiligheidskaart"})


class NoodtoegangKanNiet(DomeinFout):
    """An emergency that cannot be opened like this; the sentence says what is missing."""


@dataclass(frozen=True, kw_only=True)
class Zoekvraag:
    """Two identifiers at least: the number, and the date of birth or the surname."""

    v_nummer: str
    geboortedatum: date | None = None
    achternaam: str = ""

    @property
    def is_genoeg(self) -> bool:
        return bool(self.v_nummer) and (self.geboortedatum is not None or bool(gevouwen(self.achternaam)))


@transaction.atomic
def open_noodtoegang(
    *,
    door: Medewerker,
    zoekvraag: Zoekvraag,
    categorie: str,
    reden: str,
    minuten: int,
    peildatum: date,
    verzoek: str,
) -> Noodtoegang | None:
    """Open one category for at most an hour; ``None`` when nothing is opened, which never says why.

    Not there, another person, closed, shielded: all give the same answer, and the try itself is kept.
    """
    if categorie not in in_nood_te_openen(matrixrol(door)):
        raise GeenToegang(_("Uw rol kan dit niet in nood openen."))
    if not reden.strip():
        raise NoodtoegangKanNiet(_("Schrijf eerst op wat er aan de hand is. Een ander leest dit na."))
    if minuten not in DUREN:
        raise NoodtoegangKanNiet(_("Kies hoe lang u dit nodig heeft: hooguit een uur."))
    if not zoekvraag.is_genoeg:
        raise NoodtoegangKanNiet(_("Vul het V-nummer in, en de geboortedatum of de achternaam."))
    if _pogingen(door, timezone.now()) >= POGINGEN_PER_UUR:
        raise NoodtoegangKanNiet(
            _(
                "U heeft het afgelopen uur te vaak gezocht zonder iemand te vinden. Bel de regievoerder of uw manager, en "
                "bij gevaar 112."
            )
        )
    dossier = _zoek(zoekvraag, categorie=categorie)
    if dossier is None:
        _keep_poging(door, verzoek=verzoek)
        return None
    if _ziet_dit_al(dossier, categorie, door=door):
        raise NoodtoegangKanNiet(
            _("Dit ziet u al: het dossier hoort bij uw werk. Open het op de gewone manier.")
        )
    nu = timezone.now()
    gegeven = Noodtoegang.objects.create(
        dossier_id=dossier.pk,
        dossierteam_id=dossier.team_id,
        medewerker=door,
        rol=door.rol,
        organisatie=door.organisatie,
        categorie=categorie,
        reden=reden.strip(),
        vanaf=nu,
        tot=nu + timedelta(minutes=minuten),
        beoordelen_voor=beoordelen_voor(peildatum),
    )
    gegeven.refresh_from_db(fields=["vanaf", "tot"])
    record_gebeurtenis(
        soort="noodtoegang.geopend",
        onderwerp=gegeven,
        dossier_id=dossier.pk,
        door=door,
        gegevens={
            "categorie": categorie,
            "tot": gegeven.tot.isoformat(),
            "beoordelen_voor": gegeven.beoordelen_voor.isoformat(),
        },
    )
    return gegeven


def _zoek(zoekvraag: Zoekvraag, *, categorie: str) -> Dossier | None:
    """The open dossier of the one person for whom everything that was given is right."""
    with als_systeem():
        dossier = (
            Dossier.objects.select_related("persoon")
            .filter(persoon__v_nummer=zoekvraag.v_nummer, gesloten_op__isnull=True)
            .first()
        )
    if dossier is None or (dossier.afgeschermd and categorie not in OOK_AFGESCHERMD):
        return None
    geboren, naam = zoekvraag.geboortedatum, gevouwen(zoekvraag.achternaam)
    if geboren is not None and dossier.persoon.geboortedatum != geboren.isoformat():
        return None
    if naam and gevouwen(dossier.persoon.achternaam or "") != naam:
        return None
    return dossier


def _ziet_dit_al(dossier: Dossier, categorie: str, *, door: Medewerker) -> bool:
    ziet_rijen = toegang_van(matrixrol(door), categorie) in {Toegang.VOL, Toegang.ANTWOORD}
    return ziet_rijen and dossier_visible_to(dossier.pk, viewer=door) is not None


def _pogingen(door: Medewerker, nu: datetime) -> int:
    return Inzage.objects.filter(
        medewerker_id=door.pk,
        onderdeel="noodtoegang:openen",
        toegestaan=False,
        moment__gt=nu - timedelta(hours=1),
    ).count()


def _keep_poging(door: Medewerker, *, verzoek: str) -> None:
    """Keep that somebody searched and found nobody. Who was meant is not known, so the line is about the searcher."""
    record_inzage(
        viewer=door,
        dossiers=[door.pk],
        onderdeel="noodtoegang:openen",
        doel="noodtoegang",
        verzoek=verzoek,
        toegestaan=False,
    )
