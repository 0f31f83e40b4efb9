"""Minutes: shared, confirmed by each partner as they stand, then fixed. Corrections are additions."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.kern.kalender import voluit
from verantwoord.overleg.besluiten import settle
from verantwoord.overleg.feitwijziging import keep_feiten, tell
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt, TeLaat
from verantwoord.overleg.keuzes import Besluit, Overlegstand, Vorm
from verantwoord.overleg.models import Aanvulling, Agendapunt, Bevestiging, Overleg, Verslag, Verslagpunt
from verantwoord.overleg.slot import lock_overleg, lock_punt, partner_of, require_minutes, touch_overleg
from verantwoord.overleg.stand import STEMBAAR, stemdag, verslagdag
from verantwoord.overleg.toelating import let_out
from verantwoord.overleg.verslagtekst import inhoud_van, te_notuleren, zegel_van
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


@transaction.atomic
def share_verslag(*, door: Medewerker, overleg_id: UUID, peildatum: date) -> Verslag:
    """Share the minutes with the four partners: each dossier knows from now on that there are minutes."""
    overleg = lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_NOTULEREN)
    require_minutes(overleg, door=door)
    if overleg.stand != Overlegstand.AFGEROND:
        raise NietNu(_("Het verslag deelt u als het overleg voorbij is."))
    if Verslag.objects.filter(overleg=overleg).exists():
        raise NietNu(_("Het verslag is al gedeeld. Ververs de pagina."))
    verslag = Verslag.objects.create(overleg=overleg, gedeeld_op=peildatum, gedeeld_door=door.naam)
    touch_overleg(overleg)
    with als_systeem():
        for punt in _take(overleg):
            keep_feiten(punt)
            tell(punt, "overleg.verslag_gedeeld", door=door)
    return verslag


@transaction.atomic
def confirm_verslag(*, door: Medewerker, overleg_id: UUID, zegel: str, nu: datetime) -> Verslag:
    """Confirm the minutes as read, for one's own organisation. ``zegel`` is that of the text that was on the page.

    When all four confirmed the same text and no vote can come any more, it is fixed. Raises ``Versieconflict`` when
    something was added since the page was opened.
    """
    overleg = lock_overleg(overleg_id, door=door, recht=Recht.STANDPUNT_GEVEN)
    partner = partner_of(door)
    verslag = _open_verslag(overleg)
    with als_systeem():
        punten = _take(overleg)
        _confirm(verslag, punten, door=door, partner=partner, zegel=zegel)
        op = timezone.localdate(nu)
        alle = len(_bevestigd(verslag, zegel)) == len(VASTE_PARTNERS)
        if alle and _is_settled(overleg, punten, op=op):
            _fix(verslag, punten, door=door, op=op, zonder=[])
    return verslag


def _confirm(
    verslag: Verslag, punten: Sequence[Agendapunt], *, door: Medewerker, partner: str, zegel: str
) -> None:
    overleg = verslag.overleg
    if zegel != zegel_van(overleg, inhoud_van(punten)):
        raise Versieconflict(
            _("Er is intussen iets in het verslag bijgekomen. Lees het opnieuw en bevestig het dan."),
            bewaard={},
            versie=overleg.versie,
        )
    if partner in _bevestigd(verslag, zegel):
        return
    Bevestiging.objects.create(verslag=verslag, partner=partner, zegel=zegel, door=door, door_naam=door.naam)
    touch_overleg(overleg)
    for punt in punten:
        tell(punt, "overleg.verslag_bevestigd", door=door, gegevens={"partner": partner})


def _bevestigd(verslag: Verslag, zegel: str) -> set[str]:
    return set(Bevestiging.objects.filter(verslag=verslag, zegel=zegel).values_list("partner", flat=True))


@transaction.atomic
def establish_verslag(*, door: Medewerker, overleg_id: UUID, peildatum: date) -> Verslag:
    """Fix the minutes when the term is over, naming who did not confirm. An item without a decision then has none."""
    overleg = lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_NOTULEREN)
    require_minutes(overleg, door=door)
    verslag = _open_verslag(overleg)
    grens = max(verslagdag(overleg.datum), stemdag(overleg.datum))
    if peildatum <= grens:
        raise TeLaat(
            _("Partners kunnen tot en met %(dag)s stemmen en bevestigen. Daarna stelt u het verslag vast.")
            % {"dag": voluit(grens)}
        )
    with als_systeem():
        punten = _take(overleg)
        bevestigd = _bevestigd(verslag, zegel_van(overleg, inhoud_van(punten)))
        zonder = [p for p in VASTE_PARTNERS if p not in bevestigd]
        _fix(verslag, punten, door=door, op=peildatum, zonder=zonder)
    return verslag


def _fix(
    verslag: Verslag, punten: Sequence[Agendapunt], *, door: Medewerker, op: date, zonder: list[str]
) -> None:
    for punt in punten:
        if punt.vorm == Vorm.BESLUIT and punt.besluit is None:
            settle(punt, Besluit.GEEN_BESLUIT, door=door, op=op)
    verslag.vastgesteld_op, verslag.vastgesteld_door = op, door.naam
    verslag.zonder_bevestiging = zonder
    verslag.save(update_fields=["vastgesteld_op", "vastgesteld_door", "zonder_bevestiging"])
    Verslagpunt.objects.bulk_create(
        Verslagpunt(verslag=verslag, punt=punt, inhoud=inhoud)
        for punt, inhoud in zip(punten, inhoud_van(punten), strict=True)
    )
    for punt in punten:
        let_out(punt)
        tell(punt, "overleg.verslag_vastgesteld", door=door, gegevens={"zonder": zonder})


def _is_settled(overleg: Overleg, punten: Sequence[Agendapunt], *, op: date) -> bool:
    return op > stemdag(overleg.datum) or not any(
        p.vorm == Vorm.BESLUIT and p.is_lko and p.besluit in STEMBAAR for p in punten
    )


@transaction.atomic
def add_aanvulling(*, door: Medewerker, punt_id: UUID, tekst: str) -> Aanvulling:
    """Add to the minutes of an item how one's organisation saw it. The minutes stay as they are; this stands beside them."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_INBRENGEN)
    partner = partner_of(door)
    if punt.overleg_id is None or not Verslag.objects.filter(overleg=punt.overleg_id).exists():
        raise NietNu(_("Aanvullen kan nadat het verslag is gedeeld."))
    if not tekst.strip():
        raise RedenOntbreekt(_("Schrijf op wat u wilt aanvullen."))
    aanvulling = Aanvulling.objects.create(
        punt=punt, partner=partner, tekst=tekst.strip(), door=door, door_naam=door.naam
    )
    tell(punt, "overleg.verslag_aangevuld", door=door, gegevens={"partner": partner})
    return aanvulling


def _open_verslag(overleg: Overleg) -> Verslag:
    verslag = Verslag.objects.filter(overleg=overleg).first()
    if verslag is None:
        raise NietNu(_("Het verslag is nog niet gedeeld."))
    if verslag.vastgesteld_op is not None:
        raise NietNu(_("Het verslag is vastgesteld. U kunt het aanvullen, niet veranderen."))
    return verslag


def _take(overleg: Overleg) -> list[Agendapunt]:
    """Lock the items that go into the minutes, so that no vote slips in between reading and fixing.

    The minutes are of the whole table: also of an item that was shielded since, which its partners no longer read.
    """
    list(overleg.punten.select_for_update().order_by("pk").values_list("pk", flat=True))
    return list(te_notuleren(overleg))
