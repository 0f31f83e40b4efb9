"""What is known of an absence as a tagged PDF: first what the AVIM is asked to judge, then the message as it was given."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.normen.toezicht import weggebleven_op
from verantwoord.vertrek.keuzes import Nagevraagd
from verantwoord.vertrek.queries import Toestand
from verantwoord.web import datums, pdf


def maak_bericht_pdf(
    dossier: Dossier, toestand: Toestand, *, verloop: Sequence[Gebeurtenis], vandaag: date
) -> bytes | None:
    """The document in Dutch, or nothing while the presence check was not done: before that nobody left."""
    if toestand.s.beeld.afwezigheid.aanwezigheidscontrole_op is None:
        return None
    with translation.override("nl"):
        return pdf.maak_pdf(pdf.DOCUMENT, _gegevens(dossier, toestand, verloop=verloop, vandaag=vandaag))


def _gegevens(
    dossier: Dossier, toestand: Toestand, *, verloop: Sequence[Gebeurtenis], vandaag: date
) -> dict[str, Any]:
    afwezig = toestand.s.beeld.afwezigheid
    bericht = (
        _laatste(verloop, "afwezigheid.bericht_van_vertrek") if afwezig.bericht_van_vertrek_ref else None
    )
    gegeven = afwezig.bericht_van_vertrek_ref is not None
    titel = _("Bericht van vertrek") if gegeven else _("Gegevens voor een bericht van vertrek")
    return {
        "titel": titel,
        "boven": _("Dossier %(nummer)s") % {"nummer": dossier.nummer},
        "onderkop": _("Opgemaakt op %(dag)s") % {"dag": datums.lang(vandaag)},
        "feiten": [
            {"naam": naam, "waarde": waarde}
            for naam, waarde in (
                (_("Persoon"), dossier.persoon.volledige_naam),
                (_("V-nummer"), dossier.persoon.v_nummer),
                (_("Kenmerk van de AVIM"), afwezig.bericht_van_vertrek_ref or _("nog niet gegeven")),
                (_("Datum van het bericht"), _op(bericht)),
            )
            if waarde
        ],
        "taal": "nl",
        "voettekst": f"{titel}, {dossier.nummer}",
        "delen": [
            {"kop": _("Wat er is gebeurd"), "lijst": _gebeurd(toestand)},
            {"kop": _("De aanwezigheidscontrole"), "alineas": _controle(afwezig, verloop)},
            {"kop": _("Wat dit betekent"), "alineas": _betekenis()},
        ],
    }


def _op(bericht: Gebeurtenis | None) -> str:
    return datums.lang(date.fromisoformat(bericht.gegevens["op"])) if bericht else ""


def _gebeurd(toestand: Toestand) -> list[str]:
    s = toestand.s
    afwezig = s.beeld.afwezigheid
    regels = []
    if afwezig.laatst_gezien_op is not None:
        regels.append(
            _("Voor het laatst gezien op %(dag)s.") % {"dag": datums.lang(afwezig.laatst_gezien_op)}
        )
    if afwezig.niet_aangekomen_sinds is not None:
        verwacht = timezone.localtime(afwezig.niet_aangekomen_sinds)
        regels.append(
            _("Niet aangekomen na een overplaatsing. De persoon werd verwacht op %(wanneer)s.")
            % {"wanneer": datums.wanneer(verwacht)}
        )
    for plicht in s.meldplichten:
        if plicht.gemist_op:
            dagen = ", ".join(datums.dag_maand(dag) for dag in plicht.gemist_op)
            regels.append(_("Niet gemeld op: %(dagen)s.") % {"dagen": dagen})
    dag = weggebleven_op(s)
    if dag is not None:
        regels.append(
            _("Twee gemiste meldingen op rij, of 48 uur niet aangekomen: compleet op %(dag)s.")
            % {"dag": datums.lang(dag)}
        )
    return regels or [_("Er is nog niet vastgelegd sinds wanneer de persoon wegblijft.")]


def _controle(afwezig: d.Afwezigheid, verloop: Sequence[Gebeurtenis]) -> list[str]:
    assert afwezig.aanwezigheidscontrole_op is not None  # noqa: S101 - without a check there is no document
    zinnen = [
        _("Het COA en de AVIM hebben op %(dag)s gecontroleerd of de persoon er was.")
        % {"dag": datums.lang(afwezig.aanwezigheidscontrole_op)}
    ]
    controle = _laatste(verloop, "afwezigheid.gecontroleerd")
    if controle is not None:
        waar = [str(Nagevraagd(plek).label) for plek in controle.gegevens.get("nagevraagd", [])]
        if waar:
            zinnen.append(_("Nagevraagd: %(waar)s.") % {"waar": "; ".join(waar)})
        if toelichting := controle.gegevens.get("toelichting"):
            zinnen.append(toelichting)
    return zinnen


def _betekenis() -> list[str]:
    return [
        _("Dit is geen bewijs dat de persoon Nederland heeft verlaten. De bestemming is niet bekend."),
        _(
            "Niets gebeurt hierdoor vanzelf. Een regievoerder besluit of het dossier wordt gesloten. Meldt de persoon "
            "zich weer, dan gaat het dossier weer open."
        ),
    ]


def _laatste(verloop: Sequence[Gebeurtenis], soort: str) -> Gebeurtenis | None:
    return next((g for g in reversed(verloop) if g.soort == soort), None)
