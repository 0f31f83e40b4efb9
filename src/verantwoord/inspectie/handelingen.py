"""Each act of an onderzoek that has a form: what stands in it at first, what it does, and where one comes back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from django.utils import timezone

from verantwoord.inspectie import actions, forms
from verantwoord.inspectie.models import Onderzoek
from verantwoord.toegang.models import Medewerker

Begin = Callable[[Onderzoek, int | None], dict[str, Any]]
Doe = Callable[[Onderzoek, int | None, Medewerker, dict[str, Any]], object]
EEN_OVERLEG: Final = "LKO"


@dataclass(frozen=True, kw_only=True)
class Handeling:
    form: type[forms.Handelingform]
    doe: Doe
    naar: str
    begin: Begin = lambda _onderzoek, _rij: {}


def _begin_opzet(onderzoek: Onderzoek, _rij: int | None) -> dict[str, Any]:
    return {
        "versie": onderzoek.versie,
        "naam": onderzoek.titel,
        "vraag": onderzoek.vraag,
        "deelvragen": onderzoek.deelvragen,
        "afbakening": onderzoek.afbakening,
        "peildatum": onderzoek.peildatum,
    }


def _doe_opzet(onderzoek: Onderzoek, _rij: int | None, door: Medewerker, invoer: dict[str, Any]) -> object:
    return actions.change_onderzoek(onderzoek.pk, door=door, titel=invoer.pop("naam"), **invoer)


def _doe_tabel(onderzoek: Onderzoek, _rij: int | None, door: Medewerker, invoer: dict[str, Any]) -> object:
    return actions.add_tabel(onderzoek.pk, door=door, titel=invoer.pop("naam"), **invoer)


def _doe_interview(
    onderzoek: Onderzoek, _rij: int | None, door: Medewerker, invoer: dict[str, Any]
) -> object:
    return actions.add_interview(onderzoek.pk, door=door, tabel_id=int(invoer.pop("tabel")), **invoer)


def _doe_bezoek(onderzoek: Onderzoek, _rij: int | None, door: Medewerker, invoer: dict[str, Any]) -> object:
    bijgewoond = invoer.pop("bijgewoond") == "ja"
    return actions.keep_bezoek(
        onderzoek.pk, door=door, tabel_id=int(invoer.pop("tabel")), bijgewoond=bijgewoond, **invoer
    )


def _doe_bron(onderzoek: Onderzoek, _rij: int | None, door: Medewerker, invoer: dict[str, Any]) -> object:
    return actions.add_bron(onderzoek.pk, door=door, titel=invoer.pop("naam"), **invoer)


def _begin_stratum(onderzoek: Onderzoek, rij: int | None) -> dict[str, Any]:
    stratum = onderzoek.strata.get(pk=rij) if rij else None
    return {"naam": stratum.naam, "aantal": stratum.aantal, "locaties": stratum.locaties} if stratum else {}


def _begin_conclusie(onderzoek: Onderzoek, rij: int | None) -> dict[str, Any]:
    conclusie = onderzoek.conclusies.get(pk=rij) if rij else None
    return (
        {"kop": conclusie.kop, "tekst": conclusie.tekst, "paragraaf": conclusie.paragraaf}
        if conclusie
        else {}
    )


def _begin_aanbeveling(onderzoek: Onderzoek, rij: int | None) -> dict[str, Any]:
    return forms.AanbevelingForm.begin(onderzoek.aanbevelingen.get(pk=rij)) if rij else {}


def _begin_publiceren(_onderzoek: Onderzoek, _rij: int | None) -> dict[str, Any]:
    vandaag: date = timezone.localdate()
    return {"op": vandaag, "reactie_voor": vandaag + actions.REACTIE_BINNEN}


HANDELINGEN: Final[Mapping[str, Handeling]] = MappingProxyType(
    {
        "opzet": Handeling(
            form=forms.OpzetForm, begin=_begin_opzet, doe=_doe_opzet, naar="inspectie:onderzoek"
        ),
        "normen": Handeling(
            form=forms.NormenForm,
            doe=lambda o, _r, door, invoer: actions.choose_normen(
                o.pk, door=door, normen=[*invoer["buiten"], *invoer["dossier"]]
            ),
            naar="inspectie:onderzoek",
        ),
        "onderzoeker": Handeling(
            form=forms.OnderzoekerForm,
            begin=lambda _o, _r: {"functie": "onderzoeker"},
            doe=lambda o, _r, door, invoer: actions.add_onderzoeker(
                o.pk, door=door, medewerker_id=invoer["medewerker"], functie=invoer["functie"]
            ),
            naar="inspectie:onderzoek",
        ),
        "tabel": Handeling(form=forms.TabelForm, doe=_doe_tabel, naar="inspectie:register"),
        "interview": Handeling(
            form=forms.InterviewForm,
            begin=lambda _o, _r: {"aantal": 1},
            doe=_doe_interview,
            naar="inspectie:register",
        ),
        "bezoek": Handeling(
            form=forms.BezoekForm,
            begin=lambda _o, _r: {"overleg": EEN_OVERLEG},
            doe=_doe_bezoek,
            naar="inspectie:register",
        ),
        "bron": Handeling(form=forms.BronForm, doe=_doe_bron, naar="inspectie:register"),
        "stratum": Handeling(
            form=forms.StratumForm,
            begin=_begin_stratum,
            doe=lambda o, rij, door, invoer: actions.keep_stratum(o.pk, door=door, stratum_id=rij, **invoer),
            naar="inspectie:steekproef",
        ),
        "seed-intrekken": Handeling(
            form=forms.IntrekForm,
            doe=lambda o, _r, door, invoer: actions.withdraw_seed(o.pk, door=door, **invoer),
            naar="inspectie:steekproef",
        ),
        "conclusie": Handeling(
            form=forms.ConclusieForm,
            begin=_begin_conclusie,
            doe=lambda o, rij, door, invoer: actions.keep_conclusie(
                o.pk, door=door, conclusie_id=rij, **invoer
            ),
            naar="inspectie:uitkomst",
        ),
        "aanbeveling": Handeling(
            form=forms.AanbevelingForm,
            begin=_begin_aanbeveling,
            doe=lambda o, rij, door, invoer: actions.keep_aanbeveling(
                o.pk, door=door, aanbeveling_id=rij, **invoer
            ),
            naar="inspectie:uitkomst",
        ),
        "publiceren": Handeling(
            form=forms.PubliceerForm,
            begin=_begin_publiceren,
            doe=lambda o, _r, door, invoer: actions.publish_onderzoek(o.pk, door=door, **invoer),
            naar="inspectie:uitkomst",
        ),
    }
)
# The acts that are one button. With the number of a row where there is one.
KNOPPEN: Final[Mapping[str, tuple[Callable[[Onderzoek, int, Medewerker], object], str]]] = MappingProxyType(
    {
        "volgende-stap": (lambda o, _r, door: actions.next_stand(o.pk, door=door), "inspectie:onderzoek"),
        "seed-voorstellen": (
            lambda o, _r, door: actions.propose_seed(o.pk, door=door),
            "inspectie:steekproef",
        ),
        "seed-akkoord": (lambda o, _r, door: actions.agree_seed(o.pk, door=door), "inspectie:steekproef"),
        "trekken": (lambda o, _r, door: actions.trek_onderzoek(o.pk, door=door), "inspectie:steekproef"),
        "onderzoeker-weg": (
            lambda o, rij, door: actions.end_onderzoeker(o.pk, door=door, onderzoeker_id=rij),
            "inspectie:onderzoek",
        ),
        "interview-weg": (
            lambda o, rij, door: actions.remove_interview(o.pk, door=door, interview_id=rij),
            "inspectie:register",
        ),
        "bron-weg": (
            lambda o, rij, door: actions.remove_bron(o.pk, door=door, bron_id=rij),
            "inspectie:register",
        ),
        "stratum-weg": (
            lambda o, rij, door: actions.remove_stratum(o.pk, door=door, stratum_id=rij),
            "inspectie:steekproef",
        ),
        "conclusie-weg": (
            lambda o, rij, door: actions.remove_conclusie(o.pk, door=door, conclusie_id=rij),
            "inspectie:uitkomst",
        ),
        "aanbeveling-weg": (
            lambda o, rij, door: actions.remove_aanbeveling(o.pk, door=door, aanbeveling_id=rij),
            "inspectie:uitkomst",
        ),
    }
)
