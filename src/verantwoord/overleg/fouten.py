"""Refusals of this room. Each ``melding`` is shown as it is."""

from verantwoord.kern.fouten import DomeinFout


class NietNu(DomeinFout):
    """The item or the meeting is not at the step where this can be done."""


class TeLaat(DomeinFout):
    """The term for a written vote is over: a vote after it is no agreement."""


class RedenOntbreekt(DomeinFout):
    """Something has to be said in words before this can be done."""


class NietGedeeld(DomeinFout):
    """A shielded dossier is on no shared agenda."""
