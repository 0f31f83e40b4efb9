"""The minutes of a meeting as a tagged PDF, in Dutch; each item under its own heading, with only who may read it inside."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.overleg.blad import kop_van, namen_van, partner_naam
from verantwoord.overleg.queries import Verslagblad
from verantwoord.overleg.tafel import stoelen_van
from verantwoord.overleg.verslagwoorden import in_woorden, kop_in_woorden
from verantwoord.web import datums, pdf


def maak_verslag_pdf(blad: Verslagblad) -> bytes:
    """The PDF of the minutes as ``blad`` holds them: a concept until they were fixed, which it says."""
    with translation.override("nl"):
        return pdf.maak_pdf(pdf.DOCUMENT, _gegevens(blad))


def _gegevens(blad: Verslagblad) -> dict[str, Any]:
    overleg = blad.overleg
    titel = _("Verslag %(naam)s, %(dag)s") % {"naam": overleg.naam, "dag": datums.dag_maand(overleg.datum)}
    tafel = [
        {"naam": stoel.partner, "waarde": stoel.stand}
        for stoel in stoelen_van(list(overleg.deelnemers.all()))
    ]
    return {
        "titel": titel,
        "boven": _stand(blad),
        "feiten": [
            *({"naam": f.naam.rstrip(":"), "waarde": f.waarde} for f in kop_van(overleg).feiten),
            *tafel,
        ],
        "taal": "nl",
        "voettekst": titel,
        "delen": [
            *(_punt(blad, plek) for plek in range(len(blad.punten))),
            {"kop": _("Bevestiging"), "lijst": [_bevestiging(blad, p) for p in VASTE_PARTNERS]},
            {
                "alineas": [
                    _(
                        "Dit verslag vervangt geen besluit dat een partner zelf volgens de wet neemt. Er volgt niets vanzelf uit."
                    )
                ]
            },
        ],
    }


def _stand(blad: Verslagblad) -> str:
    if blad.verslag is None or blad.verslag.vastgesteld_op is None:
        return _("Concept")
    dag = datums.dag_maand(blad.verslag.vastgesteld_op)
    if blad.verslag.zonder_bevestiging:
        zonder = namen_van(blad.verslag.zonder_bevestiging)
        return _("Vastgesteld op %(dag)s, zonder bevestiging van %(partners)s") % {
            "dag": dag,
            "partners": zonder,
        }
    return _("Vastgesteld op %(dag)s") % {"dag": dag}


def _punt(blad: Verslagblad, plek: int) -> dict[str, Any]:
    punt, inhoud = blad.punten[plek]
    aanvullingen = [
        {
            "naam": _("Aanvulling van %(partner)s") % {"partner": partner_naam(a.partner)},
            "waarde": f"{a.tekst} ({a.door_naam}, {datums.dag_maand(a.op)})",
        }
        for a in blad.aanvullingen.get(punt.pk, ())
    ]
    feiten = [{"naam": titel, "waarde": tekst} for titel, tekst in in_woorden(inhoud)]
    return {"kop": f"{plek + 2}. {kop_in_woorden(inhoud)}", "feiten": [*feiten, *aanvullingen]}


def _bevestiging(blad: Verslagblad, partner: str) -> str:
    bevestiging = blad.bevestigd.get(partner)
    if bevestiging is None:
        return _("%(partner)s: niet bevestigd") % {"partner": partner_naam(partner)}
    return _("%(partner)s: bevestigd door %(naam)s op %(dag)s") % {
        "partner": partner_naam(partner),
        "naam": bevestiging.door_naam,
        "dag": datums.dag_maand(bevestiging.op),
    }
