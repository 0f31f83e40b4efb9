"""A proposal: written, read by somebody else, signed where there is a minor, and laid before who may decide."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier import poort
from verantwoord.dossier.actions import change_feiten, lock_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.kern import dossierbeeld as d
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import KETENROLLEN, Organisatie, Recht
from verantwoord.toezicht.bewaring.actions.regels import (
    eis_tekst,
    laat_ambtenaar_los,
    laat_ambtenaar_toe,
    lock_voorstel,
    lopende_plaats,
    met_bewaring,
    schrijf_gebeurtenis,
    schrijf_regel,
    stand_op,
)
from verantwoord.toezicht.bewaring.bevoegd import aanwijzing_van, geldig_op
from verantwoord.toezicht.bewaring.fouten import KanNietNu, NietBevoegd, NogNietCompleet, VeldFout
from verantwoord.toezicht.bewaring.inhoud import (
    Inhoud,
    als_feit,
    is_minderjarig_mogelijk,
    schrijf_inhoud,
    vingers_van,
    wat_ontbreekt,
)
from verantwoord.toezicht.bewaring.keuzes import LOPEND, TERUG_TE_NEMEN, Regelsoort, Stand, Waarvoor
from verantwoord.toezicht.bewaring.models import Voorstel


@transaction.atomic
def begin_voorstel(*, door: Medewerker, dossier_id: UUID) -> Voorstel:
    """Open a draft; the one that the author has already is given back. It is nobody's fact, and no norm reads it."""
    dossier = lock_dossier(dossier_id, door=door)
    lopend = Voorstel.objects.filter(dossier=dossier, stand__in=LOPEND).first()
    if lopend is not None and lopend.stand == Stand.CONCEPT and lopend.opsteller_id == door.pk:
        return lopend
    if lopend is not None or lopende_plaats(beeld_of(dossier.pk)) is not None:
        raise KanNietNu(_("Er loopt al een voorstel of een bewaring. Kijk eerst hoe dat staat."))
    voorstel = Voorstel.objects.create(dossier=dossier, opsteller=door)
    schrijf_gebeurtenis(voorstel, "bewaring.begonnen", door=door)
    return voorstel


@transaction.atomic
def save_voorstel(
    *, door: Medewerker, dossier_id: UUID, versie: int, verander: Callable[[Inhoud], Inhoud]
) -> Voorstel:
    """Keep what the author is writing, also when it is not finished. Raises ``Versieconflict`` with what stands there."""
    dossier = lock_dossier(dossier_id, door=door)
    voorstel = _van_mij(dossier, door, Stand.CONCEPT)
    if voorstel.versie != versie:
        raise Versieconflict(
            _("Dit voorstel is intussen bijgewerkt, bijvoorbeeld in een ander venster. Vergelijk beide."),
            bewaard=voorstel.inhoud,
            versie=voorstel.versie,
        )
    inhoud = verander(voorstel.gelezen_inhoud)
    voorstel.inhoud = schrijf_inhoud(inhoud)
    voorstel.vingers = sorted(set(vingers_van(inhoud).values()))
    voorstel.versie += 1
    voorstel.save(update_fields=["inhoud", "vingers", "versie"])
    Voorstel.objects.filter(pk=voorstel.pk).update(gewijzigd_op=Now())
    return voorstel


