"""Learning in a demo: courses as the report names them, who took them, a talk that was watched, intervision and knowledge."""

from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final

from django.db import transaction

from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol
from verantwoord.vakmanschap.intervisie import actions as intervisie
from verantwoord.vakmanschap.kennis import actions as kennis
from verantwoord.vakmanschap.meekijken import actions as meekijken
from verantwoord.vakmanschap.models import Cursus, Deelname, Loopbaan
from verantwoord.vakmanschap.opleiding import actions as opleiding
from verantwoord.vakmanschap.opleiding.verplicht import geldig_tot, verplicht_vanaf

_BRON: Final = "Rapport Verantwoord Vertrek, paragraaf 3.1. De termijnen zijn verzonnen voor de demo."
_VERZONNEN: Final = "Verzonnen voor de demo"
_LANG: Final = timedelta(days=3 * 365)
_PAS_GELEDEN: Final = timedelta(days=90)
# Title, what it is for, for whom, how, with exercises, hours, days to take it in, months it holds.
_CURSUSSEN: Final = (
    ("Vreemdelingenwet 2000", "Weten welke besluiten er zijn, wat beroep doet en wat de DT&V wel en niet mag.", "nieuw", "online", False, "16", 120, None),
    ("De vier toetsingsmomenten", "Medisch, buiten schuld, mensenhandel en schrijnend toetsen met eigen feiten en een eigen afweging.", "nieuw", "groep", False, "8", 120, 36),
    ("Werken in gedwongen kader (WIGK)", "Gesprekken voeren die motiveren: luisteren, ruimte geven en samen belemmeringen weghalen. Met een acteur en feedback.", "nieuw", "groep", True, "24", 215, 36),
    ("Omgaan met culturele achtergronden", "Vragen stellen zonder aannames, en merken wat een gesprek in de weg zit.", "nieuw", "groep", False, "8", 240, None),
    ("Privacy en veilig werken met gegevens", "Weten wat u mag zien, delen en bewaren, en wat u doet als het misgaat.", "iedereen", "online", False, "2", 90, 24),
    ("Opfrissen: projecten van ngo’s en de eigen bijdrage", "Weten wat ngo’s, de DIA en de DT&V zelf kunnen bieden, en hoe u het vraagt.", "ervaren", "online", False, "3", 120, 12),
    ("Praten met een tolk erbij", "Een gesprek zo voeren dat de tolk kan volgen en de persoon zich gehoord voelt.", "vrij", "groep", True, "6", None, None),
    ("Gesprekken met ouders en kinderen", "Een kind op zijn eigen manier laten vertellen, en het belang van het kind wegen.", "vrij", "groep", True, "8", None, None),
)  # fmt: skip
# Title, text, subject, countries, days that it still holds; below zero it waits to be looked at again.
_STUKKEN: Final = (
    ("Een eigen zaak: vraag het plan in stappen", "Een ngo rekent het plan mee door als er drie dingen op papier staan: wat iemand gaat doen, wat het kost en wie helpt. Begin daarmee in gesprek 1; het kost tijd.", "ngo", (), 200),
    ("Opleiding na terugkeer in Ghana", "Voor Ghana is er een project met een vakopleiding van zes maanden. Er is plek voor wie zich twee maanden vooraf meldt.", "ngo", ("GHA",), 90),
    ("De eigen bijdrage is er ook voor kleine dingen", "Vervoer van bagage, gereedschap of een paar maanden huur: de DT&V kan zelf bijdragen. Vraag het aan vóór het ticket er is.", "bijdrage", (), 300),
    ("DIA regelt meer dan medische hulp", "DIA kan ook iemand laten ophalen, een eerste slaapplek zoeken of een school vinden. Weinig collega’s vragen dat. Stuur uw vraag met de wens erbij.", "dia", (), 250),
    ("Stilte mag", "Zegt iemand niets? Wacht. Vat dan samen wat er wel is gezegd, en vraag of dat klopt. Vaak komt het verhaal daarna.", "gesprek", (), 400),
    ("Gevolgen uitleggen zonder dreigen", "Zeg eerst wat iemand zelf kan doen, dan wat er anders gebeurt, en dan dat u blijft helpen. Vraag de persoon het na te vertellen.", "gesprek", (), 400),
    ("Een oude brief over Irak", "Voor Irak vroeg de ambassade twee foto’s.", "reisdocument", ("IRQ",), -10),
)  # fmt: skip


def laat_vakmanschap_zien(medewerkers: Mapping[str, Medewerker], vandaag: date) -> None:
    """Fill the room of learning as if it had been used for a while."""
    with transaction.atomic(), als_systeem():
        trainer, tweede = medewerkers["Wietske Boonstra"], medewerkers["Marjan Peeters"]
        _wijs_aan(medewerkers, vandaag)
        cursussen = [_cursus(trainer, rij, vandaag) for rij in _CURSUSSEN]
        _laat_volgen(medewerkers, cursussen, vandaag, trainer=trainer)
        _schrijf_kennis(trainer, tweede, medewerkers["Noor Haverkamp"], cursussen, vandaag)
        _kijk_mee(trainer, medewerkers["Noor Haverkamp"], medewerkers["Hassan Ouali"], vandaag)
        _houd_intervisie(
            trainer, (medewerkers["Noor Haverkamp"], medewerkers["Hassan Ouali"], tweede), vandaag
        )


