"""After it was imposed: lawyer and court informed, looked at again, extended with reasons, and ended at once."""

from contextlib import nullcontext
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions import change_feiten, lock_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.kalender import plus_maanden
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import KETENROLLEN, Recht
from verantwoord.toetsing.signalen import open_signalen
from verantwoord.toezicht.bewaring.actions.regels import (
    eis_bewaring,
    eis_dag,
    eis_tekst,
    laat_ambtenaar_los,
    lopende_plaats,
    met_bewaring,
    schrijf_regel,
    stand_op,
)
from verantwoord.toezicht.bewaring.dagen import dagen_samen, perioden_van
from verantwoord.toezicht.bewaring.fouten import KanNietNu, VeldFout
from verantwoord.toezicht.bewaring.keuzes import (
    HEROVERWEEG_NA,
    LOPEND,
    Opheffing,
    Regelsoort,
    Stand,
    Verlenggrond,
)
from verantwoord.toezicht.bewaring.models import Bewaringsregel, Voorstel
from verantwoord.web.datums import dag_maand


@transaction.atomic
def record_advocaat(
    *, door: Medewerker, dossier_id: UUID, op: date, wie: str, peildatum: date
) -> Bewaringsregel:
    """Keep when the lawyer was told, and who that is."""
    dossier = lock_dossier(dossier_id, door=door)
    plaats, _feit, begin = eis_bewaring(beeld_of(dossier.pk))
    eis_dag(op, veld="op", peildatum=peildatum, vanaf=begin)
    wie = eis_tekst(wie, veld="wie", melding=_("Vul de naam of het kantoor van de advocaat in."))
    regel = schrijf_regel(dossier, Regelsoort.ADVOCAAT, door=door, op=op, tekst=wie, plaats=plaats)
    _meld(dossier, regel, "bewaring.advocaat", door=door)
    return regel


@transaction.atomic
def record_rechtbank(
    *, door: Medewerker, dossier_id: UUID, op: date, kenmerk: str, peildatum: date
) -> Bewaringsregel:
    """Keep when the court was notified; at the latest on the twenty-eighth day (Vw 2000 art. 94)."""
    dossier = lock_dossier(dossier_id, door=door)
    plaats, _feit, begin = eis_bewaring(beeld_of(dossier.pk))
    eis_dag(op, veld="op", peildatum=peildatum, vanaf=begin)
    kenmerk = eis_tekst(kenmerk, veld="kenmerk", melding=_("Vul het kenmerk van de kennisgeving in."))
    regel = schrijf_regel(dossier, Regelsoort.RECHTBANK, door=door, op=op, tekst=kenmerk, plaats=plaats)
    change_feiten(
        dossier,
        lambda beeld: met_bewaring(beeld, plaats, rechtbank_in_kennis_op=op),
        door=door,
        soort="bewaring.rechtbank",
    )
    return regel


@transaction.atomic
def record_heroverweging(
    *,
    door: Medewerker,
    dossier_id: UUID,
    zicht: bool,
    zicht_tekst: str,
    lichter: str,
    aanwijzing: str,
    volgende_op: date,
    peildatum: date,
) -> Bewaringsregel:
    """Look again: is there still a prospect, which lesser means would do now, and what does the new sign say.

    Only who finds that it may go on comes here; whoever finds otherwise ends it. Without prospect, or while a sign has
    no answer, it cannot be said that it goes on.
    """
    dossier = lock_dossier(dossier_id, door=door)
    beeld = beeld_of(dossier.pk)
    plaats, _feit, _begin = eis_bewaring(beeld)
    if not zicht:
        raise VeldFout(
            _("Zonder zicht op uitzetting duurt de bewaring niet voort. Hef haar op."), veld="zicht"
        )
    if open_signalen(stand_op(beeld, peildatum), dossier.pk):
        raise KanNietNu(
            _(
                "Er is een aanwijzing waarop nog niemand heeft geantwoord. Leg eerst die toetsing vast, of hef de bewaring op."
            )
        )
    gegevens = {
        "zicht": eis_tekst(
            zicht_tekst, veld="zicht_tekst", melding=_("Schrijf op waarop u dat zicht nu baseert.")
        ),
        "lichter": eis_tekst(
            lichter, veld="lichter", melding=_("Schrijf op welk lichter middel u nu heeft gewogen.")
        ),
        "aanwijzing": aanwijzing.strip(),
        "volgende_op": _volgende(volgende_op, peildatum).isoformat(),
    }
    regel = schrijf_regel(
        dossier, Regelsoort.HEROVERWOGEN, door=door, op=peildatum, plaats=plaats, gegevens=gegevens
    )
    _meld(dossier, regel, "bewaring.heroverwogen", door=door)
    return regel


