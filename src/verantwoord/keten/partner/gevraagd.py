"""What is asked of one partner, over all its cases: by the day on which it is due, then by arrival. Nothing else orders it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.antwoorden import Gegeven, gegeven_aan
from verantwoord.dossier.lijst import gevraagde_dossiers
from verantwoord.dossier.models import Antwoord, Betrokkenheid, Dossier
from verantwoord.dossier.queries import wachtende_inzageverzoeken
from verantwoord.keten.partner import overplaatsing
from verantwoord.keten.partner.bladen import dag_uit
from verantwoord.keten.partner.kiem import Kiem
from verantwoord.keten.partner.queries import namen_of
from verantwoord.keten.partner.tafelvragen import aan_tafel
from verantwoord.ondersteuning.queries import regelingen_for
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht, matrixrol
from verantwoord.toezicht.bewaring.queries import bewaringszaken_van
from verantwoord.toezicht.queries import te_horen, wachtende_verzoeken
from verantwoord.web.datums import dag_maand

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


@dataclass(frozen=True, kw_only=True)
class Vragen:
    """A part of what is asked, and how much there is of it."""

    vragen: list[Vraag]
    totaal: int


def vragen_aan(
    viewer: Medewerker,
    *,
    op: date,
    over: UUID | None = None,
    vanaf: int = 0,
    aantal: int = OP_HET_BUREAU,
) -> Vragen:
    """What waits for this person's organisation: last day, then arrival. ``over`` narrows it to one case.

    The queries do not grow with the number of cases.
    """
    kiemen = [
        *_uit_antwoorden(viewer, over),
        *_verwijzingen(viewer, over),
        *_bewaring(viewer, over),
        *_regelingen(viewer, over),
        *_inzageverzoeken(viewer, over),
        *aan_tafel(viewer, over, op),
        *_meldplicht(viewer, over),
        *_overplaatsingen(viewer, over),
    ]
    kiemen.sort(key=lambda k: (k.datum or date.max, k.sinds, k.url))
    getoond = kiemen[vanaf : vanaf + aantal]
    namen = namen_of({k.over for k in getoond if k.over is not None}, viewer=viewer)
    return Vragen(vragen=[_vraag(k, namen) for k in getoond], totaal=len(kiemen))


def _vraag(kiem: Kiem, namen: Mapping[UUID, str]) -> Vraag:
    titel, uitleg = kiem.zeg(namen.get(kiem.over, "") if kiem.over else "")
    return Vraag(
        titel=titel,
        uitleg=uitleg,
        knop=kiem.knop,
        url=kiem.url,
        datum=kiem.datum,
        sinds=kiem.sinds,
        dossiers=(kiem.over,) if kiem.over else kiem.dossiers,
    )


def _uit_antwoorden(viewer: Medewerker, over: UUID | None) -> Iterator[Kiem]:
    maken = {
        "opvangverzoek": _opvangverzoek,
        "afwezigheid": _afwezigheid,
        "mensenhandel": _politie,
        f"opdrachten_{viewer.organisatie}": _opdrachten,
    }
    waar = gevraagde_dossiers(viewer)
    antwoorden = Antwoord.objects.visible_to(viewer).filter(
        dossier__in=waar.filter(dossier=over) if over else waar, soort__in=maken
    )
    for rij in antwoorden.laatste():
        gegeven = gegeven_aan(rij, rol=matrixrol(viewer), organisatie=viewer.organisatie)
        yield from maken[rij.soort](rij.dossier_id, gegeven, viewer)


def _opvangverzoek(dossier_id: UUID, gegeven: Gegeven, viewer: Medewerker) -> Iterator[Kiem]:
    gevraagd_op = dag_uit(gegeven, "gevraagd_op")
    if gevraagd_op is None or not viewer.heeft(Recht.OPVANG_BESLUITEN):
        return
    yield Kiem(
        datum=None,
        sinds=gevraagd_op,
        url=reverse("partner:stuur", args=[dossier_id, "opvangbesluit"]),
        knop=_("Geef antwoord"),
        zeg=lambda naam: (
            _("Langere opvang voor %(naam)s") % {"naam": naam},
            _("De DT&V vraagt dit sinds %(dag)s. U beslist, met een reden.")
            % {"dag": dag_maand(gevraagd_op)},
        ),
        over=dossier_id,
    )


def _afwezigheid(dossier_id: UUID, gegeven: Gegeven, viewer: Medewerker) -> Iterator[Kiem]:
    sinds = dag_uit(gegeven, "sinds")
    nodig = gegeven.inhoud.get("nodig")
    if sinds is None:
        return
    if nodig == "controle" and viewer.heeft(Recht.AANWEZIGHEID_CONTROLEREN):
        yield Kiem(
            datum=None,
            sinds=sinds,
            url=reverse("partner:stuur", args=[dossier_id, "controle"]),
            knop=_("Leg de controle vast"),
            zeg=lambda naam: (
                _("Is %(naam)s er nog?") % {"naam": naam},
                _(
                    "Sinds %(dag)s niet verschenen. Het COA en de AVIM kijken samen of de persoon er is. Wie niet thuis is, is niet altijd weg."
                )
                % {"dag": dag_maand(sinds)},
            ),
            over=dossier_id,
        )
    if nodig == "bericht" and viewer.heeft(Recht.BERICHT_VAN_VERTREK_GEVEN):
        yield Kiem(
            datum=None,
            sinds=sinds,
            url=reverse("partner:stuur", args=[dossier_id, "bericht-van-vertrek"]),
            knop=_("Geef het bericht"),
            zeg=lambda naam: (
                _("Bericht van vertrek voor %(naam)s") % {"naam": naam},
                _("De aanwezigheid is gecontroleerd. U beslist of u een bericht van vertrek geeft."),
            ),
            over=dossier_id,
        )


def _politie(dossier_id: UUID, gegeven: Gegeven, viewer: Medewerker) -> Iterator[Kiem]:
    sinds = dag_uit(gegeven, "antwoord_gevraagd_op")
    if sinds is None or not viewer.heeft(Recht.POLITIE_ANTWOORDEN):
        return
    yield Kiem(
        datum=None,
        sinds=sinds,
        url=reverse("partner:stuur", args=[dossier_id, "politieantwoord"]),
        knop=_("Geef antwoord"),
        zeg=lambda naam: (
            _("De aanwijzing bij %(naam)s") % {"naam": naam},
            _("Gemeld op %(dag)s. Tot u antwoordt, liggen alle vertrekstappen stil.")
            % {"dag": dag_maand(sinds)},
        ),
        over=dossier_id,
    )


def _opdrachten(dossier_id: UUID, gegeven: Gegeven, viewer: Medewerker) -> Iterator[Kiem]:
    mag = viewer.heeft(Recht.ACTIE_AFRONDEN)
    for nummer, opdracht in enumerate(gegeven.inhoud.get("opdrachten", ())):
        if opdracht.get("gereed_op"):
            continue
        uiterlijk = opdracht.get("uiterlijk")
        yield Kiem(
            datum=date.fromisoformat(uiterlijk) if uiterlijk else None,
            sinds=gegeven.geldig_vanaf,
            url=f"{reverse('partner:stuur', args=[dossier_id, 'opdracht'])}?nummer={nummer}",
            knop=_("Meld dat het klaar is") if mag else "",
            zeg=partial(_opdracht, str(opdracht["omschrijving"])),
            over=dossier_id,
        )


def _opdracht(omschrijving: str, naam: str) -> tuple[str, str]:
    return omschrijving, _("Afgesproken in het vertrekplan van %(naam)s.") % {"naam": naam}


def _verwijzingen(viewer: Medewerker, over: UUID | None) -> Iterator[Kiem]:
    """Referrals to the viewer's own organisation; which ones there are follows from who is involved and why."""
    if not viewer.heeft(Recht.VERWIJZING_BEANTWOORDEN):
        return
    lopend = Betrokkenheid.objects.filter(
        Q(team__isnull=True) | Q(team=viewer.team_id),
        dossier__in=Dossier.objects.visible_to(viewer),
        organisatie=viewer.organisatie,
        grond=Betrokkenheid.Grond.VERWIJZING,
        tot__isnull=True,
    )
    for rij in lopend.filter(dossier=over) if over else lopend:
        yield Kiem(
            datum=None,
            sinds=timezone.localdate(rij.van),
            url=reverse("partner:stuur", args=[rij.dossier_id, "verwijzing"]),
            knop=_("Geef antwoord"),
            zeg=_verwijzing,
            over=rij.dossier_id,
        )


