"""Every question others may ask about detention. All of them start with who is asking."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.antwoorden import antwoorden_of
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.stand import beoordeel_op
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import KETENROLLEN, Recht, Rol
from verantwoord.toetsing.models import Signaal
from verantwoord.toetsing.signalen import open_signalen
from verantwoord.toezicht.bewaring.bevoegd import aanwijzing_van, geldig_op
from verantwoord.toezicht.bewaring.dagen import Periode, gelijke_teksten, perioden_van
from verantwoord.toezicht.bewaring.inhoud import vingers_van, wat_ontbreekt
from verantwoord.toezicht.bewaring.keuzes import (
    HEROVERWEEG_NA,
    LOPEND,
    STANDAARD_VANAF,
    Regelsoort,
    Stand,
    Waarvoor,
)
from verantwoord.toezicht.bewaring.models import Aanwijzing, Bewaringsregel, Voorstel
from verantwoord.toezicht.bewaring.verloop import Taak, open_bewaring, taken_van
from verantwoord.toezicht.models.maatregel import Maatregel
from verantwoord.web.datums import dag_maand

OPLEGGEN = "bewaring_opleggen"
VOORSTELLEN = "bewaring_voorstellen"
# What these ask for is written in the proposal itself.
IN_HET_VOORSTEL = frozenset(
    {"bewaring-laatste-middel", "bewaring-zicht-op-uitzetting", "bewaring-onttrekkingsrisico"}
)


@dataclass(frozen=True, kw_only=True)
class Dossierstand:
    """The facts of one dossier on one day, the proposal that runs, and everything that was done about detention."""

    s: Feitenstand
    beoordeling: Beoordeling
    voorstel: Voorstel | None
    regels: tuple[Bewaringsregel, ...]
    perioden: tuple[Periode, ...]
    signalen: tuple[Signaal, ...]

    @property
    def taken(self) -> list[Taak]:
        return taken_van(self.s, voorstel=self.voorstel, regels=self.regels, signalen=self.signalen)

    @property
    def opgelegd_op(self) -> date | None:
        _plaats, bewaring = open_bewaring(self.s)
        return bewaring.opgelegd_op if bewaring else None

    def bevinding(self, norm: str) -> Bevinding:
        return next(b for b in self.beoordeling.bevindingen if b.norm == norm)

    @property
    def tekort(self) -> Mapping[str, list[str]]:
        return wat_ontbreekt(self.voorstel.gelezen_inhoud, self.s) if self.voorstel else {}


def stand_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> Dossierstand:
    """Everything about detention in one dossier, with a fixed number of queries.

    Raises ``Dossier.DoesNotExist``, also when not allowed.
    """
    Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id)
    s, beoordeling = beoordeel_op(beeld_of(dossier_id), peildatum)
    return Dossierstand(
        s=s,
        beoordeling=beoordeling,
        voorstel=lopend_voorstel_of(dossier_id, viewer=viewer),
        regels=tuple(regels_of(dossier_id, viewer=viewer)),
        perioden=tuple(perioden_van(dossier_id)),
        signalen=tuple(Signaal.objects.visible_to(viewer).filter(dossier=dossier_id)),
    )


def lopend_voorstel_of(dossier_id: UUID, *, viewer: Medewerker) -> Voorstel | None:
    """The proposal that runs, also when it led to detention; ``None`` when there is none."""
    return (
        Voorstel.objects.visible_to(viewer)
        .filter(dossier=dossier_id, stand__in=LOPEND)
        .select_related("opsteller", "lezer", "directie", "ambtenaar", "dossier")
        .first()
    )


def eerdere_voorstellen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Voorstel]:
    """Proposals that ended, newest first; what was written in them stays to be read."""
    return (
        Voorstel.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .exclude(stand__in=LOPEND)
        .select_related("opsteller")
        .order_by("-begonnen_op")
    )


def voorstel_of(dossier_id: UUID, voorstel_id: UUID, *, viewer: Medewerker) -> Voorstel | None:
    """One proposal of a dossier, also one that ended."""
    alle = Voorstel.objects.visible_to(viewer).select_related("opsteller", "lezer", "directie", "ambtenaar")
    return alle.filter(pk=voorstel_id, dossier=dossier_id).first()


def regels_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Bewaringsregel]:
    """What was done about detention in a dossier, oldest first."""
    alle = Bewaringsregel.objects.visible_to(viewer).filter(dossier=dossier_id)
    return alle.select_related("door").order_by("pk")


def maatregelen_of(dossier_id: UUID, *, viewer: Medewerker) -> list[str]:
    """Each measure that restricts freedom, in a line: it is a lesser means that was tried."""
    rijen = Maatregel.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("van")
    return [
        _("Maatregel van %(van)s tot en met %(tot)s")
        % {"van": dag_maand(rij.van), "tot": dag_maand(rij.beeindigd_op or rij.tot)}
        for rij in rijen
    ]


def taken_of(dossier_id: UUID, *, viewer: Medewerker, s: Feitenstand) -> list[Taak]:
    """What is owed about detention, for the first page of a dossier; nothing is asked where there is none."""
    voorstel = lopend_voorstel_of(dossier_id, viewer=viewer)
    if voorstel is None and open_bewaring(s)[0] is None:
        return []
    return taken_van(
        s,
        voorstel=voorstel,
        regels=list(regels_of(dossier_id, viewer=viewer)),
        signalen=list(Signaal.objects.visible_to(viewer).filter(dossier=dossier_id)),
    )


def dossiers_met_voorstel(*, viewer: Medewerker) -> list[UUID]:
    """Where a proposal waits for somebody; the program itself asks this of all, each night."""
    voorstellen = Voorstel.objects.all() if viewer.is_systeem else Voorstel.objects.visible_to(viewer)
    wacht = [Stand.BIJ_LEZER, Stand.AKKOORD, Stand.BIJ_AMBTENAAR]
    return list(voorstellen.filter(stand__in=wacht).values_list("dossier", flat=True))


def taken_op(dossier_id: UUID, *, viewer: Medewerker, op: date) -> list[Taak]:
    """What is owed about detention in one dossier, for the program that reminds; nobody else asks it here."""
    if not viewer.is_systeem:
        return []
    s, _beoordeling = beoordeel_op(beeld_of(dossier_id), op)
    return taken_van(
        s,
        voorstel=Voorstel.objects.filter(dossier=dossier_id, stand__in=LOPEND)
        .select_related("opsteller", "lezer", "ambtenaar")
        .first(),
        regels=list(Bewaringsregel.objects.filter(dossier=dossier_id).order_by("pk")),
        signalen=list(Signaal.objects.filter(dossier=dossier_id)),
    )


def lezers_voor(voorstel: Voorstel) -> list[Medewerker]:
    """Colleagues who may read this proposal second: of the team of the dossier, and never its author."""
    dossier = voorstel.dossier
    rollen = [rol.value for rol in (Rol.REGIEVOERDER, Rol.MANAGER)]
    collegas = Medewerker.objects.filter(team=dossier.team_id, rol__in=rollen, is_active=True)
    if dossier.afgeschermd:
        collegas = collegas.filter(Q(pk=dossier.regievoerder_id))
    return [
        wie
        for wie in collegas.exclude(pk=voorstel.opsteller_id).order_by("naam")
        if wie.heeft(Recht.BEWARING_LEZEN)
    ]


def ambtenaren_voor(voorstel: Voorstel, *, op: date) -> list[Aanwijzing]:
    """Who may decide on a day and took no part: of a partner, or of the team of the dossier."""
    deden_mee = {voorstel.opsteller_id, voorstel.lezer_id, voorstel.directie_id}
    gevonden: dict[UUID, Aanwijzing] = {}
    for aanwijzing in geldig_op(op):
        wie = aanwijzing.medewerker
        van_keten = wie.rol in KETENROLLEN
        if wie.pk in deden_mee or (van_keten and voorstel.dossier.afgeschermd):
            continue
        if van_keten or wie.team_id == voorstel.dossier.team_id:
            gevonden.setdefault(wie.pk, aanwijzing)
    return list(gevonden.values())


def mag_tekenen(viewer: Medewerker, *, op: date) -> bool:
    """Whether the viewer may sign for the board today."""
    return (
        viewer.heeft(Recht.BEWARING_TEKENEN)
        and aanwijzing_van(viewer, op=op, waarvoor=Waarvoor.KINDEREN) is not None
    )


def gelijk_in(voorstel: Voorstel) -> dict[str, int]:
    """Where in a proposal words stand that also stand in many others, and in how many dossiers. Only a count."""
    vingers = vingers_van(voorstel.gelezen_inhoud)
    gevonden = gelijke_teksten(list(vingers.values()))
    return {
        plek: gevonden[vinger]
        for plek, vinger in vingers.items()
        if gevonden.get(vinger, 0) >= STANDAARD_VANAF
    }


@dataclass(frozen=True, kw_only=True)
class Besluitstand:
    """What an officer needs to decide: the proposal, whether it may be imposed today, and why not.

    ``bevindingen`` are only those about the detention itself; ``ook_anders`` says that something else stands in the
    way, of which the officer is not told what: that is the DT&V's to answer.
    """

    voorstel: Voorstel
    naam: str
    v_nummer: str
    regels: tuple[Bewaringsregel, ...]
    perioden: tuple[Periode, ...]
    aanwijzing: Aanwijzing | None
    bevindingen: tuple[Bevinding, ...]
    ook_anders: bool
    toetsingen_actueel: bool

    @property
    def mag_opleggen(self) -> bool:
        return self.aanwijzing is not None and not self.bevindingen and not self.ook_anders


def te_besluiten_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> Besluitstand | None:
    """What was laid before this officer, or what they imposed and still runs; ``None`` for anybody else."""
    voorstel = (
        Voorstel.objects.visible_to(viewer)
        .filter(dossier=dossier_id, stand__in=[Stand.BIJ_AMBTENAAR, Stand.OPGELEGD], ambtenaar=viewer)
        .select_related("opsteller", "lezer", "directie", "ambtenaar")
        .first()
    )
    if voorstel is None or not viewer.heeft(Recht.BEWARING_BESLUITEN):
        return None
    identiteit = antwoorden_of([dossier_id], viewer=viewer)[dossier_id].get("identiteit")
    inhoud = identiteit.inhoud if identiteit else {}
    # The norms need every fact; of what they say the officer is told no more than belongs to the decision.
    with als_systeem():
        s, beoordeling = beoordeel_op(beeld_of(dossier_id), peildatum)
        tegen = {b.norm: b for b in beoordeling.bevindingen if OPLEGGEN in b.blokkeert}
        wacht = bool(open_signalen(s, dossier_id))
    eigen = tuple(b for norm, b in tegen.items() if norm.startswith("bewaring-"))
    return Besluitstand(
        voorstel=voorstel,
        naam=str(inhoud.get("naam", "")),
        v_nummer=str(inhoud.get("v_nummer", "")),
        regels=tuple(regels_of(dossier_id, viewer=viewer)),
        perioden=tuple(perioden_van(dossier_id)),
        aanwijzing=aanwijzing_van(viewer, op=peildatum),
        bevindingen=eigen,
        ook_anders=wacht or len(eigen) < len(tegen),
        toetsingen_actueel=not wacht
        and not {"toetsing-vier-momenten", "toetsing-elk-stadium"} & tegen.keys(),
    )


@dataclass(frozen=True, kw_only=True)
class Bewaringszaak:
    """One case that is this officer's: to decide, or imposed by them and running; ``uiterlijk`` to look again."""

    dossier_id: UUID
    sinds: date
    uiterlijk: date | None
    loopt: bool


