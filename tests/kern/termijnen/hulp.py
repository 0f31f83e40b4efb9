"""The dates of one termijn, as text."""

from tests.kern.bouw import beeld, beoordeel_op, iso

GEEN = (None, None, None)


def termijn(dossierbeeld, naam, op):
    [een] = [een for een in beoordeel_op(beeld(dossierbeeld), op).termijnen if een.termijn == naam]
    return een


def data(een):
    """Begin, arithmetical end and last day."""
    return (iso(een.begint_op), iso(een.eindigt_rekenkundig_op), iso(een.eindigt_op))