def _verwijzing(naam: str) -> tuple[str, str]:
    return (
        _("Verwijzing van %(naam)s") % {"naam": naam},
        _("De persoon wil uw hulp, en de DT&V vraagt of u die kunt geven. Antwoord zodra u het weet."),
    )


def _meldplicht(viewer: Medewerker, over: UUID | None) -> Iterator[Kiem]:
    """What the DT&V asks the AVIM about a meldplicht, and the days whose reason nobody heard yet."""
    if not viewer.heeft(Recht.MELDPLICHT_OPLEGGEN):
        return
    verzoeken = wachtende_verzoeken(viewer=viewer)
    for verzoek in verzoeken.filter(dossier=over) if over else verzoeken:
        yield Kiem(
            datum=verzoek.antwoord_voor,
            sinds=verzoek.gevraagd_op,
            url=reverse("partner:meldplicht", args=[verzoek.dossier_id]),
            knop=_("Lees en beslis"),
            zeg=_meldverzoek,
            over=verzoek.dossier_id,
        )
    momenten = te_horen(viewer=viewer)
    for moment in momenten.filter(dossier=over) if over else momenten:
        yield Kiem(
            datum=moment.horen_voor,
            sinds=moment.op,
            url=f"{reverse('partner:stuur', args=[moment.dossier_id, 'melding-reden'])}?op={moment.op.isoformat()}",
            knop=_("Leg de reden vast"),
            zeg=partial(_niet_gemeld, moment.op),
            over=moment.dossier_id,
        )