def bewaringszaken_van(viewer: Medewerker, *, over: UUID | None = None) -> list[Bewaringszaak]:
    """What waits for this officer, in the order in which it came; two queries, however many there are."""
    if not viewer.heeft(Recht.BEWARING_BESLUITEN):
        return []
    rijen = Voorstel.objects.visible_to(viewer).filter(
        stand__in=[Stand.BIJ_AMBTENAAR, Stand.OPGELEGD], ambtenaar=viewer
    )
    if over is not None:
        rijen = rijen.filter(dossier=over)
    gekeken = Bewaringsregel.objects.filter(
        dossier=OuterRef("dossier"), plaats=OuterRef("plaats"), soort=Regelsoort.HEROVERWOGEN
    ).order_by("-pk")
    return [
        Bewaringszaak(
            dossier_id=rij.dossier_id,
            sinds=rij.opgelegd_op or rij.voorgelegd_op or timezone.localdate(rij.begonnen_op),
            uiterlijk=_uiterlijk(rij.opgelegd_op, rij.volgende),
            loopt=rij.opgelegd_op is not None,
        )
        for rij in rijen.annotate(volgende=Subquery(gekeken.values("gegevens__volgende_op")[:1])).order_by(
            "voorgelegd_op", "pk"
        )
    ]


