"""My papers for the journey, and the journey: what is asked of which country, and on which day somebody would leave."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from verantwoord.dossier.machtiging.toestemming import Keuzerecht, keuzerecht_van
from verantwoord.dossier.models import Portaalaccount
from verantwoord.kern import dossierbeeld as feit
from verantwoord.kern.normen.reisdocument import lp_verzendverbod
from verantwoord.portaal.queries.bron import Bron, bron_van
from verantwoord.portaal.queries.gegevens import land
from verantwoord.portaal.taal import Zin, zin
from verantwoord.toegang.rechten import Portaalrol
from verantwoord.toezicht.models import Reistest
from verantwoord.toezicht.portaalkeuze import Portaalkeuze, keuzes_in_portaal

_MAG: Final = frozenset({"voldaan", "niet_van_toepassing"})


@dataclass(frozen=True, kw_only=True)
class Papier:
    """A document to travel with that is known, and until when it is valid."""

    wat: Zin
    tot: date | None


@dataclass(frozen=True, kw_only=True)
class Aanvraag:
    """A paper that is asked of a country, what happened with it, newest last. ``hier``: nothing was sent to that country.

    ``mag``: the court's judgment no longer forbids to send it.
    """

    land: Zin | str
    hier: bool
    mag: bool
    gebeurd: tuple[tuple[date, Zin], ...]


@dataclass(frozen=True, kw_only=True)
class Test:
    """What a country asks before somebody may enter; ``wat`` is as it was written, in Dutch.

    ``keuze`` is what the person chose here, ``op`` that day and ``leest_voor`` by when somebody reads it, nothing when
    that was done; for nobody else. Never what was written down as the answer. ``keuzes`` is what can be chosen now.
    """

    id: UUID
    land: Zin | str
    wat: str
    keuze: str = ""
    op: date | None = None
    leest_voor: date | None = None
    te_laat: bool = False
    keuzes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reis:
    op: date
    land: Zin | str
    zelf: bool


@dataclass(frozen=True, kw_only=True)
class Reisblad:
    papieren: tuple[Papier, ...]
    aanvragen: tuple[Aanvraag, ...]
    reizen: tuple[Reis, ...]
    testen: tuple[Test, ...]
    jong: bool


def reisblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Reisblad:
    """Everything that is known of papers and journey, without what was called off."""
    bron = bron_van(dossier_id, viewer=viewer, op=op)
    s = bron.s
    recht = keuzerecht_van(viewer, dossier_id, op=op) if viewer.rol == Portaalrol.PERSOON else None
    return Reisblad(
        papieren=tuple(
            Papier(wat=_soort(papier.soort), tot=papier.geldig_tot) for papier in s.reisdocumenten
        ),
        aanvragen=tuple(
            Aanvraag(
                land=land(aanvraag.land),
                hier=aanvraag.verzonden_op is None,
                mag=lp_verzendverbod(s).oordeel in _MAG,
                gebeurd=tuple(sorted(_gebeurd(aanvraag), key=lambda een: een[0])),
            )
            for aanvraag in s.lp_aanvragen
        ),
        reizen=tuple(
            Reis(op=reis.gepland_op, land=land(reis.land), zelf=reis.soort == "zelfstandig")
            for reis in sorted(s.open_boekingen, key=lambda reis: reis.gepland_op)
            if reis.gepland_op >= op
        ),
        testen=tuple(_testen(bron, recht)),
        jong=recht is not None and not recht.mag_ja,
    )


def _testen(bron: Bron, recht: Keuzerecht | None) -> Iterator[Test]:
    if bron.weg.van("beeld.medisch"):
        return
    testen = list(Reistest.objects.filter(dossier=bron.dossier.pk, vervallen_op=None))
    gekozen = keuzes_in_portaal(bron.dossier.pk) if testen and recht is not None else {}
    for test in testen:
        kaal = Test(id=test.pk, land=land(test.land), wat=test.wat)
        yield kaal if recht is None else _met_keuze(kaal, gekozen.get(test.pk), recht, op=bron.s.op)


def _met_keuze(test: Test, gekozen: Portaalkeuze | None, recht: Keuzerecht, *, op: date) -> Test:
    """As on the page about consent: what holds already is no choice, and a yes is taken back rather than refused."""
    keuze = gekozen.keuze if gekozen else ""
    keuzes = {"ja": ("intrekken",), "nee": ("ja",), "intrekken": ("ja",)}.get(keuze, ("ja", "nee"))
    stem = gekozen.stem if gekozen else None
    leest_voor = stem.antwoord_voor if stem and stem.afgedaan_op is None else None
    return replace(
        test,
        keuze=keuze,
        op=stem.gezegd_op if stem else None,
        leest_voor=leest_voor,
        te_laat=leest_voor is not None and leest_voor < op,
        keuzes=tuple(k for k in keuzes if k != "ja" or recht.mag_ja),
    )


def _soort(soort: str) -> Zin:
    return {
        "paspoort": zin("Paspoort"),
        "identiteitskaart": zin("Identiteitskaart"),
        "laissez_passer": zin("Reispapier van uw land (laissez-passer)"),
        "anders": zin("Een ander document"),
    }[soort]


def _gebeurd(aanvraag: feit.LPAanvraag) -> Iterator[tuple[date, Zin]]:
    if aanvraag.ingevuld_op is not None:
        yield aanvraag.ingevuld_op, zin("U vulde het formulier in.")
    if aanvraag.geweigerd_op is not None:
        yield aanvraag.geweigerd_op, zin("U vulde het formulier niet in.")
    if aanvraag.verzonden_op is not None:
        yield aanvraag.verzonden_op, zin("Wij stuurden de aanvraag naar het land.")
    if aanvraag.presentatie_op is not None:
        yield aanvraag.presentatie_op, zin("Gesprek met de ambassade of het consulaat.")
    if aanvraag.uitkomst_op is not None:
        ja, nee = zin("Het land zei ja."), zin("Het land zei nee.")
        yield aanvraag.uitkomst_op, ja if aanvraag.uitkomst == "toegezegd" else nee
    if aanvraag.afgegeven_op is not None:
        yield aanvraag.afgegeven_op, zin("Het land gaf het reispapier.")
