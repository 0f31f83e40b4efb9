"""Signing as the named second: the one way in which somebody acts in a shielded dossier that they may not see."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from verantwoord.dossier.models import Afscherming, Dossier
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker

# Who signs as the second, and in which dossier; set for the length of one act.
_tekent: ContextVar[tuple[UUID, UUID] | None] = ContextVar("dossier_tekent", default=None)


@contextmanager
def als_tweede(door: Medewerker, dossier_id: UUID) -> Iterator[None]:
    """Let the act within take the lock of this dossier, as the program, signed by ``door``.

    Raises ``Dossier.DoesNotExist`` for whoever is not the named second of a shield that holds: to them it is not there.
    """
    with als_systeem():
        tekenen = Afscherming.objects.lopend().filter(dossier=dossier_id, dossier__afgeschermd=True)
        if not tekenen.filter(tweede=door.pk).exists():
            raise Dossier.DoesNotExist
        merk = _tekent.set((door.pk, dossier_id))
        try:
            yield
        finally:
            _tekent.reset(merk)


def tekent_als_tweede(door: Medewerker, dossier_id: UUID) -> bool:
    """Whether this act was begun by :func:`als_tweede`."""
    return _tekent.get() == (door.pk, dossier_id)
