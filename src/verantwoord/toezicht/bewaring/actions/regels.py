"""What the acts share: taking the proposal, refusing what cannot be, and keeping what was said."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models.functions import Now
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import KETENROLLEN
from verantwoord.toezicht.bewaring.fouten import KanNietNu, VeldFout
from verantwoord.toezicht.bewaring.keuzes import Stand
from verantwoord.toezicht.bewaring.models import Bewaringsregel, Voorstel

SLEUTEL = "bewaring:"


def lock_voorstel(dossier: Dossier, *standen: Stand) -> Voorstel:
    """The proposal that runs, in one of these states; the lock on the dossier makes others wait."""
    voorstel = (
        Voorstel.objects.select_related("opsteller", "lezer", "directie", "ambtenaar")
        .filter(dossier=dossier, stand__in=standen)
        .first()
    )
    if voorstel is None:
        raise KanNietNu(
            _("Het voorstel is intussen verder of gestopt. Ververs de pagina en kijk hoe het nu staat.")
        )
    return voorstel


def eis_tekst(tekst: str, *, veld: str, melding: str) -> str:
    """Give the text without blanks round it; refuse when nothing is left."""
    if not tekst.strip():
        raise VeldFout(melding, veld=veld)
    return tekst.strip()


def eis_dag(dag: date, *, veld: str, peildatum: date, vanaf: date | None = None) -> date:
    """Refuse a day that has not come, or that lies before what it belongs to."""
    if dag > peildatum:
        raise VeldFout(_("Deze dag moet nog komen. Vul de dag in waarop het is gebeurd."), veld=veld)
    if vanaf is not None and dag < vanaf:
        raise VeldFout(_("Deze dag ligt vóór het begin van de bewaring. Controleer de datum."), veld=veld)
    return dag


def stand_op(beeld: d.Dossierbeeld, peildatum: date) -> Feitenstand:
    return Feitenstand(beeld, peildatum, geldende_parameters().op(peildatum))


def met_bewaring(beeld: d.Dossierbeeld, plaats: int, **anders: Any) -> d.Dossierbeeld:
    """The facts with one detention changed in its place."""
    rij = list(beeld.bewaringen)
    rij[plaats] = replace(rij[plaats], **anders)
    return replace(beeld, bewaringen=tuple(rij))


def lopende_plaats(beeld: d.Dossierbeeld) -> int | None:
    """Where the detention, or the proposal, stands that has not ended; the last one, as the norms read it."""
    open_ = [nummer for nummer, b in enumerate(beeld.bewaringen) if b.opgeheven_op is None]
    return open_[-1] if open_ else None


def eis_bewaring(beeld: d.Dossierbeeld) -> tuple[int, d.Bewaring, date]:
    """The detention that runs: its place, its facts and its first day."""
    plaats = lopende_plaats(beeld)
    bewaring = beeld.bewaringen[plaats] if plaats is not None else None
    if plaats is None or bewaring is None or bewaring.opgelegd_op is None:
        raise KanNietNu(_("Er is nu geen bewaring. Ververs de pagina."))
    return plaats, bewaring, bewaring.opgelegd_op


def schrijf_regel(
    dossier: Dossier,
    soort: str,
    *,
    door: Medewerker,
    op: date,
    tekst: str = "",
    voorstel: Voorstel | None = None,
    plaats: int | None = None,
    gegevens: dict[str, Any] | None = None,
) -> Bewaringsregel:
    return Bewaringsregel.objects.create(
        dossier=dossier,
        voorstel=voorstel,
        plaats=voorstel.plaats if voorstel is not None and plaats is None else plaats,
        soort=soort,
        op=op,
        tekst=tekst,
        gegevens=gegevens or {},
        door=door,
    )


def schrijf_gebeurtenis(
    voorstel: Voorstel, soort: str, *, door: Medewerker, aan: Collection[Medewerker] = ()
) -> None:
    """Keep an act that changes no fact; whom it waits for is named by id. The words stand with the proposal."""
    dossier = voorstel.dossier
    dossier.versie += 1
    dossier.save(update_fields=["versie"])
    record_gebeurtenis(
        soort=soort,
        onderwerp=voorstel,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"aan": [str(wie.pk) for wie in aan]},
    )


def laat_ambtenaar_toe(voorstel: Voorstel) -> None:
    """Let the officer of a partner who must decide see this one case, for as long as that takes."""
    ambtenaar = voorstel.ambtenaar
    if ambtenaar is None or ambtenaar.rol not in KETENROLLEN:
        return
    Betrokkenheid.objects.get_or_create(
        dossier_id=voorstel.dossier_id,
        organisatie=ambtenaar.organisatie,
        team=ambtenaar.team,
        rol=ambtenaar.rol,
        grond=Betrokkenheid.Grond.TOEZICHT,
        sleutel=f"{SLEUTEL}{voorstel.pk}",
        tot=None,
    )


def laat_ambtenaar_los(dossier_id: UUID) -> None:
    """End what :func:`laat_ambtenaar_toe` began."""
    Betrokkenheid.objects.filter(
        dossier=dossier_id,
        grond=Betrokkenheid.Grond.TOEZICHT,
        sleutel__startswith=SLEUTEL,
        tot__isnull=True,
    ).update(tot=Now())
