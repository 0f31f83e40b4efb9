"""Every change in this room: right and lock, norms, write, event. What leaves the house passes the gate first."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier import poort
from verantwoord.dossier.actions import change_feiten, lock_versie
from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.fouten import DomeinFout
from verantwoord.reisdocument.keuzes import Documentsoort
from verantwoord.reisdocument.models import LPAanvraag, Reisdocument
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


class StapNietAanDeOrde(DomeinFout):
    """The step was done already, or another one comes first."""


class EigenSet(DomeinFout):
    """Whoever directs the departure does not check the own set, and whoever checked it does not send it."""


class DatumInDeToekomst(DomeinFout):
    """What is recorded has happened; a later day cannot be filled in."""


@transaction.atomic
def record_reisdocument(
    *, door: Medewerker, dossier_id: UUID, soort: str, geldig_tot: date | None
) -> Reisdocument:
    """Record a document with which the person can travel."""
    dossier = lock_dossier(dossier_id, door=door)
    document = _nieuw_document(dossier, soort=soort, geldig_tot=geldig_tot)
    record_gebeurtenis(
        soort="reisdocument.vastgelegd",
        onderwerp=document,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"soort": soort, "geldig_tot": _iso(geldig_tot)},
    )
    return document


@transaction.atomic
def record_landinformatie(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int,
    land: str,
    lp_vrijwillig: bool | None,
    lp_gedwongen: bool | None,
    per: date,
    bron: str,
    peildatum: date,
) -> Dossier:
    """Put in the dossier whether a country issues travel documents (report 3.1); what was known before stays.

    Raises ``Versieconflict``, ``DatumInDeToekomst`` and ``NietsVeranderd``.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    _niet_later_dan(per, peildatum)
    informatie = d.LandInformatie(land=land, lp_vrijwillig=lp_vrijwillig, lp_gedwongen=lp_gedwongen, per=per)

    def voeg_toe(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        bekend = [i for i in beeld.landen if (i.land, i.per) == (land, per)]
        if bekend and bekend[-1] == informatie:
            return beeld
        return replace(beeld, landen=(*beeld.landen, informatie))

    change_feiten(dossier, voeg_toe, door=door, soort="land.vastgelegd", gegevens={"toelichting": bron})
    return dossier


@transaction.atomic
def record_lp_formulier(
    *,
    door: Medewerker,
    dossier_id: UUID,
    land: str,
    ingevuld: bool,
    op: date,
    uitleg_gegeven: bool,
    peildatum: date,
    notitie: str = "",
) -> LPAanvraag:
    """Record what the person decided about the form, and whether it was told that nothing is sent yet.

    Filling it in and not filling it in are recorded alike and have no consequence. Who did not want to may fill it in
    later; the earlier answer is kept. Of a filled form only the explanation that is missing can be added; its day stays.
    """
    dossier = lock_dossier(dossier_id, door=door)
    _niet_later_dan(op, peildatum)
    aanvraag = (
        LPAanvraag.objects.filter(dossier=dossier, land=land, uitkomst__isnull=True)
        .order_by("volgorde")
        .last()
    )
    if aanvraag is not None and aanvraag.ingevuld_op is not None:
        if ingevuld and uitleg_gegeven and not aanvraag.uitleg_gegeven:
            return _voeg_uitleg_toe(aanvraag, door=door, notitie=notitie)
        raise StapNietAanDeOrde(_("Voor dit land is het formulier al ingevuld. Ververs de pagina."))
    if aanvraag is None:
        aanvraag = LPAanvraag(dossier=dossier, volgorde=_volgende(LPAanvraag, dossier), land=land)
    veld = "ingevuld_op" if ingevuld else "geweigerd_op"
    eerst = getattr(aanvraag, veld)
    setattr(aanvraag, veld, op)
    aanvraag.uitleg_gegeven = aanvraag.uitleg_gegeven or uitleg_gegeven
    aanvraag.formulier_notitie = notitie
    aanvraag.save()
    return _meld(
        aanvraag,
        door=door,
        soort="lp.formulier_ingevuld" if ingevuld else "lp.formulier_niet_ingevuld",
        wijzigingen={veld: [_iso(eerst), op.isoformat()]},
    )


def _voeg_uitleg_toe(aanvraag: LPAanvraag, *, door: Medewerker, notitie: str) -> LPAanvraag:
    aanvraag.uitleg_gegeven = True
    aanvraag.formulier_notitie = "\n".join(deel for deel in (aanvraag.formulier_notitie, notitie) if deel)
    aanvraag.save()
    return _meld(
        aanvraag, door=door, soort="lp.formulier_ingevuld", wijzigingen={"uitleg_gegeven": [False, True]}
    )


@transaction.atomic
def check_lp_set(
    *,
    door: Medewerker,
    dossier_id: UUID,
    lp_id: UUID,
    asielinformatie_aangetroffen: bool,
    peildatum: date,
    notitie: str = "",
) -> LPAanvraag:
    """Let a second person read the set for anything that shows an asylum request; again after something was found."""
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.LP_SET_CONTROLEREN)
    if dossier.regievoerder_id == door.pk:
        raise EigenSet(
            _(
                "U voert de regie in dit dossier. Vraag een collega om de set te controleren; vier ogen zien meer."
            )
        )
    aanvraag = _aanvraag(dossier, lp_id)
    if aanvraag.verzonden_op is not None:
        raise StapNietAanDeOrde(_("Deze aanvraag is al verzonden. Ververs de pagina."))
    if aanvraag.ingevuld_op is None:
        raise StapNietAanDeOrde(_("Er is nog geen ingevuld formulier om te controleren."))
    eerst = aanvraag.asielinformatie_aangetroffen
    aanvraag.set_gecontroleerd_door = door.naam
    aanvraag.set_gecontroleerd_op = peildatum
    aanvraag.asielinformatie_aangetroffen = asielinformatie_aangetroffen
    aanvraag.controle_notitie = notitie
    aanvraag.save()
    return _meld(
        aanvraag,
        door=door,
        soort="lp.set_gecontroleerd",
        wijzigingen={"asielinformatie_aangetroffen": [eerst, asielinformatie_aangetroffen]},
    )


