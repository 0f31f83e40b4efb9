"""What is asked of one partner, over all its cases: by the day on which it is due, then by arrival. Nothing else orders it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.dossier.antwoorden import Gegeven
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.dossier.queries import wachtende_inzageverzoeken
from verantwoord.keten.partner.bladen import dag_uit
from verantwoord.keten.partner.queries import Zaak, zaken_met
from verantwoord.overleg.models import Agendapunt, Overleg
from verantwoord.overleg.queries import te_doen_of
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht
from verantwoord.web.datums import dag_maand

# The answers that hold a question to who reads them.
_MET_VRAAG: Final = ("opvangverzoek", "afwezigheid")
OP_HET_BUREAU: Final = 8


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """One thing that is asked; without a day it waits since it came. ``dossiers`` are whom it tells about."""

    titel: str
    uitleg: str
    knop: str
    url: str
    datum: date | None
    sinds: date
    dossiers: tuple[UUID, ...] = ()


def vragen_aan(viewer: Medewerker, *, op: date, over: UUID | None = None) -> list[Vraag]:
    """Everything that waits for this person's organisation, in its one order; ``over`` narrows it to one case.

    The queries do not grow with the number of cases.
    """
    vragen = [
        *_uit_antwoorden(viewer, over),
        *_verwijzingen(viewer, over),
        *_inzageverzoeken(viewer, over),
        *_aan_tafel(viewer, over, op),
    ]
    return sorted(vragen, key=lambda v: (v.datum or date.max, v.sinds, v.url, v.titel))


def _uit_antwoorden(viewer: Medewerker, over: UUID | None) -> Iterator[Vraag]:
    opdrachten = f"opdrachten_{viewer.organisatie}"
    for zaak in zaken_met([*_MET_VRAAG, opdrachten], viewer=viewer, over=over):
        for soort, maak in (
            ("opvangverzoek", _opvangverzoek),
            ("afwezigheid", _afwezigheid),
            (opdrachten, _opdrachten),
        ):
            gegeven = zaak.antwoorden.get(soort)
            if gegeven is not None:
                yield from maak(zaak, gegeven, viewer)


def _opvangverzoek(zaak: Zaak, gegeven: Gegeven, viewer: Medewerker) -> Iterator[Vraag]:
    gevraagd_op = dag_uit(gegeven, "gevraagd_op")
    if gevraagd_op is None or not viewer.heeft(Recht.OPVANG_BESLUITEN):
        return
    yield Vraag(
        titel=_("Langere opvang voor %(naam)s") % {"naam": zaak.naam},
        uitleg=_("De DT&V vraagt dit sinds %(dag)s. U beslist, met een reden.")
        % {"dag": dag_maand(gevraagd_op)},
        knop=_("Geef antwoord"),
        url=reverse("partner:stuur", args=[zaak.dossier_id, "opvangbesluit"]),
        # Until the COA has answered, shelter goes on; the end date is when the answer is needed.
        datum=dag_uit(zaak.antwoorden["opvangrecht"], "einddatum")
        if "opvangrecht" in zaak.antwoorden
        else None,
        sinds=gevraagd_op,
        dossiers=(zaak.dossier_id,),
    )


def _afwezigheid(zaak: Zaak, gegeven: Gegeven, viewer: Medewerker) -> Iterator[Vraag]:
    sinds = dag_uit(gegeven, "sinds")
    nodig = gegeven.inhoud.get("nodig")
    if sinds is None:
        return
    if nodig == "controle" and viewer.heeft(Recht.AANWEZIGHEID_CONTROLEREN):
        yield Vraag(
            titel=_("Is %(naam)s er nog?") % {"naam": zaak.naam},
            uitleg=_(
                "Sinds %(dag)s niet verschenen. Het COA en de AVIM kijken samen of de persoon er is. Wie niet thuis is, is niet altijd weg."
            )
            % {"dag": dag_maand(sinds)},
            knop=_("Leg de controle vast"),
            url=reverse("partner:stuur", args=[zaak.dossier_id, "controle"]),
            datum=None,
            sinds=sinds,
            dossiers=(zaak.dossier_id,),
        )
    if nodig == "bericht" and viewer.heeft(Recht.BERICHT_VAN_VERTREK_GEVEN):
        yield Vraag(
            titel=_("Bericht van vertrek voor %(naam)s") % {"naam": zaak.naam},
            uitleg=_("De aanwezigheid is gecontroleerd. U beslist of u een bericht van vertrek geeft."),
            knop=_("Geef het bericht"),
            url=reverse("partner:stuur", args=[zaak.dossier_id, "bericht-van-vertrek"]),
            datum=None,
            sinds=sinds,
            dossiers=(zaak.dossier_id,),
        )


def _opdrachten(zaak: Zaak, gegeven: Gegeven, viewer: Medewerker) -> Iterator[Vraag]:
    for nummer, opdracht in enumerate(gegeven.inhoud.get("opdrachten", ())):
        if opdracht.get("gereed_op"):
            continue
        uiterlijk = opdracht.get("uiterlijk")
        yield Vraag(
            titel=str(opdracht["omschrijving"]),
            uitleg=_("Afgesproken in het vertrekplan van %(naam)s.") % {"naam": zaak.naam},
            knop=_("Meld dat het klaar is") if viewer.heeft(Recht.ACTIE_AFRONDEN) else "",
            url=f"{reverse('partner:stuur', args=[zaak.dossier_id, 'opdracht'])}?nummer={nummer}",
            datum=date.fromisoformat(uiterlijk) if uiterlijk else None,
            sinds=gegeven.geldig_vanaf,
            dossiers=(zaak.dossier_id,),
        )


def _verwijzingen(viewer: Medewerker, over: UUID | None) -> Iterator[Vraag]:
    """Referrals to the viewer's own organisation; which ones there are follows from who is involved and why."""
    if not viewer.heeft(Recht.VERWIJZING_BEANTWOORDEN):
        return
    lopend = Betrokkenheid.objects.filter(
        dossier__in=Dossier.objects.visible_to(viewer),
        organisatie=viewer.organisatie,
        grond=Betrokkenheid.Grond.VERWIJZING,
        tot__isnull=True,
    )
    sinds = {
        rij.dossier_id: timezone.localdate(rij.van) for rij in lopend if rij.team_id in (None, viewer.team_id)
    }
    for zaak in zaken_met(["identiteit"], viewer=viewer, over=over) if sinds else ():
        if zaak.dossier_id in sinds:
            yield Vraag(
                titel=_("Verwijzing van %(naam)s") % {"naam": zaak.naam},
                uitleg=_(
                    "De persoon wil uw hulp, en de DT&V vraagt of u die kunt geven. Antwoord zodra u het weet."
                ),
                knop=_("Geef antwoord"),
                url=reverse("partner:stuur", args=[zaak.dossier_id, "verwijzing"]),
                datum=None,
                sinds=sinds[zaak.dossier_id],
                dossiers=(zaak.dossier_id,),
            )


