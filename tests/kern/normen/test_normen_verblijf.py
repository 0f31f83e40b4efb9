"""Is there a duty to leave at all, and was the IND asked just now?"""

import pytest

from tests.kern.bouw import afgewezen, beeld, beroep, besluit, met
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"


def besluiten(*lijst, **procedure):
    return {"procedure": {"besluiten": list(lijst), **procedure}}


def later(soort, op, **anders):
    return {"soort": soort, "genomen_op": op, **anders}


AFWIJZING = besluit()
KAAL_TERUGKEERBESLUIT = later("terugkeerbesluit", "2022-01-10", bekendgemaakt_op="2022-01-11")


@pytest.mark.norm("terugkeerbesluit-vereist")
@tabel(
    nvt("voor de Terugkeerrichtlijn in de wet stond", {}, "2011-12-30"),
    onbekend("eerste dag van de regel, niets bekend", {}, "2011-12-31", "procedure.besluiten"),
    onbekend("geen besluit bekend", {}, OP, "procedure.besluiten"),
    onbekend("besluit van morgen", afgewezen(), "2022-01-09", "procedure.besluiten"),
    onbekend(
        "genomen, morgen bekendgemaakt", afgewezen(), "2022-01-10", "procedure.besluiten[0].bekendgemaakt_op"
    ),
    voldaan("dag van de bekendmaking", afgewezen(), "2022-01-11", noemt=("2022-01-11",)),
    onbekend(
        "bekendmaking niet vastgelegd",
        afgewezen(bekendgemaakt_op=None),
        OP,
        "procedure.besluiten[0].bekendgemaakt_op",
    ),
    niet_voldaan("afwijzing die geen terugkeerbesluit is", afgewezen(terugkeerbesluit=False), OP),
    niet_voldaan("alleen een inreisverbod", besluiten(later("inreisverbod", "2022-01-10")), OP),
    niet_voldaan(
        "alleen een inwilliging", besluiten(later("inwilliging", "2022-01-10", terugkeerbesluit=True)), OP
    ),
    voldaan("zelfstandig terugkeerbesluit", besluiten(KAAL_TERUGKEERBESLUIT), OP),
    voldaan(
        "intrekking van een vergunning die ook terugkeerbesluit is",
        besluiten(later("intrekking", "2022-01-10", terugkeerbesluit=True, bekendgemaakt_op="2022-01-10")),
        OP,
    ),
    voldaan("land van terugkeer is geen voorwaarde", afgewezen(land_van_terugkeer=None), OP),
    onbekend(
        "het laatst genomen besluit telt, waar het ook staat",
        besluiten(besluit(genomen_op="2022-03-01", bekendgemaakt_op=None), AFWIJZING),
        OP,
        "procedure.besluiten[0].bekendgemaakt_op",
    ),
    onbekend(
        "op dezelfde dag telt het laatste in de lijst",
        besluiten(AFWIJZING, besluit(bekendgemaakt_op=None)),
        OP,
        "procedure.besluiten[1].bekendgemaakt_op",
    ),
    onbekend(
        "plaats in het bestand telt, ook na een besluit van later",
        besluiten(later("afwijzing", "2022-06-01"), besluit(bekendgemaakt_op=None)),
        OP,
        "procedure.besluiten[1].bekendgemaakt_op",
    ),
    niet_voldaan("inwilliging op dezelfde dag", besluiten(AFWIJZING, later("inwilliging", "2022-01-10")), OP),
    niet_voldaan("inwilliging later", besluiten(AFWIJZING, later("inwilliging", OP)), OP, noemt=(OP,)),
    voldaan("inwilliging van morgen", besluiten(AFWIJZING, later("inwilliging", "2022-04-21")), OP),
    voldaan("inwilliging van eerder", besluiten(later("inwilliging", "2022-01-09"), AFWIJZING), OP),
    niet_voldaan(
        "vervallen telt voor de ontbrekende bekendmaking",
        besluiten(besluit(bekendgemaakt_op=None), later("inwilliging", "2022-02-01")),
        OP,
    ),
    *[
        niet_voldaan(
            f"{soort} {uitkomst}", besluiten(AFWIJZING, beroepen=[beroep(soort=soort, uitkomst=uitkomst)]), OP
        )
        for soort in ("beroep", "hoger_beroep")
        for uitkomst in ("gegrond", "deels_gegrond")
    ],
    *[
        voldaan(f"beroep {uitkomst}", besluiten(AFWIJZING, beroepen=[beroep(uitkomst=uitkomst)]), OP)
        for uitkomst in ("ongegrond", "niet_ontvankelijk", "ingetrokken")
    ],
    voldaan(
        "gegrond beroep tegen een eerder besluit",
        besluiten(AFWIJZING, beroepen=[beroep(ingesteld_op="2022-01-09", uitkomst="gegrond")]),
        OP,
    ),
    niet_voldaan(
        "gegrond beroep van de dag van het besluit",
        besluiten(AFWIJZING, beroepen=[beroep(ingesteld_op="2022-01-10", uitkomst="gegrond")]),
        OP,
    ),
    voldaan(
        "morgen pas gegrond",
        besluiten(AFWIJZING, beroepen=[beroep(uitspraak_op="2022-04-21", uitkomst="gegrond")]),
        OP,
    ),
    niet_voldaan(
        "vandaag gegrond", besluiten(AFWIJZING, beroepen=[beroep(uitspraak_op=OP, uitkomst="gegrond")]), OP
    ),
    niet_voldaan(
        "een eerder beroep was gegrond, het laatste niet",
        besluiten(
            AFWIJZING,
            beroepen=[beroep(uitkomst="gegrond"), beroep(ingesteld_op="2022-02-01", uitkomst="ongegrond")],
        ),
        OP,
    ),
)
def test_terugkeerbesluit_vereist(controleer, rij):
    controleer(rij)