@transaction.atomic
def submit_voorstel(*, door: Medewerker, dossier_id: UUID, lezer: Medewerker, peildatum: date) -> Voorstel:
    """Ask a colleague to read it, or another one when the first does not answer.

    It is complete, and the gate already says whether it may be proposed today.
    """
    dossier = lock_dossier(dossier_id, door=door)
    voorstel = _van_mij(dossier, door, Stand.CONCEPT, Stand.BIJ_LEZER)
    if lezer.pk == door.pk:
        raise NietBevoegd(_("U kunt uw eigen voorstel niet als tweede lezen. Vraag het aan een collega."))
    if not kan_lezen(lezer, dossier):
        raise NietBevoegd(_("Deze collega kan dit dossier niet lezen. Kies iemand anders."))
    _eis_compleet(dossier, voorstel, peildatum)
    _vraag_poort(dossier, voorstel, door=door, peildatum=peildatum)
    voorstel.stand, voorstel.lezer, voorstel.gevraagd_op = Stand.BIJ_LEZER, lezer, peildatum
    voorstel.save(update_fields=["stand", "lezer", "gevraagd_op"])
    # What the reader has before her is kept as it was, whatever the author writes afterwards.
    schrijf_regel(
        dossier,
        Regelsoort.INGEDIEND,
        door=door,
        op=peildatum,
        voorstel=voorstel,
        gegevens={"inhoud": voorstel.inhoud, "lezer": lezer.naam},
    )
    schrijf_gebeurtenis(voorstel, "bewaring.ingediend", door=door, aan=[lezer])
    return voorstel


@transaction.atomic
def return_voorstel(*, door: Medewerker, dossier_id: UUID, opmerkingen: str, peildatum: date) -> Voorstel:
    """Give it back with remarks, which are kept; it is a draft of its author again."""
    dossier, voorstel = _bij_deze_lezer(dossier_id, door)
    opmerkingen = eis_tekst(
        opmerkingen, veld="opmerkingen", melding=_("Schrijf op wat er volgens u nog niet klopt of ontbreekt.")
    )
    voorstel.stand, voorstel.lezer, voorstel.gevraagd_op = Stand.CONCEPT, None, None
    voorstel.save(update_fields=["stand", "lezer", "gevraagd_op"])
    schrijf_regel(dossier, Regelsoort.TERUG, door=door, op=peildatum, tekst=opmerkingen, voorstel=voorstel)
    schrijf_gebeurtenis(voorstel, "bewaring.teruggegeven", door=door, aan=[voorstel.opsteller])
    return voorstel


@transaction.atomic
def approve_voorstel(*, door: Medewerker, dossier_id: UUID, opmerkingen: str, peildatum: date) -> Voorstel:
    """Agree, with one's own words. Only now it is a fact that detention is proposed, through the gate of that day."""
    dossier, voorstel = _bij_deze_lezer(dossier_id, door)
    opmerkingen = eis_tekst(
        opmerkingen, veld="opmerkingen", melding=_("Schrijf in eigen woorden op waarom u akkoord bent.")
    )
    _eis_compleet(dossier, voorstel, peildatum)
    _vraag_poort(dossier, voorstel, door=door, peildatum=peildatum)
    feit = _als_feit(voorstel, peildatum)
    voorstel.plaats = len(beeld_of(dossier.pk).bewaringen)
    voorstel.stand, voorstel.gelezen_op = Stand.AKKOORD, peildatum
    voorstel.met_minderjarige = is_minderjarig_mogelijk(stand_op(beeld_of(dossier.pk), peildatum))
    voorstel.save(update_fields=["plaats", "stand", "gelezen_op", "met_minderjarige"])
    schrijf_regel(dossier, Regelsoort.AKKOORD, door=door, op=peildatum, tekst=opmerkingen, voorstel=voorstel)
    change_feiten(
        dossier,
        lambda beeld: replace(beeld, bewaringen=(*beeld.bewaringen, feit)),
        door=door,
        soort="bewaring.voorgesteld",
        gegevens={"aan": [str(voorstel.opsteller_id)]},
    )
    return voorstel


