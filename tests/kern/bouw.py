"""Dossierbeelden for tests of the core, as plain dicts in the JSON shape of the contract.

One invented person, one timeline, so that a table row only says what differs:

====================  ==========================================================
2021-04-05            asks for asylum
2022-01-10 / 01-11    rejection and return decision taken / made known, 28 days
2022-01-12            the IND hands the dossier over
2022-02-08            last day of the appeal period
2022-01-30            lodges an appeal
2022-02-10 / 02-24    date of the hearing becomes known / the hearing
2022-03-05 / 03-07    judgment: unfounded / made known; the vertrektermijn starts
2022-04-04            last day of the vertrektermijn and of the right to opvang
2022-04-20            ``OP``: in ``alles_mag()`` no norm stops any act on this day
====================  ==========================================================

Every situation is a part of a dossierbeeld; ``beeld`` puts parts together and later parts win.
"""

import copy
import itertools
import json
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.dossierbeeld import lees_dossierbeeld

DATA = Path(__file__).parents[1] / "data"
OP = "2022-04-20"
MOMENTEN = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")
ONDERWERPEN = ("procedure", "opties", "gevolgen", "toetsingsmomenten", "wensen_belemmeringen", "afspraken")
OPTIES = ("iom_rean", "iom_avrr", "ngo", "dtv_bijdrage", "dia")
ANALYSE = ("documenten", "medewerking_land", "wensen", "ondersteuning", "toetsing", "alternatieven")
PARTNERS = ("dtv", "coa", "avim", "ind")

Deel = dict[str, Any]


@cache
def catalogus() -> tuple[Deel, ...]:
    """Give the norms that are evaluated on a dossier, in catalogue order."""
    normen = yaml.safe_load((DATA / "normen.yaml").read_text(encoding="utf-8"))
    return tuple(norm for norm in normen if norm["bereik"] == "dossier")


@cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((DATA / "dossierbeeld.schema.json").read_text(encoding="utf-8")))


def beoordeel_op(dossierbeeld: Deel, op: str) -> Any:
    """Go the published way: a dict that fits the schema, as bytes, read and evaluated on one day."""
    fouten = [f"{fout.json_path}: {fout.message}" for fout in _schema().iter_errors(dossierbeeld)]
    assert fouten == []
    return beoordeel(lees_dossierbeeld(json.dumps(dossierbeeld).encode()), peildatum=date.fromisoformat(op))


def bevinding(dossierbeeld: Deel, op: str, norm: str) -> Any:
    [antwoord] = [een for een in beoordeel_op(dossierbeeld, op).bevindingen if een.norm == norm]
    return antwoord


