"""The ten termijnen of a dossier, and ``Stand``: everything a norm may know of a dossier on one day."""

from datetime import date
from typing import NamedTuple

from verantwoord.kern.antwoord import Antwoord, Termijn
from verantwoord.kern.definities import UITSTEL, Definities, lui
from verantwoord.kern.kalender import plus_dagen, plus_maanden, verleng_atw
from verantwoord.kern.startgebeurtenis import beoordeel_start


class Termijnen(NamedTuple):
    """Always all ten, in this order; one that cannot be computed has no dates."""

    vertrektermijn: Termijn
    opvang: Termijn
    vbl: Termijn
    bedenktijd: Termijn
    artikel_64: Termijn
    bewaring: Termijn
    rechtbank_in_kennis: Termijn
    gesprek_eerste: Termijn
    gesprek_tweede: Termijn
    gesprek_derde: Termijn


# What a termijn is when it cannot be computed.
GEEN = Termijnen(
    vertrektermijn=Termijn("vertrektermijn"),
    opvang=Termijn("opvang"),
    vbl=Termijn("vbl"),
    bedenktijd=Termijn("bedenktijd"),
    artikel_64=Termijn("artikel_64"),
    bewaring=Termijn("bewaring"),
    rechtbank_in_kennis=Termijn("rechtbank_in_kennis"),
    gesprek_eerste=Termijn("gesprek_eerste"),
    gesprek_tweede=Termijn("gesprek_tweede"),
    gesprek_derde=Termijn("gesprek_derde"),
)


class Stand(Definities):
    """What a norm receives: the facts visible on the peildatum, their definitions and the termijnen."""

    @lui
    def start(self) -> Antwoord:
        """Give the answer of vertrektermijn-start, which several norms and the termijn itself build on."""
        return beoordeel_start(self)

    @lui
    def dagen_vertrektermijn(self) -> int | None:
        """Give the length of the vertrektermijn: shorter than the law's only with a ground."""
        besluit = self.terugkeerbesluit
        if besluit is None:
            return None
        wettelijk: int = self.p["vertrektermijn-28-dagen.period"]
        dagen = besluit.vertrektermijn_dagen
        if dagen is None or (dagen < wettelijk and besluit.grond_verkorting is None):
            return wettelijk
        return dagen

    @lui
    def termijnen(self) -> Termijnen:
        bewaring, rechtbank = _bewaring(self)
        return Termijnen(
            _vertrektermijn(self),
            _opvang(self),
            _vbl(self),
            _bedenktijd(self),
            _artikel_64(self),
            bewaring,
            rechtbank,
            _gesprek_eerste(self),
            _gesprek_tweede(self),
            _gesprek_derde(self),
        )


def _vertrektermijn(s: Stand) -> Termijn:
    t, dagen = s.vertrektermijn, s.dagen_vertrektermijn
    if s.start.oordeel != "voldaan" or t.start_op is None or dagen is None:
        return GEEN.vertrektermijn
    rekenkundig = plus_dagen(t.start_op, dagen)
    eindigt_op, wegens = verleng_atw(rekenkundig, dagen=dagen, gelijkgesteld=s.gelijkgesteld)
    if t.verlenging_kenmerk is not None and t.verlengd_tot is not None and t.verlengd_tot > eindigt_op:
        eindigt_op, wegens = t.verlengd_tot, "besluit van de IND"
    return Termijn("vertrektermijn", t.start_op, rekenkundig, eindigt_op, wegens)


def _opvang(s: Stand) -> Termijn:
    rekenkundig = s.opvang.recht_eindigt_op
    begint_op = None
    if rekenkundig is None:
        if s.basis is None:
            return GEEN.opvang
        begint_op = s.basis
        rekenkundig = plus_dagen(s.basis, s.p["opvang-vier-weken.period"])
    eindigt_op, wegens = rekenkundig, None
    for v in s.verlengingen:
        akkoord = v.coa_besluit == "akkoord" and v.coa_besloten_op is not None
        if akkoord and v.tot is not None and v.tot > eindigt_op:
            eindigt_op, wegens = v.tot, "besluit van het COA"
    return Termijn("opvang", begint_op, rekenkundig, eindigt_op, wegens)


def _vbl(s: Stand) -> Termijn:
    if s.vbl is None:
        return GEEN.vbl
    tot = plus_dagen(s.vbl.van, s.p["vbl-twaalf-weken.period"])
    return Termijn("vbl", s.vbl.van, tot, tot)


def _bedenktijd(s: Stand) -> Termijn:
    if s.bedenktijd is None:
        return GEEN.bedenktijd
    rekenkundig, eindigt_op = s.bedenktijd
    return Termijn("bedenktijd", s.mensenhandel.bedenktijd_van, rekenkundig, eindigt_op)


def _artikel_64(s: Stand) -> Termijn:
    m = s.medisch
    if m.art64_besluit not in UITSTEL:
        return GEEN.artikel_64
    return Termijn("artikel_64", m.art64_van, None, m.art64_tot)


def _bewaring(s: Stand) -> tuple[Termijn, Termijn]:
    bewaring = s.open_bewaring
    if bewaring is None or bewaring.opgelegd_op is None:
        return GEEN.bewaring, GEEN.rechtbank_in_kennis
    van = bewaring.opgelegd_op
    maanden = s.p["bewaring-duur.total" if bewaring.verlengd_op is not None else "bewaring-duur.initial"]
    tot = plus_maanden(van, maanden)
    kennis = plus_dagen(van, s.p["bewaring-duur.court_notice"])
    return Termijn("bewaring", van, tot, tot), Termijn("rechtbank_in_kennis", van, kennis, kennis)


def _gesprek_eerste(s: Stand) -> Termijn:
    if s.ontvangen_op is None:
        return GEEN.gesprek_eerste
    tot = plus_dagen(s.ontvangen_op, s.p["gesprek-1-termijn.target"])
    return Termijn("gesprek_eerste", s.ontvangen_op, tot, tot)


def _gesprek_tweede(s: Stand) -> Termijn:
    beroep = s.beroep
    if beroep is None or beroep.zitting_op is None:
        return GEEN.gesprek_tweede
    tot = plus_dagen(beroep.zitting_op, -1)
    return Termijn("gesprek_tweede", beroep.zitting_bekend_op, tot, tot)


def _gesprek_derde(s: Stand) -> Termijn:
    if s.basis is None:
        return GEEN.gesprek_derde
    tot: date = s.plus_werkdagen(s.basis, s.p["gesprek-3-na-uitspraak.target"])
    return Termijn("gesprek_derde", s.basis, tot, tot)
