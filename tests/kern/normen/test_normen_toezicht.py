"""Reporting duty and what must be sure before somebody counts as gone without supervision."""

import pytest

from tests.kern.bouw import beeld, met, zonder
from tests.kern.normen.tabel import niet_voldaan, nvt, tabel, voldaan

OP = "2022-04-20"


def meldplicht(**anders):
    return {"opgelegd_op": "2022-03-01", "opgelegd_door": "avim"} | anders


def meldplichten(*lijst):
    return {"meldplichten": list(lijst)}


@pytest.mark.norm("toezicht-meldplicht")
@tabel(
    nvt("geen meldplicht", {}, OP),
    nvt("meldplicht van morgen", meldplichten(meldplicht()), "2022-02-28"),
    voldaan("wekelijks, door de AVIM", meldplichten(meldplicht()), "2022-03-01"),
    *[
        niet_voldaan(f"opgelegd door {wie}", meldplichten(meldplicht(opgelegd_door=wie)), OP)
        for wie in ("coa", "dtv", "ind", "kmar")
    ],
    niet_voldaan("twee keer per week zonder reden", meldplichten(meldplicht(per_week=2)), OP),
    niet_voldaan(
        "twee keer per week, reden blanco", meldplichten(meldplicht(per_week=2, reden_afwijking=" ")), OP
    ),
    voldaan(
        "twee keer per week met reden",
        meldplichten(meldplicht(per_week=2, reden_afwijking="Woont naast het bureau.")),
        OP,
    ),
    nvt("vandaag beëindigd", meldplichten(meldplicht(per_week=2, beeindigd_op=OP)), OP),
    niet_voldaan("morgen beëindigd", meldplichten(meldplicht(per_week=2, beeindigd_op="2022-04-21")), OP),
    niet_voldaan("een van de twee", meldplichten(meldplicht(), meldplicht(per_week=3)), OP),
)
def test_toezicht_meldplicht(controleer, rij):
    controleer(rij)


WEG = beeld(
    meldplichten(meldplicht(gemist_op=["2022-04-05", "2022-04-12"])),
    afwezigheid={"aanwezigheidscontrole_op": "2022-04-12", "bericht_van_vertrek_ref": "AVIM-1"},
)
GEMIST = "meldplichten[0].gemist_op"
PER_WEEK = "meldplichten[0].per_week"
CONTROLE = "afwezigheid.aanwezigheidscontrole_op"
GEZIEN = "afwezigheid.laatst_gezien_op"
NIET_AANGEKOMEN = "afwezigheid.niet_aangekomen_sinds"


def gemist(per_week, *dagen):
    return met(WEG, {GEMIST: list(dagen), PER_WEEK: per_week, CONTROLE: OP})


def niet_aangekomen(sinds, **anders):
    return met(zonder(WEG, "meldplichten"), {NIET_AANGEKOMEN: sinds, CONTROLE: OP} | anders)


