"""One version of the plan as a tagged PDF, for the person, the lawyer and the file."""

from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from verantwoord.vertrekplan.inhoud import Inhoud, gekozen_titel, inhoud_van
from verantwoord.vertrekplan.keuzes import Analysedeel, Eigenaar
from verantwoord.vertrekplan.models import Vertrekplan
from verantwoord.web import datums, pdf


def maak_vertrekplan_pdf(plan: Vertrekplan, *, naam: str, betwist_sinds: date | None = None) -> bytes:
    """The PDF of an established version, in Dutch; ``naam`` is the person's. Its actions must have been fetched.

    ``betwist_sinds`` goes along on paper: since when the person says that it is not right.
    """
    with translation.override("nl"):
        return pdf.maak_pdf(pdf.DOCUMENT, _gegevens(plan, naam=naam, betwist_sinds=betwist_sinds))


def _gegevens(plan: Vertrekplan, *, naam: str, betwist_sinds: date | None) -> dict[str, Any]:
    assert plan.vastgesteld_op is not None  # noqa: S101 - only established versions are printed
    inhoud = inhoud_van(plan, plan.acties.all())
    return {
        "titel": _("Vertrekplan, versie %(versie)d") % {"versie": plan.versie},
        "boven": _("Dossier %(nummer)s") % {"nummer": plan.dossier.nummer},
        "feiten": [
            {"naam": _("Persoon"), "waarde": naam},
            {"naam": _("Vastgesteld op"), "waarde": datums.lang(plan.vastgesteld_op)},
            {"naam": _("Vastgesteld door"), "waarde": plan.door_naam},
            {"naam": _("Gekozen"), "waarde": gekozen_titel(plan.gekozen) or _("nog geen keuze")},
            *(
                [{"naam": _("Betwist door de persoon sinds"), "waarde": datums.lang(betwist_sinds)}]
                if betwist_sinds
                else []
            ),
        ],
        "taal": "nl",
        "voettekst": _("Vertrekplan versie %(versie)d, dossier %(nummer)s")
        % {"versie": plan.versie, "nummer": plan.dossier.nummer},
        "delen": [
            *_keuze(inhoud),
            _opties(inhoud),
            *_analyse(inhoud),
            _acties(inhoud),
            *_doorgaan(plan),
        ],
    }


def _alineas(tekst: str) -> list[str]:
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    return regels or [_("Niet ingevuld.")]


def _keuze(inhoud: Inhoud) -> list[dict[str, Any]]:
    delen = [{"kop": _("Strategie"), "alineas": _alineas(inhoud.strategie)}]
    if inhoud.gekozen is not None:
        delen.append({"kop": _("Waarom deze keuze"), "alineas": _alineas(inhoud.reden_keuze)})
    return delen


def _analyse(inhoud: Inhoud) -> list[dict[str, Any]]:
    return [
        {"kop": str(deel.label), "alineas": _alineas(inhoud.analyse.get(deel, ""))} for deel in Analysedeel
    ]


# How wide the columns are beside each other: the analysis is what there is most to read of.
OPTIES = (3, 7, 4, 3, 4)
ACTIES = (3, 7, 4, 4)


def _opties(inhoud: Inhoud) -> dict[str, Any]:
    if not inhoud.opties:
        return {"kop": _("Mogelijkheden"), "alineas": [_("Er zijn nog geen mogelijkheden beschreven.")]}
    rijen = [
        [
            optie.titel,
            *(
                tekst or "–"
                for tekst in (optie.analyse, optie.belemmering, optie.haalbaar_woorden, optie.wil)
            ),
        ]
        for optie in inhoud.opties
    ]
    kolommen = [_("Mogelijkheid"), _("Analyse"), _("Belemmering"), _("Haalbaar"), _("Wat de persoon zegt")]
    return {
        "kop": _("Mogelijkheden naast elkaar"),
        "tabel": {"kolommen": kolommen, "rijen": rijen, "breedtes": OPTIES},
    }


def _acties(inhoud: Inhoud) -> dict[str, Any]:
    if not inhoud.acties:
        return {"kop": _("Acties"), "alineas": [_("Er zijn geen acties.")]}
    rijen = [
        [
            str(Eigenaar(actie.eigenaar).label),
            actie.omschrijving,
            datums.dag_maand(actie.uiterlijk) if actie.uiterlijk else "",
            datums.dag_maand(actie.gereed_op) if actie.gereed_op else "",
        ]
        for actie in inhoud.acties
    ]
    kolommen = [_("Wie"), _("Wat"), _("Klaar op"), _("Gedaan op")]
    return {"kop": _("Acties"), "tabel": {"kolommen": kolommen, "rijen": rijen, "breedtes": ACTIES}}


def _doorgaan(plan: Vertrekplan) -> list[dict[str, Any]]:
    if not plan.waarschuwingen:
        return []
    return [
        {
            "kop": _("Wat nog ontbrak bij het vaststellen"),
            "lijst": [waarschuwing["uitleg"] for waarschuwing in plan.waarschuwingen],
        },
        {"kop": _("Waarom toch vastgesteld"), "alineas": _alineas(plan.reden_doorgaan)},
    ]
