"""One table: LKO azc Assen on Tuesday 1 March 2022, four partners with a team each. All people are invented."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier.models import Dossier, Gezinslid
from verantwoord.overleg import actions
from verantwoord.overleg.models import Agendapunt, Overleg, Overlegreeks
from verantwoord.toegang.models import Medewerker

PARTNERS = ("dtv", "coa", "avim", "ind")
# Tuesday; the third working day after it is Friday 4 March.
DATUM = date(2022, 3, 1)
NU = datetime(2022, 3, 1, 12, 45, tzinfo=UTC)
VRIJDAG = datetime(2022, 3, 4, 15, 0, tzinfo=UTC)


@dataclass
class Tafel:
    """The series, its first meeting and one person of each partner; ``dtv`` directs the dossiers."""

    reeks: Overlegreeks
    overleg: Overleg
    dtv: Medewerker
    coa: Medewerker
    avim: Medewerker
    ind: Medewerker

    def wie(self, partner: str) -> Medewerker:
        return getattr(self, partner)

    @property
    def voorzitter(self) -> Medewerker:
        self.overleg.refresh_from_db()
        return self.wie(self.overleg.voorzitter)

    @property
    def notulist(self) -> Medewerker:
        self.overleg.refresh_from_db()
        return self.wie(self.overleg.notulist)

    def dossier(self, **velden) -> Dossier:
        return DossierFactory(regievoerder=self.dtv, **velden)

    def gezin(self) -> tuple[Dossier, Dossier]:
        """A parent and a child who travel along, each with a dossier."""
        ouder, kind = self.dossier(), self.dossier()
        Gezinslid.objects.create(
            persoon=ouder.persoon, volgorde=0, relatie="kind", v_nummer=kind.persoon.v_nummer
        )
        return ouder, kind

    def start(self, *, afwezig: tuple[str, ...] = (), nu: datetime = NU) -> None:
        actions.start_overleg(
            door=self.voorzitter,
            overleg_id=self.overleg.pk,
            aanwezig={p: p not in afwezig for p in PARTNERS},
            namen={p: self.wie(p).naam for p in PARTNERS},
            nu=nu,
        )

    def punt(self, dossier: Dossier | None = None, *, door: str = "dtv", **velden) -> Agendapunt:
        velden = {"onderwerp": "vertrekstrategie", "vraag": "Past de strategie nog?"} | velden
        dossier = dossier or self.dossier()
        return actions.add_punt(
            door=self.wie(door), overleg_id=self.overleg.pk, dossiers=[dossier.pk], **velden
        )

    def standpunt(self, punt: Agendapunt, partner: str, oordeel: str = "akkoord", **velden):
        velden = {"motivering": f"Zo ziet {partner} het.", "versie": 0, "nu": NU} | velden
        return actions.give_standpunt(door=self.wie(partner), punt_id=punt.pk, oordeel=oordeel, **velden)

    def open(self, punt: Agendapunt, **oordelen: str) -> Agendapunt:
        """Let all four write, so that the positions open."""
        for partner in PARTNERS:
            self.standpunt(punt, partner, oordelen.get(partner, "akkoord"))
        return Agendapunt.objects.get(pk=punt.pk)

    def spreek_tegen(self, punt: Agendapunt, *, antwoord: bool = True) -> None:
        punt = Agendapunt.objects.get(pk=punt.pk)
        tegen = actions.give_tegenspraak(
            door=self.wie(punt.tegenspreker),
            punt_id=punt.pk,
            soort="risico",
            tekst="De school begint over twee weken.",
            nu=NU,
        )
        if antwoord:
            actions.answer_tegenspraak(
                door=self.wie(punt.voorstel_door),
                punt_id=punt.pk,
                tegenspraak_id=tegen.pk,
                antwoord="Daarom wachten wij tot de vakantie.",
                nu=NU,
            )

    def stem(self, punt: Agendapunt, partner: str, oordeel: str = "akkoord", *, nu: datetime = NU):
        motivering = "" if oordeel == "akkoord" else "Nog niet met de familie gebeld."
        return actions.cast_stem(
            door=self.wie(partner), punt_id=punt.pk, oordeel=oordeel, motivering=motivering, nu=nu
        )

    def besluit(self, punt: Agendapunt) -> Agendapunt:
        """The whole way to a decision: positions, dissent, answer, four votes."""
        self.open(punt)
        self.spreek_tegen(punt)
        for partner in PARTNERS:
            self.stem(punt, partner)
        return Agendapunt.objects.get(pk=punt.pk)

    def eindig(self, *, nu: datetime = NU + timedelta(hours=2)) -> None:
        actions.end_overleg(door=self.voorzitter, overleg_id=self.overleg.pk, nu=nu)


def maak_tafel(**velden) -> Tafel:
    """``velden`` replace those of the series."""
    mensen = {
        "dtv": MedewerkerFactory(team__locaties=["Assen"]),
        "coa": MedewerkerFactory(coa=True, team__locaties=["Assen"]),
        "avim": MedewerkerFactory(avim=True, team__locaties=["Assen"]),
        "ind": MedewerkerFactory(ind=True, team__locaties=["Assen"]),
    }
    reeks = actions.plan_reeks(
        **{
            "door": mensen["dtv"],
            "soort": "lko",
            "naam": f"LKO azc Assen {mensen['dtv'].naam}",
            "locaties": ["Assen"],
            "om_de_weken": 4,
            "eerste_op": DATUM,
            "begin": time(13, 30),
            "teams": [m.team_id for m in mensen.values()],
        }
        | velden
    )
    overleg = reeks.overleggen.order_by("datum").first()
    return Tafel(reeks=reeks, overleg=overleg, **mensen)
