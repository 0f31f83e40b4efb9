"""What is known and open before a talk, gathered from the rooms that the talk itself does not know."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.kern.termijnen import Stand
from verantwoord.kern.werklijst import toetsingsteken
from verantwoord.ondersteuning.queries import nagevraagd_of
from verantwoord.ondersteuning.vinder import Nagevraagd, Steun, niet_besproken, vind_steun
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.samenstelling import Bespreekpunt, Punt, Voorbereiding
from verantwoord.web.datums import dag_maand
from verantwoord.werkplek import woorden
from verantwoord.werkplek.kader import adres
from verantwoord.werkplek.queries import stand_van_dossier


def bereid_voor(dossier_id: UUID, viewer: Medewerker, peildatum: date) -> Voorbereiding:
    """Gather the wishes that wait, what may fit them, what was not discussed, the toetsingen that are not current and how the LP form stands."""
    _dossier, s, _beoordeling = stand_van_dossier(dossier_id, viewer=viewer, peildatum=peildatum)
    nagevraagd = nagevraagd_of(dossier_id, viewer=viewer)
    return Voorbereiding(
        nog_open=(*_open_wensen(s, dossier_id), *_open_toetsingen(s, dossier_id)),
        past_bij=tuple(_passende_steun(s, viewer, peildatum, nagevraagd)),
        te_bespreken=tuple(_te_bespreken(s, viewer, peildatum, nagevraagd)),
        bij_vraag=dict(_eerdere_toetsingen(s)),
        lp=tuple(_lp(s)),
    )


def _open_wensen(s: Stand, dossier_id: UUID) -> Iterator[Punt]:
    if not s.wensen:
        yield Punt(tekst=_("Wensen: nog niet gevraagd"), teken="ontbreekt")
    for wens in s.wensen:
        if wens.soort != "geen_wens_geuit" and wens.vervolg is None:
            yield Punt(
                tekst=_("Wens van %(dag)s wacht op antwoord: “%(woorden)s”")
                % {"dag": dag_maand(wens.geuit_op), "woorden": _kort(wens.omschrijving)},
                teken="ontbreekt",
                actie=_("Open de wensen"),
                actie_url=adres("ondersteuning:wensen", dossier_id),
            )


def _passende_steun(s: Stand, viewer: Medewerker, peildatum: date, nagevraagd: Nagevraagd) -> Iterator[Punt]:
    """What the catalogue offers for the wishes in this dossier, each once: what fits, then what has to be asked."""
    beste: dict[str, Steun] = {}
    gevonden = vind_steun(s.wensen, s.beeld, viewer=viewer, peildatum=peildatum, nagevraagd=nagevraagd)
    for _wens, steun in gevonden:
        for een in steun:
            eerder = beste.get(een.vondst.aanbod.id)
            if not een.past_niet and (eerder is None or (een.past and not eerder.past)):
                beste[een.vondst.aanbod.id] = een
    for een in sorted(beste.values(), key=lambda e: (not e.past, e.aanbod.organisatie, e.aanbod.titel)):
        yield _steunpunt(een)


def _steunpunt(een: Steun) -> Punt:
    tekst = f"{een.aanbod.organisatie}."
    if een.onbekend:
        vragen = "; ".join(f"{vraag[:1].lower()}{vraag[1:]}" for vraag in een.onbekend)
        tekst += " " + _("Vraag na: %(vragen)s.") % {"vragen": vragen}
    return Punt(tekst=tekst, actie=een.aanbod.titel, actie_url=adres("catalogus:aanbod", een.aanbod.pk))


def _te_bespreken(
    s: Stand, viewer: Medewerker, peildatum: date, nagevraagd: Nagevraagd
) -> Iterator[Bespreekpunt]:
    """The kinds of support that no talk dealt with yet, with what there is (norm ondersteuning-volledig-besproken)."""
    for punt in niet_besproken(s.beeld, viewer=viewer, peildatum=peildatum, nagevraagd=nagevraagd):
        yield Bespreekpunt(
            soort=punt.mogelijkheid,
            naam=punt.naam,
            steun=tuple(_steunpunt(een) for een in punt.steun),
        )


def _open_toetsingen(s: Stand, dossier_id: UUID) -> Iterator[Punt]:
    for moment, (_code, naam) in woorden.MOMENT.items():
        stand = toetsingsteken(s, moment)
        if stand != "actueel":
            teken, woord = woorden.TOETSINGSTEKEN[stand]
            yield Punt(
                tekst=f"{naam}: {woord}",
                teken=teken,
                actie=_("Open de toetsing"),
                actie_url=adres("toetsing:overzicht", dossier_id),
            )


def _eerdere_toetsingen(s: Stand) -> Iterator[tuple[str, str]]:
    for moment, toetsing in s.laatste_toetsing.items():
        yield (
            moment,
            _("Getoetst op %(dag)s. Afweging toen: %(afweging)s")
            % {
                "dag": dag_maand(toetsing.getoetst_op),
                "afweging": _kort(toetsing.afweging),
            },
        )


def _lp(s: Stand) -> Iterator[str]:
    if s.heeft_geldig_reisdocument:
        yield _("Er is een geldig reisdocument. Een LP-aanvraag is dan niet nodig.")
    for lp in s.lp_aanvragen[-1:]:
        if lp.ingevuld_op is not None:
            yield _("Het formulier is ingevuld op %(dag)s.") % {"dag": dag_maand(lp.ingevuld_op)}
        elif lp.geweigerd_op is not None:
            yield _("Op %(dag)s is het formulier niet ingevuld; dat was de eigen keuze.") % {
                "dag": dag_maand(lp.geweigerd_op)
            }


def _kort(tekst: str) -> str:
    """The beginning of a long text, whole words only."""
    if len(tekst) <= 140:
        return tekst
    return tekst[:140].rsplit(" ", 1)[0] + " …"