def _wijs_aan(medewerkers: Mapping[str, Medewerker], vandaag: date) -> None:
    for manager, trainer in (("Jasmijn Terpstra", "Wietske Boonstra"), ("Ruben Claessens", "Marjan Peeters")):
        opleiding.designate_trainer(
            door=medewerkers[manager], medewerker_id=medewerkers[trainer].pk, peildatum=vandaag - _LANG
        )


def _cursus(
    trainer: Medewerker, rij: tuple[str, str, str, str, bool, str, int | None, int | None], vandaag: date
) -> Cursus:
    titel, doel, voor, vorm, met_oefening, uren, dagen, maanden = rij
    return opleiding.add_cursus(
        door=trainer,
        gegevens=opleiding.Cursusgegevens(
            titel=titel,
            doel=doel,
            voor=voor,
            vorm=vorm,
            met_oefening=met_oefening,
            aanbieder="Opleidingen DT&V",
            uren=Decimal(uren),
            bron=_BRON,
            geldt_vanaf=None if voor == "vrij" else vandaag - _LANG,
            termijn_dagen=dagen,
            geldig_maanden=maanden,
        ),
    )


def _laat_volgen(
    medewerkers: Mapping[str, Medewerker], cursussen: list[Cursus], vandaag: date, *, trainer: Medewerker
) -> None:
    """Everybody began some day and took most of what is theirs; of one the first day was never written down."""
    regie = [m for m in medewerkers.values() if m.rol == Rol.REGIEVOERDER]
    manager = {m.team_id: m for m in medewerkers.values() if m.rol == Rol.MANAGER}
    begin = {
        m.pk: vandaag - timedelta(days=200 if m.naam == "Noor Haverkamp" else 1200 + 211 * (nummer % 12))
        for nummer, m in enumerate(regie)
        if m.naam != "Thijs Hendrix"
    }
    Loopbaan.objects.bulk_create(
        Loopbaan(medewerker=m, begonnen_op=begin[m.pk], vastgelegd_door=manager[m.team_id])
        for m in regie
        if m.pk in begin
    )
    Deelname.objects.bulk_create(
        deelname
        for nummer, m in enumerate(regie)
        for deelname in _gevolgd(m, begin.get(m.pk), cursussen, nummer, vandaag, trainer=trainer)
    )


