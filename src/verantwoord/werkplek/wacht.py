"""What waits for a person besides what the norms ask: signs without an answer, who is not seen, days to ask again."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier import antwoorden
from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.dossier.inzageverzoek.woorden import categorie_in_woorden
from verantwoord.dossier.queries import wachtende_inzageverzoeken
from verantwoord.gebeurtenis.queries import gebeurtenissen_of
from verantwoord.kern.kalender import plus_dagen, voluit
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.ondersteuning.queries import navragen_of
from verantwoord.toegang.models import Medewerker
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.signalen import open_signalen
from verantwoord.web.datums import dag_maand
from verantwoord.werkplek.watnu import Plicht, Punt

_NAVRAAG: Final = "doorverwijzing-iom-ngo"
_WENS: Final = "vertrekwens-vastleggen"
_EINDDATUM: Final = "coa-einddatum-afgeleid"
_DELEN: Final = "informatiedeling-grondslag"


def aanwijzingen(s: Stand, dossier_id: UUID) -> Iterator[Punt]:
    """Each moment about which a sign waits, also one of the same day as its toetsing, which the norms cannot tell apart.

    No word of the sign is shown: who reads those is decided where they stand.
    """
    if not s.signalen:
        return
    # Of several signs about one moment the last is named; one toetsing answers them all.
    laatste = {signaal.moment: signaal.ontvangen_op for signaal in open_signalen(s, dossier_id)}
    for moment in Moment:
        if moment in laatste:
            yield Punt(
                titel=_("Beantwoord de nieuwe aanwijzing: %(moment)s.") % {"moment": moment.label.lower()},
                uitleg=_(
                    "Zij kwam binnen op %(dag)s en niemand heeft geantwoord. Iedere stap met dwang wacht daarop."
                )
                % {"dag": dag_maand(laatste[moment])},
                actie=_("Leg de toetsing opnieuw vast"),
                actie_url=reverse("toetsing:vastleggen", args=[dossier_id, moment.value]),
                afwijking="",
                afwijken_url="",
            )


def niet_gezien(s: Stand, dossier_id: UUID) -> Iterator[Punt]:
    """That somebody said the person is no longer seen, and nobody did anything with that yet."""
    sinds = s.afwezigheid.laatst_gezien_op
    if sinds is None:
        return
    verloop = gebeurtenissen_of(dossier_id).filter(soort__startswith="afwezigheid.")
    laatste = verloop.order_by("-volgnummer").first()
    if laatste is not None and laatste.soort == "afwezigheid.gemeld":
        yield Punt(
            titel=_("Zoek uit waar de persoon is."),
            uitleg=_(
                "%(wie)s meldde: voor het laatst gezien op %(dag)s. Wie niet thuis is, is niet altijd weg."
            )
            % {"wie": laatste.door_naam, "dag": dag_maand(sinds)},
            actie=_("Bekijk wat er is gemeld"),
            actie_url=reverse("vertrek:overzicht", args=[dossier_id]),
            afwijking="",
            afwijken_url="",
        )


def navragen(s: Stand, dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """Each later day on which one agreed to ask how a referral goes; the first is a duty of its norm already.

    In Dutch whatever the page speaks, as every duty is.
    """
    if not s.beeld.verwijzingen:
        return
    norm = REGISTER[_NAVRAAG]
    for rij in navragen_of(dossier_id, viewer=viewer):
        feit = s.beeld.verwijzingen[rij.plaats or 0]
        if feit.opvolging_op is None and feit.naar in {"iom", "ngo"}:
            continue
        yield Plicht(
            titel=norm.plicht,
            uitleg=f"Bij {rij} is afgesproken dat u op {voluit(rij.volgende_op)} weer navraag doet.",
            datum=rij.volgende_op,
            bron="; ".join(bron_in_woorden(bron) for bron in norm.bron[:2]),
            actie=_("Leg vast hoe het loopt"),
            actie_url=reverse("ondersteuning:opvolging", args=[dossier_id, rij.plaats]),
            afwijking="",
            afwijken_url="",
        )


def wensen(s: Stand, dossier_id: UUID) -> Iterator[Plicht]:
    """The oldest wish without an answer before any talk counts: the norm asks nothing yet, the person was given a day.

    What was written in the portal or told to somebody else does not wait for a talk.
    """
    wachtend = [w.geuit_op for w in s.wensen if w.vervolg is None and w.soort != "geen_wens_geuit"]
    if s.tellende_gesprekken or not wachtend:
        return
    norm = REGISTER[_WENS]
    yield Plicht(
        titel=norm.plicht,
        uitleg=f"De wens van {voluit(min(wachtend))} is nog niet beantwoord. Wie hem in het portaal schreef, leest daar deze dag.",
        datum=plus_dagen(min(wachtend), s.p[f"{_WENS}.opvolging"]),
        bron="; ".join(bron_in_woorden(bron) for bron in norm.bron[:2]),
        actie=_("Open de wensen"),
        actie_url=reverse("ondersteuning:wensen", args=[dossier_id]),
        afwijking="",
        afwijken_url="",
    )


def niet_bij_coa(s: Stand, dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """That the COA did not hear in time until when the right to shelter runs; where it gives none, nothing is asked."""
    if s.termijnen.opvang.eindigt_op is None:
        return
    antwoord = antwoorden.niet_bij_coa(dossier_id, viewer=viewer, op=s.op)
    if antwoord is None:
        return
    norm = REGISTER[_EINDDATUM]
    yield Plicht(
        titel=norm.plicht,
        uitleg=(
            f"De datum veranderde op {voluit(timezone.localdate(antwoord.vastgelegd_op))}. Niemand van het COA heeft hem "
            "gezien of de ontvangst bevestigd. Bel het COA; zodra iemand daar de zaak opent, verdwijnt deze regel."
        ),
        datum=antwoorden.uiterlijk_bij_coa(antwoord),
        bron="; ".join(bron_in_woorden(bron) for bron in norm.bron[:2]),
        actie=_("Bekijk de einddatum"),
        actie_url=reverse("dossier:termijnen", args=[dossier_id]),
        afwijking="",
        afwijken_url="",
    )


def inzageverzoeken(dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """Each question of a partner that waits for an answer of the DT&V; no word of it is shown here."""
    for verzoek in wachtende_inzageverzoeken(viewer=viewer).filter(dossier=dossier_id):
        yield Plicht(
            titel="Antwoord op een vraag van een ketenpartner.",
            uitleg=(
                f"{verzoek.get_organisatie_display()} vroeg op {voluit(verzoek.gevraagd_op)} om iets te mogen weten: "
                f"{categorie_in_woorden(verzoek.soort).lower()}. Zonder besluit gaat er niets open."
            ),
            datum=verzoek.antwoord_voor,
            bron="; ".join(bron_in_woorden(bron) for bron in REGISTER[_DELEN].bron[:2]),
            actie=_("Bekijk de vraag"),
            actie_url=reverse("dossier:inzageverzoek", args=[dossier_id, verzoek.pk]),
            afwijking="",
            afwijken_url="",
        )
