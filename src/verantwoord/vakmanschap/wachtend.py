"""What waits for one person in this room, from all its parts together: by its day, and by nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.dialoog import queries as dialoog
from verantwoord.vakmanschap.intervisie import queries as intervisie
from verantwoord.vakmanschap.kennis import queries as kennis
from verantwoord.vakmanschap.meekijken.models import Meekijken
from verantwoord.vakmanschap.opleiding.queries import may_keep_cursussen


@dataclass(frozen=True, kw_only=True)
class Wachtpunt:
    """One thing to do: what, why, by when, and where."""

    wat: str
    uitleg: str = ""
    op: date
    actie: str
    actie_url: str


def wachtend_op(viewer: Medewerker, *, samen: list[Meekijken], peildatum: date) -> list[Wachtpunt]:
    """Everything that this person is asked; ``samen`` are the watchings of which they are part."""
    punten = [
        *_meekijken(viewer, samen, peildatum),
        *_intervisie(viewer, peildatum),
        *_dialoog(viewer, peildatum),
        *_na_te_kijken(viewer, peildatum),
    ]
    return sorted(punten, key=lambda punt: punt.op)


def _meekijken(viewer: Medewerker, samen: list[Meekijken], peildatum: date) -> Iterator[Wachtpunt]:
    for rij in samen:
        url = reverse("vakmanschap:meekijken_een", args=[rij.pk])
        if rij.akkoord_op is None and rij.is_gevraagd_aan(viewer):
            yield Wachtpunt(
                wat=_("%(naam)s vraagt of u ja zegt op meekijken") % {"naam": rij.gevraagd_door.naam},
                uitleg=_("Nee zeggen mag, zonder reden."),
                op=rij.op,
                actie=_("Zeg ja of nee"),
                actie_url=url,
            )
        elif rij.gehouden_op is None:
            if rij.waarnemer_id == viewer.pk and rij.akkoord_op and rij.op <= peildatum:
                yield Wachtpunt(
                    wat=_("Schrijf op wat u zag bij %(naam)s") % {"naam": rij.gezien.naam},
                    uitleg=_("Hoe eerder, hoe beter u het nog weet."),
                    op=rij.op,
                    actie=_("Schrijf feedback"),
                    actie_url=reverse("vakmanschap:meekijken_feedback", args=[rij.pk]),
                )
        elif rij.gezien_id == viewer.pk and rij.feedback.beantwoord_op is None:
            yield Wachtpunt(
                wat=_("%(naam)s gaf u feedback") % {"naam": rij.waarnemer.naam},
                uitleg=_("Alleen u twee lezen die."),
                op=rij.feedback.gegeven_op,
                actie=_("Lees en antwoord"),
                actie_url=url,
            )


def _intervisie(viewer: Medewerker, peildatum: date) -> Iterator[Wachtpunt]:
    for gevraagd in intervisie.te_beantwoorden_of(viewer=viewer, op=peildatum):
        yield Wachtpunt(
            wat=_("Komt u naar de intervisie “%(thema)s”?") % {"thema": gevraagd.bijeenkomst.thema},
            op=gevraagd.bijeenkomst.op,
            actie=_("Geef antwoord"),
            actie_url=reverse("vakmanschap:intervisie_een", args=[gevraagd.bijeenkomst_id]),
        )
    for geweest in intervisie.af_te_ronden_of(viewer=viewer, op=peildatum):
        yield Wachtpunt(
            wat=_("Rond de intervisie “%(thema)s” af") % {"thema": geweest.thema},
            uitleg=_("Schrijf op wat u samen hebt begrepen, of zeg de bijeenkomst af."),
            op=geweest.op,
            actie=_("Open de intervisie"),
            actie_url=reverse("vakmanschap:intervisie_een", args=[geweest.pk]),
        )
    for afspraak in intervisie.eigen_afspraken_of(viewer=viewer):
        yield Wachtpunt(
            wat=afspraak.wat,
            uitleg=_("Afgesproken in de intervisie “%(thema)s”.") % {"thema": afspraak.bijeenkomst.thema},
            op=afspraak.uiterlijk,
            actie=_("Bekijk de afspraak"),
            actie_url=reverse("vakmanschap:intervisie_een", args=[afspraak.bijeenkomst_id]),
        )


def _dialoog(viewer: Medewerker, peildatum: date) -> Iterator[Wachtpunt]:
    for gevraagd in dialoog.te_beantwoorden_of(viewer=viewer, op=peildatum):
        yield Wachtpunt(
            wat=_("Komt u naar de dialoog?"),
            uitleg=gevraagd.dialoog.vraag,
            op=gevraagd.dialoog.op,
            actie=_("Geef antwoord"),
            actie_url=reverse("dialoog:een", args=[gevraagd.dialoog_id]),
        )
    for geweest in dialoog.te_doen_of(viewer=viewer, op=peildatum):
        yield Wachtpunt(
            wat=_("Geef de Inspectie het verslag van de dialoog"),
            uitleg=geweest.vraag,
            op=geweest.rapport_voor,
            actie=_("Open de dialoog"),
            actie_url=reverse("dialoog:een", args=[geweest.pk]),
        )


def _na_te_kijken(viewer: Medewerker, peildatum: date) -> Iterator[Wachtpunt]:
    if not may_keep_cursussen(viewer):
        return
    dagen = [
        min(stuk.geldig_tot, stuk.opgesteld_op) if stuk.beoordeeld_op is None else stuk.geldig_tot
        for stuk in kennis.wachtend_of(viewer=viewer, peildatum=peildatum)
    ]
    if dagen:
        yield Wachtpunt(
            wat=ngettext(
                "Eén kennisstuk wacht op nakijken", "%(n)d kennisstukken wachten op nakijken", len(dagen)
            )
            % {"n": len(dagen)},
            uitleg=_("Tot dan zien collega’s het niet bij hun werk."),
            op=min(dagen),
            actie=_("Kijk na"),
            actie_url=reverse("vakmanschap:kennis"),
        )
