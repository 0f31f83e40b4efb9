"""What I chose about medical information, which help is proposed, and which organisations get something of me in order to help."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.machtiging.toestemming import Keuzerecht
from verantwoord.dossier.models import Portaalaccount
from verantwoord.kern.dossierbeeld import Medisch, Verwijzing
from verantwoord.kern.kalender import plus_maanden
from verantwoord.ondersteuning.keuzes import Kiezer, Naar
from verantwoord.ondersteuning.models import Verwijzing as Verwijzingsrij
from verantwoord.portaal.queries.bron import Bron, bron_van
from verantwoord.portaal.taal import Zin, zin


@dataclass(frozen=True, kw_only=True)
class Hulp:
    """A referral for which somebody agreed that information is shared. ``nummer`` is its place."""

    nummer: int
    naar: Zin
    organisatie: str
    op: date


@dataclass(frozen=True, kw_only=True)
class Voorstel:
    """Help that was proposed and is not given: what is asked, what is shared and why, as it was written, in Dutch.

    ``nee_op`` is the day of a no; a yes is still open then.
    """

    id: UUID
    naar: Zin
    organisatie: str
    waarvoor: str
    deelt: str
    waarom: str
    op: date
    nee_op: date | None
    mag_ja: bool

    @property
    def keuzes(self) -> tuple[str, ...]:
        """What can be chosen now: what holds already is no choice."""
        return tuple(k for k, kan in (("ja", self.mag_ja), ("nee", self.nee_op is None)) if kan)


@dataclass(frozen=True, kw_only=True)
class Toestemmingblad:
    """``keuze`` is ``ja``, ``nee``, ``intrekken`` or nothing yet; ``op`` the day of it. A yes holds for half a year.

    ``als_voogd``: a guardian looks, who chooses about help and about nothing else. ``jong``: the person is too young to
    say yes alone.
    """

    keuze: str
    op: date | None
    verlopen: bool
    als_voogd: bool
    jong: bool
    voorstellen: tuple[Voorstel, ...]
    hulp: tuple[Hulp, ...]


def toestemmingblad_of(
    dossier_id: UUID, *, viewer: Portaalaccount, op: date, recht: Keuzerecht
) -> Toestemmingblad:
    """What can be chosen as ``recht`` says; who may choose nothing has no such page."""
    bron = bron_van(dossier_id, viewer=viewer, op=op)
    s = bron.s
    als_voogd = recht.als == "vertegenwoordiger"
    # Whether a guardian knows of doctors is for the person to say, so for them there is no choice to see.
    keuze, dag = ("", None) if als_voogd else keuze_van(s.medisch)
    onthouden = bron.weg.van("beeld.verwijzingen")
    return Toestemmingblad(
        keuze=keuze,
        op=dag,
        verlopen=keuze == "ja"
        and dag is not None
        and plus_maanden(dag, s.p["medisch-toestemming.max_age"]) < op,
        als_voogd=als_voogd,
        jong=not recht.mag_ja,
        voorstellen=tuple(_voorstel(rij, recht) for rij in voorstellen_van(bron)),
        # By their place in all the facts, for that is by which one is taken back.
        hulp=tuple(
            _hulp(nummer, verwijzing)
            for nummer, verwijzing in enumerate(beeld_of(dossier_id).verwijzingen)
            if not onthouden & {"", str(nummer)}
            and verwijzing.toestemming
            and verwijzing.naar in Naar.values
            and not (verwijzing.resultaat or "").strip()
        ),
    )


def voorstellen_van(bron: Bron) -> Iterator[Verwijzingsrij]:
    """The proposals that can still be chosen, the oldest first; none of a closed dossier."""
    if bron.dossier.gesloten_op is None and "" not in bron.weg.van("beeld.verwijzingen"):
        yield from Verwijzingsrij.objects.voorgelegd().filter(dossier=bron.dossier.pk)


def keuze_van(m: Medisch) -> tuple[str, date | None]:
    """The choice that holds: the last one, and of one day the one that protects most."""
    gekozen = [
        (dag, naam)
        for dag, naam in (
            (m.toestemming_op, "ja"),
            (m.toestemming_geweigerd_op, "nee"),
            (m.toestemming_ingetrokken_op, "intrekken"),
        )
        if dag is not None
    ]
    if not gekozen:
        return "", None
    dag = max(dag for dag, _naam in gekozen)
    # A yes comes first in the list: of one day a no or a taking back holds.
    return [naam for op, naam in gekozen if op == dag][-1], dag


def _voorstel(rij: Verwijzingsrij, recht: Keuzerecht) -> Voorstel:
    return Voorstel(
        id=rij.pk,
        naar=_wie(rij.naar),
        organisatie=rij.organisatie,
        waarvoor=rij.waarvoor,
        deelt=rij.deelt,
        waarom=rij.waarom,
        op=rij.gevraagd_op,
        nee_op=rij.gekozen_op if rij.toestemming is False else None,
        mag_ja=recht.mag_ja and not (recht.als == "vertegenwoordiger" and rij.gekozen_door == Kiezer.PERSOON),
    )


def _hulp(nummer: int, verwijzing: Verwijzing) -> Hulp:
    return Hulp(
        nummer=nummer,
        naar=_wie(verwijzing.naar),
        organisatie=verwijzing.organisatie or "",
        op=verwijzing.verwezen_op,
    )


def _wie(naar: str) -> Zin:
    return {
        Naar.IOM: zin("IOM"),
        Naar.NGO: zin("Een hulporganisatie"),
        Naar.DIA: zin("Een dienst van de overheid die in uw land iets regelt"),
        Naar.GEMACHTIGDE: zin("Uw advocaat"),
        Naar.OVERIG: zin("Een andere organisatie"),
    }[Naar(naar)]
