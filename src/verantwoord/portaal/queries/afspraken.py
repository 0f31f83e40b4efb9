"""My appointments: when, where, with whom, and what I said about it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount, Stem
from verantwoord.portaal.queries.bron import bron_van
from verantwoord.portaal.queries.vragen import Bericht, berichten_van
from verantwoord.toegang.rechten import Portaalrol
from verantwoord.vertrekgesprek.keuzes import Status, Tolk
from verantwoord.vertrekgesprek.models import Gesprek


@dataclass(frozen=True, kw_only=True)
class Afspraak:
    """A talk that is planned. ``gezegd`` is what was said about another day, with the answer; ``wacht`` while there is none.

    ``zelf``: the person looks, who alone says whether they come.
    """

    id: UUID
    dag: date
    tijd: time | None
    plaats: str
    met: str
    tolk: bool
    komt: bool
    zelf: bool
    gezegd: tuple[Bericht, ...]
    wacht: bool
    uiterlijk_op: date | None


@dataclass(frozen=True, kw_only=True)
class Afsprakenblad:
    afspraken: tuple[Afspraak, ...]


def afsprakenblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Afsprakenblad:
    """Every talk to come, the first one first."""
    bron = bron_van(dossier_id, viewer=viewer, op=op)
    met = bron.regievoerder
    gepland = Gesprek.objects.filter(dossier=dossier_id, status=Status.GEPLAND, gepland_op__gte=op)
    gesprekken = bron.weg.zonder(gepland, "beeld.gesprekken")
    stemmen: dict[UUID | None, list[Stem]] = defaultdict(list)
    gezegd = Stem.objects.filter(dossier=dossier_id, soort__in=[Stem.Soort.AFSPRAAK, Stem.Soort.KOMT])
    for stem in (
        bron.weg.zonder(gezegd, "dossier.Stem").order_by("vastgelegd_op").prefetch_related("berichten")
    ):
        stemmen[stem.over].append(stem)
    return Afsprakenblad(
        afspraken=tuple(
            _afspraak(gesprek, stemmen[gesprek.pk], met, viewer)
            for gesprek in gesprekken.order_by("gepland_op", "tijd", "volgorde")
        )
    )


def afspraak_van(gesprek_id: UUID, dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Afspraak | None:
    """One of them; nothing when it is past, called off, or of somebody else."""
    afspraken = afsprakenblad_of(dossier_id, viewer=viewer, op=op).afspraken
    return next((afspraak for afspraak in afspraken if afspraak.id == gesprek_id), None)


def _afspraak(gesprek: Gesprek, stemmen: list[Stem], met: str, viewer: Portaalaccount) -> Afspraak:
    assert gesprek.gepland_op is not None  # noqa: S101 - the question asks for these alone
    wacht = [stem for stem in stemmen if stem.afgedaan_op is None]
    return Afspraak(
        id=gesprek.pk,
        dag=gesprek.gepland_op,
        tijd=gesprek.tijd,
        plaats=gesprek.plaats,
        met=met,
        tolk=gesprek.tolk_gepland in {Tolk.AANWEZIG, Tolk.TELEFONISCH},
        komt=bool(stemmen) and stemmen[-1].soort == Stem.Soort.KOMT,
        zelf=viewer.rol == Portaalrol.PERSOON,
        gezegd=tuple(b for stem in stemmen for b in berichten_van(stem, viewer)),
        wacht=bool(wacht),
        uiterlijk_op=min((stem.antwoord_voor for stem in wacht), default=None),
    )
