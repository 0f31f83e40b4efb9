"""What the room above adds to a talk: what the other rooms know beforehand, and what they record when it ends.

The rooms of wishes, toetsingen and travel documents stand beside this one and are not known here. Who knows them all
says once, when the program starts, how a talk is prepared and finished: :func:`stel_samen`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.actions import finish_gesprek
from verantwoord.vertrekgesprek.models import Gesprek


@dataclass(frozen=True)
class Punt:
    """One thing to know before the talk: a mark, a sentence, and where to go."""

    tekst: str
    teken: str = ""
    actie: str = ""
    actie_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Bespreekpunt:
    """A kind of support that no talk dealt with yet; ``soort`` as a report ticks it, ``steun`` what there is of it."""

    soort: str
    naam: str
    steun: tuple[Punt, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Voorbereiding:
    """What is known and open before a talk, as plain texts.

    ``nog_open``: unanswered wishes and questions, toetsingen that are not current. ``past_bij``: support that fits an
    earlier wish. ``te_bespreken``: kinds of support that were not discussed. ``bij_vraag``: by toetsingsmoment one sentence that stands above its question. ``lp``: how the LP form
    stands, as sentences.
    """

    nog_open: tuple[Punt, ...] = ()
    past_bij: tuple[Punt, ...] = ()
    te_bespreken: tuple[Bespreekpunt, ...] = ()
    bij_vraag: Mapping[str, str] = field(default_factory=dict)
    lp: tuple[str, ...] = ()


Afronden = Callable[..., Gesprek]
Oppakken = Callable[..., str]
Voorbereiden = Callable[[UUID, Medewerker, date], Voorbereiding]


def _niets(dossier_id: UUID, viewer: Medewerker, peildatum: date) -> Voorbereiding:  # noqa: ARG001 - the shape of Voorbereiden
    return Voorbereiding()


def _pak_niet_op(**feiten: object) -> str:
    raise NotImplementedError(f"no room takes up a passage: {sorted(feiten)}")


_oppakken: list[Oppakken] = [_pak_niet_op]
_afronden: list[Afronden] = [finish_gesprek]
_voorbereiden: list[Voorbereiden] = [_niets]


def stel_samen(
    *,
    afronden: Afronden | None = None,
    voorbereiden: Voorbereiden | None = None,
    oppakken: Oppakken | None = None,
) -> None:
    """Say how a talk is finished (same arguments and answer as ``finish_gesprek``) and prepared; once, at the start.

    ``oppakken`` opens a toetsing or records a wish from a passage (same arguments as ``answer_passage``, and the day) and
    answers with the address where one goes on.
    """
    if oppakken is not None:
        _oppakken[:] = [oppakken]
    if afronden is not None:
        _afronden[:] = [afronden]
    if voorbereiden is not None:
        _voorbereiden[:] = [voorbereiden]


def rond_af(**feiten: object) -> Gesprek:
    return _afronden[0](**feiten)


def bereid_voor(dossier_id: UUID, viewer: Medewerker, peildatum: date) -> Voorbereiding:
    return _voorbereiden[0](dossier_id, viewer, peildatum)


def pak_op(**feiten: object) -> str:
    return _oppakken[0](**feiten)
