"""What a meeting asks of a partner: a first position, a vote, minutes, an action, and being there as a guest."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.keten.partner.kiem import Kiem
from verantwoord.overleg.models import Agendapunt, Overleg
from verantwoord.overleg.queries import te_doen_of, te_gast_bij
from verantwoord.toegang.models import Medewerker
from verantwoord.web.datums import dag_maand, tijd


def aan_tafel(viewer: Medewerker, over: UUID | None, op: date) -> Iterator[Kiem]:
    """What a meeting waits for: a first position, a vote in writing, minutes to confirm, an action."""
    te_doen = te_doen_of(viewer=viewer, op=op)
    yield from _te_gast(viewer, over, op)
    yield from _inbreng(
        ((punt, punt.datum) for punt in te_doen.standpunten), over, _standpunt, _("Schrijf standpunt")
    )
    yield from _inbreng(te_doen.stemmen, over, _stem, _("Stem"))
    for overleg in te_doen.verslagen if over is None else ():
        yield Kiem(
            datum=None,
            sinds=overleg.datum,
            url=reverse("overleg:verslag", args=[overleg.pk]),
            knop=_("Lees het verslag"),
            zeg=partial(_verslag, _heet(overleg)),
        )
    for actie in te_doen.acties:
        dossiers = tuple(rij.dossier_id for rij in actie.punt.dossiers.all())
        if over is None or over in dossiers:
            # Of a family every one is named where the item is.
            een = dossiers[0] if len(dossiers) == 1 else None
            yield Kiem(
                datum=actie.uiterlijk,
                sinds=timezone.localdate(actie.toegevoegd_op),
                url=reverse("overleg:actie-gereed", args=[actie.pk]),
                knop=_("Meld dat het klaar is"),
                zeg=partial(_afspraak, actie.omschrijving),
                over=een,
                dossiers=dossiers,
            )


def _heet(overleg: Overleg) -> str:
    return f"{overleg.naam}, {dag_maand(overleg.datum)}"


def _te_gast(viewer: Medewerker, over: UUID | None, op: date) -> Iterator[Kiem]:
    """When and where somebody is asked to talk about one case, until that day is over."""
    for punt in te_gast_bij(viewer=viewer):
        dossiers = tuple(rij.dossier_id for rij in punt.dossiers.all())
        if punt.overleg is None or punt.datum < op or (over is not None and over not in dossiers):
            continue
        yield Kiem(
            datum=punt.datum,
            sinds=timezone.localdate(punt.aangemeld_op),
            url=reverse("overleg:punt", args=[punt.pk]),
            knop=_("Lees het punt"),
            zeg=partial(_gast, _heet(punt.overleg), tijd(punt.overleg.begin)),
            over=dossiers[0] if len(dossiers) == 1 else None,
            dossiers=dossiers,
        )


def _gast(overleg: str, begin: str, naam: str) -> tuple[str, str]:
    titel = _("U bent te gast bij het punt over %(naam)s") if naam else _("U bent te gast bij een punt")
    uitleg = _("%(overleg)s, vanaf %(tijd)s. U ziet van dit overleg alleen dit punt.")
    return titel % {"naam": naam}, uitleg % {"overleg": overleg, "tijd": begin}


def _verslag(overleg: str, _naam: str) -> tuple[str, str]:
    return (
        _("Verslag van %(overleg)s") % {"overleg": overleg},
        _("Klopt wat er staat? Bevestig het, of schrijf er iets bij."),
    )


def _afspraak(omschrijving: str, naam: str) -> tuple[str, str]:
    if not naam:
        return omschrijving, _("Afgesproken in het overleg.")
    return omschrijving, _("Afgesproken in het overleg over %(naam)s.") % {"naam": naam}


def _inbreng(
    punten: Iterable[tuple[Agendapunt, date]],
    over: UUID | None,
    zeg: Callable[[int, str, str], tuple[str, str]],
    knop: str,
) -> Iterator[Kiem]:
    """One line a meeting and day, without a name; about one case one line an item."""
    per_overleg: dict[tuple[Overleg, date], list[Agendapunt]] = defaultdict(list)
    for punt, dag in punten:
        dossiers = {rij.dossier_id for rij in punt.dossiers.all()}
        if punt.overleg is not None and (over is None or over in dossiers):
            per_overleg[punt.overleg, dag].append(punt)
    for (overleg, dag), bij in per_overleg.items():
        yield Kiem(
            datum=dag,
            sinds=overleg.datum,
            # With one item to write at, there; with more, where they all are.
            url=reverse("overleg:overleg", args=[overleg.pk])
            if over is None and len(bij) > 1
            else reverse("overleg:punt", args=[bij[0].pk]),
            knop=knop,
            zeg=partial(zeg, len(bij), _heet(overleg)),
            dossiers=() if over is None else (over,),
        )


def _standpunt(aantal: int, overleg: str, _naam: str) -> tuple[str, str]:
    titel = ngettext(
        "Eerste standpunt bij %(n)d agendapunt", "Eerste standpunt bij %(n)d agendapunten", aantal
    )
    uitleg = _("%(overleg)s. U schrijft voordat u leest wat de anderen vinden.")
    return titel % {"n": aantal}, uitleg % {"overleg": overleg}


def _stem(aantal: int, overleg: str, _naam: str) -> tuple[str, str]:
    titel = ngettext(
        "Schriftelijke stem bij %(n)d agendapunt", "Schriftelijke stem bij %(n)d agendapunten", aantal
    )
    uitleg = _("%(overleg)s. Zonder uw stem is er geen besluit: zwijgen is geen akkoord.")
    return titel % {"n": aantal}, uitleg % {"overleg": overleg}
