"""Somebody is no longer seen: what is known of it, step by step. No step leads to the next by itself.

``recht`` is what whoever acts must hold: a regievoerder treats the dossier, a partner sends what is its own to send.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier.actions import change_feiten, lock_versie
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.zicht import amsterdamse_dag
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.vertrek.actions.regels import eis_tekst, niet_later_dan, stand_van, zonder_leeg
from verantwoord.vertrek.fouten import AntwoordOntbreekt, DagKloptNiet, StapNietAanDeOrde


@transaction.atomic
def record_niet_gezien(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    laatst_gezien_op: date | None,
    niet_aangekomen_sinds: datetime | None,
    peildatum: date,
    toelichting: str = "",
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> Dossier:
    """Record when the person was last seen, or since when expected after a transfer. It changes nothing else.

    What is left open stays as it was known.
    """
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=recht)
    if laatst_gezien_op is None and niet_aangekomen_sinds is None:
        raise AntwoordOntbreekt(
            _("Vul in wanneer de persoon voor het laatst is gezien, of sinds wanneer die werd verwacht."),
            veld="laatst_gezien_op",
        )
    niet_later_dan(laatst_gezien_op, peildatum, veld="laatst_gezien_op")
    if niet_aangekomen_sinds is not None:
        niet_later_dan(amsterdamse_dag(niet_aangekomen_sinds), peildatum, veld="niet_aangekomen_op")

    def meld(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        eerst = beeld.afwezigheid
        return replace(
            beeld,
            afwezigheid=replace(
                eerst,
                laatst_gezien_op=laatst_gezien_op or eerst.laatst_gezien_op,
                niet_aangekomen_sinds=niet_aangekomen_sinds or eerst.niet_aangekomen_sinds,
            ),
        )

    change_feiten(
        dossier,
        meld,
        door=door,
        soort="afwezigheid.gemeld",
        gegevens=zonder_leeg(toelichting=toelichting.strip()),
    )
    return dossier


@transaction.atomic
def record_aanwezigheidscontrole(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    op: date,
    aangetroffen: bool,
    nagevraagd: Sequence[str],
    peildatum: date,
    toelichting: str = "",
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> Dossier:
    """Record the check of COA and AVIM: where it was asked, and whether the person was there after all."""
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=recht)
    niet_later_dan(op, peildatum, veld="op")
    if not aangetroffen and not nagevraagd:
        raise AntwoordOntbreekt(
            _(
                "Kies waar is nagevraagd. Iemand kan in het ziekenhuis liggen, vastzitten of overgeplaatst zijn."
            ),
            veld="nagevraagd",
        )

    def controleer(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        gezien = _gezien(beeld, op) if aangetroffen else beeld.afwezigheid
        return replace(beeld, afwezigheid=replace(gezien, aanwezigheidscontrole_op=op))

    change_feiten(
        dossier,
        controleer,
        door=door,
        soort="afwezigheid.gecontroleerd",
        gegevens=zonder_leeg(nagevraagd=list(nagevraagd), toelichting=toelichting.strip())
        | {"aangetroffen": aangetroffen},
    )
    return dossier


@transaction.atomic
def record_bericht_van_vertrek(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    kenmerk: str,
    op: date,
    peildatum: date,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> Dossier:
    """Record the bericht van vertrek that the AVIM gave; only after the presence check. It closes nothing."""
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=recht)
    s = stand_van(beeld_of(dossier.pk), peildatum)
    niet_later_dan(op, peildatum, veld="op")
    kenmerk = eis_tekst(kenmerk, veld="kenmerk", melding=_("Vul het kenmerk van de AVIM in."))
    gecontroleerd = s.afwezigheid.aanwezigheidscontrole_op
    if gecontroleerd is None:
        raise StapNietAanDeOrde(
            _(
                "Leg eerst vast dat is gecontroleerd of de persoon er is. Daarna geeft de AVIM een bericht van vertrek."
            )
        )
    if op < gecontroleerd:
        raise DagKloptNiet(_("Deze dag ligt voor de aanwezigheidscontrole. Controleer de datum."), veld="op")
    change_feiten(
        dossier,
        lambda beeld: replace(beeld, afwezigheid=replace(beeld.afwezigheid, bericht_van_vertrek_ref=kenmerk)),
        door=door,
        soort="afwezigheid.bericht_van_vertrek",
        gegevens={"op": op.isoformat()},
    )
    return dossier


@transaction.atomic
def record_weer_gezien(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    op: date,
    toelichting: str,
    peildatum: date,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> Dossier:
    """Record that the person is there; what was said about staying away before no longer counts."""
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=recht)
    niet_later_dan(op, peildatum, veld="op")
    toelichting = eis_tekst(
        toelichting, veld="toelichting", melding=_("Schrijf op waar de persoon is gezien.")
    )
    change_feiten(
        dossier,
        lambda beeld: replace(beeld, afwezigheid=_gezien(beeld, op)),
        door=door,
        soort="afwezigheid.weer_gezien",
        gegevens={"toelichting": toelichting},
    )
    return dossier


def _gezien(beeld: d.Dossierbeeld, op: date) -> d.Afwezigheid:
    """Seen on that day: an earlier absence and its bericht van vertrek may not close anything later."""
    eerst = beeld.afwezigheid
    laatst = max(op, eerst.laatst_gezien_op) if eerst.laatst_gezien_op else op
    return replace(eerst, laatst_gezien_op=laatst, niet_aangekomen_sinds=None, bericht_van_vertrek_ref=None)
