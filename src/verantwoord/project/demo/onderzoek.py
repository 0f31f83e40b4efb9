"""The research of the Inspectie in a demo: the report of 2022 as the first onderzoek, and one of now that is being read."""

from datetime import date, timedelta
from typing import Final

from verantwoord.inspectie import actions
from verantwoord.inspectie import rapport2022 as toen
from verantwoord.inspectie.actions.uitkomst import ask_reacties
from verantwoord.inspectie.models import (
    Aanbeveling,
    Bron,
    Cijferopmerking,
    Conclusie,
    Interview,
    Interviewtabel,
    Jaarcijfer,
    Meetpunt,
    Onderzoek,
    Onderzoeker,
    Overlegbezoek,
    Stand,
)
from verantwoord.inspectie.queries import populatie
from verantwoord.kern.steekproef import plaatsnamen
from verantwoord.kwaliteit.meting import RAPPORT_2022
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol

LEIDER: Final = "Lotte van Rijn"
# Enough to see two people read and differ, and few enough to read in a demo.
_PER_STRATUM: Final = 4
_LOCATIES: Final = ("Assen", "Emmen")
_REACTIE: Final = (
    "Verzonnen voor deze demo. Wij nemen dit over. In het voorjaar zijn er vier dialoogsessies, en in het najaar leest de "
    "Inspectie wat eruit kwam."
)


def laat_onderzoek_zien(vandaag: date) -> None:
    """Put both there, with the figures of management; a demo without inspecteurs has none."""
    inspecteurs = list(Medewerker.objects.filter(rol=Rol.INSPECTIE, is_active=True).order_by("pk"))
    leider = next((wie for wie in inspecteurs if wie.naam == LEIDER), None)
    if leider is None:
        return
    with transactie_van(leider), als_systeem():
        _schrijf_cijfers()
        rapport = _schrijf_rapport(leider, vandaag)
    _antwoord(rapport)
    anderen = [wie for wie in inspecteurs if wie != leider]
    if anderen:
        _lees_nu(leider, anderen, vandaag)


def _schrijf_cijfers() -> None:
    Jaarcijfer.objects.bulk_create(
        Jaarcijfer(soort=soort, jaar=jaar, aantal=aantal, bron=toen.BRON_CIJFERS)
        for soort, jaren in toen.JAARCIJFERS.items()
        for jaar, aantal in jaren.items()
    )
    Cijferopmerking.objects.bulk_create(
        Cijferopmerking(
            soort=o.soort, van_jaar=o.van_jaar, tot_jaar=o.tot_jaar, aard=o.aard, tekst=o.tekst, bron=o.bron
        )
        for o in toen.OPMERKINGEN
    )


def _schrijf_rapport(leider: Medewerker, vandaag: date) -> Onderzoek:
    rapport = Onderzoek.objects.create(
        titel=toen.TITEL,
        vraag=toen.VRAAG,
        deelvragen=list(toen.DEELVRAGEN),
        afbakening=toen.AFBAKENING,
        normen=list(toen.NORMEN),
        stand=Stand.AFGEROND,
        gestart_op=toen.VERSCHENEN_OP,
        gepubliceerd_op=toen.VERSCHENEN_OP,
        vindplaats=toen.VINDPLAATS,
        genoemd_aantal=toen.GENOEMD,
        genoemd_waar=toen.GENOEMD_WAAR,
    )
    Onderzoeker.objects.create(onderzoek=rapport, medewerker=leider, functie=Onderzoeker.Functie.LEIDER)
    for volgorde, tabel in enumerate(toen.TABELLEN, start=1):
        _schrijf_tabel(rapport, volgorde, tabel)
    Bron.objects.bulk_create(
        Bron(onderzoek=rapport, titel=titel, herkomst=herkomst, waarvoor=waarvoor)
        for titel, herkomst, waarvoor in toen.BRONNEN
    )
    Conclusie.objects.bulk_create(
        Conclusie(onderzoek=rapport, volgorde=n, kop=c.kop, tekst=c.tekst, paragraaf=c.paragraaf)
        for n, c in enumerate(toen.CONCLUSIES, start=1)
    )
    Aanbeveling.objects.bulk_create(
        Aanbeveling(
            onderzoek=rapport,
            volgorde=n,
            tekst=a.tekst,
            paragraaf=a.paragraaf,
            aan=list(a.aan),
            maten=list(a.maten),
            anders_te_zien=a.anders_te_zien,
        )
        for n, a in enumerate(toen.AANBEVELINGEN, start=1)
    )
    Meetpunt.objects.bulk_create(
        Meetpunt(
            onderzoek=rapport,
            maat=maat,
            peildatum=toen.VERSCHENEN_OP,
            aantal=RAPPORT_2022[maat].aantal,
            totaal=toen.GELEZEN,
            uit_rapport=True,
        )
        for maat in dict.fromkeys(maat for a in toen.AANBEVELINGEN for maat in a.maten)
        if maat in RAPPORT_2022
    )
    # The report came before this program; what is asked now is what is done with it today.
    ask_reacties(rapport, op=vandaag - timedelta(days=30), uiterlijk=vandaag + timedelta(days=12))
    return rapport


