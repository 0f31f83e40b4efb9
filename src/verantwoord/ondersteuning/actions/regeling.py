"""What the DIA or Bijzonder Vertrek arranges in kind: asked, taken up, and done or not, with the reason."""

from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.regels import is_geweest, past, volle_tekst, zonder_rekening
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Naar, Regelsoort, Regelstand, Uitvoerder
from verantwoord.ondersteuning.models import Regeling, Regelingstap, Verwijzing, Wens
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

MET_REDEN: Final = frozenset({Regelstand.NIET_GELUKT, Regelstand.INGETROKKEN})


@transaction.atomic
def ask_regeling(
    *,
    door: Medewerker,
    dossier_id: UUID,
    peildatum: date,
    uitvoerder: str,
    soort: str,
    nodig: str,
    land: str,
    nodig_op: date,
    wens_id: UUID | None = None,
) -> Regeling:
    """Ask for something in kind, with no more words than it takes to arrange it.

    Of the DIA only while a referral to it runs with the person's consent.
    """
    dossier = lock_dossier(dossier_id, door=door)
    nodig = volle_tekst(nodig, veld="nodig", leeg=_("Schrijf op wat er nodig is, in gewone woorden."))
    zonder_rekening(nodig, veld="nodig")
    if nodig_op < peildatum:
        raise WensKloptNiet(
            _("Deze dag is al voorbij. Kies de dag waarop het geregeld moet zijn."), veld="nodig_op"
        )
    regeling = Regeling.objects.create(
        dossier=dossier,
        verwijzing=_naar_dia(dossier) if uitvoerder == Uitvoerder.DIA else None,
        wens=None if wens_id is None else Wens.objects.get(pk=wens_id, dossier=dossier),
        uitvoerder=Uitvoerder(uitvoerder),
        soort=Regelsoort(soort),
        nodig=nodig,
        land=land,
        gevraagd_op=peildatum,
        nodig_op=nodig_op,
    )
    _stap(regeling, Regelstand.GEVRAAGD, op=peildatum, tekst=nodig, door=door)
    _record(regeling, "regeling.gevraagd", door=door, omschrijving=nodig)
    return regeling


@transaction.atomic
def move_regeling(
    *,
    door: Medewerker,
    dossier_id: UUID,
    regeling_id: UUID,
    versie: int | None,
    peildatum: date,
    stand: str,
    op: date,
    tekst: str = "",
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> Regeling:
    """Record the next state; that it did not work, or is no longer needed, asks the reason.

    ``recht`` is what whoever records it must hold; who arranges it may say so itself, but not that it is no longer
    needed.
    """
    dossier = lock_dossier(dossier_id, door=door, recht=recht)
    regeling: Regeling = Regeling.objects.select_for_update(of=("self",)).get(pk=regeling_id, dossier=dossier)
    if versie is not None and regeling.versie != versie:
        raise Versieconflict(
            _("Dit is intussen bijgewerkt. Vergelijk uw tekst met wat er nu staat."),
            bewaard={},
            versie=regeling.versie,
        )
    nieuw = Regelstand(stand)
    if nieuw not in regeling.vervolg:
        raise WensKloptNiet(_("Deze stap kan nu niet. Kijk hoe het ermee staat."), veld="stand")
    is_geweest(op, peildatum=peildatum, veld="op", na=regeling.gevraagd_op)
    if nieuw in MET_REDEN:
        tekst = volle_tekst(tekst, veld="tekst", leeg=_("Schrijf op waarom, in gewone woorden."))
    tekst = zonder_rekening(past(tekst.strip(), veld="tekst"), veld="tekst")
    vorige, regeling.stand = regeling.stand, nieuw
    regeling.versie += 1
    regeling.save(update_fields=["stand", "versie"])
    _stap(regeling, nieuw, op=op, tekst=tekst, door=door)
    _record(
        regeling,
        "regeling.bijgewerkt",
        door=door,
        naam=str(Regelsoort(regeling.soort).label),
        toelichting=tekst,
        wijzigingen={"regelstand": [vorige, nieuw]},
    )
    return regeling


def _naar_dia(dossier: Dossier) -> Verwijzing:
    """The referral to the DIA that runs with consent; asking anything of it without one would share what nobody allowed."""
    lopend = {
        plaats: feit
        for plaats, feit in enumerate(beeld_of(dossier.pk).verwijzingen)
        if feit.naar == Naar.DIA and feit.toestemming and not (feit.resultaat or "").strip()
    }
    if not lopend:
        raise WensKloptNiet(
            _(
                "Verwijs eerst door naar de DIA. Dat kan als de vreemdeling het goed vindt dat u gegevens deelt."
            ),
            veld="uitvoerder",
        )
    plaats, feit = max(lopend.items())
    rij, _nieuw = Verwijzing.objects.get_or_create(
        dossier=dossier,
        plaats=plaats,
        defaults={
            "naar": feit.naar,
            "organisatie": feit.organisatie or "",
            "toestemming": True,
            "gevraagd_op": feit.verwezen_op,
        },
    )
    return rij


def _stap(regeling: Regeling, stand: Regelstand, *, op: date, tekst: str, door: Medewerker) -> None:
    Regelingstap.objects.create(
        regeling=regeling, stand=stand, op=op, tekst=tekst, door=door, door_naam=door.naam
    )


def _record(regeling: Regeling, soort: str, *, door: Medewerker, **gegevens: object) -> None:
    record_gebeurtenis(
        soort=soort,
        onderwerp=regeling,
        dossier_id=regeling.dossier_id,
        door=door,
        gegevens=gegevens,
    )
