"""Make the copies: what the criteria ask of each drawn dossier, without what says whose it is."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation

from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.inspectie.leesdesk import bibliotheek
from verantwoord.inspectie.leesdesk.herkennen import Bekend, Bekenden
from verantwoord.inspectie.leesdesk.models import (
    Herkomst,
    Leesexemplaar,
    Leessleutel,
    Meetwaarde,
    Populatiemeting,
    Verborgen,
)
from verantwoord.inspectie.leesdesk.pseudonimiseren import VERSIE, Ontdoener
from verantwoord.inspectie.leesdesk.samenstellen import delen_van, digest_van, ontdaan
from verantwoord.inspectie.models import Onderzoek
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.verwerkingen import bij_gebeurtenis
from verantwoord.kwaliteit.queries import kenmerken_van, meet
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker

GEMAAKT: Final = "steekproef.leesexemplaar"


def make_exemplaren(onderzoek_id: UUID, *, door: Medewerker) -> int:
    """Make every copy that is not there yet, each in a transaction of its own; return how many. May be done again.

    Raises ``GeenBibliotheek`` before anything is made where the library that finds names is missing.
    """
    middel = f"{VERSIE} {bibliotheek.middel()}"
    with transaction.atomic(), als_systeem():
        onderzoek = Onderzoek.objects.select_related("trekking").get(pk=onderzoek_id)
        _meet_populatie(onderzoek)
        sleutel = bytes(Leessleutel.objects.get(onderzoek=onderzoek).sleutel)
        collegas = _collegas()
        wachtend = list(
            Leesexemplaar.objects.filter(
                onderzoek=onderzoek, gemaakt_op__isnull=True, vervallen_op__isnull=True
            ).order_by("code")
        )
    for exemplaar in wachtend:
        with transaction.atomic(), als_systeem(), translation.override("nl"):
            _maak(
                exemplaar,
                op=onderzoek.trekking.peildatum,
                sleutel=sleutel,
                collegas=collegas,
                middel=middel,
                door=door,
            )
    return len(wachtend)


def _maak(
    exemplaar: Leesexemplaar,
    *,
    op: date,
    sleutel: bytes,
    collegas: Iterable[Bekend],
    middel: str,
    door: Medewerker,
) -> None:
    vers = Leesexemplaar.objects.select_for_update().get(pk=exemplaar.pk)
    if vers.gemaakt_op is not None:
        return
    dossier_id = Herkomst.objects.values_list("getrokken__dossier", flat=True).get(leesexemplaar=vers)
    beeld = beeld_of(dossier_id)
    gemeld = Verborgen.objects.filter(leesexemplaar=vers).values_list("tekst", flat=True)
    ontdoener = Ontdoener(
        sleutel=sleutel,
        exemplaar=vers.code,
        bekend=Bekenden(
            [*bekend_van(beeld), *collegas, *(Bekend(tekst, "verborgen") for tekst in gemeld)],
            geboortedagen=_geboortedagen(beeld.persoon),
        ),
        vinders=(bibliotheek.vind,),
    )
    delen = delen_van(beeld, op=op)
    ontdoener.leer(tekst for deel in delen for _naam, tekst in deel["teksten"])
    vers.inhoud = ontdaan(delen, ontdoener.ontdoe)
    vers.sha256, vers.middel, vers.gemaakt_op = digest_van(vers.inhoud), middel, timezone.now()
    vers.save(update_fields=["inhoud", "sha256", "middel", "gemaakt_op"])
    Meetwaarde.objects.create(
        leesexemplaar=vers, delen=kenmerken_van([dossier_id], tot=op, viewer=None)[dossier_id]
    )
    gebeurtenis = record_gebeurtenis(soort=GEMAAKT, onderwerp=vers, dossier_id=None, door=door)
    logboek.schrijf(
        [logboek.Regel(GEMAAKT, bij_gebeurtenis(GEMAAKT).code, dossier_id, str(gebeurtenis.pk))],
        audit="gebeurtenis",
    )


def _meet_populatie(onderzoek: Onderzoek) -> None:
    """Keep once what the automatic measure says of all dossiers on that day: later facts would change it."""
    if Populatiemeting.objects.filter(onderzoek=onderzoek).exists():
        return
    meting = meet(tot=onderzoek.trekking.peildatum, viewer=None)
    Populatiemeting.objects.create(
        onderzoek=onderzoek,
        dossiers=meting.dossiers,
        delen={naam: deel.aantal for naam, deel in meting.delen.items()},
    )


def _collegas() -> list[Bekend]:
    """Everybody who works here or did, by their whole name: anybody's may stand in a text."""
    return [
        Bekend(naam, "medewerker")
        for naam in Medewerker.objects.values_list("naam", flat=True)
        if " " in naam
    ]


def _geboortedagen(persoon: d.Persoon) -> list[date]:
    dagen = [persoon.geboortedatum, *(lid.geboortedatum for lid in persoon.gezin)]
    # A year, or a year and a month, is no day by which somebody is found.
    return [dag for dag in (_als_dag(waarde) for waarde in dagen) if dag is not None]


def _als_dag(waarde: str | None) -> date | None:
    try:
        return date.fromisoformat(waarde) if waarde else None
    except ValueError:
        return None


def bekend_van(beeld: d.Dossierbeeld) -> Iterator[Bekend]:
    """What in this dossier stands for somebody or some place: names, numbers, places and countries."""
    persoon = beeld.persoon
    if persoon.naam is not None:
        naam = persoon.naam
        heel = " ".join(deel for deel in (naam.voornamen, naam.tussenvoegsel, naam.achternaam) if deel)
        yield from (Bekend(tekst, "persoon") for tekst in (heel, naam.achternaam, naam.voornamen) if tekst)
    for wie in (persoon.voogd, persoon.gemachtigde):
        if wie:
            yield Bekend(wie, "naam")
    ook = (beeld.regievoerder, *(t.door for t in beeld.toetsingen), *(p.door for p in beeld.vertrekplannen))
    yield from (Bekend(naam, "medewerker") for naam in sorted({naam for naam in ook if naam}))
    nummers = (
        persoon.v_nummer,
        beeld.dossiernummer,
        *beeld.eerdere_dossiers,
        *(lid.v_nummer for lid in persoon.gezin),
    )
    kenmerken = (besluit.kenmerk for besluit in beeld.procedure.besluiten)
    yield from (Bekend(nummer, "nummer") for nummer in (*nummers, *kenmerken) if nummer)
    for plek in sorted({v.locatie for v in beeld.opvang.verblijfplaatsen}):
        yield Bekend(plek, "plaats")
    landen = {
        *persoon.nationaliteiten,
        *(lp.land for lp in beeld.lp_aanvragen),
        *(b.land for b in beeld.boekingen),
    }
    landen |= {b.land_van_terugkeer for b in beeld.procedure.besluiten if b.land_van_terugkeer}
    for land in sorted(landen):
        yield Bekend(landnaam(land), "land")
