"""Closing a dossier and opening it again. Always by a person, always with a reason (norm afsluiten-dossier)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier import poort
from verantwoord.dossier.actions import change_feiten, lock_versie
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrek.actions.regels import (
    eis_tekst,
    niet_later_dan,
    niet_voor_ontvangst,
    stand_van,
    uitkomst_van,
    zonder_leeg,
)
from verantwoord.vertrek.fouten import AntwoordOntbreekt, StapNietAanDeOrde
from verantwoord.vertrek.keuzes import AANTOONBAAR, Aanleiding, Uitkomst
from verantwoord.vertrek.toestand import is_uitgevoerd, openstaand
from verantwoord.vertrekgesprek.actions import record_niet_gevoerd
from verantwoord.vertrekgesprek.models import Gesprek

AFSLUITEN = "afsluiten-dossier"


@transaction.atomic
def close_dossier(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    soort: str,
    reden: str,
    peildatum: date,
    op: date | None = None,
    kenmerk: str = "",
    ondersteuning: str = "",
    lessen: str = "",
    gezien_wat_vervalt: bool = False,
) -> Dossier:
    """Close the dossier for one of the reasons of the contract, and cancel what was still planned.

    As left with proof and as left without supervision the gate answers; for a withdrawn transfer or a permit every
    measure has ended too. ``op`` and ``kenmerk`` belong to these last two: the day and the letter of it.
    Raises ``NormBlokkeert``.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    beeld = beeld_of(dossier.pk)
    s = stand_van(beeld, peildatum)
    uitkomst = _uitkomst(dossier, beeld, Uitkomst(soort), op=op, kenmerk=kenmerk, peildatum=peildatum)
    reden = eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom het dossier wordt gesloten."))
    _vraag_de_normen(dossier, Uitkomst(soort), peildatum=peildatum, door=door)
    vervalt = openstaand(s).vervalt
    if vervalt and not gezien_wat_vervalt:
        raise AntwoordOntbreekt(
            _("Kijk na wat er nog gepland staat, en kruis aan dat het vervalt."), veld="gezien_wat_vervalt"
        )
    _zeg_gesprekken_af(dossier, door=door, reden=reden, peildatum=peildatum)

    def sluit(staat: d.Dossierbeeld) -> d.Dossierbeeld:
        if uitkomst.soort == Uitkomst.INGETROKKEN:
            overdracht = replace(staat.overdracht, ingetrokken_op=uitkomst.op)
            staat = replace(staat, overdracht=overdracht)
        boekingen = tuple(
            b
            if b.geannuleerd_op is not None or is_uitgevoerd(b, uitkomst)
            else replace(b, geannuleerd_op=peildatum)
            for b in staat.boekingen
        )
        return replace(staat, boekingen=boekingen, uitkomst=uitkomst, gesloten_op=peildatum)

    change_feiten(
        dossier,
        sluit,
        door=door,
        soort="dossier.gesloten",
        gegevens=zonder_leeg(
            reden=reden,
            ondersteuning=ondersteuning.strip(),
            lessen=lessen.strip(),
            vervallen=list(vervalt),
        ),
    )
    return dossier


