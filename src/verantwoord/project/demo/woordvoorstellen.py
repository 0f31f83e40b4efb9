"""What colleagues of a demo said the rules about words should find, so that the editor has something to answer."""

from typing import Final

from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.actions import answer_woordvoorstel, propose_woorden

_INDIENER: Final = "Noor Haverkamp"
_BEANTWOORD: Final = (
    "wens",
    "bij mijn kleinkinderen zijn",
    "Mensen noemen familie vaak in plaats van een land.",
)
_WACHT: Final = ("medisch", "ik loop op mijn laatste benen", "Zo zeggen mensen dat het niet meer gaat.")


def stel_woorden_voor(redactie: Medewerker) -> None:
    """One proposal that was answered and one that waits; a demo without this colleague has none."""
    regie = Medewerker.objects.filter(naam=_INDIENER).first()
    if regie is None:
        return
    with transactie_van(regie):
        voorstellen = [
            propose_woorden(door=regie, terrein=terrein, woorden=woorden, toelichting=toelichting)
            for terrein, woorden, toelichting in (_BEANTWOORD, _WACHT)
        ]
    with transactie_van(redactie):
        answer_woordvoorstel(
            door=redactie,
            voorstel_id=voorstellen[0].pk,
            stand="niet_overgenomen",
            antwoord="Deze woorden staan ook in verslagen zonder wens. We nemen familie mee als er “wil” of “graag” bij staat.",
        )