def iso(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()


def dagen_na(dag: str, aantal: int) -> str:
    return (date.fromisoformat(dag) + timedelta(days=aantal)).isoformat()


# Putting parts together


def _samen(eerst: Deel, later: Deel) -> Deel:
    """Merge dicts deeply; a list or a value of the later part replaces the earlier one."""
    uit = dict(eerst)
    for sleutel, waarde in later.items():
        oud = uit.get(sleutel)
        uit[sleutel] = _samen(oud, waarde) if isinstance(oud, dict) and isinstance(waarde, dict) else waarde
    return uit


def beeld(*delen: Deel, **losse: Any) -> Deel:
    """Give the smallest valid dossierbeeld with these parts in it."""
    uit: Deel = {
        "schema": "verantwoord.dossierbeeld/1",
        "dossiernummer": "D-2022-900001",
        "overdracht": {"afzender": "ind", "ontvangen_op": "2022-01-12"},
        "persoon": {
            "v_nummer": "9900000001",
            "naam": {"achternaam": "Voorbeeld"},
            "geboortedatum": "1990-05-17",
            "nationaliteiten": ["ARM"],
        },
    }
    for deel in (*delen, losse):
        uit = _samen(uit, deel)
    return copy.deepcopy(uit)


def _stappen(pad: str) -> list[str | int]:
    return [int(nummer) if nummer else naam for naam, nummer in re.findall(r"(\w+)|\[(\d+)\]", pad)]


def met(dossierbeeld: Deel, waarden: Deel) -> Deel:
    """Give a copy with these paths set; an index one past the end appends to the list."""
    uit = copy.deepcopy(dossierbeeld)
    for pad, waarde in waarden.items():
        stappen = _stappen(pad)
        hier: Any = uit
        for stap, volgende in itertools.pairwise(stappen):
            if isinstance(hier, dict):
                hier = hier.setdefault(stap, [] if isinstance(volgende, int) else {})
            else:
                hier = hier[stap]
        if isinstance(hier, list) and stappen[-1] == len(hier):
            hier.append(waarde)
        else:
            hier[stappen[-1]] = waarde
    return uit


def zonder(dossierbeeld: Deel, *paden: str) -> Deel:
    """Give a copy in which these facts are not recorded."""
    uit = copy.deepcopy(dossierbeeld)
    for pad in paden:
        *weg, laatste = _stappen(pad)
        hier: Any = uit
        for stap in weg:
            hier = hier[stap]
        del hier[laatste]
    return uit


def _zonder_none(feiten: Deel) -> Deel:
    return {sleutel: waarde for sleutel, waarde in feiten.items() if waarde is not None}


# The procedure


def besluit(**anders: Any) -> Deel:
    """A rejection that is a return decision, made known the next day; ``None`` leaves a field out."""
    return _zonder_none(
        {
            "soort": "afwijzing",
            "genomen_op": "2022-01-10",
            "bekendgemaakt_op": "2022-01-11",
            "terugkeerbesluit": True,
            "land_van_terugkeer": "ARM",
            "vertrektermijn_dagen": 28,
            "kenmerk": "IND-2022-1",
            "schorsende_werking": True,
        }
        | anders
    )


def afgewezen(**anders: Any) -> Deel:
    """Rejected, with an appeal period to 8 February 2022 that may be awaited; no appeal (yet)."""
    return {
        "procedure": {
            "aanvragen": [
                {
                    "soort": "asiel",
                    "ingediend_op": "2021-04-05",
                    "beslist_op": "2022-01-10",
                    "inwilliging": False,
                }
            ],
            "besluiten": [besluit(**anders)],
            "beroepstermijn_tot": "2022-02-08",
        }
    }


def beroep(**anders: Any) -> Deel:
    return _zonder_none({"soort": "beroep", "ingesteld_op": "2022-01-30"} | anders)


def beroep_loopt(**anders: Any) -> Deel:
    """Rejected, and the appeal that was lodged has not been decided; fields of the besluit in ``anders``."""
    return _samen(afgewezen(**anders), {"procedure": {"beroepen": [beroep()]}})


def uitspraak(*, op: str = "2022-03-07", besluit_anders: Deel | None = None, **anders: Any) -> Deel:
    """The court rules (unfounded unless said otherwise) and makes it known on ``op``."""
    gedaan = beroep(
        **(
            {
                "zitting_bekend_op": "2022-02-10",
                "zitting_op": "2022-02-24",
                "uitspraak_op": dagen_na(op, -2),
                "bekendgemaakt_op": op,
                "uitkomst": "ongegrond",
            }
            | anders
        )
    )
    return _samen(afgewezen(**(besluit_anders or {})), {"procedure": {"beroepen": [gedaan]}})


def termijn_loopt(op: str = "2022-03-07", door: str = "uitspraak_ongegrond", **anders: Any) -> Deel:
    return {"vertrektermijn": {"startgebeurtenis": door, "start_op": op} | anders}


def artikel_64(van: str | None, tot: str | None, besluit: str = "toegekend") -> Deel:
    return {"medisch": _zonder_none({"art64_besluit": besluit, "art64_van": van, "art64_tot": tot})}


# What DT&V and its partners did


def gesprek(moment: str, op: str | None, **anders: Any) -> Deel:
    """An interview that counts: held with an interpreter, all six subjects, finished the same day."""
    return _zonder_none(
        {
            "moment": moment,
            "status": "gevoerd",
            "gevoerd_op": op,
            "afgerond_op": op,
            "gemeenschappelijke_taal": False,
            "tolk": "telefonisch",
            "onderwerpen": list(ONDERWERPEN),
            "opties_besproken": list(OPTIES),
            "eigen_woorden": "Ik wil er met mijn familie over praten.",
            "verslag": "Verslag van het gesprek.",
        }
        | anders
    )


def drie_gesprekken() -> Deel:
    return {
        "gesprekken": [
            gesprek("eerste", "2022-01-20"),
            gesprek("tweede", "2022-02-15"),
            gesprek("derde", "2022-03-10"),
        ]
    }


def toetsing(moment: str, op: str, **anders: Any) -> Deel:
    """A review that counts: facts and a weighing."""
    return {
        "moment": moment,
        "getoetst_op": op,
        "feiten": "Gevraagd en nagegaan wat er speelt.",
        "bronnen": ["gesprek"],
        "afweging": "Op grond van deze feiten is er nu geen aanwijzing.",
        "conclusie": "geen_aanwijzing",
        "door": "rv.een",
    } | anders


def vier_toetsingen(op: str = "2022-04-15", **anders: Any) -> Deel:
    return {"toetsingen": [toetsing(moment, op, **anders) for moment in MOMENTEN]}


def plan(**anders: Any) -> Deel:
    """An established plan that weighs independent against forced departure."""
    return _zonder_none(
        {
            "versie": 1,
            "vastgesteld_op": "2022-04-15",
            "door": "rv.een",
            "strategie": "Eerst met IOM en de ambassade; gedwongen alleen als dat niet lukt.",
            "opties": [
                {"optie": "zelfstandig_iom", "analyse": "Kan, er is een project.", "haalbaar": "ja"},
                {"optie": "gedwongen", "analyse": "Alleen als zelfstandig niet lukt.", "haalbaar": "ja"},
            ],
            "gekozen": "gedwongen",
            "analyse": dict.fromkeys(ANALYSE, "Bekeken en besproken."),
            "acties": [{"omschrijving": "Afspraak met IOM maken", "eigenaar": "dtv"}],
        }
        | anders
    )


def akkoorden(op: str = "2022-04-14", partners: tuple[str, ...] = PARTNERS) -> list[Deel]:
    return [{"partner": partner, "standpunt": "akkoord", "gegeven_op": op} for partner in partners]


def lko(**anders: Any) -> Deel:
    """A point of the LKO of Thursday 14 April 2022 that all four partners agreed with on the day."""
    return _zonder_none(
        {
            "soort": "lko",
            "datum": "2022-04-14",
            "onderwerp": "vertrekstrategie",
            "voorstel_door": "dtv",
            "standpunten": akkoorden(),
            "tegenspraak_door": "coa",
            "tegenspraak": "Is onderwijs van de kinderen geregeld?",
            "reactie": "Ja, de school weet ervan.",
            "besluit": "vastgesteld",
            "verslag_op": "2022-04-15",
        }
        | anders
    )


def lp_aanvraag(**anders: Any) -> Deel:
    return _zonder_none(
        {
            "land": "ARM",
            "ingevuld_op": "2022-01-20",
            "uitleg_gegeven": True,
            "set_gecontroleerd_door": "lezer.twee",
            "asielinformatie_aangetroffen": False,
        }
        | anders
    )


def bewaring(**anders: Any) -> Deel:
    """A proposal for detention of 19 April 2022 in which everything was weighed; not imposed."""
    return _zonder_none(
        {
            "voorgesteld_op": "2022-04-19",
            "voorgesteld_door": "rv.een",
            "lichtere_middelen": {"meldplicht": "Twee keer gemist, na gesprek weer.", "vbl": "Ging weg."},
            "gronden": {"3a": "Kwam buiten de grens om.", "4c": "Heeft geen vaste woonplaats."},
            "zicht_op_uitzetting": {"geldig_reisdocument": "Het paspoort ligt klaar."},
            "zicht_oordeel": True,
            "kwetsbaarheid": "Gevraagd en gewogen; niets gebleken.",
        }
        | anders
    )


def opgelegd(op: str = "2022-04-19", **anders: Any) -> Deel:
    return bewaring(
        **({"opgelegd_op": op, "opgelegd_door": "hovj.twee", "opgelegd_door_partner": "avim"} | anders)
    )


def boeking(**anders: Any) -> Deel:
    return _zonder_none({"soort": "gedwongen", "land": "ARM", "gepland_op": "2022-04-28"} | anders)


def afwijking(norm: str, **anders: Any) -> Deel:
    """A deviation approved by somebody else, valid to the end of 2022."""
    return _zonder_none(
        {
            "norm": norm,
            "reden": "Deze zaak vraagt iets anders, zie het plan.",
            "door": "rv.een",
            "goedgekeurd_door": "manager.een",
            "goedgekeurd_op": "2022-01-01",
            "geldig_tot": "2022-12-31",
        }
        | anders
    )


def alles_mag() -> Deel:
    """A dossier in which, on ``OP``, no norm stops any of the seventeen acts.

    Nobody's case looks like this: it holds a proposal for detention, an outcome and a finished
    search for somebody who was absent at once, so that one change shows what that change stops.
    """
    return beeld(
        uitspraak(),
        termijn_loopt(),
        drie_gesprekken(),
        vier_toetsingen(),
        {
            "regievoerder": "rv.een",
            "intake_afgerond_op": "2022-01-14",
            "procedure": {
                "verblijfsgronden": [
                    {"grond": "8f", "van": "2021-04-05", "tot": "2022-01-11"},
                    {"grond": "8h", "van": "2022-01-30", "tot": "2022-03-07"},
                ]
            },
            "verwijderbaarheidschecks": [{"gecheckt_op": "2022-04-18", "uitkomst": "verwijderbaar"}],
            "medisch": {"toestemming_op": "2022-03-01"},
            "vertrekplannen": [plan()],
            "wensen": [
                {
                    "soort": "werk",
                    "omschrijving": "Wil als kapper beginnen.",
                    "geuit_op": "2022-03-10",
                    "vervolg": "doorverwezen",
                    "vervolg_op": "2022-03-15",
                }
            ],
            "lp_aanvragen": [lp_aanvraag()],
            "landen": [{"land": "ARM", "lp_vrijwillig": True, "lp_gedwongen": True, "per": "2022-01-01"}],
            "overleg": [lko()],
            "bewaringen": [bewaring()],
            "meldplichten": [
                {
                    "opgelegd_op": "2022-03-10",
                    "opgelegd_door": "avim",
                    "gemist_op": ["2022-04-05", "2022-04-12"],
                    "beeindigd_op": "2022-04-16",
                }
            ],
            "afwezigheid": {
                "aanwezigheidscontrole_op": "2022-04-13",
                "bericht_van_vertrek_ref": "AVIM-BVV-1",
            },
            "uitkomst": {"soort": "gedwongen", "op": OP, "bewijs_ref": "KMAR-1"},
        },
    )