def _overplaatsingen(viewer: Medewerker, over: UUID | None) -> Iterator[Kiem]:
    """A place that the DT&V asks of the COA, the hand-over, and whether somebody arrived."""
    for rij, stap, datum, knop in overplaatsing.vragen_over(viewer, over):
        yield Kiem(
            datum=datum,
            sinds=rij.gevraagd_op,
            url=overplaatsing.adres(rij.dossier_id, stap),
            knop=knop,
            zeg=partial(overplaatsing.in_woorden, stap, rij),
            over=rij.dossier_id,
        )


def _meldverzoek(naam: str) -> tuple[str, str]:
    return (
        _("De DT&V vraagt iets over de meldplicht van %(naam)s") % {"naam": naam},
        _("U beslist, met een reden. Zonder uw besluit verandert er niets."),
    )


def _niet_gemeld(op: date, naam: str) -> tuple[str, str]:
    return (
        _("Waarom meldde %(naam)s zich niet?") % {"naam": naam},
        _("Het gaat om %(dag)s. Tot u de reden heeft gehoord, telt die dag niet.") % {"dag": dag_maand(op)},
    )


def _regelingen(viewer: Medewerker, over: UUID | None) -> Iterator[Kiem]:
    """What the viewer's organisation arranges in kind, and the day on which it must be there."""
    if viewer.organisatie != Organisatie.DIA or not viewer.heeft(Recht.REGELING_AFRONDEN):
        return
    lopend = regelingen_for(viewer=viewer)
    for rij in lopend.filter(dossier=over) if over else lopend:
        yield Kiem(
            datum=rij.nodig_op,
            sinds=rij.gevraagd_op,
            url=reverse("partner:regeling", args=[rij.dossier_id, rij.pk]),
            knop=_("Meld hoe het staat"),
            zeg=partial(_regeling, str(rij.get_soort_display())),
            over=rij.dossier_id,
        )


def _regeling(wat: str, naam: str) -> tuple[str, str]:
    return (
        _("%(wat)s voor %(naam)s") % {"wat": wat, "naam": naam},
        _("De DT&V vraagt u dit te regelen. U leest er alleen bij wat daarvoor nodig is."),
    )


def _bewaring(viewer: Medewerker, over: UUID | None) -> Iterator[Kiem]:
    """What was laid before this one officer to decide, and what they imposed and must keep looking at."""
    for zaak in bewaringszaken_van(viewer, over=over):
        yield Kiem(
            datum=zaak.uiterlijk,
            sinds=zaak.sinds,
            url=reverse("bewaringsbesluit:lezen", args=[zaak.dossier_id]),
            knop=_("Lees en beslis"),
            zeg=_loopt_bewaring if zaak.loopt else _voorstel_bewaring,
            over=zaak.dossier_id,
        )


def _voorstel_bewaring(naam: str) -> tuple[str, str]:
    return (
        _("Voorstel voor bewaring van %(naam)s") % {"naam": naam},
        _("U beslist zelf, en nee zeggen kan altijd. Lees eerst wat er lichter is."),
    )


def _loopt_bewaring(naam: str) -> tuple[str, str]:
    return (
        _("%(naam)s is in bewaring") % {"naam": naam},
        _("Is er nog zicht op uitzetting, en volstaat nu iets lichters? Opheffen kan altijd meteen."),
    )


def _inzageverzoeken(viewer: Medewerker, over: UUID | None) -> Iterator[Kiem]:
    """What another organisation asks and the COA owns; who asked waits for an answer by a day."""
    wachtend = wachtende_inzageverzoeken(viewer=viewer)
    for verzoek in wachtend.filter(dossier=over) if over else wachtend:
        yield Kiem(
            datum=verzoek.antwoord_voor,
            sinds=verzoek.gevraagd_op,
            url=reverse("vragen:vraag", args=[verzoek.dossier_id, verzoek.pk]),
            knop=_("Lees en beslis"),
            zeg=partial(_inzageverzoek, str(Organisatie(verzoek.organisatie).label)),
            dossiers=(verzoek.dossier_id,),
        )


def _inzageverzoek(wie: str, _naam: str) -> tuple[str, str]:
    return (
        _("%(wie)s vraagt om gegevens") % {"wie": wie},
        _("U beslist, met een reden. Zonder antwoord wordt niets gedeeld."),
    )
