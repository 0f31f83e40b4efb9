"""Make a demo in the database, or find the one that is there. A database without the mark of a demo is never touched."""

import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import connections, transaction
from django.db.models import Exists, OuterRef
from psycopg import sql

from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import Stand
from verantwoord.bewaking.nacht import herbeoordeel_alles
from verantwoord.dossier.models import Dossier
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.voortgang import volg
from verantwoord.kwaliteit.fasen import werk_fasen_bij
from verantwoord.kwaliteit.maten.bestand import schrijf_bestand
from verantwoord.kwaliteit.perioden import laatste
from verantwoord.kwaliteit.publicatie.maken import publiceer
from verantwoord.project.demo.begeleiding import Ontwerp
from verantwoord.project.demo.behoeften import maak_behoeften
from verantwoord.project.demo.bewaring import laat_bewaring_zien
from verantwoord.project.demo.collegas import BEHEERDER, bezetting_voor, maak_collegas, ploegen_van
from verantwoord.project.demo.dialoog import laat_dialoog_zien
from verantwoord.project.demo.gasten import nodig_gasten_uit
from verantwoord.project.demo.inspectie import AANTAL, PEILDATUM, deel_uit_inspectie
from verantwoord.project.demo.inzage import vraag_om_meer
from verantwoord.project.demo.landenlijst import maak_landenlijst
from verantwoord.project.demo.leesdesk import laat_lezen_zien
from verantwoord.project.demo.onderzoek import laat_onderzoek_zien
from verantwoord.project.demo.ontvangst import bevestig_namens_coa
from verantwoord.project.demo.opvang import laat_opvang_zien
from verantwoord.project.demo.overleg import maak_overleggen
from verantwoord.project.demo.procedure import Ploeg
from verantwoord.project.demo.projecten import maak_projecten
from verantwoord.project.demo.samenstelling import deel_uit
from verantwoord.project.demo.schrijven import (
    EIGENAAR,
    MET_KAMERS,
    Schrijver,
    reserveer_nummers,
    stille_bewakers,
)
from verantwoord.project.demo.steun import laat_steun_zien
from verantwoord.project.demo.vakmanschap import laat_vakmanschap_zien
from verantwoord.project.demo.woordvoorstellen import stel_woorden_voor
from verantwoord.project.instellingen import DEMOSCHEMA
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.werkplek.meldingen.actions import remind_plichten
from verantwoord.werkplek.meldingen.vakmanschap import remind_opleiding

PARTIJ: Final = 500
# Of so many quarters there are fixed figures.
VERTELD: Final = 2
# From here on the database is told beforehand what it holds, so that the first questions are quick ones.
_VEEL: Final = 2000


class DemoGeweigerd(DomeinFout):
    """The database is no demo, or it holds another one."""


@dataclass(frozen=True, kw_only=True)
class Profiel:
    """A kind of demo: how many dossiers when the number is its own, who deals them out, and of when its facts are."""

    deel_uit: Callable[[int, Sequence[Ploeg], date], Iterator[Ontwerp]]
    vast_aantal: int | None = None
    peildatum: date | None = None


GEWOON: Final = "gewoon"
GEWOON_AANTAL: Final = 60
PROFIELEN: Final = {
    GEWOON: Profiel(deel_uit=lambda aantal, ploegen, vandaag: deel_uit(aantal, ploegen, vandaag=vandaag)),
    "inspectie-2022": Profiel(
        deel_uit=lambda _aantal, ploegen, _vandaag: deel_uit_inspectie(ploegen, vandaag=PEILDATUM),
        vast_aantal=AANTAL,
        peildatum=PEILDATUM,
    ),
}


def maak_demo(*, dossiers: int | None, profiel: str | None, vandaag: date) -> str:
    """Fill an empty demo, or leave the one that is there as it is; give its mark.

    Who asks for nothing in particular gets the demo that is there. Raises ``DemoGeweigerd`` when the database is in
    use for something else, or holds a demo of another kind than was asked for.
    """
    if profiel is not None and profiel not in PROFIELEN:
        raise DemoGeweigerd(f"Het profiel {profiel} bestaat niet. Kies uit: {', '.join(PROFIELEN)}.")
    bestaand = lees_merk()
    if bestaand is not None:
        demo, had_profiel, had_aantal = bestaand
        gevraagd = (
            profiel or had_profiel,
            PROFIELEN[profiel or had_profiel].vast_aantal or dossiers or had_aantal,
        )
        if (had_profiel, had_aantal) != gevraagd:
            raise DemoGeweigerd(
                f"Hier staat al een demo: profiel {had_profiel} met {had_aantal} dossiers. Twee demo's worden niet gemengd. "
                f"Start die met --profiel {had_profiel} --dossiers {had_aantal}, of begin opnieuw met --reset."
            )
        _naar_vandaag(vandaag)
        return demo
    if _bevat_dossiers():
        raise DemoGeweigerd(
            "In deze databank staan dossiers die niet van een demo zijn; daar komt geen demo bij. Kies een andere plek met "
            "VERANTWOORD_DATA, of haal DATABASE_URL weg."
        )
    profiel = profiel or GEWOON
    keuze = PROFIELEN[profiel]
    return _maak(keuze, keuze.vast_aantal or dossiers or GEWOON_AANTAL, profiel, vandaag)