def _schrijf_tabel(rapport: Onderzoek, volgorde: int, tabel: toen.Tabel) -> None:
    rij = Interviewtabel.objects.create(
        onderzoek=rapport,
        volgorde=volgorde,
        titel=tabel.titel,
        locaties=list(tabel.locaties),
        genoemd=tabel.genoemd,
    )
    kolommen = tabel.locaties or ("",)
    Interview.objects.bulk_create(
        Interview(tabel=rij, functie=functie, locatie=kolom, aantal=aantal)
        for functie, aantallen in tabel.rijen
        for kolom, aantal in zip(kolommen, aantallen, strict=True)
        if aantal
    )
    Overlegbezoek.objects.bulk_create(
        Overlegbezoek(tabel=rij, locatie=kolom, bijgewoond=bijgewoond)
        for kolom, bijgewoond in zip(kolommen, tabel.lko, strict=False)
    )


def _antwoord(rapport: Onderzoek) -> None:
    """The first recommendation was answered, so that a page shows both what was said and what still waits."""
    manager = Medewerker.objects.filter(rol=Rol.MANAGER, is_active=True).order_by("pk").first()
    if manager is None:
        return
    with transactie_van(manager):
        eerste = rapport.aanbevelingen.order_by("volgorde").first()
        if eerste is not None:
            actions.give_reactie(door=manager, aanbeveling_id=eerste.pk, standpunt="geheel", tekst=_REACTIE)


def _lees_nu(leider: Medewerker, anderen: list[Medewerker], vandaag: date) -> None:
    """An onderzoek of today: set up, drawn by two, and ready to be read."""
    leden = populatie(peildatum=vandaag, viewer=leider)
    hier = {plaats for locatie in _LOCATIES for plaats in plaatsnamen("azc", locatie)}
    op_plek = sum(1 for lid in leden if not hier.isdisjoint(lid.plaatsen))
    locaties = [locatie for locatie in _LOCATIES if any(locatie.lower() in lid.plaatsen for lid in leden)]
    with transactie_van(leider):
        onderzoek = actions.start_onderzoek(
            door=leider,
            op=vandaag - timedelta(days=21),
            titel="Toetsing in de praktijk",
            vraag="Staat er in vertrekplannen nu wel een inhoudelijke toetsing van de vier momenten?",
            deelvragen=(
                "In hoeveel dossiers is elk moment inhoudelijk getoetst?",
                "Zien twee lezers hetzelfde als de kwaliteitsmeting?",
            ),
            afbakening="Alle dossiers die de DT&V op de peildatum had, open en gesloten.",
            peildatum=vandaag,
        )
        actions.choose_normen(
            onderzoek.pk, door=leider, normen=["toetsing-vier-momenten", "vertrekstrategie-aanwezig"]
        )
        for ander in anderen:
            actions.add_onderzoeker(onderzoek.pk, door=leider, medewerker_id=ander.pk)
        if locaties and op_plek:
            actions.keep_stratum(
                onderzoek.pk,
                door=leider,
                naam="azc’s in Drenthe",
                aantal=min(_PER_STRATUM, op_plek),
                locaties=locaties,
            )
        if len(leden) > op_plek:
            actions.keep_stratum(
                onderzoek.pk, door=leider, naam="overig", aantal=min(_PER_STRATUM, len(leden) - op_plek)
            )
        actions.next_stand(onderzoek.pk, door=leider)
        actions.propose_seed(onderzoek.pk, door=leider)
    with transactie_van(anderen[0]):
        actions.agree_seed(onderzoek.pk, door=anderen[0])
    with transactie_van(leider):
        actions.trek_onderzoek(onderzoek.pk, door=leider)
        actions.next_stand(onderzoek.pk, door=leider)
        tabel = actions.add_tabel(
            onderzoek.pk, door=leider, titel="Interviews op azc’s", locaties=list(_LOCATIES)
        )
        for locatie, functie in zip(_LOCATIES, ("Regievoerder DT&V", "Casemanager COA"), strict=True):
            actions.add_interview(
                onderzoek.pk,
                door=leider,
                tabel_id=tabel.pk,
                functie=functie,
                locatie=locatie,
                op=vandaag - timedelta(days=9),
            )