def _gevolgd(
    wie: Medewerker,
    begonnen_op: date | None,
    cursussen: list[Cursus],
    nummer: int,
    vandaag: date,
    *,
    trainer: Medewerker,
) -> Iterator[Deelname]:
    for plek, cursus in enumerate(cursussen):
        vanaf = verplicht_vanaf(cursus, begonnen_op)
        if vanaf is None or vanaf > vandaag or cursus.termijn_dagen is None:
            continue
        # What is still to come, or a little late; what is long past was taken by everybody.
        laatste = vanaf + timedelta(days=cursus.termijn_dagen)
        if (nummer + plek) % 3 == 0 and laatste > vandaag - _PAS_GELEDEN:
            continue
        # Taken anew when it no longer held, and now and then a little late.
        gedaan_op = min(vanaf + timedelta(days=cursus.termijn_dagen // 2), vandaag - timedelta(days=9))
        while (tot := geldig_tot(cursus, gedaan_op)) is not None and tot < vandaag - timedelta(days=12):
            gedaan_op = tot
        gedaan_op = _werkdag(gedaan_op)
        yield Deelname(
            cursus=cursus,
            medewerker=wie,
            aangemeld_op=gedaan_op - timedelta(days=14),
            gedaan_op=gedaan_op,
            uitkomst="behaald" if cursus.met_oefening else "gevolgd",
            bewijs="Lijst van deelnemers",
            geldig_tot=geldig_tot(cursus, gedaan_op),
            vastgelegd_door=trainer if cursus.met_oefening else wie,
        )


def _werkdag(dag: date) -> date:
    """The day itself, or the Friday before it: nobody is in class or at a talk at the weekend."""
    return dag - timedelta(days=max(dag.weekday() - 4, 0))


def _schrijf_kennis(
    trainer: Medewerker, tweede: Medewerker, ander: Medewerker, cursussen: list[Cursus], vandaag: date
) -> None:
    opfrissen = next(c for c in cursussen if c.titel.startswith("Opfrissen"))
    for titel, tekst, onderwerp, landen, dagen in _STUKKEN:
        toen = vandaag - timedelta(days=60)
        stuk = kennis.write_stuk(
            door=trainer,
            gegevens=kennis.Kennisgegevens(
                titel=titel,
                tekst=tekst,
                onderwerp=onderwerp,
                landen=landen,
                bron=_VERZONNEN,
                geldig_tot=vandaag + timedelta(days=dagen),
                cursus_id=opfrissen.pk if onderwerp in {"ngo", "bijdrage", "dia"} else None,
            ),
            peildatum=toen,
        )
        kennis.review_stuk(door=tweede, stuk_id=stuk.pk, versie=1, peildatum=toen)
    kennis.write_stuk(
        door=ander,
        gegevens=kennis.Kennisgegevens(
            titel="Een uitnodiging die iemand kan lezen",
            tekst="Zet in de uitnodiging waarover het gaat, in de taal van de persoon. Dan komt iemand voorbereid.",
            onderwerp="gesprek",
            bron=_VERZONNEN,
            geldig_tot=vandaag + timedelta(days=365),
        ),
        peildatum=vandaag - timedelta(days=3),
    )


def _kijk_mee(trainer: Medewerker, noor: Medewerker, hassan: Medewerker, vandaag: date) -> None:
    toen = _werkdag(vandaag - timedelta(days=21))
    geweest = meekijken.ask(
        door=noor, collega_id=trainer.pk, ik_kijk=False, op=toen, peildatum=toen - timedelta(days=7)
    )
    meekijken.agree(door=trainer, meekijken_id=geweest.pk, peildatum=toen - timedelta(days=6))
    meekijken.give_feedback(
        door=trainer,
        meekijken_id=geweest.pk,
        gehouden_op=toen,
        waarnemingen={
            "rol": "Aan het begin zei zij wie zij is, wat zij wel en niet beslist, en dat nee zeggen mag.",
            "luisteren": "Na de vraag over thuis bleef het lang stil. Zij wachtte; toen kwam het verhaal over zijn moeder.",
            "gevolgen": "Zij noemde bewaring pas toen hij ernaar vroeg, en zonder nadruk.",
        },
        werkte="De samenvatting halverwege. Hij verbeterde één ding en knikte bij de rest.",
        volgende_keer="Vraag aan het eind of hij het in eigen woorden kan zeggen. Nu zei de tolk het voor.",
        peildatum=toen + timedelta(days=1),
    )
    meekijken.reply(
        door=noor,
        meekijken_id=geweest.pk,
        antwoord="Het navertellen neem ik mee. Ik merkte zelf niet dat de tolk het overnam.",
        peildatum=toen + timedelta(days=3),
    )
    meekijken.ask(
        door=hassan,
        collega_id=noor.pk,
        ik_kijk=True,
        op=_werkdag(vandaag + timedelta(days=8)),
        peildatum=vandaag - timedelta(days=1),
    )


def _houd_intervisie(trainer: Medewerker, anderen: tuple[Medewerker, ...], vandaag: date) -> None:
    toen = _werkdag(vandaag - timedelta(days=30))
    geweest = intervisie.plan_bijeenkomst(
        door=trainer,
        thema="Als iemand drie keer hetzelfde zegt",
        op=toen,
        tijd=time(10),
        plaats="Kamer 2.14",
        deelnemers=[wie.pk for wie in anderen],
        peildatum=toen - timedelta(days=14),
    )
    for wie in anderen:
        intervisie.respond(door=wie, bijeenkomst_id=geweest.pk, komt=True)
    intervisie.write_casus(
        door=anderen[1],
        bijeenkomst_id=geweest.pk,
        titel="De man die alleen over zijn broer praat",
        navertelling="In elk gesprek begint iemand over zijn broer in een ander land. Over terug wil hij niets horen. Ik ging steeds terug naar mijn lijst.",
        vraag="Hoe geef ik ruimte aan dat verhaal, zonder te beloven wat ik niet kan?",
    )
    intervisie.write_inzichten(
        door=trainer,
        bijeenkomst_id=geweest.pk,
        inzichten="Het verhaal over de broer ging over alleen zijn. Wie daar eerst naar vraagt, kan daarna over terug praten. De lijst kan een kwartier wachten.",
        versie=1,
    )
    intervisie.agree_afspraak(
        door=trainer,
        bijeenkomst_id=geweest.pk,
        wat="Begin het volgende gesprek zonder lijst en kijk wat er gebeurt",
        wie_id=anderen[0].pk,
        uiterlijk=_werkdag(vandaag + timedelta(days=5)),
    )
    intervisie.round_off(door=trainer, bijeenkomst_id=geweest.pk, peildatum=toen)
    intervisie.plan_bijeenkomst(
        door=trainer,
        thema="Praten over geld zonder te ruilen",
        op=_werkdag(vandaag + timedelta(days=12)),
        tijd=time(13, 30),
        plaats="Online",
        deelnemers=[wie.pk for wie in anderen],
        peildatum=vandaag,
    )
