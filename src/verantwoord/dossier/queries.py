"""Every question others may ask about dossiers. All of them start with who is asking."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from verantwoord.dossier.models import (
    Afscherming,
    Afschrift,
    Afwijkverzoek,
    Betwisting,
    Betwistmerk,
    Dossier,
    Inzageantwoord,
    Inzageverzoek,
    Machtigingvoorstel,
    Onthouding,
    Overplaatsing,
    Portaalaccount,
    Portaalafscherming,
    Stem,
    Veiligheidskaart,
    Vervanging,
)
from verantwoord.dossier.onthouding.weglaten import Onthouden, weg_van
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker, Noodtoegang
from verantwoord.toegang.queries import teamleden
from verantwoord.toegang.rechten import Organisatie, Recht, Rol


def dossier_visible_to(dossier_id: UUID, *, viewer: Medewerker) -> UUID | None:
    """The dossier's id when the viewer may see it; not there and not allowed look alike."""
    return Dossier.objects.visible_to(viewer).filter(pk=dossier_id).values_list("pk", flat=True).first()


def dossier_of(
    dossier_id: UUID,
    *,
    viewer: Medewerker,
    op: date | None = None,
    ook: Mapping[str, Any] | None = None,
) -> Dossier:
    """One dossier with its person, regievoerder and team. Raises ``Dossier.DoesNotExist``, also when not allowed.

    With a day also ``waarnemer``: who stands in for the regievoerder then, by name, or ``None``; and ``vroeg_afwijking``:
    whether anybody ever asked to deviate, ``vraagt_inzage``: whether a partner waits for an answer, ``verhuist``: whether a transfer runs, ``is_betwist``: whether the
    person says that something is not right, ``wacht_op_tweede``: whether
    somebody has to sign that the portal is closed for safety, ``wacht_op_afschrift``: whether a copy was asked that is
    not there yet, ``zei_iets``: whether words of the
    person wait for somebody, and ``had_nood``: whether it was ever opened in an emergency, so that a page need not look for what is not there.
    ``ook``: what rooms above want to know of it in the same question, by the name under which it comes back.
    """
    dossiers = Dossier.objects.visible_to(viewer).select_related("persoon", "regievoerder", "team")
    if op is not None:
        waarneming = Vervanging.objects.op(op).filter(regievoerder=OuterRef("regievoerder"))
        dossiers = dossiers.annotate(
            waarnemer=Subquery(waarneming.values("vervanger__naam")[:1]),
            vroeg_afwijking=Exists(Afwijkverzoek.objects.filter(dossier=OuterRef("pk"))),
            vraagt_inzage=Exists(Inzageverzoek.objects.wachtend().filter(dossier=OuterRef("pk"))),
            verhuist=Exists(Overplaatsing.objects.lopend().filter(dossier=OuterRef("pk"))),
            is_betwist=Exists(Betwistmerk.objects.filter(dossier=OuterRef("pk"), tot=None)),
            wacht_op_tweede=Exists(
                Portaalafscherming.objects.filter(
                    persoon=OuterRef("persoon"), tweede_naam="", opgeheven_op=None, tot__gte=op
                )
            )
            | Exists(Machtigingvoorstel.objects.filter(dossier=OuterRef("pk"), beslist_op=None))
            | Exists(
                Onthouding.objects.filter(
                    dossier=OuterRef("pk"), tweede_naam="", opgeheven_op=None, tot__gte=op
                )
            ),
            wacht_op_afschrift=Exists(Afschrift.objects.filter(dossier=OuterRef("pk"), gemaakt_op=None)),
            zei_iets=Exists(Stem.objects.wachtend().filter(dossier=OuterRef("pk"))),
            had_nood=Exists(Noodtoegang.objects.filter(dossier_id=OuterRef("pk"))),
        )
    return dossiers.annotate(**(ook or {})).get(pk=dossier_id)


def kandidaten_of(*, viewer: Medewerker) -> QuerySet[Medewerker]:
    """The regievoerders one may give a dossier to: those of the team, and everywhere for the team that catches what came in."""
    if viewer.team is not None and viewer.team.is_vangnet:
        overal = Medewerker.objects.filter(organisatie=Organisatie.DTV, is_active=True)
        return overal.filter(rol=Rol.REGIEVOERDER).order_by("naam")
    return teamleden(viewer=viewer).filter(rol=Rol.REGIEVOERDER)


def afwijkverzoeken_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Afwijkverzoek]:
    """Every request to deviate in one dossier, oldest first, with who asked, decided and withdrew."""
    verzoeken = Afwijkverzoek.objects.visible_to(viewer).filter(dossier=dossier_id)
    return verzoeken.select_related("gevraagd_door", "besloten_door", "ingetrokken_door")