def checks(*lijst, **delen):
    return beeld(
        delen, verwijderbaarheidschecks=[{"gecheckt_op": op, "uitkomst": uitkomst} for op, uitkomst in lijst]
    )


GECHECKT = checks(("2022-04-15", "verwijderbaar"))


@pytest.mark.norm("verwijderbaarheidscheck")
@tabel(
    niet_voldaan("niet gecheckt", {}, OP),
    niet_voldaan("check van morgen", GECHECKT, "2022-04-14"),
    voldaan("dag van de check", GECHECKT, "2022-04-15", noemt=("2022-04-15",)),
    voldaan("vijfde dag", GECHECKT, "2022-04-20", noemt=("2022-04-15",)),
    niet_voldaan("zesde dag", GECHECKT, "2022-04-21", noemt=("2022-04-15",)),
    niet_voldaan("niet verwijderbaar", checks(("2022-04-18", "niet_verwijderbaar")), OP),
    onbekend(
        "antwoord onbekend",
        checks(("2022-04-18", "onbekend")),
        OP,
        "verwijderbaarheidschecks[0].uitkomst",
        noemt=("2022-04-18",),
    ),
    niet_voldaan("antwoord onbekend en verouderd", checks(("2022-04-14", "onbekend")), OP),
    onbekend(
        "de laatste check telt, waar zij ook staat",
        checks(("2022-04-19", "onbekend"), ("2022-04-18", "verwijderbaar")),
        OP,
        "verwijderbaarheidschecks[0].uitkomst",
    ),
    onbekend(
        "op dezelfde dag telt de laatste in de lijst",
        checks(("2022-04-18", "verwijderbaar"), ("2022-04-18", "onbekend")),
        OP,
        "verwijderbaarheidschecks[1].uitkomst",
    ),
    voldaan(
        "een latere check bestaat nog niet",
        checks(("2022-04-18", "verwijderbaar"), ("2022-04-21", "niet_verwijderbaar")),
        OP,
    ),
    *[
        antwoord(
            f"{wat} {wanneer}",
            met(checks(("2022-04-18", "verwijderbaar")), {pad: feit(op)}),
            OP,
        )
        for wat, pad, feit in (
            ("aanvraag", "procedure.aanvragen[0]", lambda op: {"soort": "regulier", "ingediend_op": op}),
            (
                "verzoek voorlopige voorziening",
                "procedure.voorlopige_voorzieningen[0]",
                lambda op: {"gevraagd_op": op},
            ),
            ("artikel 64 gevraagd", "medisch.art64_aangevraagd_op", lambda op: op),
            ("artikel 64 ambtshalve", "medisch.art64_ambtshalve_op", lambda op: op),
        )
        for wanneer, op, antwoord in (
            ("een dag voor de check", "2022-04-17", voldaan),
            ("op de dag van de check", "2022-04-18", niet_voldaan),
            ("na de check", "2022-04-19", niet_voldaan),
            ("morgen", "2022-04-21", voldaan),
        )
    ],
    niet_voldaan(
        "antwoord onbekend maar al ingehaald",
        checks(
            ("2022-04-18", "onbekend"),
            procedure={"aanvragen": [{"soort": "asiel", "ingediend_op": "2022-04-19"}]},
        ),
        OP,
    ),
)
def test_verwijderbaarheidscheck(controleer, rij):
    controleer(rij)


def gronden(*lijst):
    return {
        "procedure": {
            "verblijfsgronden": [{"grond": grond, "van": van, "tot": tot} for grond, van, tot in lijst]
        }
    }


PERIODE = gronden(("8h", "2022-03-01", "2022-03-31"))


@pytest.mark.norm("rechtmatig-verblijf-toets")
@tabel(
    onbekend("niets bekend", {}, OP, "procedure.verblijfsgronden"),
    onbekend("grond begint morgen", PERIODE, "2022-02-28", "procedure.verblijfsgronden"),
    niet_voldaan("eerste dag", PERIODE, "2022-03-01"),
    niet_voldaan("laatste dag", PERIODE, "2022-03-31", noemt=("2022-03-31",)),
    voldaan("dag na de laatste", PERIODE, "2022-04-01"),
    niet_voldaan("zonder einde", gronden(("8h", "2022-03-01", None)), "2030-01-01", noemt=("2022-03-01",)),
    *[
        niet_voldaan(f"grond 8{letter}", gronden((f"8{letter}", "2022-03-01", None)), OP)
        for letter in "abcdefghijkl"
    ],
    niet_voldaan(
        "een van de twee loopt nog",
        gronden(("8f", "2021-04-05", "2022-01-11"), ("8h", "2022-01-30", None)),
        OP,
    ),
    voldaan(
        "beide geëindigd", gronden(("8f", "2021-04-05", "2022-01-11"), ("8h", "2022-01-30", "2022-04-19")), OP
    ),
    voldaan("geen grond maar wel een check", GECHECKT, OP),
    onbekend("geen grond en een check van morgen", GECHECKT, "2022-04-14", "procedure.verblijfsgronden"),
    niet_voldaan("actieve grond ondanks een check", beeld(GECHECKT, gronden(("8f", "2022-04-01", None))), OP),
    voldaan(
        "artikel 64 wordt hier niet gelezen",
        beeld(GECHECKT, {"medisch": {"art64_besluit": "toegekend", "art64_van": "2022-04-01"}}),
        OP,
    ),
)
def test_rechtmatig_verblijf_toets(controleer, rij):
    controleer(rij)
