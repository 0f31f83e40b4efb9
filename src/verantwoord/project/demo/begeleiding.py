"""The half of a dossier that a regievoerder writes: talks, toetsingen, plans, wishes and travel documents."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import msgspec

from verantwoord.kern import dossierbeeld as kern
from verantwoord.kern.kalender import voluit
from verantwoord.project.demo.procedure import Procedure
from verantwoord.project.demo.teksten import gesprek as gesprekteksten
from verantwoord.project.demo.teksten import plan as planteksten
from verantwoord.project.demo.teksten.toetsing import SLOT, WEGINGEN
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.stappen import STAPPEN
from verantwoord.vertrekgesprek.verslag import Afspraak, Verslag, als_tekst

MOMENTEN: Final = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")
ONDERWERPEN: Final = (
    "procedure", "opties", "gevolgen", "wensen_belemmeringen", "toetsingsmomenten", "afspraken",
)  # fmt: skip
ALLE_OPTIES: Final = ("iom_rean", "iom_avrr", "ngo", "dtv_bijdrage", "dia", "derde_land")
# A wish of longer ago was answered, or the next talk would have come back to it.
LANG_GELEDEN: Final = 40
_GEEN: Final[Mapping[str, int]] = {}
PLAATS_IN_LEVEN: Final = {"eerste": 0, "tweede": 1, "derde": 2, "extra": 1}


class Keuze(msgspec.Struct, frozen=True, kw_only=True):
    """Why a plan chose what it chose, what is in the way of it, and what the person says of it."""

    reden: str
    belemmering: str
    wil: str


class Routestap(msgspec.Struct, frozen=True, kw_only=True):
    """One step that was taken on the route of a toetsingsmoment, as its form was filled in."""

    moment: str
    naam: str
    op: date
    door: str
    invoer: dict[str, Any]
    toelichting: str


class Einde(msgspec.Struct, frozen=True, kw_only=True):
    """Why and when a referral stopped."""

    op: date
    waarom: str
    tekst: str


class Ontwerp(msgspec.Struct, frozen=True, kw_only=True):
    """A finished dossierbeeld, with what the rooms keep beyond it, by place in the list: reports and reasons.

    ``hoofd`` is the v-number of the relative with whom the talks were one sitting and in whose dossier they were
    written; blank for who was heard alone, and for that relative.
    """

    beeld: kern.Dossierbeeld
    verslagen: dict[int, Verslag]
    keuzes: dict[int, Keuze]
    verhaal: str
    stappen: tuple[Routestap, ...] = ()
    einden: dict[int, Einde] = {}
    hoofd: str = ""


class Bouwer(Procedure):
    """Adds what the regievoerder did. Every act stands where it may stand: see the story that calls it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verslagen: dict[int, Verslag] = {}
        self.keuzes: dict[int, Keuze] = {}
        self.stappen: list[Routestap] = []
        self.einden: dict[int, Einde] = {}

    def klaar(self, verhaal: str) -> Ontwerp:
        return Ontwerp(
            beeld=self.beeld(),
            verslagen=self.verslagen,
            keuzes=self.keuzes,
            verhaal=verhaal,
            stappen=tuple(self.stappen),
            einden=self.einden,
        )

    def kies(self, teksten: Sequence[str]) -> str:
        """One of these texts that can be about this person, filled in."""
        return self.mens.vul(self.woord.choice([t for t in teksten if self.mens.past(t)]))

    # Talks.

    def gesprek(self, moment: str, geleden: int, *, wens: bool = False, bewaring: bool = False) -> None:
        """A talk that was held with an interpreter on the telephone or in the room, and finished the same day."""
        op = self.werkdag(geleden)
        verslag = self._verslag(moment, op, bewaring=bewaring)
        self.verslagen[len(self.lijsten.get("gesprekken", ()))] = verslag
        self.bij(
            "gesprekken",
            kern.Gesprek(
                moment=moment,  # type: ignore[arg-type]
                status="gevoerd",
                uitgenodigd_op=op - timedelta(days=7),
                gepland_op=op,
                gevoerd_op=op,
                afgerond_op=op,
                taal=verslag.taal,
                gemeenschappelijke_taal=False,
                tolk=verslag.tolk,  # type: ignore[arg-type]
                onderwerpen=ONDERWERPEN,
                opties_besproken=verslag.opties_besproken,  # type: ignore[arg-type]
                eigen_woorden=verslag.eigen_woorden,
                wil_niet_antwoorden=verslag.wil_niet_antwoorden,
                bewaring_genoemd=bewaring,
                verslag=als_tekst(verslag),
            ),
        )
        if wens:
            # Most wishes get an answer within two weeks; what was said lately waits for one, and a few were forgotten.
            antwoord = geleden - self.woord.randint(7, 12)
            beantwoord = antwoord > 0 and (self.woord.random() < 0.85 or antwoord > LANG_GELEDEN)
            vervolg = self.woord.choice(("uitgelegd", "doorverwezen")) if beantwoord else None
            self.wens(geleden, vervolg=vervolg, vervolg_op=antwoord if beantwoord else None)

    def _verslag(self, moment: str, op: date, *, bewaring: bool) -> Verslag:
        mens, kans = self.mens, self.woord
        derde = moment == "derde"
        afspraken = kans.sample(gesprekteksten.AFSPRAKEN[moment], 2)
        return Verslag(
            gevoerd_op=op,
            taal=mens.herkomst.talen[0],
            gemeenschappelijke_taal=False,
            tolk=kans.choice(("telefonisch", "telefonisch", "aanwezig")),
            tolk_bestelling=f"T-{kans.randint(10000, 99999)}",
            procedure=self.kies(gesprekteksten.PROCEDURE[moment]),
            opties_besproken=ALLE_OPTIES if derde else tuple(sorted(kans.sample(ALLE_OPTIES[:5], 3))),
            opties=self.kies(gesprekteksten.OPTIES),
            gevolgen=self.kies(gesprekteksten.GEVOLGEN),
            bewaring_genoemd=bewaring,
            eigen_woorden=mens.vul(mens.leven.woorden[PLAATS_IN_LEVEN[moment]]),
            vragen={m: self.kies(gesprekteksten.VRAGEN[m]) for m in MOMENTEN},
            afspraken=tuple(
                Afspraak(
                    wie=mens.vul(wie), wat=mens.vul(wat), uiterlijk=op + timedelta(days=kans.randint(5, 21))
                )
                for wie, wat in afspraken
            ),
            overig=self.kies(gesprekteksten.OVERIG),
        )

    def gepland(self, moment: str, over: int) -> None:
        """A talk to which the person was invited a few days ago."""
        self.bij(
            "gesprekken",
            kern.Gesprek(
                moment=moment,  # type: ignore[arg-type]
                status="gepland",
                uitgenodigd_op=self.werkdag(2),
                gepland_op=self._komende_werkdag(over),
                taal=self.mens.herkomst.talen[0],
            ),
        )

    def _komende_werkdag(self, over: int) -> date:
        dag = self.vandaag + timedelta(days=over)
        return dag + timedelta(days=max(0, 7 - dag.weekday()) if dag.weekday() > 4 else 0)

    def niet_verschenen(self, moment: str, geleden: int) -> None:
        op = self.werkdag(geleden)
        self.bij(
            "gesprekken",
            kern.Gesprek(
                moment=moment,  # type: ignore[arg-type]
                status="niet_verschenen",
                uitgenodigd_op=op - timedelta(days=8),
                gepland_op=op,
                taal=self.mens.herkomst.talen[0],
                verslag=self.kies(gesprekteksten.NIET_VERSCHENEN),
            ),
        )

    # Toetsingen and signals.

    def toets(
        self,
        geleden: int,
        momenten: Sequence[str] = MOMENTEN,
        *,
        aanleiding: str = "gesprek",
        conclusie: str = "geen_aanwijzing",
    ) -> None:
        """Record these toetsingen with facts and a weighing; with another conclusion where the texts hold one."""
        for moment in momenten:
            passend = [w for w in WEGINGEN[moment] if self.mens.past(w.feiten + w.afweging)]
            gezocht = [w for w in passend if w.conclusie == conclusie] or passend
            weging = self.woord.choice(gezocht)
            op = self.werkdag(geleden)
            dag = voluit(op)
            self.bij(
                "toetsingen",
                kern.Toetsing(
                    moment=moment,  # type: ignore[arg-type]
                    getoetst_op=op,
                    aanleiding=aanleiding,  # type: ignore[arg-type]
                    feiten=self.mens.vul(weging.feiten, dag=dag),
                    bronnen=weging.bronnen,
                    afweging=self.mens.vul(weging.afweging + self.woord.choice(SLOT), dag=dag),
                    conclusie=weging.conclusie,  # type: ignore[arg-type]
                    door=self.ploeg.regievoerder,
                ),
            )

    def signaal(self, moment: str, geleden: int, bron: str, *, afgehandeld: int | None = None) -> None:
        self.bij(
            "signalen",
            kern.Signaal(
                moment=moment,  # type: ignore[arg-type]
                ontvangen_op=self.dag(geleden),
                bron=bron,  # type: ignore[arg-type]
                afgehandeld_op=None if afgehandeld is None else self.werkdag(afgehandeld),
            ),
        )

    def stap(
        self,
        route: str,
        geleden: int,
        *,
        tekst: str = "",
        door: str = "",
        plan: Mapping[str, int] = _GEEN,
        **invoer: Any,
    ) -> None:
        """Take a step of a route, named as in its address; its facts are the story's own.

        ``plan`` are days of the form besides the one on which it happened, counted back like every other day.
        """
        moment, _streep, naam = route.partition("/")
        op = self.dag(geleden)
        dagen = {veld: self.dag(n).isoformat() for veld, n in plan.items()}
        self.stappen.append(
            Routestap(
                moment=moment,
                naam=naam,
                op=op,
                door=door or self.ploeg.regievoerder,
                invoer={STAPPEN[Moment(moment)][naam].datumveld: op.isoformat(), **dagen, **invoer},
                toelichting=self.mens.vul(tekst),
            )
        )

    # Plans.

    def plan(self, geleden: int, gekozen: str, *, gereed: int = 0) -> None:
        """Establish the next version. Each way has its analysis, the forced one as well; ``gereed`` acts are done."""
        op, vul = self.werkdag(geleden), self.mens.vul
        opties = [
            o for o in ("zelfstandig_iom", "zelfstandig_ngo", "derde_land", "gedwongen") if o != gekozen
        ]
        if gekozen == "geen_vertrek_nu":
            opties.remove("gedwongen")
        gezegd = vul(self.mens.leven.woorden[0 if gekozen == "geen_vertrek_nu" else 2])
        self.keuzes[len(self.lijsten.get("vertrekplannen", ()))] = Keuze(
            reden=vul(planteksten.REDEN[gekozen]), belemmering=vul("{belemmering}"), wil=gezegd
        )
        acties = [planteksten.ACTIES[0], *self.woord.sample(planteksten.ACTIES[1:], 2)]
        self.bij(
            "vertrekplannen",
            kern.Vertrekplan(
                versie=len(self.lijsten.get("vertrekplannen", ())) + 1,
                vastgesteld_op=op,
                door=self.ploeg.regievoerder,
                strategie=self.kies(planteksten.STRATEGIE[gekozen]),
                opties=tuple(
                    kern.Optie(
                        optie=optie,  # type: ignore[arg-type]
                        analyse=vul(planteksten.OPTIE[optie], woorden=gezegd),
                        haalbaar="ja" if optie == gekozen else self.woord.choice(("nee", "onbekend")),
                    )
                    for optie in (gekozen, *opties)
                ),
                gekozen=gekozen,
                analyse={deel: self.kies(teksten) for deel, teksten in planteksten.ANALYSE.items()},
                acties=tuple(
                    kern.Actie(
                        omschrijving=vul(wat),
                        eigenaar=wie,  # type: ignore[arg-type]
                        uiterlijk=op + timedelta(days=14 + 7 * i),
                        gereed_op=self._gereed(op, i) if i < gereed else None,
                    )
                    for i, (wat, wie) in enumerate(acties)
                ),
            ),
        )

    def _gereed(self, vastgesteld: date, plek: int) -> date:
        klaar = (self.vandaag - vastgesteld).days - 5 - 4 * plek
        return self.werkdag(max(0, klaar))

    # Wishes, referrals, travel documents.

    def wens(self, geuit: int, *, vervolg: str | None = None, vervolg_op: int | None = None) -> None:
        leven = self.mens.leven
        self.bij(
            "wensen",
            kern.Wens(
                soort=leven.soort,  # type: ignore[arg-type]
                omschrijving=self.mens.woorden["wens"],
                geuit_op=self.werkdag(geuit),
                beoordeling="realistisch" if vervolg else self.woord.choice((None, "nader_onderzoek")),
                vervolg=vervolg,  # type: ignore[arg-type]
                vervolg_op=None if vervolg_op is None else self.werkdag(vervolg_op),
            ),
        )

    def verwijzing(self, geleden: int) -> None:
        """Refer to who can help with the wish."""
        leven = self.mens.leven
        self._verwijs(geleden, naar=leven.naar, organisatie=leven.organisatie or None)

    def vergeefs(self, geleden: int, *, einde: int, waarom: str, tekst: str) -> None:
        """Refer to somebody who turns out not to be the one; the referral ended ``einde`` days ago."""
        tekst = self.mens.vul(tekst)
        einde_op = self.werkdag(einde)
        self.einden[len(self.lijsten.get("verwijzingen", ()))] = Einde(
            op=einde_op, waarom=waarom, tekst=tekst
        )
        self._verwijs(
            geleden, naar="ngo", organisatie="Huis voor Even", resultaat=tekst, resultaat_op=einde_op
        )

    def _verwijs(self, geleden: int, **feiten: Any) -> None:
        opgevolgd = None if geleden < 14 else self.werkdag(geleden - 14)
        feit = kern.Verwijzing(
            verwezen_op=self.werkdag(geleden), toestemming=True, opvolging_op=opgevolgd, **feiten
        )
        self.bij("verwijzingen", feit)

    def lp(self, ingevuld: int, **stappen: Any) -> None:
        """The LP form, filled in at the first talk; ``stappen`` are days ago for the days, or plain values."""
        dagen: dict[str, Any] = {naam: self.werkdag(n) if isinstance(n, int) and naam.endswith(("_op", "_tot")) else n
                 for naam, n in stappen.items()}  # fmt: skip
        self.bij(
            "lp_aanvragen",
            kern.LPAanvraag(
                land=self.mens.herkomst.land,
                ingevuld_op=self.werkdag(ingevuld),
                uitleg_gegeven=True,
                **dagen,
            ),
        )

    def land(self, geleden: int) -> None:
        vrijwillig, gedwongen = self.mens.herkomst.lp
        self.bij(
            "landen",
            kern.LandInformatie(
                land=self.mens.herkomst.land,
                lp_vrijwillig=vrijwillig,
                lp_gedwongen=gedwongen,
                per=self.dag(geleden),
            ),
        )
