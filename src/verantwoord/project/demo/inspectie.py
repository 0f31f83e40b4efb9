"""The 200 dossiers of the report: the sample of the Inspectie, as records that measure to its table.

Report §3.3: 100 dossiers of azc Assen, Dronten, Rijswijk and Maastricht, 100 of elsewhere, all received before 1 May
2022. In 117 the medical moment was weighed, in 45 buiten schuld, in 20 schrijnend, in 37 mensenhandel, in 15 all four;
64 % described a strategy (§3.1). No figure is set anywhere: the toetsingen and plans are written with or without a
weighing or a strategy of their own, and the measurement finds what it finds. These plans were established without the
four toetsingen, as the report describes; the program of today would not allow that.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import Final

import msgspec

from verantwoord.kern import dossierbeeld as kern
from verantwoord.project.demo import verhalen
from verantwoord.project.demo.begeleiding import MOMENTEN, Ontwerp
from verantwoord.project.demo.mensen import Bevolking
from verantwoord.project.demo.procedure import Ploeg
from verantwoord.project.demo.samenstelling import Nummers, Zaak, vertel
from verantwoord.project.demo.teksten.plan import MAGER
from verantwoord.project.demo.teksten.toetsing import ALLEEN_CONCLUSIE
from verantwoord.project.demo.verhalen import Verhaal

PEILDATUM: Final = date(2022, 5, 1)
AANTAL: Final = 200
_ZAAD: Final = 117_45_20_37_15
_STEEKPROEF: Final = ("Assen", "Dronten", "Rijswijk", "Maastricht")
_ELDERS: Final = (
    ("azc", "Emmen"), ("azc", "Drachten"), ("azc", "Echt"), ("azc", "Budel"), ("gl", "Emmen"), ("vbl", "Ter Apel"),
    ("azc", "Utrecht"), ("azc", "Almere"), ("lvv", "Groningen"), ("azc", "Katwijk"),
)  # fmt: skip
# Each moment with the number of dossiers in which it was weighed; in 15 of them all four.
_GETOETST: Final = {"medisch": 117, "buiten_schuld": 45, "schrijnend": 20, "mensenhandel": 37}
_ALLE_VIER: Final = 15
_MET_STRATEGIE: Final = 128
# Every one of them has a plan by then, and none is about coercion.
_VERHALEN: Final[tuple[Verhaal, ...]] = (
    verhalen.beroep_zonder_zitting, verhalen.zitting_bekend, verhalen.na_gesprek_twee, verhalen.wacht_op_uitspraak,
    verhalen.gesprek_drie_te_laat, verhalen.opvang_eindigt, verhalen.zelfstandig_iom, verhalen.zelfstandig_ngo,
    verhalen.lp_verzonden, verhalen.presentatie, verhalen.lp_toegezegd, verhalen.artikel_64, verhalen.nieuwe_aanvraag,
    verhalen.vertrokken, verhalen.uit_beeld,
)  # fmt: skip


def deel_uit_inspectie(ploegen: Sequence[Ploeg], *, vandaag: date = PEILDATUM) -> Iterator[Ontwerp]:
    """Give the 200 dossiers, numbered, as they stood on ``vandaag``."""
    kans = Random(_ZAAD)  # noqa: S311 - invented people need no secret numbers
    bevolking = Bevolking(begin=5_000_000)
    plaatsen = [("azc", naam) for naam in _STEEKPROEF for _ in range(25)]
    plaatsen += [_ELDERS[i % len(_ELDERS)] for i in range(AANTAL - len(plaatsen))]
    getoetst = _wie_toetst_wat(kans)
    met_strategie = set(kans.sample(range(AANTAL), _MET_STRATEGIE))
    zaken = []
    for i, plaats in enumerate(plaatsen):
        ploeg = ploegen[i % len(ploegen)]
        mens = bevolking.iemand(kans, vandaag)
        ontwerp = vertel(kans.choice(_VERHALEN), mens, ploeg, vandaag, tijd=kans, woord=kans, verblijf=plaats)
        beeld = _zoals_toen(ontwerp.beeld, getoetst[i], strategie=i in met_strategie, kans=kans)
        zaken.append(Zaak([msgspec.structs.replace(ontwerp, beeld=beeld)]))
    yield from Nummers().geef(zaken)


def _wie_toetst_wat(kans: Random) -> list[set[str]]:
    """Deal the weighed moments out: 15 dossiers get all four, and nobody else gets the fourth."""
    volgorde = list(range(AANTAL))
    kans.shuffle(volgorde)
    alle_vier, anderen = volgorde[:_ALLE_VIER], volgorde[_ALLE_VIER:]
    per_dossier: list[set[str]] = [set() for _ in range(AANTAL)]
    for i in alle_vier:
        per_dossier[i] = set(MOMENTEN)
    for moment, aantal in _GETOETST.items():
        # Whoever has schrijnend from here on gets no mensenhandel, so that all four stay fifteen.
        mogelijk = [i for i in anderen if moment != "mensenhandel" or "schrijnend" not in per_dossier[i]]
        for i in kans.sample(mogelijk, aantal - _ALLE_VIER):
            per_dossier[i].add(moment)
    return per_dossier


def _zoals_toen(
    beeld: kern.Dossierbeeld, getoetst: set[str], *, strategie: bool, kans: Random
) -> kern.Dossierbeeld:
    """Keep the weighing where there was one; elsewhere a conclusion alone, or nothing at all."""
    inhoudelijk = {t.moment: t for t in beeld.toetsingen}
    toetsingen = []
    for moment in MOMENTEN:
        toetsing = inhoudelijk[moment]
        if moment in getoetst:
            toetsingen.append(toetsing)
        elif kans.random() < 0.7:
            feiten, afweging = kans.choice(ALLEEN_CONCLUSIE)
            toetsingen.append(
                msgspec.structs.replace(
                    toetsing, feiten=feiten, afweging=afweging, bronnen=(), conclusie="geen_aanwijzing"
                )
            )
    plan = beeld.vertrekplannen[-1]
    beschreven = plan.strategie if kans.random() < 0.6 else kans.choice(MAGER)
    plannen = (
        *beeld.vertrekplannen[:-1],
        msgspec.structs.replace(plan, strategie=beschreven if strategie else ""),
    )
    return msgspec.structs.replace(beeld, toetsingen=tuple(toetsingen), vertrekplannen=plannen)