@transaction.atomic
def sign_voorstel(*, door: Medewerker, dossier_id: UUID, motivering: str, peildatum: date) -> Voorstel:
    """Sign for the board where there is, or may be, a minor: somebody designated for it who took no part before."""
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.BEWARING_TEKENEN)
    voorstel = lock_voorstel(dossier, Stand.AKKOORD)
    if not voorstel.met_minderjarige or voorstel.directie_id is not None:
        raise KanNietNu(_("Hier hoeft niet namens de directie te worden getekend. Ververs de pagina."))
    if door.pk in {voorstel.opsteller_id, voorstel.lezer_id}:
        raise NietBevoegd(_("U schreef of las dit voorstel. Iemand anders tekent namens de directie."))
    if aanwijzing_van(door, op=peildatum, waarvoor=Waarvoor.KINDEREN) is None:
        raise NietBevoegd(_("U bent vandaag niet aangewezen om namens de directie te tekenen."))
    motivering = eis_tekst(
        motivering, veld="motivering", melding=_("Schrijf op waarom dit voor dit kind niet anders kan.")
    )
    voorstel.directie = door
    voorstel.save(update_fields=["directie"])
    schrijf_regel(dossier, Regelsoort.DIRECTIE, door=door, op=peildatum, tekst=motivering, voorstel=voorstel)
    schrijf_gebeurtenis(voorstel, "bewaring.getekend", door=door, aan=[voorstel.opsteller])
    return voorstel


@transaction.atomic
def send_voorstel(*, door: Medewerker, dossier_id: UUID, ambtenaar: Medewerker, peildatum: date) -> Voorstel:
    """Lay it before one competent officer who took no part; also before another when the first does not answer."""
    dossier = lock_dossier(dossier_id, door=door)
    voorstel = lock_voorstel(dossier, Stand.AKKOORD, Stand.BIJ_AMBTENAAR)
    if voorstel.met_minderjarige and voorstel.directie_id is None:
        raise KanNietNu(_("Er is een minderjarige. Eerst moet iemand namens de directie tekenen."))
    if ambtenaar.pk in {voorstel.opsteller_id, voorstel.lezer_id, voorstel.directie_id}:
        raise NietBevoegd(
            _("Wie het voorstel schreef, las of tekende, beslist er niet over. Kies iemand anders.")
        )
    if not geldig_op(peildatum).filter(medewerker=ambtenaar).exists():
        raise NietBevoegd(_("Deze ambtenaar is vandaag niet bevoegd. Kies iemand anders."))
    if dossier.afgeschermd and ambtenaar.rol in KETENROLLEN:
        raise NietBevoegd(_("Dit dossier is afgeschermd. Een ketenpartner krijgt het niet te zien."))
    if ambtenaar.organisatie == Organisatie.DTV and not kan_lezen(ambtenaar, dossier):
        raise NietBevoegd(_("Deze ambtenaar kan dit dossier niet lezen. Kies iemand anders."))
    laat_ambtenaar_los(dossier.pk)
    voorstel.stand, voorstel.ambtenaar, voorstel.voorgelegd_op = Stand.BIJ_AMBTENAAR, ambtenaar, peildatum
    voorstel.save(update_fields=["stand", "ambtenaar", "voorgelegd_op"])
    laat_ambtenaar_toe(voorstel)
    schrijf_regel(
        dossier,
        Regelsoort.VOORGELEGD,
        door=door,
        op=peildatum,
        voorstel=voorstel,
        gegevens={"aan": ambtenaar.naam, "organisatie": ambtenaar.organisatie},
    )
    schrijf_gebeurtenis(voorstel, "bewaring.voorgelegd", door=door, aan=[ambtenaar])
    return voorstel


@transaction.atomic
def withdraw_voorstel(*, door: Medewerker, dossier_id: UUID, reden: str, peildatum: date) -> Voorstel:
    """Take a proposal back, whoever wrote it. What was written stays to be read; no norm stops this."""
    dossier = lock_dossier(dossier_id, door=door, ook_gesloten=True)
    voorstel = lock_voorstel(dossier, *TERUG_TE_NEMEN)
    reden = eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom het voorstel niet verder gaat."))
    voorstel.stand = Stand.INGETROKKEN
    voorstel.save(update_fields=["stand"])
    laat_ambtenaar_los(dossier.pk)
    schrijf_regel(dossier, Regelsoort.INGETROKKEN, door=door, op=peildatum, tekst=reden, voorstel=voorstel)
    end_feit(dossier, voorstel, door=door, op=peildatum, soort="bewaring.ingetrokken")
    return voorstel


