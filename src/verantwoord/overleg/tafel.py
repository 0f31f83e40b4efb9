"""What the pages of a meeting say: its agenda, its table, and how its minutes stand. Plain values, nothing asked later."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui
from django.utils.translation import ngettext

from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.overleg.blad import Agendaregel, partner_naam
from verantwoord.overleg.keuzes import Besluit, Onderwerp, Opschaling, Overlegstand, Reden, Stap, Vorm
from verantwoord.overleg.models import Agendapunt, Deelnemer, Overleg
from verantwoord.overleg.stand import Puntstand
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.web import datums
from verantwoord.web.waarden import Feit, Verwijzing

UITKOMST: Final[dict[str, tuple[str, Promise]]] = {
    Besluit.VASTGESTELD: ("gedaan", lui("besloten")),
    Besluit.AANGEHOUDEN: ("opgeschort", lui("besluit aangehouden")),
    Besluit.OPGESCHAALD: ("opgeschort", lui("opgeschaald")),
    Besluit.GEEN_BESLUIT: ("niet-aan-de-orde", lui("geen besluit")),
}


@dataclass(frozen=True, kw_only=True)
class Zaak:
    """An item on an agenda, with whom it is about for who may know."""

    id: UUID
    nummer: str
    titel: str
    onderwerp: str
    redenen: str
    uiterlijk: date | None
    teken: str
    # How far it is; ``kort`` where the reason and the date stand beside it.
    stand: str
    kort: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Stoel:
    """One of the four at the table."""

    partner: str
    wie: str
    teken: str
    stand: str


def stand_in_woorden(punt: Agendapunt, stand: Puntstand | None = None) -> tuple[str, str]:
    """The mark of an item on an agenda with its words; who wrote is known, never what."""
    if punt.doorgeschoven_op is not None:
        return "opgeschort", _("naar een volgend overleg")
    if punt.vorm == Vorm.MEDEDELING:
        return ("gedaan", _("besproken")) if punt.behandeld_op else ("niet-begonnen", _("om van te weten"))
    if punt.besluit is not None:
        teken, woorden = UITKOMST[punt.besluit]
        if punt.besluit == Besluit.OPGESCHAALD and punt.opgeschaald_naar:
            return teken, _("naar het %(naar)s") % {"naar": str(Opschaling(punt.opgeschaald_naar).label)}
        return teken, str(woorden)
    if punt.onthuld_op is not None:
        if stand is not None and stand.stap == Stap.STEMMEN:
            akkoord = len(VASTE_PARTNERS) - len(stand.zonder_akkoord)
            return "nu", _("stemmen, %(n)d van 4 akkoord") % {"n": akkoord}
        return "nu", _("standpunten open")
    if punt.ingeleverd:
        return "nu", _("eerste standpunt, %(n)d van 4") % {"n": len(punt.ingeleverd)}
    return "niet-begonnen", reden_in_woorden(punt)


def reden_in_woorden(punt: Agendapunt) -> str:
    """Why it is here and by when, short; words that say nothing about the person."""
    if punt.uiterlijk is not None:
        return _("nodig vóór %(dag)s") % {"dag": datums.dag_maand(punt.uiterlijk)}
    code = punt.redenen[0] if punt.redenen else ""
    if code == Reden.VERZOEK:
        return _("vraag van %(partner)s") % {"partner": partner_naam(punt.voorstel_door)}
    return str(Reden(code).label) if code in Reden.values else str(Onderwerp(punt.onderwerp).label)


def redenen_van(punt: Agendapunt) -> str:
    return "; ".join(str(Reden(code).label) for code in punt.redenen if code in Reden.values)


def zaken_van(punten: Sequence[tuple[Agendapunt, Puntstand]], namen: Mapping[UUID, str]) -> list[Zaak]:
    """The items in the order of the agenda, numbered after the actions."""
    return [
        Zaak(
            id=punt.pk,
            nummer=str(plek),
            titel=namen.get(punt.pk) or _("Naam niet zichtbaar"),
            onderwerp=str(Onderwerp(punt.onderwerp).label),
            redenen=redenen_van(punt),
            uiterlijk=punt.uiterlijk,
            teken=teken,
            stand=woorden,
            kort=_("nog niet begonnen") if teken == "niet-begonnen" else woorden,
            url=reverse("overleg:punt", args=[punt.pk]),
        )
        for plek, (punt, stand) in enumerate(punten, start=2)
        for teken, woorden in [stand_in_woorden(punt, stand)]
    ]


def agenda_van(
    overleg: Overleg | None, zaken: Sequence[Zaak], *, open_acties: int | None, hier: UUID | None
) -> list[Agendaregel]:
    """The agenda beside every page of the meeting: the open actions first.

    A guest sees one item and nothing of the rest: then how many actions are open is unknown.
    """
    regels = []
    if overleg is not None and open_acties is not None:
        telling = ngettext("%(n)d staat nog open", "%(n)d staan nog open", open_acties) % {"n": open_acties}
        regels.append(
            Agendaregel(
                sleutel="acties",
                nummer="1",
                titel=_("Acties van eerder"),
                bij=telling if open_acties else _("alles is gedaan"),
                teken="niet-begonnen" if open_acties else "gedaan",
                url=reverse("overleg:overleg", args=[overleg.pk]) + "#acties",
            )
        )
    regels += [
        Agendaregel(
            sleutel=str(zaak.id),
            nummer=zaak.nummer,
            titel=zaak.titel,
            bij=zaak.stand,
            teken=zaak.teken,
            url=zaak.url,
            huidig=zaak.id == hier,
        )
        for zaak in zaken
    ]
    return regels


def stoelen_van(deelnemers: Sequence[Deelnemer]) -> list[Stoel]:
    """Who sits at the table for each of the four, and whether they came."""
    stoelen = []
    for partner in VASTE_PARTNERS:
        eigen = [d for d in deelnemers if d.organisatie == partner]
        wie = ", ".join(
            sorted({d.medewerker.naam if d.medewerker else d.team.naam if d.team else "" for d in eigen})
        )
        er = next((d for d in eigen if d.aanwezig), None)
        if er is not None:
            teken, stand = (
                "gedaan",
                _("aanwezig: %(namen)s") % {"namen": er.namen} if er.namen else _("aanwezig"),
            )
        elif any(d.aanwezig is False for d in eigen):
            teken, stand = "niet-aan-de-orde", _("afwezig, stemt schriftelijk")
        else:
            teken, stand = "gepland", _("nog niet vastgelegd")
        stoelen.append(Stoel(partner=partner_naam(partner), wie=wie, teken=teken, stand=stand))
    return stoelen


def stappen_voor(overleg: Overleg, *, viewer: Medewerker) -> Iterator[tuple[str, Verwijzing]]:
    """What this person can do at the meeting now, the next step first; ``eerste`` marks the one filled button."""
    partner = viewer.organisatie
    is_voorzitter = overleg.voorzitter == partner
    schrijft = partner in {overleg.voorzitter, overleg.notulist}

    def knop(soort: str, tekst: str, stap: str) -> tuple[str, Verwijzing]:
        return soort, Verwijzing(tekst, reverse("overleg:stap", args=[overleg.pk, stap]))

    if overleg.stand == Overlegstand.GEPLAND:
        if is_voorzitter:
            yield knop("eerste", _("Begin het overleg"), "begin")
        yield knop("tweede", _("Breng een punt in"), "inbrengen")
        yield knop("tweede", _("Vul de agenda aan"), "vullen")
        yield knop("derde", _("Kies een andere voorzitter"), "voorzitter")
        yield knop("derde", _("Kies wie het verslag maakt"), "notulist")
        if viewer.heeft(Recht.OVERLEG_PLANNEN):
            yield knop("derde", _("Verplaats"), "verplaatsen")
            yield knop("derde", _("Laat vervallen"), "vervallen")
    elif overleg.stand == Overlegstand.BEZIG:
        yield knop("tweede", _("Breng een punt in"), "inbrengen")
        if is_voorzitter:
            yield knop("tweede", _("Wijzig wie er is"), "aanwezigheid")
            yield knop("tweede", _("Sluit het overleg"), "einde")
        yield knop("derde", _("Kies wie het verslag maakt"), "notulist")
    elif overleg.stand == Overlegstand.AFGEROND:
        yield (
            "eerste" if schrijft else "tweede",
            Verwijzing(_("Naar het verslag"), reverse("overleg:verslag", args=[overleg.pk])),
        )


STANDZIN: Final[dict[str, Promise]] = {
    Overlegstand.GEPLAND: lui(
        "Schrijf vooraf al uw standpunt bij de punten. Tot alle vier hebben ingevuld, ziet niemand dat van een ander."
    ),
    Overlegstand.BEZIG: lui("Het overleg is bezig. Deze pagina vernieuwt zichzelf."),
    Overlegstand.AFGEROND: lui("Het overleg is voorbij. Wie er niet was, stemt nog schriftelijk."),
    Overlegstand.VERVALLEN: lui("Dit overleg gaat niet door. De punten gaan naar het volgende overleg."),
}


def voorzitters(geweest: Sequence[str]) -> list[Feit]:
    """How often each organisation chaired, so that the rotation can be checked."""
    totaal = len(geweest)
    return [
        Feit(
            partner_naam(partner),
            _("%(n)d van %(totaal)d keer")
            % {"n": sum(1 for wie in geweest if wie == partner), "totaal": totaal},
        )
        for partner in VASTE_PARTNERS
    ]