@transaction.atomic
def send_lp(*, door: Medewerker, dossier_id: UUID, lp_id: UUID, peildatum: date) -> LPAanvraag:
    """Record that the request goes to the authorities of the country. The gate refuses before the court has ruled.

    The second reader is another than whoever sends, also while nobody leads the dossier.
    """
    dossier = lock_dossier(dossier_id, door=door)
    aanvraag = _aanvraag(dossier, lp_id)
    if aanvraag.verzonden_op is not None:
        raise StapNietAanDeOrde(_("Deze aanvraag is al verzonden. Ververs de pagina."))
    if aanvraag.ingevuld_op is None:
        raise StapNietAanDeOrde(_("Er is nog geen ingevuld formulier om te versturen."))
    poort.require("lp_verzenden", dossier=dossier, peildatum=peildatum, door=door)
    _is_gecontroleerd(aanvraag, dossier)
    if aanvraag.set_gecontroleerd_door == door.naam:
        raise EigenSet(
            _(
                "U heeft deze set zelf gecontroleerd. Vraag een collega om hem te versturen; vier ogen zien meer."
            )
        )
    aanvraag.verzonden_op = peildatum
    aanvraag.save(update_fields=["verzonden_op"])
    return _meld(
        aanvraag, door=door, soort="lp.verzonden", wijzigingen={"verzonden_op": [None, peildatum.isoformat()]}
    )


@transaction.atomic
def plan_presentatie(
    *,
    door: Medewerker,
    dossier_id: UUID,
    lp_id: UUID,
    presentatie_op: date,
    peildatum: date,
    plaats: str = "",
) -> LPAanvraag:
    """Plan or move a presentation at the embassy; the same lock holds as for sending."""
    dossier = lock_dossier(dossier_id, door=door)
    aanvraag = _aanvraag(dossier, lp_id)
    if aanvraag.verzonden_op is None:
        raise StapNietAanDeOrde(
            _("Verstuur eerst de aanvraag; daarna kan er een presentatie worden gepland.")
        )
    if aanvraag.uitkomst is not None:
        raise StapNietAanDeOrde(_("Er is al een uitkomst. Een presentatie is niet meer nodig."))
    if presentatie_op < peildatum:
        raise StapNietAanDeOrde(_("Deze dag is al voorbij. Kies een dag vanaf vandaag."))
    poort.require("presentatie_plannen", dossier=dossier, peildatum=peildatum, door=door)
    eerst = aanvraag.presentatie_op
    aanvraag.presentatie_op, aanvraag.presentatie_plaats = presentatie_op, plaats
    aanvraag.save(update_fields=["presentatie_op", "presentatie_plaats"])
    return _meld(
        aanvraag,
        door=door,
        soort="lp.presentatie_gepland",
        wijzigingen={"presentatie_op": [_iso(eerst), presentatie_op.isoformat()]},
    )


