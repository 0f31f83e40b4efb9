"""A medical test that a country asks: put the question, and keep what the person said.

Neutral by construction. Yes and no lead to the same event without the answer in it, change no fact, and close the
same duty. AVG art. 9(2)(a): who says no loses nothing by it; who said yes can take it back.
"""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from verantwoord.dossier.actions import lock_dossier
from verantwoord.dossier.actions.stem import close_keuze, open_stem
from verantwoord.dossier.machtiging.toestemming import keuzerecht_van
from verantwoord.dossier.models import Dossier, Portaalaccount, Stem
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.toezicht.actions.regels import eis_tekst, niet_later_dan
from verantwoord.toezicht.fouten import NietAanDeOrde, VeldFout
from verantwoord.toezicht.keuzes import KEUZEWOORDEN, Reistestantwoordsoort
from verantwoord.toezicht.models import Reistest, Reistestantwoord
from verantwoord.toezicht.portaalkeuze import keuzes_in_portaal


@transaction.atomic
def record_reistest(
    *,
    door: Medewerker,
    dossier_id: UUID,
    land: str,
    soort: str,
    wat: str,
    bron: str,
    vraag_voor: date,
    peildatum: date,
) -> Reistest:
    """Record what a country asks before somebody may enter, and where that is written."""
    dossier = lock_dossier(dossier_id, door=door)
    if vraag_voor < peildatum:
        raise VeldFout(_("Kies vandaag of een dag die nog komt."), veld="vraag_voor")
    reistest = Reistest.objects.create(
        dossier=dossier,
        land=land,
        soort=soort,
        wat=eis_tekst(wat, veld="wat", melding=_("Schrijf op wat het land vraagt.")),
        bron=eis_tekst(bron, veld="bron", melding=_("Vul in waar dit staat.")),
        gevraagd_op=peildatum,
        vraag_voor=vraag_voor,
        door=door,
        door_naam=door.naam,
    )
    _vermeld("reistest.vastgelegd", reistest, door=door)
    return reistest


@transaction.atomic
def record_antwoord(
    *,
    door: Medewerker,
    dossier_id: UUID,
    reistest_id: UUID,
    antwoord: str,
    namens: str,
    op: date,
    taal: str,
    woorden: str,
    peildatum: date,
) -> Reistestantwoord:
    """Record what the person said. The event says only that the question was put."""
    dossier = lock_dossier(dossier_id, door=door)
    reistest = _open(dossier, reistest_id)
    niet_later_dan(op, peildatum, veld="op")
    laatste = reistest.antwoorden.last()
    if antwoord == Reistestantwoordsoort.INGETROKKEN and (
        laatste is None or laatste.antwoord != Reistestantwoordsoort.JA
    ):
        raise VeldFout(_("Er is geen eerdere ja om in te trekken."), veld="antwoord")
    gegeven = Reistestantwoord.objects.create(
        reistest=reistest,
        antwoord=antwoord,
        namens=namens,
        op=op,
        taal=taal,
        woorden=woorden.strip(),
        door=door,
        door_naam=door.naam,
    )
    close_keuze(dossier.pk, over=reistest.pk, op=peildatum, door=door)
    _vermeld("reistest.besproken", reistest, door=door)
    return gegeven


@transaction.atomic
def choose_reistest(
    *, door: Portaalaccount, dossier_id: UUID, reistest_id: UUID, keuze: str, op: date
) -> Stem:
    """Tell in the portal what one wants: ``ja``, ``nee`` or ``intrekken``. It waits for whoever writes it down as the answer.

    The same again does nothing, and what was said last holds. The event says only that somebody chose. Raises
    ``Reistest.DoesNotExist`` when that is not asked, ``NietAanDeOrde`` for a yes of somebody too young to give it alone.
    """
    require(door, Recht.TOESTEMMING_GEVEN)
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id)
    reistest = Reistest.objects.get(dossier=dossier, pk=reistest_id, vervallen_op=None)
    recht = keuzerecht_van(door, dossier_id, op=op)
    if keuze not in KEUZEWOORDEN or recht is None or (keuze == "ja" and not recht.mag_ja):
        raise NietAanDeOrde(_("Onder de 16 jaar zegt de ouder of de voogd ja."))
    laatste = keuzes_in_portaal(dossier_id).get(reistest.pk)
    if laatste is not None and laatste.keuze == keuze:
        return laatste.stem
    if keuze == "intrekken" and (laatste is None or laatste.keuze != "ja"):
        raise NietAanDeOrde(_("Er is geen eerdere ja om in te trekken."))
    close_keuze(dossier_id, over=reistest.pk, op=op)
    # Read by the staff, whatever language the portal speaks.
    with translation.override("nl"):
        waarover = f"{landnaam(reistest.land)}: {reistest.wat}"
    stem = open_stem(
        door=door,
        dossier_id=dossier_id,
        soort=Stem.Soort.TOESTEMMING,
        op=op,
        over=reistest.pk,
        antwoord_voor=reistest.vraag_voor,
        tekst=f"{KEUZEWOORDEN[keuze]}\n{waarover}",
    )
    record_gebeurtenis(
        soort="reistest.gekozen", onderwerp=reistest, dossier_id=dossier_id, door=door, gegevens={}
    )
    return stem


@transaction.atomic
def lapse_reistest(
    *, door: Medewerker, dossier_id: UUID, reistest_id: UUID, reden: str, peildatum: date
) -> Reistest:
    """Say that the country does not ask this any more, or that another route was chosen."""
    dossier = lock_dossier(dossier_id, door=door)
    reistest = _open(dossier, reistest_id)
    reistest.vervallen_op = peildatum
    reistest.vervallen_reden = eis_tekst(
        reden, veld="reden", melding=_("Schrijf op waarom dit niet meer nodig is.")
    )
    reistest.save(update_fields=["vervallen_op", "vervallen_reden"])
    close_keuze(dossier.pk, over=reistest.pk, op=peildatum, door=door)
    _vermeld("reistest.vervallen", reistest, door=door)
    return reistest


def _open(dossier: Dossier, reistest_id: UUID) -> Reistest:
    reistest = Reistest.objects.filter(dossier=dossier, pk=reistest_id).select_for_update().first()
    if reistest is None or reistest.vervallen_op is not None:
        raise NietAanDeOrde(_("Dit wordt niet meer gevraagd. Ververs de pagina."))
    return reistest


def _vermeld(soort: str, reistest: Reistest, *, door: Medewerker) -> None:
    record_gebeurtenis(
        soort=soort, onderwerp=reistest, dossier_id=reistest.dossier_id, door=door, gegevens={}
    )
