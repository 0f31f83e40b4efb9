"""Which events deserve somebody's attention, and whose. Written in the transaction of the act itself."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.utils import timezone

from verantwoord.dossier.models import PORTAAL, Afscherming, Dossier, Vervanging
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht
from verantwoord.werkplek.meldingen.models import Melding
from verantwoord.werkplek.meldingen.rollen import rollen_met

Soort = Melding.Soort
_VASTE_SOORTEN: Final = {
    "dossier.toegewezen": Soort.TOEGEWEZEN,
    "afwijking.gevraagd": Soort.AFWIJKING,
    "afwijking.goedgekeurd": Soort.AFWIJKING_BESLOTEN,
    "afwijking.geweigerd": Soort.AFWIJKING_BESLOTEN,
    # A manager may end a deviation too.
    "afwijking.ingetrokken": Soort.AFWIJKING_BESLOTEN,
    "overdracht.toegevoegd": Soort.PROCEDURE,
    "keten.ingezonden": Soort.KETEN,
    "bijdrage.gevraagd": Soort.BIJDRAGE,
    "bijdrage.besloten": Soort.BIJDRAGE_BESLOTEN,
    "portaal.afscherming_gevraagd": Soort.PORTAAL,
}
# Of these it is told when the person did them; the staff does some of them too.
_WOORDEN: Final = frozenset(
    {
        "wens.geuit",
        "wens.ingetrokken",
        "vraag.gesteld",
        "afspraak.andere_dag_gevraagd",
        "afspraak.bevestigd",
        "gesprek.reactie",
        "betwisting.gemeld",
        "betwisting.ingetrokken",
        "toestemming.gevraagd",
        "toestemming.ingetrokken",
        "reistest.gekozen",
        "verwijzing.gedaan",
        "verwijzing.niet_gedaan",
        "verwijzing.beeindigd",
    }
)


@dataclass(frozen=True, kw_only=True)
class Ontvanger:
    medewerker_id: UUID
    gebruikersnaam: str
    # Whoever may not see the dossier is sent to the list of what waits for a signature; no dossier is named.
    mag_zien: bool = True


def hoor(gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Tell who should know; never the one who did it. Nothing is asked of the database when there is nothing to tell."""
    te_melden = [
        (g, g.dossier_id, soort)
        for g in gebeurtenissen
        if g.dossier_id is not None and (soort := soort_van(g)) is not None
    ]
    if not te_melden:
        return
    # An event is of the moment in which it is written.
    kring = Kring({dossier_id for _g, dossier_id, _soort in te_melden}, vandaag=timezone.localdate())
    Melding.objects.bulk_create(
        [
            Melding(
                medewerker_id=ontvanger.medewerker_id,
                soort=soort if ontvanger.mag_zien else Soort.PORTAAL,
                dossier_id=dossier_id if ontvanger.mag_zien else None,
            )
            for g, dossier_id, soort in te_melden
            for ontvanger in kring.voor(dossier_id, soort)
            if ontvanger.gebruikersnaam != g.door
        ],
        ignore_conflicts=True,
    )


def soort_van(gebeurtenis: Gebeurtenis) -> Melding.Soort | None:
    """What an event is to those who work on the dossier; most are nothing."""
    if gebeurtenis.soort in _VASTE_SOORTEN:
        return _VASTE_SOORTEN[gebeurtenis.soort]
    if gebeurtenis.soort in _WOORDEN and gebeurtenis.door.startswith(PORTAAL):
        return Soort.STEM
    van_buiten = gebeurtenis.bericht_id is not None and gebeurtenis.soort.startswith("procedure.")
    return Soort.PROCEDURE if van_buiten else None


class Kring:
    """Who is told about which dossiers; read at once for all of them, in at most three queries."""

    def __init__(self, dossiers: Collection[UUID], *, vandaag: date) -> None:
        self._dossiers = {
            rij["pk"]: rij
            for rij in Dossier.objects.filter(pk__in=dossiers).values(
                "pk",
                "team_id",
                "afgeschermd",
                "regievoerder_id",
                "regievoerder__gebruikersnaam",
                "regievoerder__is_active",
            )
        }
        self._waarnemers = self._lees_waarnemers(vandaag)
        self._beslissers: Mapping[int, list[Ontvanger]] | None = None

    def voor(self, dossier_id: UUID, soort: Melding.Soort) -> list[Ontvanger]:
        """Those who decide on a request; of anything else the regievoerder and who stands in for her."""
        rij = self._dossiers[dossier_id]
        if soort in {Soort.AFWIJKING, Soort.BIJDRAGE, Soort.PORTAAL}:
            # Of a shielded dossier a manager sees nothing, so only the named second is told that something waits.
            if rij["afgeschermd"]:
                return self._tweede(dossier_id)
            return self._lees_beslissers().get(rij["team_id"], [])
        ontvangers = []
        if rij["regievoerder__is_active"]:
            ontvangers.append(
                Ontvanger(
                    medewerker_id=rij["regievoerder_id"],
                    gebruikersnaam=rij["regievoerder__gebruikersnaam"],
                )
            )
        if not rij["afgeschermd"]:
            ontvangers += self._waarnemers[rij["regievoerder_id"]]
        return ontvangers

    def _tweede(self, dossier_id: UUID) -> list[Ontvanger]:
        tweeden = Afscherming.objects.lopend().filter(dossier=dossier_id, tweede__is_active=True)
        return [
            Ontvanger(medewerker_id=pk, gebruikersnaam=naam, mag_zien=False)
            for pk, naam in tweeden.values_list("tweede_id", "tweede__gebruikersnaam")
        ]

    def _lees_waarnemers(self, vandaag: date) -> Mapping[UUID, list[Ontvanger]]:
        regievoerders = {rij["regievoerder_id"] for rij in self._dossiers.values()}
        waarnemers: dict[UUID, list[Ontvanger]] = defaultdict(list)
        vervangingen = Vervanging.objects.op(vandaag).filter(
            regievoerder__in=regievoerders, vervanger__is_active=True
        )
        for voor, pk, naam in vervangingen.values_list(
            "regievoerder_id", "vervanger_id", "vervanger__gebruikersnaam"
        ):
            waarnemers[voor].append(Ontvanger(medewerker_id=pk, gebruikersnaam=naam))
        return waarnemers

    def _lees_beslissers(self) -> Mapping[int, list[Ontvanger]]:
        if self._beslissers is None:
            per_team: dict[int, list[Ontvanger]] = defaultdict(list)
            beslissers = Medewerker.objects.filter(
                organisatie=Organisatie.DTV,
                rol__in=rollen_met(Recht.AFWIJKING_GOEDKEUREN),
                team__in={rij["team_id"] for rij in self._dossiers.values()},
                is_active=True,
            )
            for pk, naam, team_id in beslissers.values_list("pk", "gebruikersnaam", "team_id"):
                if team_id is not None:
                    per_team[team_id].append(Ontvanger(medewerker_id=pk, gebruikersnaam=naam))
            self._beslissers = per_team
        return self._beslissers