@transaction.atomic
def record_uitkomst(
    *,
    door: Medewerker,
    dossier_id: UUID,
    lp_id: UUID,
    uitkomst: str,
    uitkomst_op: date,
    peildatum: date,
    notitie: str = "",
) -> LPAanvraag:
    """Record what the country answered."""
    dossier = lock_dossier(dossier_id, door=door)
    aanvraag = _aanvraag(dossier, lp_id)
    _niet_later_dan(uitkomst_op, peildatum)
    if aanvraag.verzonden_op is None or aanvraag.uitkomst is not None:
        raise StapNietAanDeOrde(_("Bij deze aanvraag hoort nu geen uitkomst. Ververs de pagina."))
    if uitkomst_op < aanvraag.verzonden_op:
        raise StapNietAanDeOrde(_("De uitkomst kan niet van voor de verzending zijn. Controleer de datum."))
    aanvraag.uitkomst, aanvraag.uitkomst_op, aanvraag.uitkomst_notitie = uitkomst, uitkomst_op, notitie
    aanvraag.save(update_fields=["uitkomst", "uitkomst_op", "uitkomst_notitie"])
    return _meld(aanvraag, door=door, soort="lp.uitkomst", wijzigingen={"uitkomst": [None, uitkomst]})


@transaction.atomic
def record_afgifte(
    *,
    door: Medewerker,
    dossier_id: UUID,
    lp_id: UUID,
    afgegeven_op: date,
    peildatum: date,
    geldig_tot: date | None = None,
) -> LPAanvraag:
    """Record that the laissez-passer is there; from then on it is one of the travel documents."""
    dossier = lock_dossier(dossier_id, door=door)
    aanvraag = _aanvraag(dossier, lp_id)
    _niet_later_dan(afgegeven_op, peildatum)
    if aanvraag.uitkomst != "toegezegd" or aanvraag.afgegeven_op is not None:
        raise StapNietAanDeOrde(_("Bij deze aanvraag hoort nu geen afgifte. Ververs de pagina."))
    if geldig_tot is not None and geldig_tot < afgegeven_op:
        raise StapNietAanDeOrde(_("De laatste geldige dag ligt voor de afgifte. Controleer de datums."))
    aanvraag.afgegeven_op, aanvraag.geldig_tot = afgegeven_op, geldig_tot
    aanvraag.save(update_fields=["afgegeven_op", "geldig_tot"])
    _nieuw_document(dossier, soort=Documentsoort.LAISSEZ_PASSER, geldig_tot=geldig_tot)
    return _meld(
        aanvraag,
        door=door,
        soort="lp.afgegeven",
        wijzigingen={
            "afgegeven_op": [None, afgegeven_op.isoformat()],
            "geldig_tot": [None, _iso(geldig_tot)],
        },
    )


def _aanvraag(dossier: Dossier, lp_id: UUID) -> LPAanvraag:
    return LPAanvraag.objects.get(pk=lp_id, dossier=dossier)


def _is_gecontroleerd(aanvraag: LPAanvraag, dossier: Dossier) -> None:
    """The norm looks at the last request that was not sent; this one is asked for itself, whatever its place."""
    regie = dossier.regievoerder.naam if dossier.regievoerder else dossier.regievoerder_elders
    lezer = aanvraag.set_gecontroleerd_door
    if lezer is None or lezer == regie or aanvraag.asielinformatie_aangetroffen is not False:
        raise StapNietAanDeOrde(
            _(
                "Een tweede lezer heeft deze set nog niet vrij van asielinformatie bevonden. Vraag een collega."
            )
        )


def _nieuw_document(dossier: Dossier, *, soort: str, geldig_tot: date | None) -> Reisdocument:
    return Reisdocument.objects.create(
        dossier=dossier, volgorde=_volgende(Reisdocument, dossier), soort=soort, geldig_tot=geldig_tot
    )


def _volgende(rijsoort: type[models.Model], dossier: Dossier) -> int:
    """The next place in the list of this dossier; the lock on the dossier keeps it free."""
    hoogste: int | None = rijsoort._default_manager.filter(dossier=dossier).aggregate(
        hoogste=models.Max("volgorde")
    )["hoogste"]
    return 0 if hoogste is None else hoogste + 1


def _niet_later_dan(dag: date, peildatum: date) -> None:
    if dag > peildatum:
        raise DatumInDeToekomst(_("Deze datum ligt in de toekomst. Vul de dag in waarop het is gebeurd."))


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _meld(
    aanvraag: LPAanvraag, *, door: Medewerker, soort: str, wijzigingen: dict[str, list[Any]]
) -> LPAanvraag:
    record_gebeurtenis(
        soort=soort,
        onderwerp=aanvraag,
        dossier_id=aanvraag.dossier_id,
        door=door,
        gegevens={"land": aanvraag.land, "wijzigingen": wijzigingen},
    )
    return aanvraag