@pytest.mark.norm("vertrek-zonder-toezicht")
@tabel(
    nvt("voor de Leidraad", {}, "2021-10-10"),
    niet_voldaan("eerste dag van de Leidraad", {}, "2021-10-11"),
    niet_voldaan("niets vastgelegd", {}, OP),
    voldaan("twee op rij gemist, gecontroleerd, bericht", WEG, OP, noemt=("2022-04-12",)),
    niet_voldaan("dag voor de tweede gemiste melding", WEG, "2022-04-11"),
    voldaan("dag van de tweede gemiste melding", WEG, "2022-04-12"),
    voldaan(
        "een derde gemiste melding van morgen telt nog niet",
        met(WEG, {GEMIST: ["2022-04-05", "2022-04-12", "2022-04-13"]}),
        "2022-04-12",
    ),
    niet_voldaan("een gemiste melding", gemist(1, "2022-04-12"), OP),
    # (a) two in a row
    voldaan("wekelijks, zeven dagen ertussen", gemist(1, "2022-04-05", "2022-04-12"), OP),
    niet_voldaan("wekelijks, acht dagen ertussen", gemist(1, "2022-04-04", "2022-04-12"), OP),
    voldaan("twee keer per week, vier dagen ertussen", gemist(2, "2022-04-08", "2022-04-12"), OP),
    niet_voldaan("twee keer per week, vijf dagen ertussen", gemist(2, "2022-04-07", "2022-04-12"), OP),
    voldaan("drie keer per week, drie dagen ertussen", gemist(3, "2022-04-09", "2022-04-12"), OP),
    niet_voldaan("drie keer per week, vier dagen ertussen", gemist(3, "2022-04-08", "2022-04-12"), OP),
    voldaan("dagelijks, een dag ertussen", gemist(7, "2022-04-11", "2022-04-12"), OP),
    niet_voldaan("dagelijks, twee dagen ertussen", gemist(7, "2022-04-10", "2022-04-12"), OP),
    voldaan("de volgorde in het bestand doet er niet toe", gemist(1, "2022-04-12", "2022-04-05"), OP),
    niet_voldaan(
        "twee verschillende meldplichten",
        met(gemist(1, "2022-04-05"), {"meldplichten[1]": meldplicht(gemist_op=["2022-04-12"])}),
        OP,
    ),
    # (b) the check
    niet_voldaan("gecontroleerd voor de tweede melding", met(WEG, {CONTROLE: "2022-04-11"}), OP),
    niet_voldaan("morgen gecontroleerd", met(WEG, {CONTROLE: "2022-04-21"}), OP),
    niet_voldaan("niet gecontroleerd", met(WEG, {CONTROLE: None}), OP),
    niet_voldaan(
        "na een derde gemiste melding is de controle te oud",
        met(WEG, {GEMIST: ["2022-04-05", "2022-04-12", "2022-04-19"]}),
        OP,
    ),
    # (c) the message, (d) seen
    niet_voldaan("geen bericht van vertrek", zonder(WEG, "afwezigheid.bericht_van_vertrek_ref"), OP),
    voldaan("op de dag zelf nog gezien", met(WEG, {GEZIEN: "2022-04-12"}), OP),
    niet_voldaan("een dag later gezien", met(WEG, {GEZIEN: "2022-04-13"}), OP, noemt=("2022-04-13",)),
    voldaan("morgen gezien bestaat nog niet", met(WEG, {GEZIEN: "2022-04-21"}), OP),
    # (a) forty-eight hours
    voldaan("precies 48 uur", niet_aangekomen("2022-04-18T00:00:00+02:00"), OP),
    niet_voldaan("48 uur min een seconde", niet_aangekomen("2022-04-18T00:00:01+02:00"), OP),
    voldaan(
        "een dag later zijn de 48 uur om",
        niet_aangekomen("2022-04-18T23:59:59+02:00", **{CONTROLE: "2022-04-18"}),
        "2022-04-21",
    ),
    voldaan("in UTC genoteerd, precies 48 uur", niet_aangekomen("2022-04-17T22:00:00Z"), OP),
    niet_voldaan("in UTC genoteerd, net te kort", niet_aangekomen("2022-04-17T22:00:01Z"), OP),
    niet_voldaan(
        "de controle telt vanaf de Nederlandse dag",
        niet_aangekomen("2022-04-17T22:30:00Z", **{CONTROLE: "2022-04-17"}),
        "2022-04-21",
    ),
    voldaan(
        "gecontroleerd op de Nederlandse dag",
        niet_aangekomen("2022-04-17T22:30:00Z", **{CONTROLE: "2022-04-18"}),
        "2022-04-21",
    ),
    niet_voldaan(
        "zomertijd begint: 48 verstreken uren",
        niet_aangekomen("2022-03-26T00:00:00+01:00", **{CONTROLE: "2022-03-28"}),
        "2022-03-28",
    ),
    voldaan(
        "zomertijd begint: dag erna",
        niet_aangekomen("2022-03-26T00:00:00+01:00", **{CONTROLE: "2022-03-28"}),
        "2022-03-29",
    ),
    voldaan(
        "wintertijd begint: een uur eerder om",
        niet_aangekomen("2022-10-29T01:00:00+02:00", **{CONTROLE: "2022-10-30"}),
        "2022-10-31",
    ),
    niet_voldaan(
        "wintertijd begint: net te kort",
        niet_aangekomen("2022-10-29T01:00:01+02:00", **{CONTROLE: "2022-10-30"}),
        "2022-10-31",
    ),
    niet_voldaan(
        "de laatste aanleiding telt",
        met(WEG, {NIET_AANGEKOMEN: "2022-04-15T12:00:00+02:00", CONTROLE: "2022-04-13"}),
        OP,
    ),
    voldaan(
        "gecontroleerd na de laatste aanleiding",
        met(WEG, {NIET_AANGEKOMEN: "2022-04-15T12:00:00+02:00", CONTROLE: "2022-04-15"}),
        OP,
    ),
)
def test_vertrek_zonder_toezicht(controleer, rij):
    controleer(rij)