def _maak(keuze: Profiel, aantal: int, profiel: str, vandaag: date) -> str:
    bezetting = bezetting_voor(aantal)
    medewerkers = maak_collegas(bezetting)
    schrijver = Schrijver(
        medewerkers, manager_van={r: team.manager for team in bezetting for r in team.regievoerders}
    )
    demo = str(uuid.uuid4())
    laatste: Counter[int] = Counter()
    ontwerpen = keuze.deel_uit(aantal, ploegen_van(bezetting), vandaag)
    with transaction.atomic(using=EIGENAAR):
        with stille_bewakers():
            for partij in _partijen(volg(ontwerpen, totaal=aantal, tekst="Dossiers bedenken en bewaren")):
                schrijver.schrijf(partij)
                _tel_nummers(laatste, partij)
            reserveer_nummers(laatste)
        _schrijf_merk(demo, profiel, aantal, vandaag)
    if aantal >= _VEEL:
        _leg_uit_aan_databank()
    maak_projecten(vandaag)
    maak_behoeften(vandaag)
    maak_landenlijst(medewerkers[BEHEERDER], vandaag)
    _beoordeel(vandaag)
    bevestig_namens_coa()
    if profiel == GEWOON:
        maak_overleggen(vandaag)
        nodig_gasten_uit()
        laat_opvang_zien(vandaag)
        vraag_om_meer(vandaag)
        laat_steun_zien(vandaag)
        laat_bewaring_zien(vandaag)
        laat_vakmanschap_zien(medewerkers, vandaag)
        stel_woorden_voor(medewerkers[BEHEERDER])
    _laat_meten(aantal, vandaag, feiten_van=keuze.peildatum or vandaag)
    laat_dialoog_zien(vandaag)
    laat_onderzoek_zien(vandaag)
    laat_lezen_zien()
    _herinner(vandaag)
    return demo


def _partijen(ontwerpen: Iterator[Ontwerp]) -> Iterator[list[Ontwerp]]:
    partij: list[Ontwerp] = []
    for ontwerp in ontwerpen:
        partij.append(ontwerp)
        if len(partij) == PARTIJ:
            yield partij
            partij = []
    if partij:
        yield partij


def _tel_nummers(laatste: Counter[int], partij: Sequence[Ontwerp]) -> None:
    for ontwerp in partij:
        _d, jaar, nummer = ontwerp.beeld.dossiernummer.split("-")
        laatste[int(jaar)] = max(laatste[int(jaar)], int(nummer))


def _beoordeel(vandaag: date) -> None:
    """Let the norms answer: about open dossiers as every night, about the others, which no night asks, from the rooms."""
    herbeoordeel_alles(door=systeem(), op=vandaag)
    with als_systeem():
        zonder = list(
            Dossier.objects.filter(~Exists(Stand.objects.filter(pk=OuterRef("pk")))).values_list(
                "pk", flat=True
            )
        )
    partijen = [zonder[i : i + PARTIJ] for i in range(0, len(zonder), PARTIJ)]
    for partij in volg(partijen, totaal=len(partijen), tekst=f"Gesloten dossiers, per {PARTIJ}"):
        herbeoordeel(partij, peildatum=vandaag)


def _laat_meten(aantal: int, vandaag: date, *, feiten_van: date) -> None:
    """Make ready what the measurement counts from: of few dossiers their fasen, of very many the file, as every night.

    The fixed figures are told of the quarters before ``feiten_van``: of later ones this demo has no dossiers.
    """
    if aantal <= MET_KAMERS:
        werk_fasen_bij(op=vandaag)
        for terug in reversed(range(VERTELD)):
            publiceer(laatste(feiten_van).terug(terug))
    else:
        schrijf_bestand()


def _herinner(vandaag: date) -> None:
    with als_systeem():
        remind_plichten(door=systeem(), peildatum=vandaag)
        remind_opleiding(door=systeem(), peildatum=vandaag)


def _naar_vandaag(vandaag: date) -> None:
    """Time went on since the demo was made: ask the norms again about what is open."""
    herbeoordeel_alles(door=systeem(), op=vandaag)
    bevestig_namens_coa()
    _herinner(vandaag)


def _leg_uit_aan_databank() -> None:
    with connections[EIGENAAR].cursor() as cursor:
        cursor.execute("vacuum analyze")


# The mark: a schema that says that this is a demo, and in it one row that says which.


def lees_merk() -> tuple[str, str, int] | None:
    """The mark, the profile and the number of dossiers of the demo in this database."""
    with connections[EIGENAAR].cursor() as cursor:
        cursor.execute("select to_regclass(%s) is not null", [f"{DEMOSCHEMA}.inhoud"])
        if not cursor.fetchone()[0]:
            return None
        cursor.execute(
            sql.SQL("select demo, profiel, dossiers from {}.inhoud").format(sql.Identifier(DEMOSCHEMA))
        )
        rij = cursor.fetchone()
    return (str(rij[0]), rij[1], rij[2]) if rij else None


def _schrijf_merk(demo: str, profiel: str, aantal: int, vandaag: date) -> None:
    schema = sql.Identifier(DEMOSCHEMA)
    with connections[EIGENAAR].cursor() as cursor:
        cursor.execute(sql.SQL("create schema if not exists {}").format(schema))
        cursor.execute(
            sql.SQL("create table {}.inhoud (demo uuid, profiel text, dossiers int, gemaakt_op date)").format(
                schema
            )
        )
        cursor.execute(
            sql.SQL("insert into {}.inhoud values (%s, %s, %s, %s)").format(schema),
            [demo, profiel, aantal, vandaag],
        )


def _bevat_dossiers() -> bool:
    # To the app nobody is there without a context; the owner sees whether somebody is.
    with connections[EIGENAAR].cursor() as cursor:
        cursor.execute(
            "select exists (select from dossier_dossier) or exists (select from gebeurtenis_gebeurtenis)"
        )
        return bool(cursor.fetchone()[0])
