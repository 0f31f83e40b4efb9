"""The half of a dossier that others decide: the request, the IND, the court, and where the person lives.

Days are counted back from the day of the demo: ``40`` is forty days ago, ``-7`` is in a week.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from verantwoord.kern import dossierbeeld as kern
from verantwoord.project.demo.mensen import Mens
from verantwoord.project.demo.namen import GEMACHTIGDEN


@dataclass(frozen=True)
class Ploeg:
    """Who works on a dossier, by name: they sign what is recorded. ``locaties`` is where the team's people live."""

    regievoerder: str
    collega: str
    manager: str
    locaties: tuple[tuple[str, str], ...]


class Procedure:
    """Collects the facts of one dossier. ``tijd`` decides days and is shared by a family; ``woord`` decides words."""

    def __init__(
        self,
        mens: Mens,
        ploeg: Ploeg,
        *,
        vandaag: date,
        tijd: Random,
        woord: Random,
        verblijf: tuple[str, str] | None = None,
    ) -> None:
        self.mens = mens
        self.ploeg = ploeg
        self.vandaag = vandaag
        self.tijd = tijd
        self.woord = woord
        # A sample that is drawn per place stays where it was drawn.
        self.woont_vast = verblijf is not None
        self.verblijf = verblijf or tijd.choice([plek for plek in ploeg.locaties if plek[0] == "azc"])
        self.delen: dict[str, Any] = {}
        self.lijsten: dict[str, list[Any]] = {}
        self.procedure: dict[str, list[Any]] = {}
        self.beroepstermijn_tot: date | None = None
        self.besluit_op = 0
        self.beslist_kenmerk = f"Z1-{tijd.randint(100000, 999999)}"

    def dag(self, geleden: int) -> date:
        return self.vandaag - timedelta(days=geleden)

    def dagen_geleden(self, dag: date) -> int:
        """The other way round: how many days ago a day was."""
        return (self.vandaag - dag).days

    def werkdag(self, geleden: int) -> date:
        """The day itself, or the Friday before a weekend. Of two days the earlier one never becomes the later."""
        dag = self.dag(geleden)
        return dag - timedelta(days=max(0, dag.weekday() - 4))

    def bij(self, lijst: str, *feiten: Any) -> None:
        self.lijsten.setdefault(lijst, []).extend(feiten)

    def _proc(self, lijst: str, *feiten: Any) -> None:
        self.procedure.setdefault(lijst, []).extend(feiten)

    def overgedragen(self, ontvangen: int, *, besluit_voor: int = 3, schorsend: bool = True) -> None:
        """Rejected some days before, made known the next day, and handed over by the IND on ``ontvangen``."""
        self.besluit_op = besluit = ontvangen + besluit_voor
        aanvraag = besluit + self.tijd.randint(220, 800)
        self._proc(
            "aanvragen",
            kern.Aanvraag(
                soort="asiel",
                ingediend_op=self.dag(aanvraag),
                beslist_op=self.werkdag(besluit),
                inwilliging=False,
            ),
        )
        self._proc(
            "besluiten",
            kern.Besluit(
                soort="afwijzing",
                genomen_op=self.werkdag(besluit),
                bekendgemaakt_op=self.werkdag(besluit - 1),
                terugkeerbesluit=True,
                land_van_terugkeer=self.mens.herkomst.land,
                vertrektermijn_dagen=28,
                kenmerk=self.beslist_kenmerk,
                schorsende_werking=schorsend,
            ),
        )
        self._proc(
            "verblijfsgronden",
            kern.Verblijfsgrond(grond="8f", van=self.dag(aanvraag), tot=self.werkdag(besluit - 1)),
        )
        self.beroepstermijn_tot = self.werkdag(besluit - 1) + timedelta(days=28)
        self.delen["overdracht"] = kern.Overdracht(
            afzender="ind",
            ontvangen_op=self.werkdag(ontvangen),
            documenten=(f"beschikking {self.beslist_kenmerk}.pdf", "verslag nader gehoor.pdf"),
        )
        soort, locatie = self.verblijf
        eerst = kern.Verblijfplaats(
            soort="azc", locatie="Ter Apel", van=self.dag(aanvraag), tot=self.dag(aanvraag - 60)
        )
        self.bij(
            "verblijfplaatsen",
            eerst,
            kern.Verblijfplaats(soort=soort, locatie=locatie, van=self.dag(aanvraag - 61)),  # type: ignore[arg-type]
        )

    def verhuist(self, geleden: int, soort: str, locatie: str) -> None:
        """End the last stay the day before and begin another."""
        self.woont_niet_meer(geleden + 1)
        nieuw = kern.Verblijfplaats(soort=soort, locatie=locatie, van=self.dag(geleden))  # type: ignore[arg-type]
        self.bij("verblijfplaatsen", nieuw)

    def woont_niet_meer(self, geleden: int) -> None:
        laatste = self.lijsten["verblijfplaatsen"][-1]
        self.lijsten["verblijfplaatsen"][-1] = kern.Verblijfplaats(
            soort=laatste.soort, locatie=laatste.locatie, van=laatste.van, tot=self.dag(geleden)
        )

    def beroep(
        self,
        ingesteld: int,
        *,
        bekend: int | None = None,
        zitting: int | None = None,
        uitspraak: int | None = None,
        bekendgemaakt: int | None = None,
        uitkomst: str | None = None,
    ) -> None:
        """Lodge an appeal, and tell what became of it. Later days than today are plans."""
        self._proc(
            "beroepen",
            kern.Beroep(
                ingesteld_op=self.werkdag(ingesteld),
                zitting_bekend_op=None if bekend is None else self.werkdag(bekend),
                zitting_op=None if zitting is None else self.werkdag(zitting),
                uitspraak_op=None if uitspraak is None else self.werkdag(uitspraak),
                bekendgemaakt_op=None if bekendgemaakt is None else self.werkdag(bekendgemaakt),
                uitkomst=uitkomst,  # type: ignore[arg-type]
            ),
        )
        tot = None if bekendgemaakt is None else self.werkdag(bekendgemaakt)
        self._proc("verblijfsgronden", kern.Verblijfsgrond(grond="8h", van=self.werkdag(ingesteld), tot=tot))

    def ongegrond(self, bekendgemaakt: int, *, ingesteld: int, zitting: int) -> None:
        """The court declared the appeal unfounded; from the day it was made known the vertrektermijn runs."""
        self.beroep(
            ingesteld,
            bekend=zitting + 24,
            zitting=zitting,
            uitspraak=bekendgemaakt + 2,
            bekendgemaakt=bekendgemaakt,
            uitkomst="ongegrond",
        )
        self.termijn("uitspraak_ongegrond", bekendgemaakt)

    def geen_beroep(self) -> None:
        """The appeal period passed unused; the vertrektermijn runs from the day after."""
        assert self.beroepstermijn_tot is not None  # noqa: S101 - a story says this after the rejection
        self.delen["vertrektermijn"] = kern.Vertrektermijn(
            startgebeurtenis="beroepstermijn_verstreken",
            start_op=self.beroepstermijn_tot + timedelta(days=1),
        )

    def termijn(self, startgebeurtenis: str, start: int, **anders: Any) -> None:
        self.delen["vertrektermijn"] = kern.Vertrektermijn(
            startgebeurtenis=startgebeurtenis,  # type: ignore[arg-type]
            start_op=self.werkdag(start),
            **anders,
        )

    def voorziening(
        self, gevraagd: int, *, beslist: int | None = None, toegewezen: bool | None = None
    ) -> None:
        self._proc(
            "voorlopige_voorzieningen",
            kern.VoorlopigeVoorziening(
                gevraagd_op=self.werkdag(gevraagd),
                toegewezen=toegewezen,
                beslist_op=None if beslist is None else self.werkdag(beslist),
            ),
        )

    def nieuwe_aanvraag(self, ingediend: int, soort: str = "opvolgend_asiel") -> None:
        """A repeated request gives lawful stay anew until the IND decides."""
        self._proc("aanvragen", kern.Aanvraag(soort=soort, ingediend_op=self.dag(ingediend)))  # type: ignore[arg-type]
        self._proc("verblijfsgronden", kern.Verblijfsgrond(grond="8f", van=self.dag(ingediend)))

    def intake(self, geleden: int) -> None:
        self.delen["regievoerder"] = self.ploeg.regievoerder
        self.delen["intake_afgerond_op"] = self.werkdag(geleden)

    def check(self, geleden: int, uitkomst: str = "verwijderbaar") -> None:
        self.bij(
            "verwijderbaarheidschecks",
            kern.Verwijderbaarheidscheck(gecheckt_op=self.werkdag(geleden), uitkomst=uitkomst),  # type: ignore[arg-type]
        )

    def beeld(self) -> kern.Dossierbeeld:
        """The dossierbeeld, with a number that is replaced when it gets its own."""
        lijsten: dict[str, Any] = {naam: tuple(feiten) for naam, feiten in self.lijsten.items()}
        opvang: dict[str, Any] = {
            naam: lijsten.pop(naam)
            for naam in ("verblijfplaatsen", "verlengingen", "ferreira")
            if naam in lijsten
        }
        opvang |= self.delen.pop("opvang", {})
        gemachtigde = GEMACHTIGDEN[int(self.mens.v_nummer[-4:]) * 7 % len(GEMACHTIGDEN)]
        return kern.Dossierbeeld(
            schema=kern.FORMAAT,
            dossiernummer="D-0000-000000",
            persoon=self.mens.persoon(gemachtigde=gemachtigde),
            procedure=kern.Procedure(
                beroepstermijn_tot=self.beroepstermijn_tot,
                **{naam: tuple(feiten) for naam, feiten in self.procedure.items()},
            ),
            opvang=kern.Opvang(**opvang),
            **self.delen,
            **lijsten,
        )
