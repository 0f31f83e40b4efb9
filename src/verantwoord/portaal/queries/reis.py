"""My papers for the journey, and the journey: what is asked of which country, and on which day somebody would leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.kern import dossierbeeld as feit
from verantwoord.portaal.queries.bron import Bron, bron_van
from verantwoord.portaal.queries.gegevens import land
from verantwoord.portaal.taal import Zin, zin
from verantwoord.toezicht.models import Reistest


@dataclass(frozen=True, kw_only=True)
class Papier:
    """A document to travel with that is known, and until when it is valid."""

    wat: Zin
    tot: date | None


@dataclass(frozen=True, kw_only=True)
class Aanvraag:
    """A paper that is asked of a country, what happened with it, newest last. ``hier``: nothing was sent to that country."""

    land: Zin | str
    hier: bool
    gebeurd: tuple[tuple[date, Zin], ...]


@dataclass(frozen=True, kw_only=True)
class Test:
    """What a country asks before somebody may enter; ``wat`` is as it was written, in Dutch. Never what was answered."""

    land: Zin | str
    wat: str


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


def reisblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Reisblad:
    """Everything that is known of papers and journey, without what was called off."""
    bron = bron_van(dossier_id, viewer=viewer, op=op)
    s = bron.s
    return Reisblad(
        papieren=tuple(
            Papier(wat=_soort(papier.soort), tot=papier.geldig_tot) for papier in s.reisdocumenten
        ),
        aanvragen=tuple(
            Aanvraag(
                land=land(aanvraag.land),
                hier=aanvraag.verzonden_op is None,
                gebeurd=tuple(sorted(_gebeurd(aanvraag), key=lambda een: een[0])),
            )
            for aanvraag in s.lp_aanvragen
        ),
        reizen=tuple(
            Reis(op=reis.gepland_op, land=land(reis.land), zelf=reis.soort == "zelfstandig")
            for reis in sorted(s.open_boekingen, key=lambda reis: reis.gepland_op)
            if reis.gepland_op >= op
        ),
        testen=tuple(_testen(bron)),
    )


def _testen(bron: Bron) -> Iterator[Test]:
    if bron.weg.van("beeld.medisch"):
        return
    for test in Reistest.objects.filter(dossier=bron.dossier.pk, vervallen_op=None):
        yield Test(land=land(test.land), wat=test.wat)


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