@transaction.atomic
def extend_bewaring(
    *, door: Medewerker, dossier_id: UUID, grond: str, motivering: str, peildatum: date
) -> Bewaringsregel:
    """Extend beyond six months, once, for one of the two reasons of Vw 2000 art. 59(6); a manager, not the regievoerder.

    Days of earlier periods count: eighteen months together is the end. A review of at most four weeks ago says why.
    """
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.BEWARING_VERLENGEN)
    beeld = beeld_of(dossier.pk)
    plaats, feit, begin = eis_bewaring(beeld)
    if feit.verlengd_op is not None:
        raise KanNietNu(_("De bewaring is al een keer verlengd. Langer kan niet."))
    motivering = eis_tekst(
        motivering, veld="motivering", melding=_("Schrijf op waarom verlengen nu nodig is.")
    )
    if grond not in Verlenggrond.values:
        raise VeldFout(_("Kies op welke grond."), veld="grond")
    einde = stand_op(beeld, peildatum).termijnen.bewaring.eindigt_op
    if einde is None or peildatum > einde:
        raise KanNietNu(_("De termijn van de bewaring is voorbij. Hef de bewaring op."))
    if peildatum < einde - timedelta(days=HEROVERWEEG_NA):
        raise KanNietNu(
            _("De bewaring mag nog duren tot en met %(dag)s. Verlengen is nu niet aan de orde.")
            % {"dag": dag_maand(einde)}
        )
    _check_duur(dossier, begin, peildatum)
    laatste = _laatste(dossier, plaats)
    if laatste is None or laatste.op < peildatum - timedelta(days=HEROVERWEEG_NA):
        raise KanNietNu(
            _("Bekijk eerst opnieuw of de bewaring nog mag. Daarna kan iemand beslissen over verlengen.")
        )
    if laatste.door_id == door.pk:
        raise KanNietNu(_("U bekeek zelf of de bewaring nog mag. Een ander beslist over verlengen."))
    regel = schrijf_regel(
        dossier,
        Regelsoort.VERLENGD,
        door=door,
        op=peildatum,
        tekst=motivering,
        plaats=plaats,
        gegevens={"grond": grond},
    )
    change_feiten(
        dossier,
        lambda staat: met_bewaring(staat, plaats, verlengd_op=peildatum),
        door=door,
        soort="bewaring.verlengd",
    )
    return regel


@transaction.atomic
def release_bewaring(
    *,
    door: Medewerker,
    dossier_id: UUID,
    reden: str,
    toelichting: str,
    peildatum: date,
    op: date | None = None,
) -> Dossier:
    """End detention, or an open proposal, at once. No norm, version or missing text stops it; asking twice is harmless.

    ``op`` is the day it ended when that was before today.
    """
    met_de_keten = als_systeem() if door.rol in KETENROLLEN else nullcontext()
    with met_de_keten:
        dossier = lock_dossier(dossier_id, door=door, recht=Recht.BEWARING_OPHEFFEN, ook_gesloten=True)
        plaats = lopende_plaats(beeld_of(dossier.pk))
        if plaats is None:
            return dossier
        feit = beeld_of(dossier.pk).bewaringen[plaats]
        dag = op if op is not None and op <= peildatum else peildatum
        if feit.opgelegd_op is not None and dag < feit.opgelegd_op:
            dag = peildatum
        voorstel = Voorstel.objects.filter(dossier=dossier, stand__in=LOPEND, plaats=plaats).first()
        if voorstel is not None:
            voorstel.stand = Stand.OPGEHEVEN
            voorstel.save(update_fields=["stand"])
        schrijf_regel(
            dossier,
            Regelsoort.OPGEHEVEN,
            door=door,
            op=dag,
            tekst=toelichting.strip(),
            voorstel=voorstel,
            plaats=plaats,
            gegevens={"reden": reden if reden in Opheffing.values else Opheffing.ANDERS.value},
        )
        change_feiten(
            dossier,
            lambda beeld: met_bewaring(beeld, plaats, opgeheven_op=dag),
            door=door,
            soort="bewaring.opgeheven",
        )
        laat_ambtenaar_los(dossier.pk)
    return dossier


def _meld(dossier: Dossier, regel: Bewaringsregel, soort: str, *, door: Medewerker) -> None:
    dossier.versie += 1
    dossier.save(update_fields=["versie"])
    record_gebeurtenis(soort=soort, onderwerp=regel, dossier_id=dossier.pk, door=door)


def _volgende(dag: date, peildatum: date) -> date:
    if not peildatum < dag <= peildatum + timedelta(days=HEROVERWEEG_NA):
        raise VeldFout(
            _("Kies een dag binnen %(dagen)d dagen.") % {"dagen": HEROVERWEEG_NA}, veld="volgende_op"
        )
    return dag


def _laatste(dossier: Dossier, plaats: int) -> Bewaringsregel | None:
    return Bewaringsregel.objects.filter(dossier=dossier, plaats=plaats, soort=Regelsoort.HEROVERWOGEN).last()


def _check_duur(dossier: Dossier, begin: date, peildatum: date) -> None:
    """Eighteen months in all (Directive 2008/115/EC art. 15(6)); what was before counts, so nobody begins anew."""
    langst = (plus_maanden(begin, 18) - begin).days
    if dagen_samen(perioden_van(dossier.pk), op=peildatum) >= langst:
        raise KanNietNu(_("De langste duur van achttien maanden is bereikt. Hef de bewaring op."))
