"""Let the organisations at the table into the dossiers of an item while it lasts, and out again when it is over."""

from collections.abc import Iterable, Sequence

from django.db.models.functions import Now

from verantwoord.dossier.lijst import plaats_in_lijst
from verantwoord.dossier.models import Betrokkenheid
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.overleg.keuzes import ROL_AAN_TAFEL
from verantwoord.overleg.models import Actie, Agendapunt, Gast
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import Organisatie

_GROND = Betrokkenheid.Grond.OVERLEG
_GESLOTEN = "dossier.gesloten"


def let_in(punt: Agendapunt) -> None:
    """Partners at the table work on the dossiers of this item from now on; doing it twice changes nothing."""
    assert punt.overleg is not None  # noqa: S101 - only items of a meeting let anybody in; tells the type checker
    tafel = punt.overleg.deelnemers.exclude(organisatie=Organisatie.DTV).select_related("medewerker")
    _add(
        punt,
        (
            (
                d.organisatie,
                d.medewerker.team_id if d.medewerker else d.team_id,
                ROL_AAN_TAFEL[Organisatie(d.organisatie)],
            )
            for d in tafel
        ),
    )


def let_in_gast(gast: Gast) -> None:
    if gast.team_id is not None:
        _add(gast.punt, [(gast.organisatie, gast.team_id, gast.rol)])


def _add(punt: Agendapunt, wie: Iterable[tuple[str, int | None, str]]) -> None:
    toegelaten = [(organisatie, team, rol) for organisatie, team, rol in wie if team is not None]
    with als_systeem():
        dossiers = list(punt.dossiers.order_by("dossier_id").values_list("dossier_id", flat=True))
        Betrokkenheid.objects.bulk_create(
            [
                Betrokkenheid(
                    dossier_id=dossier_id,
                    organisatie=organisatie,
                    team_id=team,
                    rol=rol,
                    grond=_GROND,
                    sleutel=str(punt.pk),
                )
                for dossier_id in dossiers
                for organisatie, team, rol in toegelaten
            ],
            ignore_conflicts=True,
        )
        plaats_in_lijst(dossiers)


def let_out(punt: Agendapunt) -> None:
    """End it for everybody but an organisation that still has something to do because of this item."""
    nog_bezig = Actie.objects.filter(punt=punt, gereed_op__isnull=True).values_list("eigenaar", flat=True)
    with als_systeem():
        Betrokkenheid.objects.filter(grond=_GROND, sleutel=str(punt.pk), tot__isnull=True).exclude(
            organisatie__in=set(nog_bezig)
        ).update(tot=Now())


def let_out_gast(gast: Gast) -> None:
    """End it for this guest, unless the same team still sits at the table or is another guest of the item."""
    andere = Gast.objects.filter(punt=gast.punt_id, team=gast.team_id, rol=gast.rol, tot__isnull=True)
    if gast.team_id is None or andere.exclude(pk=gast.pk).exists():
        return
    overleg = gast.punt.overleg
    if overleg is not None and overleg.deelnemers.filter(team=gast.team_id).exists():
        return
    with als_systeem():
        Betrokkenheid.objects.filter(
            grond=_GROND, sleutel=str(gast.punt_id), team=gast.team_id, rol=gast.rol, tot__isnull=True
        ).update(tot=Now())


def shut_out(gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Who was let in for an agenda is out at once when a dossier is shielded, for it is on none, or closed."""
    dicht = [g.dossier_id for g in gebeurtenissen if g.soort == _GESLOTEN or _is_afgeschermd(g)]
    if dicht:
        with als_systeem():
            Betrokkenheid.objects.filter(grond=_GROND, dossier__in=dicht, tot__isnull=True).update(tot=Now())


def _is_afgeschermd(g: Gebeurtenis) -> bool:
    return bool(g.gegevens.get("wijzigingen", {}).get("afgeschermd", (None, False))[1])
