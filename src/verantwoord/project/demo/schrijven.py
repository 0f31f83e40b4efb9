"""From designs to rows, in bulk: the rows that taking a dossier over would make, copied in by the owner of the tables.

The triggers rest while that happens, inside one transaction: there is no earlier row to keep, the seals are made here,
and the moments lie in the past. When it ends every trigger stands as it stood; when it fails nothing has happened.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from django.apps import apps
from django.db import connections, models
from django.db.models.expressions import DatabaseDefault
from django.utils import timezone
from psycopg import sql
from psycopg.types.json import Jsonb

from verantwoord.bewaking.models import Stand
from verantwoord.dossier.feiten import met_bekenden, rijen_of
from verantwoord.dossier.models import Dossier, Dossiernummer, Gezinslid, Persoon
from verantwoord.dossier.rijen import dossier_rij, gezin_rijen, persoon_waarden
from verantwoord.kern import dossierbeeld as kern
from verantwoord.kern.dossierbeeld import schrijf_dossierbeeld
from verantwoord.project.demo.begeleiding import Ontwerp
from verantwoord.project.demo.geschiedenis import Schakel, maak_gebeurtenissen
from verantwoord.project.demo.kamers import afspraakrijen, kamerrijen, passagerijen
from verantwoord.project.demo.toezicht import toezichtrijen
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol
from verantwoord.toetsing.models import Signaal, Toetsing
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekplan.models import Vertrekplan

EIGENAAR: Final = "eigenaar"
# More than anybody opens in a demo; the others are there to be many, and hold their facts.
MET_KAMERS: Final = 5000
# Parents before children, whatever the order in which the rooms gave them.
_EERST: Final = (Persoon, Gezinslid, Dossier)


@contextmanager
def stille_bewakers() -> Iterator[None]:
    """Let the triggers on the tables of the rooms rest until the end, and put each back as it stood.

    Copying into a table needs its owner to be free of the policies on rows; for anybody else these hold all the while.
    """
    tabellen = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    with connections[EIGENAAR].cursor() as cursor:
        cursor.execute(
            "select tgrelid::regclass::text, tgname, tgenabled from pg_trigger"
            " where not tgisinternal and tgenabled <> 'D' and tgrelid = any(%s::regclass[])",
            [tabellen],
        )
        stand = cursor.fetchall()
        cursor.execute(
            "select oid::regclass::text from pg_class where relforcerowsecurity and oid = any(%s::regclass[])",
            [tabellen],
        )
        bewaakt = [tabel for (tabel,) in cursor.fetchall()]
        _zet(cursor, ((tabel, naam, "disable") for tabel, naam, _hoe in stand))
        _dwing(cursor, bewaakt, "no force")
        yield
        # Deferred checks of foreign keys still wait; a table cannot be altered before they are done.
        cursor.execute("set constraints all immediate")
        _zet(
            cursor,
            ((tabel, naam, "enable always" if hoe == "A" else "enable") for tabel, naam, hoe in stand),
        )
        _dwing(cursor, bewaakt, "force")


def _dwing(cursor: Any, tabellen: Iterable[str], hoe: str) -> None:
    for tabel in tabellen:
        opdracht = sql.SQL("alter table {} " + hoe + " row level security")
        cursor.execute(opdracht.format(sql.Identifier(tabel)))


def _zet(cursor: Any, bewakers: Iterable[tuple[str, str, str]]) -> None:
    for tabel, naam, hoe in bewakers:
        opdracht = sql.SQL("alter table {} " + hoe + " trigger {}")
        cursor.execute(opdracht.format(sql.Identifier(tabel), sql.Identifier(naam)))


class Schrijver:
    """Writes designs lot by lot and remembers what a later lot needs to know."""

    def __init__(self, medewerkers: dict[str, Medewerker], *, manager_van: dict[str, str]) -> None:
        self.medewerkers = medewerkers
        self.manager_van = manager_van
        self.teams = {
            locatie: m.team
            for m in sorted(medewerkers.values(), key=lambda m: m.naam)
            if m.team
            for locatie in m.team.locaties
        }
        self.avim = Medewerker.objects.filter(rol=Rol.AVIM_TOEZICHT).first()
        self.namen = {naam: m.gebruikersnaam for naam, m in medewerkers.items()}
        self.personen: dict[str, Persoon] = {}
        # Whose facts in the design are those in the rows; a second dossier shares the person of the first.
        self.nieuw: set[UUID] = set()
        self.nu = timezone.now() - timedelta(minutes=5)
        self.hoofd: dict[int, Gesprek] = {}
        self.aantal = 0

    def schrijf(self, ontwerpen: Sequence[Ontwerp]) -> None:
        """Copy the rows and the history of these designs in."""
        rijen: dict[type[models.Model], list[models.Model]] = defaultdict(list)
        ketens: list[list[Schakel]] = []
        with met_bekenden(self.medewerkers):
            for ontwerp in ontwerpen:
                self._verzamel(ontwerp, rijen, ketens)
        with connections[EIGENAAR].cursor() as cursor:
            soorten: list[type[models.Model]] = [*_EERST, *(s for s in rijen if s not in _EERST)]
            for soort in soorten:
                kopieer(cursor, rijen[soort])
            kolommen = ", ".join(Schakel._fields)  # noqa: SLF001 - the public list of names of a named tuple
            schakels = f"copy gebeurtenis_gebeurtenis ({kolommen}) from stdin"
            with cursor.copy(schakels) as copy:
                for keten in ketens:
                    for schakel in keten:
                        copy.write_row(schakel)
            with cursor.copy("copy gebeurtenis_kop (dossier_id, volgnummer, hash) from stdin") as copy:
                for *_, laatste in ketens:
                    copy.write_row((laatste.dossier_id, laatste.volgnummer, laatste.hash))

    def _verzamel(
        self,
        ontwerp: Ontwerp,
        rijen: dict[type[models.Model], list[models.Model]],
        ketens: list[list[Schakel]],
    ) -> None:
        beeld = ontwerp.beeld
        regie = self.medewerkers.get(beeld.regievoerder or "")
        persoon = self._persoon(ontwerp, rijen)
        woont = max(beeld.opvang.verblijfplaatsen, key=lambda v: v.van, default=None)
        dossier = dossier_rij(
            beeld, persoon, regievoerder=regie, team=self.teams.get(woont.locatie) if woont else None
        )
        rijen[Dossier].append(dossier)
        if beeld.gesloten_op is None and persoon.pk in self.nieuw:
            rijen[Stand].append(_nog_niet_gevraagd(dossier, beeld))
        sleutels: dict[tuple[str, int], UUID] = {}
        gesprekken: dict[int, Gesprek] = {}
        for rij in rijen_of(beeld, dossier.pk):
            rijen[type(rij)].append(rij)
            volgorde = getattr(rij, "volgorde", None)
            if volgorde is not None and rij.pk is not None and hasattr(rij, "dossier_id"):
                sleutels[rij._meta.label, volgorde] = rij.pk
            self._vul_aan(rij, ontwerp, regie)
            if isinstance(rij, Gesprek):
                gesprekken[rij.volgorde] = rij
        for extra in self._uit_de_kamers(ontwerp, dossier.pk, gesprekken, regie):
            rijen[type(extra)].append(extra)
        ketens.append(
            maak_gebeurtenissen(
                beeld,
                dossier_id=dossier.pk,
                rijen=sleutels,
                namen=self.namen,
                manager=self.manager_van.get(beeld.regievoerder or "", ""),
                stappen=ontwerp.stappen,
                nu=self.nu,
            )
        )

    def _uit_de_kamers(
        self, ontwerp: Ontwerp, dossier_id: UUID, gesprekken: dict[int, Gesprek], regie: Medewerker | None
    ) -> Iterator[models.Model]:
        if not ontwerp.hoofd:
            # The members of a family follow the one in whose dossier was written.
            self.hoofd = gesprekken
        for plek, gesprek in gesprekken.items():
            if ontwerp.hoofd and plek in self.hoofd:
                gesprek.samen_met = self.hoofd[plek]
        self.aantal += 1
        if self.aantal > MET_KAMERS:
            return
        vandaag = timezone.localdate(self.nu)
        yield from kamerrijen(ontwerp, dossier_id, self.medewerkers, vandaag=vandaag)
        if regie is None:
            return
        if self.avim is not None:
            yield from toezichtrijen(ontwerp, dossier_id, regie=regie, avim=self.avim, vandaag=vandaag)
        for plek, gesprek in gesprekken.items():
            yield from afspraakrijen(gesprek, regie, vandaag=vandaag)
            if plek in ontwerp.verslagen:
                yield from passagerijen(gesprek, regie, vandaag=vandaag)

    def _persoon(self, ontwerp: Ontwerp, rijen: dict[type[models.Model], list[models.Model]]) -> Persoon:
        """The person, once, also when there is a second dossier."""
        feiten = ontwerp.beeld.persoon
        if bekend := self.personen.get(feiten.v_nummer):
            return bekend
        persoon = Persoon(**persoon_waarden(feiten))
        self.nieuw.add(persoon.pk)
        rijen[Persoon].append(persoon)
        rijen[Gezinslid].extend(gezin_rijen(persoon, feiten))
        if ontwerp.beeld.gesloten_op:
            # Only who left can come back; of the others no second dossier follows.
            self.personen[feiten.v_nummer] = persoon
        return persoon

    def _vul_aan(self, rij: models.Model, ontwerp: Ontwerp, regie: Medewerker | None) -> None:
        """Fill what a room keeps beyond the dossierbeeld, so that its pages read as if the work was done in them."""
        if isinstance(rij, Gesprek):
            self._gesprek(rij, ontwerp, regie)
        elif isinstance(rij, Toetsing):
            rij.vastgelegd_op = _om(rij.getoetst_op, 16)
        elif isinstance(rij, Vertrekplan):
            _kies(rij, ontwerp)
        elif isinstance(rij, Signaal):
            rij.door, rij.door_naam = regie, regie.naam if regie else ""
            rij.vastgelegd_op = _om(rij.ontvangen_op, 11)

    def _gesprek(self, rij: Gesprek, ontwerp: Ontwerp, regie: Medewerker | None) -> None:
        rij.tijd = time(9 + rij.volgorde % 7, (0, 30)[rij.volgorde % 2])
        woont = max(ontwerp.beeld.opvang.verblijfplaatsen, key=lambda v: v.van, default=None)
        waar = f"{woont.soort} {woont.locatie}, " if woont else ""
        rij.plaats = f"{waar}spreekkamer {rij.volgorde % 4 + 1}"
        rij.tolk_gepland = rij.tolk or "telefonisch"
        verslag = ontwerp.verslagen.get(rij.volgorde)
        if verslag is None:
            return
        rij.gevoerd_door = regie
        rij.tolk_bestelling = verslag.tolk_bestelling
        blokken = {naam: getattr(verslag, naam) for naam in ("procedure", "opties", "gevolgen", "overig")}
        rij.blokken = {naam: tekst for naam, tekst in blokken.items() if tekst}
        rij.vragen = dict(verslag.vragen)
        rij.afspraken = [
            {"wie": a.wie, "wat": a.wat, "uiterlijk": a.uiterlijk.isoformat()} for a in verslag.afspraken
        ]
        rij.kinderen = [{"wie": kind.wie, "belang": kind.belang} for kind in verslag.kinderen]


def _nog_niet_gevraagd(dossier: Dossier, beeld: kern.Dossierbeeld) -> Stand:
    """The facts kept ready for the norms, which were not asked yet: the run over all open dossiers fills in the rest."""
    return Stand(
        dossier_id=dossier.pk,
        regievoerder_id=dossier.regievoerder_id,
        team_id=dossier.team_id,
        peildatum=date.min,
        regelset="",
        beeld=schrijf_dossierbeeld(beeld).decode(),
        fase="",
        gesloten=False,
        locatie="",
        verblijfsoort="",
        ontvangen_op=dossier.ontvangen_op,
        regel={},
        termijnen={},
        gewijzigd_op=timezone.now(),
    )


def _kies(rij: Vertrekplan, ontwerp: Ontwerp) -> None:
    """Say beside the chosen way why, what is in its way and what the person says."""
    keuze = ontwerp.keuzes.get(rij.volgorde)
    if keuze is None:
        return
    rij.reden_keuze = keuze.reden
    for optie in rij.opties:
        if optie["optie"] == rij.gekozen:
            optie |= {"belemmering": keuze.belemmering, "wil": keuze.wil}


def _om(dag: Any, uur: int) -> datetime:
    return datetime.combine(dag, time(uur), tzinfo=timezone.get_default_timezone())


def kopieer(cursor: Any, rijen: Sequence[models.Model]) -> None:
    """Copy rows of one kind into their table; what the database fills in itself is left to it."""
    if not rijen:
        return
    eerste = rijen[0]
    velden = [
        veld
        for veld in eerste._meta.concrete_fields
        if not (veld.primary_key and veld.value_from_object(eerste) is None)
        and not isinstance(veld.value_from_object(eerste), DatabaseDefault)
    ]
    kolommen = sql.SQL(", ").join(sql.Identifier(str(veld.column)) for veld in velden)
    opdracht = sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(eerste._meta.db_table), kolommen)
    # Everything else goes in as it is: psycopg knows dates, moments and UUIDs.
    namen = [(veld.attname, isinstance(veld, models.JSONField)) for veld in velden]
    with cursor.copy(opdracht) as copy:
        for rij in rijen:
            waarden = rij.__dict__
            copy.write_row([Jsonb(waarden[naam]) if is_json else waarden[naam] for naam, is_json in namen])


def reserveer_nummers(laatste: dict[int, int]) -> None:
    """Keep the numbers of later dossiers above those that were given here."""
    Dossiernummer.objects.using(EIGENAAR).bulk_create(
        [Dossiernummer(jaar=jaar, laatste=nummer) for jaar, nummer in laatste.items()],
        update_conflicts=True,
        unique_fields=["jaar"],
        update_fields=["laatste"],
    )
