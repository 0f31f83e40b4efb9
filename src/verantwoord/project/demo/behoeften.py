"""Needs in a demo that nothing in the catalogue meets, said some days after the wish in which they came up."""

from datetime import date, timedelta
from typing import Final

from verantwoord.ondersteuning.keuzes import Behoeftesoort, Soort, Vervolg
from verantwoord.ondersteuning.models import Behoefte, Wens
from verantwoord.toegang.context import als_systeem

# By the subject of the wish: the need, and what the regievoerder wrote of it.
_ZONDER_AANBOD: Final = {
    Soort.VEILIGHEID: (
        Behoeftesoort.VEILIGHEID,
        "Gevraagd bij IOM en twee ngo's. Niemand kan zekerheid geven over veiligheid.",
    ),
    Soort.MEDISCHE_ZORG: (Behoeftesoort.ZORG, "De behandeling is er niet in de stad van terugkeer."),
    Soort.ONDERWIJS_KINDEREN: (
        Behoeftesoort.SCHOOL,
        "Geen project helpt bij een school met les in de taal van het kind.",
    ),
    Soort.ONDERDAK: (Behoeftesoort.WONEN, "Na drie maanden is er geen hulp meer bij een huis."),
    Soort.OPLEIDING: (Behoeftesoort.OPLEIDING, "De opleiding erkent het Nederlandse bewijs niet."),
    Soort.WERK: (Behoeftesoort.INKOMEN, "Er is geen project voor dit beroep in dit land."),
}
_NA: Final = timedelta(days=6)


def maak_behoeften(vandaag: date) -> None:
    """Mark the wishes that were explained or refused as a need without an offer; a person counts once a kind."""
    with als_systeem():
        wensen = (
            Wens.objects.filter(
                soort__in=list(_ZONDER_AANBOD),
                vervolg__in=[Vervolg.UITGELEGD, Vervolg.AFGEWEZEN],
                geuit_op__lte=vandaag - _NA,
                dossier__regievoerder__isnull=False,
            )
            .select_related("dossier__regievoerder", "dossier__persoon")
            .order_by("dossier", "volgorde")
        )
        eerste: dict[tuple[object, str], Behoefte] = {}
        for wens in wensen.iterator(chunk_size=1000):
            soort, toelichting = _ZONDER_AANBOD[Soort(wens.soort)]
            regie = wens.dossier.regievoerder
            if regie is None:
                continue
            nationaliteiten = wens.dossier.persoon.nationaliteiten
            eerste.setdefault(
                (wens.dossier_id, soort),
                Behoefte(
                    dossier_id=wens.dossier_id,
                    wens=wens,
                    soort=soort,
                    land=nationaliteiten[0] if len(nationaliteiten) == 1 else "",
                    toelichting=toelichting,
                    gemeld_op=wens.geuit_op + _NA,
                    door=regie,
                    door_naam=regie.naam,
                ),
            )
        Behoefte.objects.bulk_create(eerste.values(), batch_size=1000)