def end_feit(dossier: Dossier, voorstel: Voorstel, *, door: Medewerker, op: date, soort: str) -> None:
    """Let the proposal no longer be an open fact; one that nobody agreed to never was."""
    plaats = voorstel.plaats
    if plaats is None:
        schrijf_gebeurtenis(voorstel, soort, door=door, aan=[voorstel.opsteller])
        return
    change_feiten(
        dossier,
        lambda beeld: met_bewaring(beeld, plaats, opgeheven_op=op),
        door=door,
        soort=soort,
        gegevens={"aan": [str(voorstel.opsteller_id)]},
    )


def kan_lezen(wie: Medewerker, dossier: Dossier) -> bool:
    """Whether somebody of the DT&V reads proposals and works on this dossier."""
    return wie.is_active and (
        wie.heeft(Recht.BEWARING_LEZEN) and Dossier.objects.visible_to(wie).filter(pk=dossier.pk).exists()
    )


def _van_mij(dossier: Dossier, door: Medewerker, *standen: Stand) -> Voorstel:
    voorstel = lock_voorstel(dossier, *standen)
    if voorstel.opsteller_id != door.pk:
        raise NietBevoegd(
            _("%(wie)s schrijft dit voorstel. Alleen wie begon, schrijft het verder.")
            % {"wie": voorstel.opsteller.naam}
        )
    return voorstel


def _bij_deze_lezer(dossier_id: UUID, door: Medewerker) -> tuple[Dossier, Voorstel]:
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.BEWARING_LEZEN)
    voorstel = lock_voorstel(dossier, Stand.BIJ_LEZER)
    if voorstel.lezer_id != door.pk or voorstel.opsteller_id == door.pk:
        raise NietBevoegd(
            _("Dit voorstel ligt bij %(wie)s om te lezen.")
            % {"wie": voorstel.lezer.naam if voorstel.lezer else "?"}
        )
    return dossier, voorstel


def _eis_compleet(dossier: Dossier, voorstel: Voorstel, peildatum: date) -> None:
    tekort = wat_ontbreekt(voorstel.gelezen_inhoud, stand_op(beeld_of(dossier.pk), peildatum))
    if tekort:
        raise NogNietCompleet(_("Het voorstel is nog niet af. Hieronder staat wat ontbreekt."), tekort=tekort)
    if voorstel.gelezen_inhoud.zicht_oordeel is False:
        raise VeldFout(
            _("Uw oordeel is dat er geen zicht op uitzetting is. Dan kan er geen bewaring zijn."),
            veld="zicht_oordeel",
        )


def _als_feit(voorstel: Voorstel, peildatum: date) -> d.Bewaring:
    return als_feit(
        voorstel.gelezen_inhoud, voorgesteld_op=peildatum, voorgesteld_door=voorstel.opsteller.naam
    )


def _vraag_poort(dossier: Dossier, voorstel: Voorstel, *, door: Medewerker, peildatum: date) -> None:
    """The norms answer about the dossier as it would be with this proposal in it."""
    beeld = beeld_of(dossier.pk)
    if lopende_plaats(beeld) is not None:
        raise KanNietNu(_("Er loopt al een voorstel of een bewaring. Kijk eerst hoe dat staat."))
    feit = _als_feit(voorstel, peildatum)
    poort.require(
        "bewaring_voorstellen",
        dossier=dossier,
        peildatum=peildatum,
        door=door,
        beeld=replace(beeld, bewaringen=(*beeld.bewaringen, feit)),
    )
