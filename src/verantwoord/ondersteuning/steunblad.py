"""What the page of wishes shows of contributions, other countries and what is arranged in kind, and what waits there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.kalender import plus_dagen
from verantwoord.ondersteuning import queries
from verantwoord.ondersteuning.keuzes import Betaling, Landantwoord
from verantwoord.ondersteuning.models import Bijdrage, DerdeLand, Regeling, Verwijzing
from verantwoord.ondersteuning.models import Landantwoord as Antwoord
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Wacht:
    """One thing that somebody still has to do: who, what, and by which day if there is one."""

    wie: str
    wat: str
    op: date | None
    actie: str = ""
    actie_url: str = ""


def steun_van(dossier_id: UUID, *, viewer: Medewerker) -> dict[str, Any]:
    """Other countries, what is arranged in kind and what was proposed; a fixed number of queries."""
    return {
        "landen": list(queries.derde_landen_of(dossier_id, viewer=viewer)),
        "regelingen": list(queries.regelingen_of(dossier_id, viewer=viewer)),
        "voorstellen": list(queries.voorstellen_of(dossier_id, viewer=viewer)),
    }


def wacht_op_steun(
    dossier_id: UUID,
    bijdragen: Sequence[Bijdrage],
    landen: Sequence[DerdeLand],
    regelingen: Sequence[Regeling],
    voorstellen: Sequence[Verwijzing],
    *,
    wie: str,
    vandaag: date,
) -> Iterator[Wacht]:
    """What waits, each with its day; a question that nobody answers waits for who directs the case to ask again."""
    waarden = geldende_parameters().op(vandaag)
    yield from _van_bijdragen(dossier_id, bijdragen, wie, waarden["vertrekwens-vastleggen.opvolging"])
    yield from _van_landen(dossier_id, landen, wie, waarden["doorverwijzing-iom-ngo.followup"])
    yield from _van_voorstellen(dossier_id, voorstellen, wie)
    for regeling in regelingen:
        if regeling.loopt:
            yield Wacht(
                wie=str(regeling.get_uitvoerder_display()),
                wat=_("Regelen: %(wat)s") % {"wat": regeling.get_soort_display()},
                op=regeling.nodig_op,
                actie=_("Leg vast hoe het staat"),
                actie_url=reverse("ondersteuning:regelstand", args=[dossier_id, regeling.pk]),
            )


def _van_bijdragen(dossier_id: UUID, bijdragen: Sequence[Bijdrage], wie: str, dagen: int) -> Iterator[Wacht]:
    for bijdrage in bijdragen:
        waarvoor = {"waarvoor": bijdrage.waarvoor}
        if bijdrage.is_open:
            yield Wacht(
                wie=_("Een collega of de manager"),
                wat=_("Besluiten over de bijdrage voor: %(waarvoor)s") % waarvoor,
                op=plus_dagen(bijdrage.gevraagd_op, dagen),
                actie=_("Bekijk de aanvraag"),
                actie_url=reverse("ondersteuning:besluit", args=[dossier_id, bijdrage.pk]),
            )
        elif bijdrage.is_te_betalen:
            stappen = list(bijdrage.betaalstappen.all())
            yield Wacht(
                wie=wie,
                wat=(
                    _("De betaling opdragen voor: %(waarvoor)s")
                    if bijdrage.betaling == Betaling.GOEDGEKEURD
                    else _("Nagaan of is betaald: %(waarvoor)s")
                )
                % waarvoor,
                op=plus_dagen(stappen[-1].op, dagen) if stappen else bijdrage.besluit_op,
                actie=_("Leg vast hoe het met de betaling staat"),
                actie_url=reverse("ondersteuning:betaling", args=[dossier_id, bijdrage.pk]),
            )


def _van_landen(dossier_id: UUID, landen: Sequence[DerdeLand], wie: str, dagen: int) -> Iterator[Wacht]:
    for land in landen:
        naam = {"land": landnaam(land.land)}
        if land.dia_overwogen is None:
            yield Wacht(
                wie=wie,
                wat=_("Vastleggen of de DIA kan helpen bij %(land)s") % naam,
                op=plus_dagen(land.begonnen_op, dagen),
                actie=_("Leg vast of de DIA kan helpen"),
                actie_url=reverse("ondersteuning:landstap", args=[dossier_id, land.pk, "dia"]),
            )
        for antwoord in _zonder_antwoord(land):
            yield Wacht(
                wie=wie,
                wat=_("Navragen bij %(wie)s") % {"wie": antwoord.wie},
                op=plus_dagen(antwoord.op, dagen),
                actie=_("Leg het antwoord vast"),
                actie_url=reverse("ondersteuning:landstap", args=[dossier_id, land.pk, "antwoord"]),
            )


def _van_voorstellen(dossier_id: UUID, voorstellen: Sequence[Verwijzing], wie: str) -> Iterator[Wacht]:
    """A proposal nobody chose about: not the person owes an answer, who directs the case asks."""
    for voorstel in voorstellen:
        if voorstel.wacht_op_keuze:
            yield Wacht(
                wie=wie,
                wat=_("Vragen of de persoon hulp wil van %(wie)s") % {"wie": voorstel},
                op=voorstel.volgende_op,
                actie=_("Leg vast wat de persoon kiest"),
                actie_url=reverse("ondersteuning:voorstel_antwoord", args=[dossier_id, voorstel.pk]),
            )


def _zonder_antwoord(land: DerdeLand) -> list[Antwoord]:
    """The last question to each embassy or consulate that it did not answer yet."""
    laatste = {antwoord.wie.casefold(): antwoord for antwoord in land.antwoorden.all()}
    return [antwoord for antwoord in laatste.values() if antwoord.soort == Landantwoord.GEVRAAGD]