def wachtende_afwijkverzoeken(*, viewer: Medewerker) -> QuerySet[Afwijkverzoek]:
    """Every request that waits for a manager, in the order in which they were asked; never one's own."""
    return (
        Afwijkverzoek.objects.visible_to(viewer)
        .filter(besluit__isnull=True, ingetrokken_op__isnull=True, dossier__gesloten_op__isnull=True)
        .exclude(gevraagd_door=viewer)
        .select_related("dossier__persoon", "gevraagd_door")
        .order_by("gevraagd_op", "pk")
    )


def open_dossiers_bij(medewerker_id: UUID, *, viewer: Medewerker) -> int:
    """How many open dossiers are on somebody's name; only the number, for who looks after accounts."""
    if not viewer.heeft(Recht.MEDEWERKERS_BEHEREN):
        return 0
    with als_systeem():
        return Dossier.objects.filter(regievoerder=medewerker_id, gesloten_op__isnull=True).count()


def achtergelaten_dossiers(*, viewer: Medewerker) -> list[tuple[UUID, str, bool, int]]:
    """Who no longer treats dossiers, whether of the viewer's team, and how many open ones are still on that name.

    For who gives dossiers to somebody else; an empty list for anybody else.
    """
    if not viewer.heeft(Recht.DOSSIER_TOEWIJZEN) or viewer.team_id is None:
        return []
    van_team = Dossier.objects.visible_to(viewer).filter(team=viewer.team_id, gesloten_op__isnull=True)
    weg = Q(regievoerder__is_active=False) | ~Q(regievoerder__rol=Rol.REGIEVOERDER)
    per_naam = (
        van_team.filter(weg, regievoerder__isnull=False)
        .values("regievoerder", "regievoerder__naam", "regievoerder__team")
        .annotate(aantal=Count("pk"))
        .order_by("regievoerder__naam")
    )
    return [
        (
            rij["regievoerder"],
            rij["regievoerder__naam"],
            rij["regievoerder__team"] == viewer.team_id,
            rij["aantal"],
        )
        for rij in per_naam
    ]


def inzageverzoeken_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Inzageverzoek]:
    """The questions for more about one dossier that the viewer asked or decides about, newest first; without answers."""
    return (
        Inzageverzoek.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .select_related("vraagsteller", "besloten_door")
        .order_by("-gevraagd_op", "pk")
    )


def wachtende_inzageverzoeken(*, viewer: Medewerker) -> QuerySet[Inzageverzoek]:
    """The questions that wait for the viewer's own organisation, by the day on which an answer is owed."""
    if not viewer.heeft(Recht.INZAGE_VERLENEN):
        return Inzageverzoek.objects.none()
    return (
        Inzageverzoek.objects.visible_to(viewer)
        .wachtend()
        .filter(eigenaar=viewer.organisatie, dossier__gesloten_op__isnull=True)
        .exclude(vraagsteller=viewer)
        .select_related("dossier__persoon", "vraagsteller")
        .order_by("antwoord_voor", "gevraagd_op", "pk")
    )


def eigen_inzageverzoeken(*, viewer: Medewerker) -> QuerySet[Inzageverzoek]:
    """What the viewer asked and still works on, newest first."""
    return Inzageverzoek.objects.visible_to(viewer).filter(vraagsteller=viewer).order_by("-gevraagd_op", "pk")


def antwoord_of(verzoek: Inzageverzoek, *, viewer: Medewerker, op: date) -> Inzageantwoord | None:
    """The answer to a question: for the asker until its last day, for who decides always."""
    antwoorden = Inzageantwoord.objects.visible_to(viewer).filter(verzoek=verzoek.pk)
    if verzoek.vraagsteller_id == viewer.pk:
        antwoorden = antwoorden.geldig_op(op)
    return antwoorden.first()


class Antwoordstand(NamedTuple):
    """How an answer stands, without its words."""

    geldig_tot: date
    ingetrokken_op: date | None
    ingetrokken_door: str
    intrekreden: str


def antwoordstand_of(verzoek: Inzageverzoek, *, viewer: Medewerker) -> Antwoordstand | None:
    """Until when an answer can be read and whether it was taken back; also for who may no longer read it.

    The days alone, which the asker may know when the database no longer shows the answer itself.
    """
    with als_systeem():
        antwoorden = Inzageantwoord.objects.visible_to(viewer).filter(verzoek=verzoek.pk)
        rij = antwoorden.values_list(
            "geldig_tot", "ingetrokken_op", "ingetrokken_door__naam", "intrekreden"
        ).first()
    return Antwoordstand(rij[0], rij[1], rij[2] or "", rij[3]) if rij else None


