"""An onderzoek ready to read: three inspecteurs, drawn dossiers with talks, toetsingen and a plan. All people are invented."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count

from django.db import connection

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier.models import Dossier
from verantwoord.inspectie.leesdesk import actions
from verantwoord.inspectie.leesdesk.models import Leesbeurt, Leesexemplaar
from verantwoord.inspectie.models import (
    Getrokken,
    Onderzoek,
    Onderzoeker,
    Seedafspraak,
    Stand,
    Stratum,
    Trekking,
)
from verantwoord.toegang.context import transactie_van
from verantwoord.toetsing.models import Toetsing
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekplan.models import Vertrekplan

OP = date(2022, 5, 1)
_teller = count(100)
JA, NEE, NIET = "ja", "nee", "niet_te_beoordelen"


def dossier_met_inhoud(**anders) -> Dossier:
    """A dossier whose texts name the person, the colleague, a place and a number."""
    # A name of letters alone: a number after it would be found by its digits.
    collega = f"Jolanda Terpstra {''.join(chr(ord('k') + int(cijfer)) for cijfer in str(next(_teller)))}man"
    dossier = DossierFactory(regievoerder__naam=collega, **anders)
    persoon = dossier.persoon
    Gesprek.objects.create(
        dossier=dossier,
        volgorde=0,
        moment="eerste",
        status="gevoerd",
        gevoerd_op=date(2022, 3, 3),
        tolk="aanwezig",
        verslag=(
            f"{persoon.achternaam.lower()} kwam op 3 maart 2022 uit Assen. {persoon.voornamen}'s zus heet Roxana Pahlavan. "
            f"Nummer {persoon.v_nummer[:4]} {persoon.v_nummer[4:]}, dossier {dossier.nummer}."
        ),
        eigen_woorden="Ik wil kapper worden.",
    )
    Toetsing.objects.create(
        dossier=dossier,
        volgorde=0,
        moment="medisch",
        getoetst_op=date(2022, 3, 4),
        aanleiding="gesprek",
        feiten="Er is hoge bloeddruk.",
        afweging=f"Volgens de arts kan {persoon.achternaam} reizen.",
        conclusie="geen_aanwijzing",
        door_naam=dossier.regievoerder.naam,
        door=dossier.regievoerder,
    )
    Vertrekplan.objects.create(
        dossier=dossier,
        volgorde=0,
        versie=1,
        vastgesteld_op=date(2022, 3, 10),
        door_naam=dossier.regievoerder.naam,
        door=dossier.regievoerder,
        strategie=f"Met {dossier.regievoerder.naam} naar Irak.",
    )
    return dossier


class Proef:
    """``leider`` leads and decides; ``een`` and ``twee`` read."""

    def __init__(self, *, aantal: int = 4, begin: bool = True, populatie: int = 40) -> None:
        self.leider, self.een, self.twee = (
            MedewerkerFactory(inspectie=True, naam=f"Inspecteur {naam} {next(_teller)}")
            for naam in ("Nul", "Een", "Twee")
        )
        self.dossiers = [dossier_met_inhoud() for _ in range(aantal)]
        self.onderzoek = Onderzoek.objects.create(
            titel="Is er echt getoetst?", vraag="Wordt ieder moment getoetst?", deelvragen=["Hoe vaak?"],
            normen=["vier-toetsingsmomenten"], peildatum=OP, stand=Stand.LEZEN, gestart_op=OP,
        )  # fmt: skip
        for wie, functie in ((self.leider, "leider"), (self.een, "onderzoeker"), (self.twee, "onderzoeker")):
            Onderzoeker.objects.create(onderzoek=self.onderzoek, medewerker=wie, functie=functie)
        self._trek(populatie)
        actions.add_rapportcriteria(self.onderzoek.pk, door=self.leider)
        if begin:
            actions.start_lezen(self.onderzoek.pk, door=self.leider, lezers=[self.een.pk, self.twee.pk])

    def _trek(self, populatie: int) -> None:
        stratum = Stratum.objects.create(
            onderzoek=self.onderzoek, volgorde=1, naam="alle", aantal=len(self.dossiers)
        )
        afspraak = Seedafspraak.objects.create(
            onderzoek=self.onderzoek, seed=7, plan_sha256="0" * 64, voorgesteld_door=self.leider
        )
        self.trekking = Trekking.objects.create(
            onderzoek=self.onderzoek, afspraak=afspraak, door=self.leider, peildatum=OP, seed=7,
            algoritme="sha256-volgorde/1", populatie=populatie, populatie_sha256="a" * 64,
            trekking_sha256="b" * 64,
            strata=[{"naam": "alle", "aantal": len(self.dossiers), "populatie": populatie}],
        )  # fmt: skip
        for volgorde, dossier in enumerate(self.dossiers, start=1):
            Getrokken.objects.create(
                trekking=self.trekking, stratum=stratum, dossier=dossier, volgorde=volgorde,
                gewicht=populatie / len(self.dossiers), door=self.leider,
            )  # fmt: skip

    def exemplaren(self) -> list[Leesexemplaar]:
        return list(Leesexemplaar.objects.filter(onderzoek=self.onderzoek).order_by("code"))

    def beurt(self, code: str, wie) -> Leesbeurt:
        return Leesbeurt.objects.get(
            leesexemplaar__onderzoek=self.onderzoek, leesexemplaar__code=code, medewerker=wie
        )

    def oordeel(self, code: str, wie, oordelen: dict[str, str] | str, *, afronden: bool = True) -> Leesbeurt:
        """Judge as ``wie``: one word for all questions, or one for each that differs from ja."""
        beurt = self.beurt(code, wie)
        anders = {} if isinstance(oordelen, str) else oordelen
        gewoon = oordelen if isinstance(oordelen, str) else JA
        ingevuld = {
            criterium.pk: actions.Ingevuld(anders.get(criterium.code, gewoon), "Zo staat het er.")
            for criterium in actions.te_beoordelen(beurt)
        }
        return actions.save_beurt(
            beurt.pk, door=wie, versie=beurt.versie, ingevuld=ingevuld, afronden=afronden
        )

    def lees_alles(self, verschil: dict[str, dict[str, str]] | None = None) -> None:
        """Both read everything and say ja, but where ``verschil`` says what the second says of a copy."""
        for exemplaar in self.exemplaren():
            self.oordeel(exemplaar.code, self.een, JA)
            self.oordeel(exemplaar.code, self.twee, (verschil or {}).get(exemplaar.code, JA))
        Onderzoek.objects.filter(pk=self.onderzoek.pk).update(stand=Stand.VERGELIJKEN)
        self.onderzoek.refresh_from_db()


@contextmanager
def gezien_door(wie) -> Iterator[None]:
    """Ask the database as this person, past every filter of the program, and as the program itself afterwards."""
    with transactie_van(wie, verzoek="proef"):
        yield
    connection.cursor().execute("select set_config('verantwoord.rol', 'systeem', true)")
