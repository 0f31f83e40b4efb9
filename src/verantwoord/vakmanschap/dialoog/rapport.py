"""The report of a session to the Inspectie, as a document: the question, the picture, the outcome, and what is agreed.

It names nobody. Who was asked is a number, and an agreement is taken up by a role. Norm dialoog-uniforme-werkwijze.
"""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from verantwoord.vakmanschap.dialoog.models import Dialoog, Dialoogafspraak, Voorbeeld
from verantwoord.vakmanschap.dialoog.tonen import beeldregels, wie
from verantwoord.web.datums import dag_maand
from verantwoord.web.pdf import DOCUMENT, maak_pdf


def maak_rapport_pdf(
    dialoog: Dialoog, *, voorbeelden: Sequence[Voorbeeld], afspraken: Sequence[Dialoogafspraak]
) -> bytes:
    """The report as tagged PDF. Raises ``PdfFout``."""
    return maak_pdf(DOCUMENT, rapportgegevens(dialoog, voorbeelden, afspraken))


def rapportgegevens(
    dialoog: Dialoog, voorbeelden: Sequence[Voorbeeld], afspraken: Sequence[Dialoogafspraak]
) -> dict[str, Any]:
    """What stands in the document."""
    concept = dialoog.gerapporteerd_op is None
    return {
        "titel": _("Dialoogsessie: %(titel)s") % {"titel": dialoog.spreiding.titel},
        "boven": _("Verslag aan de Inspectie, nog niet gegeven")
        if concept
        else _("Verslag aan de Inspectie"),
        "taal": "nl",
        "feiten": [
            {"naam": _("Vraag"), "waarde": dialoog.vraag},
            {"naam": _("Gehouden op"), "waarde": dag_maand(dialoog.op)},
            {"naam": _("Wie"), "waarde": wie(dialoog)},
            {
                "naam": _("Verslag gegeven op"),
                "waarde": dag_maand(dialoog.gerapporteerd_op) if dialoog.gerapporteerd_op else _("nog niet"),
            },
        ],
        "delen": [
            _beeld(dialoog),
            *_voorbeelden(voorbeelden),
            {"kop": _("Uitkomst"), "niveau": 2, "alineas": dialoog.uitkomst.splitlines() or ["–"]},
            _afspraken(afspraken),
            {
                "kop": _("Bron"),
                "niveau": 2,
                "alineas": [
                    _(
                        "Rapport Verantwoord Vertrek, aanbeveling 1 aan de DT&V: een dialoog over een uniforme werkwijze, met de uitkomsten aan de Inspectie. Norm dialoog-uniforme-werkwijze."
                    )
                ],
            },
        ],
    }


def _beeld(dialoog: Dialoog) -> dict[str, Any]:
    return {
        "kop": _("Waarover het ging"),
        "niveau": 2,
        "alineas": [
            str(dialoog.spreiding.uitleg),
            _(
                "Dossiers van het jaar tot en met het %(kwartaal)s, zoals verteld toen de sessie werd gepland. Kleine groepen staan er niet in."
            )
            % {"kwartaal": dialoog.periode},
        ],
        "tabel": {
            "kolommen": [_("Wie of waar"), _("Aantal"), _("Mediaan"), _("Middelste helft")],
            "rijen": [
                [regel.naam, regel.aantal or "–", regel.mediaan or regel.reden, regel.midden or "–"]
                for regel in beeldregels(dialoog)
            ],
        },
    }


def _voorbeelden(voorbeelden: Sequence[Voorbeeld]) -> list[dict[str, Any]]:
    if not voorbeelden:
        return []
    return [
        {
            "kop": _("Nagevertelde voorbeelden"),
            "niveau": 2,
            "lijst": [voorbeeld.navertelling for voorbeeld in voorbeelden],
        }
    ]


def _afspraken(afspraken: Sequence[Dialoogafspraak]) -> dict[str, Any]:
    return {
        "kop": _("Afspraken"),
        "niveau": 2,
        "tabel": {
            "kolommen": [_("Wat"), _("Wie pakt het op"), _("Uiterlijk"), _("Gedaan op")],
            "rijen": [
                [
                    afspraak.wat,
                    str(afspraak.get_eigenaar_display()),
                    dag_maand(afspraak.uiterlijk),
                    dag_maand(afspraak.gedaan_op) if afspraak.gedaan_op else "–",
                ]
                for afspraak in afspraken
            ],
        },
    }
