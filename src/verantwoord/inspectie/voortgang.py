"""How far an onderzoek is, and what each step still needs before the next one begins."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext as _

from verantwoord.inspectie.models import Onderzoek, Stand

Vraag = Callable[[Onderzoek], Iterator[str]]

STAPPEN: Final = tuple(stand for stand in Stand if stand != Stand.AFGEROND)
VOLGENDE: Final[Mapping[Stand, Stand]] = MappingProxyType(dict(pairwise(STAPPEN)))
# Two read each dossier; a difference is judged by a third who is neither.
LEZERS: Final = 2

_vragen: dict[Stand, list[Vraag]] = defaultdict(list)


def vraag_bij(stand: Stand) -> Callable[[Vraag], Vraag]:
    """Let a function say, in sentences, what a step still misses; the reading desk adds its own."""

    def registreer(vraag: Vraag) -> Vraag:
        _vragen[stand].append(vraag)
        return vraag

    return registreer


def ontbreekt(onderzoek: Onderzoek) -> Sequence[str]:
    """What the step in which the onderzoek is still misses, each as a sentence that says what to do."""
    return [zin for vraag in _vragen[Stand(onderzoek.stand)] for zin in vraag(onderzoek)]


@vraag_bij(Stand.OPZET)
def _opzet(onderzoek: Onderzoek) -> Iterator[str]:
    if not onderzoek.deelvragen:
        yield _("Schrijf ten minste één deelvraag op.")
    if not onderzoek.normen:
        yield _("Kies de normen waar u de praktijk naast legt.")
    if onderzoek.peildatum is None:
        yield _("Kies de peildatum: de dag waarop de dossiers worden bekeken zoals ze toen waren.")
    if onderzoek.onderzoekers.filter(tot__isnull=True).count() < LEZERS:
        yield _("Voeg een tweede onderzoeker toe: twee mensen lezen ieder dossier, los van elkaar.")


@vraag_bij(Stand.TREKKING)
def _trekking(onderzoek: Onderzoek) -> Iterator[str]:
    if not onderzoek.strata.exists():
        yield _("Maak het steekproefplan: uit welke groepen trekt u, en hoeveel.")
    elif not hasattr(onderzoek, "trekking"):
        yield _("Trek de steekproef, nadat een tweede onderzoeker akkoord is met de seed.")


@vraag_bij(Stand.RAPPORT)
def _rapport(onderzoek: Onderzoek) -> Iterator[str]:
    if not onderzoek.conclusies.exists():
        yield _("Schrijf ten minste één conclusie op.")
    if not onderzoek.aanbevelingen.exists():
        yield _("Schrijf ten minste één aanbeveling op, met aan wie.")
