"""Detention in a demo: who is designated, a half-written draft, a proposal that waits, and one that was refused."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.db import transaction

from verantwoord.bewaking.models import Stand as Dossierstand
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.kern.fouten import DomeinFout
from verantwoord.project.demo.collegas import BEHEERDER, TWEEDE_BEHEERDER
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol
from verantwoord.toezicht.bewaring import actions
from verantwoord.toezicht.bewaring.inhoud import Inhoud, Middel
from verantwoord.toezicht.bewaring.keuzes import Waarvoor

_AMBTENAREN: Final = (Rol.AVIM_TOEZICHT, Rol.KMAR)
_MIDDELEN: Final = {
    "meldplicht": ("Zes weken geprobeerd. Twee keer niet geweest; één keer was er geen bus.", "Hij zegt nu dat hij niet meer komt."),
    "vbl": ("Besproken en het huis laten zien. Hij wil niet weg van zijn vrienden.", "Hij zei dat hij er de eerste nacht weggaat."),
    "gl": ("Hij is alleen. Er zijn geen kinderen.", "Een gezinslocatie is voor gezinnen."),
    "vast_adres": ("Gebeld met de neef in Zwolle. Die heeft geen kamer.", "Er is niemand anders bij wie hij kan wonen."),
    "borg": ("Gevraagd. Hij en zijn familie hebben geen geld.", "Een bedrag dat niemand heeft, houdt niemand hier."),
    "document": ("Zijn paspoort ligt al bij de DT&V sinds mei.", "Dat hield hem er niet van af om weg te gaan."),
    "begeleiding": ("Drie keer met IOM gesproken. Hij vindt het aanbod te weinig.", "Het aanbod is verhoogd; hij wil er niet over praten."),
    "gesprek": ("Een vierde gesprek gehad, met zijn vriend erbij en een tolk.", "Hij luisterde en zei dat hij niet gaat."),
}  # fmt: skip
_COMPLEET: Final = Inhoud(
    middelen={naam: Middel(resultaat=kwam, waarom=waarom) for naam, (kwam, waarom) in _MIDDELEN.items()},
    kwetsbaarheid={
        "kinderen": "Hij heeft geen kinderen in Nederland.",
        "zwanger": "Niet aan de orde.",
        "medisch": "Hij slaapt slecht. In het centrum is een arts met wie hij kan praten.",
        "slachtoffer": "Gevraagd. Hij zegt dat hij dat niet heeft meegemaakt.",
        "overig": "Hij is bang voor kleine ruimtes. Dat weegt zwaar; een kamer met een raam kan.",
    },
    gronden={
        "3b": "Van 2 tot 19 juli was hij nergens te vinden, en hij zei niet waar hij was.",
        "4c": "Hij slaapt steeds ergens anders. Daardoor weet niemand waar hij is als er een plek voor hem komt.",
    },
    zicht={
        "medewerking_autoriteiten": "De ambassade heeft een document toegezegd.",
        "geldig_reisdocument": "Zijn paspoort is nog geldig tot volgend jaar.",
        "geen_weigering": "Niets wijst daarop.",
        "vlucht_korte_termijn": "Er is een vlucht mogelijk binnen drie weken.",
    },
    zicht_oordeel=True,
    zicht_afweging="Het papier is er en een vlucht kan snel. Dat is bij elkaar genoeg, en niet lang.",
)
_HALF: Final = Inhoud(middelen={naam: _COMPLEET.middelen[naam] for naam in ("meldplicht", "vbl", "borg")})
# How many cases are asked before one gives up: most have something that stands in the way, as it should be.
_PROBEER: Final = 40


def laat_bewaring_zien(vandaag: date) -> None:
    """Designate the officers, and write what one would find in a week; a demo without these partners has none."""
    een, twee = (Medewerker.objects.filter(naam=naam).first() for naam in (BEHEERDER, TWEEDE_BEHEERDER))
    if een is None or twee is None:
        return
    ambtenaren = [_wijs_aan(wie, een, twee, vandaag) for wie in _ambtenaren()]
    if not ambtenaren:
        return
    kandidaten = _zaken()
    # A case whose norms refuse is left as it was; a small demo has one that they let pass, and that one waits.
    for hoe_ver in ("voorgelegd", "bij_lezer", "geweigerd"):
        _schrijf(kandidaten, hoe_ver, ambtenaren[0], vandaag)
    _half_geschreven(kandidaten)
    _licht_advocaten_in(vandaag)


def _ambtenaren() -> list[Medewerker]:
    rijen = Medewerker.objects.filter(rol__in=_AMBTENAREN, is_active=True).order_by("organisatie")
    return list(rijen.select_related("team"))


def _wijs_aan(wie: Medewerker, een: Medewerker, twee: Medewerker, vandaag: date) -> Medewerker:
    sinds = vandaag - timedelta(days=90)
    with transactie_van(een), als_systeem():
        aanwijzing = actions.propose_aanwijzing(
            door=een,
            medewerker=wie,
            waarvoor=Waarvoor.OPLEGGEN,
            kenmerk=f"AW-{wie.get_organisatie_display()}-{sinds:%Y}-07",
            van=sinds,
            tot=vandaag + timedelta(days=275),
            peildatum=sinds,
        )
        actions.confirm_aanwijzing(door=twee, aanwijzing_id=aanwijzing.pk, peildatum=sinds)
    return wie


def _zaken() -> Iterator[Dossier]:
    """Open cases in which departure by force is prepared and nobody is detained, by number."""
    with als_systeem():
        standen = Dossierstand.objects.filter(
            fase="gedwongen_in_voorbereiding", gesloten=False, dossier__afgeschermd=False
        ).exclude(verblijfsoort="detentie")
        rijen = list(
            Dossier.objects.filter(
                pk__in=standen.values("dossier"), regievoerder__isnull=False, persoon__amv=False
            )
            .select_related("regievoerder", "team")
            .order_by("nummer")[:_PROBEER]
        )
    return iter(rijen)


def _licht_advocaten_in(vandaag: date) -> None:
    """Who is detained has a lawyer who knows; that is never what a demo shows as forgotten."""
    with als_systeem():
        standen = Dossierstand.objects.filter(gesloten=False, verblijfsoort="detentie")
        rijen = list(
            Dossier.objects.filter(pk__in=standen.values("dossier"), regievoerder__isnull=False)
            .select_related("regievoerder")
            .order_by("nummer")[:_PROBEER]
        )
    for dossier in rijen:
        if (wie := dossier.regievoerder) is None:
            continue
        with transactie_van(wie), als_systeem(), gebundeld():
            actions.record_advocaat(
                door=wie, dossier_id=dossier.pk, op=vandaag, wie="mr. D. van Voorst", peildatum=vandaag
            )


def _half_geschreven(kandidaten: Iterator[Dossier]) -> None:
    for dossier in kandidaten:
        wie = dossier.regievoerder
        if wie is not None and _probeer(dossier, wie, _HALF):
            return


def _schrijf(kandidaten: Iterator[Dossier], hoe_ver: str, ambtenaar: Medewerker, vandaag: date) -> None:
    """Bring one case that far; a case whose norms refuse is left as it was, and the next is asked."""
    for dossier in kandidaten:
        wie = dossier.regievoerder
        lezer = Medewerker.objects.filter(team=dossier.team, rol=Rol.MANAGER, is_active=True).first()
        if wie is None or lezer is None:
            continue
        try:
            with transactie_van(wie), als_systeem(), gebundeld(), transaction.atomic():
                _tot(hoe_ver, dossier, (wie, lezer, ambtenaar), vandaag)
        except DomeinFout:
            continue
        return


def _probeer(dossier: Dossier, wie: Medewerker, inhoud: Inhoud) -> bool:
    try:
        with transactie_van(wie), als_systeem(), gebundeld(), transaction.atomic():
            _begin(dossier, wie, inhoud)
    except DomeinFout:
        return False
    return True


def _begin(dossier: Dossier, wie: Medewerker, inhoud: Inhoud) -> None:
    voorstel = actions.begin_voorstel(door=wie, dossier_id=dossier.pk)
    actions.save_voorstel(
        door=wie, dossier_id=dossier.pk, versie=voorstel.versie, verander=lambda _eerst: inhoud
    )


def _tot(
    hoe_ver: str, dossier: Dossier, mensen: tuple[Medewerker, Medewerker, Medewerker], vandaag: date
) -> None:
    wie, lezer, ambtenaar = mensen
    gisteren = vandaag - timedelta(days=1)
    _begin(dossier, wie, _COMPLEET)
    actions.submit_voorstel(door=wie, dossier_id=dossier.pk, lezer=lezer, peildatum=gisteren)
    if hoe_ver == "bij_lezer":
        return
    actions.approve_voorstel(
        door=lezer,
        dossier_id=dossier.pk,
        opmerkingen="Ik heb de gesprekken gelezen. Wat hier staat, staat daar ook.",
        peildatum=gisteren,
    )
    actions.send_voorstel(door=wie, dossier_id=dossier.pk, ambtenaar=ambtenaar, peildatum=vandaag)
    if hoe_ver == "geweigerd":
        actions.refuse_bewaring(
            door=ambtenaar,
            dossier_id=dossier.pk,
            motivering="Hij kwam zelf naar het gesprek en liet een adres zien. Probeer eerst nog een meldplicht.",
            peildatum=vandaag,
        )
