"""The report of a finished talk as a document, for the person, the lawyer and the file. Always in Dutch, as it was written."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from verantwoord.vertrekgesprek.keuzes import Ondersteuning, Onderwerp, Toevoeging
from verantwoord.vertrekgesprek.models import Addendum, Gesprek
from verantwoord.vertrekgesprek.regels import afspraken_van
from verantwoord.vertrekgesprek.talen import aanspreekvorm, taalnaam
from verantwoord.vertrekgesprek.verslag import TOETSINGSMOMENTEN, VRAGEN
from verantwoord.web import datums

Deel = dict[str, Any]


def verslagblad(gesprek: Gesprek) -> dict[str, Any]:
    """The document as plain data for ``web.pdf``; ask for a finished talk read with ``queries.gesprek_of``.

    The passages that somebody was asked to read are not in it: they are a question to staff, not a part of the report.
    """
    with translation.override("nl"):
        naam = str(gesprek.get_moment_display())
        return {
            "titel": _("Verslag van %(gesprek)s") % {"gesprek": naam.lower()},
            "boven": _("Dossier %(nummer)s") % {"nummer": gesprek.dossier.nummer},
            "feiten": _feiten(gesprek),
            "taal": "nl",
            "afzender": _("Dienst Terugkeer en Vertrek"),
            "voettekst": _("Verslag van %(gesprek)s, dossier %(nummer)s")
            % {"gesprek": naam.lower(), "nummer": gesprek.dossier.nummer},
            "delen": [*_eigen_woorden(gesprek), *_inhoud(gesprek), *_later(gesprek)],
        }


def _feiten(gesprek: Gesprek) -> list[dict[str, str]]:
    tolk = ", ".join(
        deel for deel in (str(gesprek.get_tolk_display() or ""), gesprek.tolk_bestelling) if deel
    )
    feiten = [
        (_("Persoon"), gesprek.dossier.persoon.volledige_naam),
        (_("Gevoerd op"), datums.lang(gesprek.gevoerd_op) if gesprek.gevoerd_op else ""),
        (_("Waar"), gesprek.plaats),
        (_("Taal"), taalnaam(gesprek.taal)),
        (_("Tolk"), tolk),
        (_("Gevoerd door"), gesprek.gevoerd_door.naam if gesprek.gevoerd_door else ""),
        (_("Afgerond op"), datums.lang(gesprek.afgerond_op) if gesprek.afgerond_op else ""),
    ]
    return [{"naam": str(naam), "waarde": waarde} for naam, waarde in feiten if waarde]


def _eigen_woorden(gesprek: Gesprek) -> Iterator[Deel]:
    if not gesprek.eigen_woorden and not gesprek.wil_niet_antwoorden:
        return
    deel: Deel = {"kop": str(Onderwerp.WENSEN_BELEMMERINGEN.label)}
    if gesprek.wil_niet_antwoorden:
        zin = _("Op deze dag wilde %(wie)s hier niets over zeggen.")
        deel["alineas"] = [zin % {"wie": aanspreekvorm(gesprek.dossier.persoon, op=gesprek.gevoerd_op)}]
    yield deel | ({"citaat": gesprek.eigen_woorden} if gesprek.eigen_woorden else {})


def _inhoud(gesprek: Gesprek) -> Iterator[Deel]:
    blokken = gesprek.blokken
    yield from _deel(Onderwerp.PROCEDURE.label, blokken.get("procedure", ""))
    opties = [str(Ondersteuning(optie).label) for optie in gesprek.opties_besproken]
    uitleg = [tekst for tekst in (blokken.get("opties", ""), gesprek.opties_reden) if tekst.strip()]
    if opties or uitleg:
        yield {"kop": str(Onderwerp.OPTIES.label), "lijst": opties, "alineas": uitleg}
    yield from _deel(Onderwerp.GEVOLGEN.label, blokken.get("gevolgen", ""))
    vragen = [(VRAGEN[m](), gesprek.vragen[m]) for m in TOETSINGSMOMENTEN if gesprek.vragen.get(m)]
    if vragen:
        yield {"kop": str(Onderwerp.TOETSINGSMOMENTEN.label)}
    for vraag, antwoord in vragen:
        yield from _deel(vraag, antwoord, niveau=3)
    for kind in gesprek.kinderen:
        yield from _deel(_("Belang van het kind: %(wie)s") % {"wie": kind["wie"]}, kind["belang"])
    yield from _deel(_("Verder besproken"), blokken.get("overig", ""))
    if not blokken:
        yield from _deel(_("Verslag"), gesprek.verslag)
    for onderwerp, reden in gesprek.niet_aan_de_orde.items():
        naam = Onderwerp(onderwerp).label if onderwerp in Onderwerp.values else onderwerp
        yield from _deel(_("Niet aan de orde: %(wat)s") % {"wat": naam}, reden)
    rijen = [[a.wie, a.wat, datums.dag_maand(a.uiterlijk)] for a in afspraken_van(gesprek)]
    if rijen:
        kolommen = [_("Wie"), _("Wat"), _("Klaar op")]
        yield {
            "kop": str(Onderwerp.AFSPRAKEN.label),
            "tabel": {"kolommen": kolommen, "rijen": rijen, "breedtes": [2, 5, 3]},
        }


def _later(gesprek: Gesprek) -> Iterator[Deel]:
    """What was added, each with its day; the person's reaction stands under the report as it was given."""
    for addendum in gesprek.addenda.all():
        if addendum.soort == Toevoeging.REACTIE:
            yield {
                "kop": _("Reactie van %(wie)s")
                % {"wie": aanspreekvorm(gesprek.dossier.persoon, op=gesprek.gevoerd_op)},
                "alineas": [_reactie_op(addendum)],
                "citaat": addendum.tekst,
            }
        else:
            kop = f"{addendum.get_soort_display()}, {_dag(addendum)}"
            yield {"kop": kop, "alineas": [addendum.tekst, _("Reden: %(reden)s") % {"reden": addendum.reden}]}


def _reactie_op(reactie: Addendum) -> str:
    dag = datums.lang(reactie.gegeven_op) if reactie.gegeven_op else _dag(reactie)
    return (
        ". ".join(deel for deel in (str(reactie.get_vorm_display() or ""), _met_hoofdletter(dag)) if deel)
        + "."
    )


def _dag(addendum: Addendum) -> str:
    return datums.lang(timezone.localdate(addendum.toegevoegd_op))


def _deel(kop: object, tekst: str, *, niveau: int = 2) -> Iterator[Deel]:
    alineas = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    if alineas:
        yield {"kop": str(kop), "niveau": niveau, "alineas": alineas}


def _met_hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