def _inzageverzoeken(viewer: Medewerker, over: UUID | None) -> Iterator[Vraag]:
    """What another organisation asks and the COA owns; who asked waits for an answer by a day."""
    wachtend = wachtende_inzageverzoeken(viewer=viewer)
    for verzoek in wachtend.filter(dossier=over) if over else wachtend:
        yield Vraag(
            titel=_("%(wie)s vraagt om gegevens") % {"wie": Organisatie(verzoek.organisatie).label},
            uitleg=_("U beslist, met een reden. Zonder antwoord wordt niets gedeeld."),
            knop=_("Lees en beslis"),
            url=reverse("vragen:vraag", args=[verzoek.dossier_id, verzoek.pk]),
            datum=verzoek.antwoord_voor,
            sinds=verzoek.gevraagd_op,
            dossiers=(verzoek.dossier_id,),
        )


def _aan_tafel(viewer: Medewerker, over: UUID | None, op: date) -> Iterator[Vraag]:
    """What a meeting waits for: a first position, a vote in writing, minutes to confirm, an action."""
    te_doen = te_doen_of(viewer=viewer, op=op)
    yield from _inbreng(
        ((punt, punt.datum) for punt in te_doen.standpunten), over, _standpunt, _("Schrijf standpunt")
    )
    yield from _inbreng(te_doen.stemmen, over, _stem, _("Stem"))
    for overleg in te_doen.verslagen if over is None else ():
        yield Vraag(
            titel=_("Verslag van %(overleg)s") % {"overleg": overleg},
            uitleg=_("Klopt wat er staat? Bevestig het, of schrijf er iets bij."),
            knop=_("Lees het verslag"),
            url=reverse("overleg:verslag", args=[overleg.pk]),
            datum=None,
            sinds=overleg.datum,
        )
    for actie in te_doen.acties:
        dossiers = tuple(rij.dossier_id for rij in actie.punt.dossiers.all())
        if over is None or over in dossiers:
            yield Vraag(
                titel=actie.omschrijving,
                uitleg=_("Afgesproken in het overleg."),
                knop=_("Meld dat het klaar is"),
                url=reverse("overleg:actie-gereed", args=[actie.pk]),
                datum=actie.uiterlijk,
                sinds=timezone.localdate(actie.toegevoegd_op),
                dossiers=dossiers,
            )


def _inbreng(
    punten: Iterable[tuple[Agendapunt, date]],
    over: UUID | None,
    titel: Callable[[int], str],
    knop: str,
) -> Iterator[Vraag]:
    """One line a meeting and day, without a name; about one case one line an item."""
    per_overleg: dict[tuple[Overleg, date], list[Agendapunt]] = defaultdict(list)
    for punt, dag in punten:
        dossiers = {rij.dossier_id for rij in punt.dossiers.all()}
        if punt.overleg is not None and (over is None or over in dossiers):
            per_overleg[punt.overleg, dag].append(punt)
    for (overleg, dag), bij in per_overleg.items():
        yield Vraag(
            titel=titel(len(bij)),
            uitleg=_("%(overleg)s. U schrijft voordat u leest wat de anderen vinden.") % {"overleg": overleg},
            knop=knop,
            url=reverse("overleg:overleg", args=[overleg.pk])
            if over is None
            else reverse("overleg:punt", args=[bij[0].pk]),
            datum=dag,
            sinds=overleg.datum,
            dossiers=() if over is None else (over,),
        )


def _standpunt(aantal: int) -> str:
    return ngettext(
        "Eerste standpunt bij %(n)d agendapunt", "Eerste standpunt bij %(n)d agendapunten", aantal
    ) % {"n": aantal}


def _stem(aantal: int) -> str:
    return ngettext(
        "Schriftelijke stem bij %(n)d agendapunt", "Schriftelijke stem bij %(n)d agendapunten", aantal
    ) % {"n": aantal}