def veiligheidskaart_of(dossier_id: UUID, *, viewer: Medewerker) -> Veiligheidskaart | None:
    """The card that holds now, for the roles that must know it; an empty one says that it was taken away."""
    kaarten = Veiligheidskaart.objects.visible_to(viewer).filter(dossier=dossier_id)
    return kaarten.select_related("door").order_by("-pk").first()


def nummers_of(dossiers: Collection[UUID], *, viewer: Medewerker) -> Mapping[UUID, str]:
    """The numbers of these dossiers and nothing else, for who looks at who looked."""
    if not (viewer.heeft(Recht.NOODTOEGANG_BEOORDELEN) or viewer.heeft(Recht.INZAGELOG_BEKIJKEN)):
        return {}
    with als_systeem():
        return dict(Dossier.objects.filter(pk__in=dossiers).values_list("pk", "nummer"))


def dossier_met_nummer(nummer: str, *, viewer: Medewerker) -> UUID | None:
    """Which dossier has this number, for who looks at who looked; nothing of what is in it."""
    if not viewer.heeft(Recht.INZAGELOG_BEKIJKEN):
        return None
    with als_systeem():
        return Dossier.objects.filter(nummer=nummer.strip().upper()).values_list("pk", flat=True).first()


def betwistingen_of(
    dossier_id: UUID, *, viewer: Medewerker, alleen_open: bool = False
) -> QuerySet[Betwisting]:
    """What the person said is not right in one dossier, oldest first, with what was decided."""
    betwistingen = Betwisting.objects.visible_to(viewer)
    return (betwistingen.open() if alleen_open else betwistingen).filter(dossier=dossier_id)


def betwist_sinds(dossiers: Collection[UUID], *, viewer: Medewerker) -> dict[UUID, dict[str, date]]:
    """For each of these dossiers what is contested now that the viewer sees something of, and since when; one query."""
    gevonden: dict[UUID, dict[str, date]] = {}
    merken = Betwistmerk.objects.visible_to(viewer).filter(dossier__in=dossiers, tot=None)
    for dossier_id, onderwerp, sinds in merken.order_by("-sinds").values_list(
        "dossier", "onderwerp", "sinds"
    ):
        # Of several about one thing the first counts.
        gevonden.setdefault(dossier_id, {})[onderwerp] = sinds
    return gevonden


def stemmen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Stem]:
    """What the person said that somebody must read or answer, the newest first, with everything written about it."""
    stemmen = Stem.objects.visible_to(viewer).filter(dossier=dossier_id)
    return stemmen.select_related("afgedaan_door").prefetch_related("berichten")


def afscherming_of(dossier_id: UUID, *, viewer: Medewerker) -> Afscherming | None:
    """The shield that holds now with its second, for who directs the case."""
    lopend = Afscherming.objects.visible_to(viewer).filter(dossier=dossier_id, opgeheven_op=None)
    return lopend.exclude(tweede=viewer.pk).first()


def tweeden_voor(dossier: Dossier, *, viewer: Medewerker) -> QuerySet[Medewerker]:
    """The colleagues who could be the second to sign in this dossier: of another team, who decide themselves."""
    collegas = Medewerker.objects.filter(
        organisatie=Organisatie.DTV,
        rol__in=[Rol.MANAGER, Rol.REGIEVOERDER],
        is_active=True,
        team__isnull=False,
    )
    return (
        collegas.exclude(team=dossier.team_id).exclude(pk=viewer.pk).select_related("team").order_by("naam")
    )


def onthouden_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Onthouden:  # noqa: ARG001 - the same for whoever comes in by the portal
    """What is withheld from the person now; read by the program, which tells no reasons."""
    with als_systeem():
        geldt = Onthouding.objects.filter(dossier=dossier_id, opgeheven_op=None, tot__gte=op)
        return Onthouden(dossier_id, weg_van(geldt.exclude(tweede_naam="").order_by("gevraagd_op", "pk")))


def afschriften_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Afschrift]:
    """The copies of one dossier that were asked and are not there yet, for who directs the case."""
    if not dossier_visible_to(dossier_id, viewer=viewer) or viewer.rol not in {Rol.REGIEVOERDER, Rol.MANAGER}:
        return Afschrift.objects.none()
    return Afschrift.objects.filter(dossier=dossier_id, gemaakt_op=None)
