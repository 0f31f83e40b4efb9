"""Who hears that somebody asked for more, opened in an emergency, or looked where a question belongs."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from verantwoord.dossier.models import Betrokkenheid, Dossier, Inzageverzoek
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import KETENROLLEN, Organisatie, Recht, Rol
from verantwoord.werkplek.meldingen.luisteraar import Kring
from verantwoord.werkplek.meldingen.models import Melding

Soort = Melding.Soort
# These lead to pages of their own, also for who has no desk with dossiers.
INZAGE: Final = frozenset(
    {
        Soort.INZAGE_GEVRAAGD,
        Soort.INZAGE_BESLOTEN,
        Soort.NOODTOEGANG,
        Soort.NOOD_TE_LAAT,
        Soort.OPVALLEND,
    }
)
_PER_GEBEURTENIS: Final[dict[str, Soort]] = {
    "inzage.gevraagd": Soort.INZAGE_GEVRAAGD,
    "inzage.toegekend": Soort.INZAGE_BESLOTEN,
    "inzage.geweigerd": Soort.INZAGE_BESLOTEN,
    "inzage.ingetrokken": Soort.INZAGE_BESLOTEN,
    "noodtoegang.geopend": Soort.NOODTOEGANG,
    "noodtoegang.niet_beoordeeld": Soort.NOOD_TE_LAAT,
    "inzage.opvallend": Soort.OPVALLEND,
}


def hoor_inzage(gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Tell at once, in the transaction of the act; nothing is asked of the database when there is nothing to tell."""
    te_melden = [(g, _PER_GEBEURTENIS[g.soort]) for g in gebeurtenissen if g.soort in _PER_GEBEURTENIS]
    if not te_melden:
        return
    # The program tells people about whom the one who acts may know nothing.
    with als_systeem():
        _bewaar(
            melding
            for g, soort in te_melden
            for melding in _meldingen(g, soort)
            if melding.medewerker.gebruikersnaam != g.door
        )


def remind_inzageverzoeken(*, door: Medewerker) -> None:
    """Tell whoever owes an answer to a question whose last day is today or behind us; until it is answered."""
    require(door, Recht.HERBEOORDELEN)
    with als_systeem():
        te_laat = Inzageverzoek.objects.wachtend().filter(
            antwoord_voor__lte=timezone.localdate(), dossier__gesloten_op__isnull=True
        )
        for dossier_id, eigenaar in te_laat.values_list("dossier_id", "eigenaar").distinct():
            _bewaar(
                Melding(medewerker=wie, soort=Soort.INZAGE_GEVRAAGD, dossier_id=dossier_id)
                for wie in _eigenaars(dossier_id, eigenaar)
            )


def weg_van_inzage(melding: Melding, *, viewer: Medewerker) -> tuple[Any, ...]:
    """The page to which such a notification leads this person, as ``redirect`` takes it."""
    soort, dossier_id = Soort(melding.soort), melding.dossier_id
    if soort is Soort.OPVALLEND or (dossier_id is None and viewer.heeft(Recht.INZAGELOG_BEKIJKEN)):
        return ("fg:begin",)
    if dossier_id is None:
        return ("noodtoegang:te_beoordelen",)
    if soort in {Soort.INZAGE_GEVRAAGD, Soort.INZAGE_BESLOTEN}:
        return ("vragen:lijst" if viewer.rol in KETENROLLEN else "dossier:inzageverzoeken", dossier_id)
    return ("werkplek:inzage", dossier_id)


def _bewaar(meldingen: Iterator[Melding]) -> None:
    Melding.objects.bulk_create(list(meldingen), ignore_conflicts=True)


def _meldingen(g: Gebeurtenis, soort: Soort) -> Iterator[Melding]:
    if soort is Soort.OPVALLEND:
        yield from (Melding(medewerker=wie, soort=soort) for wie in _toezicht())
    elif g.dossier_id is None:
        return
    elif soort is Soort.INZAGE_GEVRAAGD:
        for wie in _eigenaars(g.dossier_id, g.gegevens["eigenaar"]):
            yield Melding(medewerker=wie, soort=soort, dossier_id=g.dossier_id)
    elif soort is Soort.INZAGE_BESLOTEN:
        verzoek = Inzageverzoek.objects.select_related("vraagsteller").get(pk=g.onderwerp_id)
        yield Melding(medewerker=verzoek.vraagsteller, soort=soort, dossier_id=g.dossier_id)
    else:
        if soort is Soort.NOODTOEGANG:
            for wie in _regie(g.dossier_id):
                yield Melding(medewerker=wie, soort=soort, dossier_id=g.dossier_id)
        # Who reviews sees who opened what and why, and no dossier: so the notification names none.
        for wie in [*_toezicht(), *_managers(g.dossier_id)]:
            yield Melding(medewerker=wie, soort=soort)


def _eigenaars(dossier_id: UUID, eigenaar: str) -> Collection[Medewerker]:
    """Who may answer: the regievoerder and who stands in, or those of the COA who work on this dossier."""
    if eigenaar != Organisatie.COA:
        return _regie(dossier_id)
    teams = Betrokkenheid.objects.filter(dossier=dossier_id, organisatie=eigenaar, tot__isnull=True)
    van_team = Q(team__in=teams.exclude(team=None).values("team"))
    if teams.filter(team=None).exists():
        van_team = Q()
    return list(Medewerker.objects.filter(van_team, rol=Rol.COA, is_active=True))


def _regie(dossier_id: UUID) -> Collection[Medewerker]:
    kring = Kring({dossier_id}, vandaag=timezone.localdate())
    ontvangers = {o.medewerker_id for o in kring.voor(dossier_id, Soort.TOEGEWEZEN)}
    return list(Medewerker.objects.filter(pk__in=ontvangers))


def _toezicht() -> Collection[Medewerker]:
    return list(Medewerker.objects.filter(rol=Rol.FG, is_active=True))


def _managers(dossier_id: UUID) -> Collection[Medewerker]:
    team = Dossier.objects.filter(pk=dossier_id).values("team")
    return list(Medewerker.objects.filter(rol=Rol.MANAGER, team__in=team, is_active=True))