def _uiterlijk(begin: date | None, volgende: str | None) -> date | None:
    if begin is None:
        return None
    return date.fromisoformat(volgende) if volgende else begin + timedelta(days=HEROVERWEEG_NA)


def aanwijzingen(*, viewer: Medewerker) -> QuerySet[Aanwijzing]:
    """Every designation, newest first, for whoever looks after them; anybody else is told nothing."""
    if not viewer.heeft(Recht.AANWIJZINGEN_BEHEREN):
        return Aanwijzing.objects.none()
    return Aanwijzing.objects.select_related(
        "medewerker__team", "voorgesteld_door", "bevestigd_door", "ingetrokken_door"
    ).order_by("-van", "pk")


def aan_te_wijzen(*, viewer: Medewerker) -> list[Medewerker]:
    """Who could be designated: active people in a role that may decide or sign."""
    if not viewer.heeft(Recht.AANWIJZINGEN_BEHEREN):
        return []
    rollen = [rol.value for rol in (Rol.AVIM_TOEZICHT, Rol.KMAR, Rol.MANAGER, Rol.REGIEVOERDER)]
    return list(Medewerker.objects.filter(rol__in=rollen, is_active=True).order_by("organisatie", "naam"))


def tegen_voorstellen(stand: Dossierstand) -> tuple[Bevinding, ...]:
    """What the dossier itself lacks for a proposal today, apart from what the proposal will say."""
    return tuple(
        b
        for b in stand.beoordeling.bevindingen
        if VOORSTELLEN in b.blokkeert and b.norm not in IN_HET_VOORSTEL
    )
