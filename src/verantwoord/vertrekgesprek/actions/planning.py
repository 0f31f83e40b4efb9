"""Planning a talk, changing the plan, and keeping that it did not take place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.actions.stem import close_vraag_om_dag
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.gezin import familienummers
from verantwoord.dossier.models import Dossier, Stem
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.typen import Taalcode
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.actions.slot import als_json, bewaar, neem, schrijf
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Moment, Oorzaak, Status, Tolk
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.verslag import MET_TOLK

NIET_GEVOERD = frozenset({Status.NIET_VERSCHENEN, Status.NIET_DOORGEGAAN, Status.GEANNULEERD})


@dataclass(frozen=True, kw_only=True)
class Planning:
    """When and where a talk is to be, in which language and how it is interpreted."""

    gepland_op: date
    tijd: time | None = None
    plaats: str = ""
    taal: str | None = None
    gemeenschappelijke_taal: bool | None = None
    tolk_gepland: str = ""
    tolk_bestelling: str = ""


@transaction.atomic
def plan_gesprek(
    *,
    door: Medewerker,
    dossier_id: UUID,
    moment: str,
    planning: Planning,
    peildatum: date,
    vervangt_id: UUID | None = None,
    met: Mapping[UUID, str] | None = None,
) -> Gesprek:
    """Plan a talk and invite the person from today. Of the three fixed talks there is one; more are extra (report §2.2).

    ``vervangt_id`` is the talk that did not take place and that this one comes instead of. ``met`` says for which
    relatives this is one sitting: their dossiers, each with the talk it is there. Every dossier gets a talk and an event
    of its own, and who may not handle one of them plans none.
    """
    familie = dict(met or {})
    dossiers = {pk: lock_dossier(pk, door=door) for pk in sorted({dossier_id, *familie})}
    dossier = dossiers.pop(dossier_id)
    _check_familie(dossier, dossiers.values())
    _weiger_tweede_keer(dossier, Moment(moment))
    _check_planning(planning, peildatum=peildatum)
    vervangt = _te_vervangen(dossier, vervangt_id)
    gesprek = _plan_een(dossier, moment, planning, door=door, peildatum=peildatum, vervangt=vervangt)
    for pk, ander in dossiers.items():
        _weiger_tweede_keer(ander, Moment(familie[pk]), veld="met")
        band = {"samen_met": gesprek, "vervangt": _ook_te_vervangen(ander, vervangt)}
        _plan_een(ander, familie[pk], planning, door=door, peildatum=peildatum, **band)
    return gesprek


def _plan_een(
    dossier: Dossier,
    moment: str,
    planning: Planning,
    *,
    door: Medewerker,
    peildatum: date,
    **band: Gesprek | None,
) -> Gesprek:
    laatste = Gesprek.objects.filter(dossier=dossier).aggregate(hoogste=Max("volgorde"))["hoogste"]
    gesprek = Gesprek.objects.create(
        dossier=dossier,
        volgorde=0 if laatste is None else laatste + 1,
        moment=Moment(moment),
        status=Status.GEPLAND,
        uitgenodigd_op=peildatum,
        **asdict(planning),
        **band,
    )
    opnieuw = {"opnieuw": True} if gesprek.vervangt_id else {}
    record_gebeurtenis(
        soort="gesprek.gepland",
        onderwerp=gesprek,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"moment": gesprek.moment, "gepland_op": planning.gepland_op.isoformat(), **opnieuw},
    )
    return gesprek


def _te_vervangen(dossier: Dossier, vervangt_id: UUID | None) -> Gesprek | None:
    """The talk that a new one comes instead of; it must not have taken place, and it is replaced once."""
    if vervangt_id is None:
        return None
    eerder = Gesprek.objects.filter(dossier=dossier, pk=vervangt_id).first()
    if eerder is None or eerder.status not in NIET_GEVOERD:
        raise GesprekStaatVast(_("Dit gesprek is niet afgezegd of gemist. Ververs de pagina."))
    if eerder.vervangen_door.exists():
        raise GesprekStaatVast(_("Voor dit gesprek is al een nieuw gesprek gepland. Ververs de pagina."))
    return eerder


def _ook_te_vervangen(dossier: Dossier, vervangt: Gesprek | None) -> Gesprek | None:
    """The talk of a relative that did not take place in the same sitting, when it has not been planned again yet."""
    if vervangt is None:
        return None
    hoofd = vervangt.samen_met_id or vervangt.pk
    samen = Gesprek.objects.filter(Q(samen_met=hoofd) | Q(pk=hoofd), dossier=dossier)
    return samen.filter(status__in=NIET_GEVOERD, vervangen_door=None).first()


def _check_familie(dossier: Dossier, anderen: Iterable[Dossier]) -> None:
    nummers = familienummers(dossier)
    if any(ander.persoon.v_nummer not in nummers for ander in anderen):
        raise PlanningKloptNiet(_("Kies alleen mensen uit het gezin in dit dossier."), veld="met")


@transaction.atomic
def replan_gesprek(
    *, door: Medewerker, dossier_id: UUID, gesprek_id: UUID, versie: int, planning: Planning, peildatum: date
) -> Gesprek:
    """Change when, where or how a planned talk takes place, and with it the talks that are one sitting with it.

    A confirmation of the interpreter was for the old appointment, so it lapses. Who is moved alone is no longer part of
    the sitting of the family.
    """
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id)
    weiger_tenzij_gepland(gesprek)
    check_versie(gesprek, versie)
    _check_planning(planning, peildatum=peildatum)
    anderen = list(sitting_of(gesprek, door=door))
    gesprek.samen_met = None
    for een in (gesprek, *anderen):
        _verzet(een, planning, door=door)
        close_vraag_om_dag(een.dossier_id, over=een.pk, op=peildatum, door=door)
    return gesprek


def _verzet(gesprek: Gesprek, planning: Planning, *, door: Medewerker) -> None:
    nieuwe = dict(asdict(planning))
    if any(nieuwe[veld] != getattr(gesprek, veld) for veld in ("gepland_op", "tijd", "taal", "tolk_gepland")):
        nieuwe["tolk_bevestigd_op"] = None
    wijzigingen: dict[str, Any] = {}
    for veld, nieuw in nieuwe.items():
        oud = getattr(gesprek, veld)
        if oud != nieuw:
            wijzigingen[veld] = [als_json(oud), als_json(nieuw)]
            setattr(gesprek, veld, nieuw)
    if not wijzigingen:
        return
    bewaar(gesprek, [*wijzigingen, "samen_met"])
    schrijf(
        gesprek, "gesprek.verzet", door=door, gegevens={"moment": gesprek.moment, "wijzigingen": wijzigingen}
    )


def sitting_of(gesprek: Gesprek, *, door: Medewerker) -> Iterator[Gesprek]:
    """The talks of relatives that are one sitting with this one, locked; those this person may not handle stay as they are."""
    open_ = Gesprek.objects.visible_to(door).filter(samen_met=gesprek, status=Status.GEPLAND)
    for pk, dossier_id in sorted(open_.values_list("pk", "dossier_id"), key=lambda paar: paar[1]):
        yield neem(door=door, dossier_id=dossier_id, gesprek_id=pk)


@transaction.atomic
def record_niet_gevoerd(
    *,
    door: Medewerker,
    dossier_id: UUID,
    gesprek_id: UUID,
    versie: int,
    status: str,
    reden: str,
    peildatum: date,
    oorzaak: str = "",
) -> Gesprek:
    """Keep that a planned talk did not take place, and why. It never counts as held, and its moment is due again.

    ``status`` is niet_verschenen, niet_doorgegaan (with an ``oorzaak``) or geannuleerd. That no interpreter came is
    never held against the person (norm gesprek-tolk).
    """
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id)
    weiger_tenzij_gepland(gesprek)
    check_versie(gesprek, versie)
    nieuw = Status(status)
    if nieuw not in NIET_GEVOERD:
        raise ValueError(f"{status} is no way in which a talk is not held")
    if not reden.strip():
        raise PlanningKloptNiet(_("Schrijf op wat er gebeurde."), veld="reden")
    if nieuw != Status.GEANNULEERD and gesprek.gepland_op is not None and gesprek.gepland_op > peildatum:
        raise PlanningKloptNiet(_("Dit gesprek moet nog komen. Verzet het of zeg het af."), veld="status")
    if nieuw == Status.NIET_DOORGEGAAN and not oorzaak:
        raise PlanningKloptNiet(_("Kies waardoor het gesprek niet doorging."), veld="oorzaak")
    if nieuw == Status.NIET_VERSCHENEN and _wacht_op_andere_dag(gesprek):
        raise PlanningKloptNiet(
            _(
                "De persoon vroeg in het portaal om een andere dag en kreeg geen antwoord. Dat is geen wegblijven. "
                "Kies dat het gesprek niet doorging."
            ),
            veld="status",
        )
    # Who did not come says nothing of who did; a sitting that was called off was called off for all.
    anderen = [] if nieuw == Status.NIET_VERSCHENEN else list(sitting_of(gesprek, door=door))
    for een in (gesprek, *anderen):
        _zet_niet_gevoerd(een, nieuw, reden=reden.strip(), oorzaak=oorzaak, door=door)
    return gesprek


def _wacht_op_andere_dag(gesprek: Gesprek) -> bool:
    """Whether the person asked for another day and nobody answered; silence of ours is not held against them."""
    gevraagd = Stem.objects.wachtend().filter(soort=Stem.Soort.AFSPRAAK, over=gesprek.pk)
    return bool(gevraagd.exists())


def _zet_niet_gevoerd(gesprek: Gesprek, nieuw: Status, *, reden: str, oorzaak: str, door: Medewerker) -> None:
    vorige, gesprek.status, gesprek.status_reden = gesprek.status, nieuw, reden
    gesprek.oorzaak = Oorzaak(oorzaak) if nieuw == Status.NIET_DOORGEGAAN else ""
    if gesprek.oorzaak == Oorzaak.TOLK:
        gesprek.tolk = Tolk.NIET_VERSCHENEN
    bewaar(gesprek, ["status", "status_reden", "oorzaak", "tolk"])
    schrijf(
        gesprek,
        f"gesprek.{nieuw.value}",
        door=door,
        gegevens={
            "moment": gesprek.moment,
            "oorzaak": gesprek.oorzaak,
            "wijzigingen": {"status": [vorige, nieuw.value]},
        },
    )


def weiger_tenzij_gepland(gesprek: Gesprek) -> None:
    if gesprek.status != Status.GEPLAND:
        raise GesprekStaatVast(
            _("Dit gesprek staat niet meer gepland. Ververs de pagina om te zien hoe het ervoor staat.")
        )


def _weiger_tweede_keer(dossier: Dossier, moment: Moment, *, veld: str = "moment") -> None:
    if moment == Moment.EXTRA:
        return
    telt = Q(tolk__in=MET_TOLK) | Q(gemeenschappelijke_taal=True)
    eerder = Gesprek.objects.filter(dossier=dossier, moment=moment)
    if eerder.filter(status=Status.GEPLAND).exists():
        raise PlanningKloptNiet(
            _("%(gesprek)s staat al gepland. Verzet dat gesprek, of plan een extra gesprek.")
            % {"gesprek": moment.label},
            veld=veld,
        )
    if eerder.filter(telt, status=Status.GEVOERD).exists():
        raise PlanningKloptNiet(
            _("%(gesprek)s is al gevoerd. Plan een extra gesprek.") % {"gesprek": moment.label}, veld=veld
        )


def _check_planning(planning: Planning, *, peildatum: date) -> None:
    if planning.gepland_op < peildatum:
        raise PlanningKloptNiet(_("Deze dag is voorbij. Kies vandaag of een latere dag."), veld="gepland_op")
    if planning.taal is not None:
        try:
            msgspec.convert(planning.taal, Taalcode)
        except msgspec.ValidationError as fout:
            raise PlanningKloptNiet(_("Kies een taal uit de lijst."), veld="taal") from fout
    if planning.gemeenschappelijke_taal is False and planning.tolk_gepland not in MET_TOLK:
        raise PlanningKloptNiet(
            _("U spreekt geen gemeenschappelijke taal. Kies een tolk in de kamer of aan de telefoon."),
            veld="tolk_gepland",
        )


def check_versie(gesprek: Gesprek, versie: int) -> None:
    if gesprek.versie != versie:
        raise Versieconflict(
            _(
                "Een collega heeft dit gesprek intussen gewijzigd. Vergelijk wat er nu staat met wat u invulde."
            ),
            bewaard={veld: getattr(gesprek, veld) for veld in ("gepland_op", "tijd", "plaats", "status")},
            versie=gesprek.versie,
        )