@transaction.atomic
def reopen_dossier(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    aanleiding: str,
    reden: str,
    peildatum: date,
    weer_gezien_op: date | None = None,
) -> Dossier:
    """Open a closed dossier again within the same transfer, because the person is there or it was closed wrongly.

    A new transfer is a new dossier that refers to this one; this act is not for that. The outcome no longer holds, an
    earlier absence and trips that stood no longer count, and a finding of the four moments is asked anew by a person
    (norm heropenen-dossier). What stood is kept in the event.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie, ook_gesloten=True)
    if dossier.gesloten_op is None:
        raise StapNietAanDeOrde(_("Dit dossier is open. Er is niets te heropenen."))
    reden = eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom u het dossier heropent."))
    if dossier.ingetrokken_op is not None:
        raise StapNietAanDeOrde(
            _(
                "De overdracht is ingetrokken. Een nieuwe overdracht maakt een nieuw dossier dat naar dit verwijst."
            )
        )
    if Dossier.objects.filter(persoon=dossier.persoon_id, gesloten_op__isnull=True).exists():
        raise StapNietAanDeOrde(
            _("Er is al een later dossier van deze persoon open. Werk daarin verder; dit blijft te lezen.")
        )
    if aanleiding == Aanleiding.WEER_GEZIEN:
        if weer_gezien_op is None:
            raise AntwoordOntbreekt(_("Vul in op welke dag de persoon is gezien."), veld="weer_gezien_op")
        niet_later_dan(weer_gezien_op, peildatum, veld="weer_gezien_op")
        niet_voor_ontvangst(weer_gezien_op, dossier, veld="weer_gezien_op")

    def heropen(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        boekingen = tuple(
            b if b.geannuleerd_op is not None else replace(b, geannuleerd_op=peildatum)
            for b in beeld.boekingen
        )
        afwezigheid = replace(
            beeld.afwezigheid,
            laatst_gezien_op=weer_gezien_op or beeld.afwezigheid.laatst_gezien_op,
            niet_aangekomen_sinds=None,
            bericht_van_vertrek_ref=None,
        )
        return replace(beeld, boekingen=boekingen, afwezigheid=afwezigheid, uitkomst=None, gesloten_op=None)

    change_feiten(
        dossier,
        heropen,
        door=door,
        soort="dossier.heropend",
        gegevens={"aanleiding": Aanleiding(aanleiding).value, "reden": reden},
    )
    return dossier


def _uitkomst(
    dossier: Dossier,
    beeld: d.Dossierbeeld,
    soort: Uitkomst,
    *,
    op: date | None,
    kenmerk: str,
    peildatum: date,
) -> d.Uitkomst:
    """The outcome with which the dossier ends; what was proven before is not replaced by something else."""
    bewezen = beeld.uitkomst is not None and beeld.uitkomst.soort in AANTOONBAAR
    if bewezen and beeld.uitkomst is not None and beeld.uitkomst.soort != soort:
        raise StapNietAanDeOrde(_("Er is bewijs van vertrek vastgelegd. Sluit het dossier met die uitkomst."))
    if soort in AANTOONBAAR:
        # Without an outcome on record the gate refuses with the norm that asks for it.
        return beeld.uitkomst or uitkomst_van(soort.value, peildatum, None)
    if soort == Uitkomst.ONGECONTROLEERD:
        return d.Uitkomst(
            soort="ongecontroleerd", op=peildatum, bewijs_ref=beeld.afwezigheid.bericht_van_vertrek_ref
        )
    dag = op or (dossier.ingetrokken_op if soort == Uitkomst.INGETROKKEN else None)
    if dag is None:
        raise AntwoordOntbreekt(_("Vul in op welke dag dat was."), veld="op")
    niet_later_dan(dag, peildatum, veld="op")
    niet_voor_ontvangst(dag, dossier, veld="op")
    kenmerk = eis_tekst(kenmerk, veld="kenmerk", melding=_("Vul het kenmerk in van de brief of het besluit."))
    return uitkomst_van(soort.value, dag, kenmerk)


def _vraag_de_normen(dossier: Dossier, soort: Uitkomst, *, peildatum: date, door: Medewerker) -> None:
    if soort in AANTOONBAAR:
        poort.require("sluiten_vertrokken", dossier=dossier, peildatum=peildatum, door=door)
        return
    if soort == Uitkomst.ONGECONTROLEERD:
        poort.require("sluiten_ongecontroleerd", dossier=dossier, peildatum=peildatum, door=door)
        return
    # The catalogue names no act for these two, but its rule holds for every closing: a measure that still runs in a
    # dossier nobody looks at would run on unseen.
    beoordeling = beoordeel(beeld_of(dossier.pk), peildatum=peildatum, parameters=geldende_parameters())
    tegen = [b for b in beoordeling.bevindingen if b.norm == AFSLUITEN and b.oordeel == "niet_voldaan"]
    if tegen:
        raise NormBlokkeert(
            _("U kunt het dossier nu niet sluiten. %(waarom)s") % {"waarom": tegen[0].uitleg},
            handeling="sluiten",
            bevindingen=tegen,
        )


def _zeg_gesprekken_af(dossier: Dossier, *, door: Medewerker, reden: str, peildatum: date) -> None:
    for gesprek in Gesprek.objects.filter(dossier=dossier, status="gepland").order_by("volgorde"):
        record_niet_gevoerd(
            door=door,
            dossier_id=dossier.pk,
            gesprek_id=gesprek.pk,
            versie=gesprek.versie,
            status="geannuleerd",
            reden=reden,
            peildatum=peildatum,
        )
