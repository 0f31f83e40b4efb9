"""Everything that leaves the program other than as a page: no file, calendar or mail holds a word that is not for its reader.

What makes such a thing is found in the program itself; one that is not named here fails.
"""

import ast
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

import verantwoord
from tests.overleg.factories import maak_tafel
from tests.security.kanaries import KANARIE, ROLLEN, iemand, klant, maak_dossier, verboden_woorden
from tests.vertrekgesprek.factories import GesprekFactory
from tests.web.test_pdf import opened, shown_text
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Dossierdeel
from verantwoord.kwaliteit.perioden import laatste
from verantwoord.kwaliteit.publicatie.maken import publiceer
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekplan.models import Vertrekplan
from verantwoord.werkplek.agenda.actions import renew_agendalink
from verantwoord.werkplek.lijst import Filter
from verantwoord.werkplek.meldingen.mail import send_overzichten
from verantwoord.werkplek.meldingen.models import Mailvoorkeur, Melding
from verantwoord.werkplek.uitvoer.actions import make_uitvoer, request_uitvoer

pytestmark = pytest.mark.django_db
PAKKET = Path(verantwoord.__file__).parent
LOCATIE = "azc Kanarieveld"
# What makes an answer or a mail that is no page, by the name under which the program calls it.
MAKERS = {
    "HttpResponse", "FileResponse", "StreamingHttpResponse", "JsonResponse", "EmailMessage", "EmailMultiAlternatives",
    "send_mail", "send_mass_mail", "mail_admins", "mail_managers",
}  # fmt: skip
# JSON and pieces of pages, which test_matrix fetches at their addresses; and what speaks of nobody at all.
ELDERS = {
    "bewaking.api._json",
    # A code and no word of the dossier; tests/dossier and tests/portaal say for whom.
    "dossier.machtiging.views._brief",
    # Judgments and figures under pseudonyms; tests/inspectie sweeps what a copy to read may hold.
    "inspectie.leesdesk.views._bestand",
    # Counts with their remarks, small ones left out.
    "inspectie.views.cijfers.als_csv",
    "overleg.views.overleg.stand",
    "overleg.views.punt.stand",
    # For the person and who stands in for them; tests/portaal and test_portaal_rijen say whose it is.
    "portaal.views.afschrift.afschrift_halen",
    # A status without a word in it.
    "portaal.middleware.process_view",
    "portaal.views.klad.klad",
    # A mark and a token, no word of anybody.
    "toegang.inlog.views.account.ingelogd",
    "toegang.inlog.views.organisatie.afgemeld",
    "portaal.views.lezen.brief",
    "project.gezondheid.gezondheid",
    "toegang.nakijken.ruimte.vraag_reden",
    "toetsing.views.concept",
    # About the work; tests/vakmanschap says that it names nobody.
    "vakmanschap.dialoog.views.pdf",
    "vertrekgesprek.views.verslag.concept",
    "vertrekplan.views.concept",
    "web.problemen.probleem",
    "web.views.fout_500",
    "web.views.fout_503",
}


def pdf(wie, naam, *waarden, **vraag) -> str:
    """The words on the paper that this person gets, or none."""
    antwoord = klant(wie).get(reverse(naam, args=waarden), vraag)
    return shown_text(opened(antwoord.content)) if antwoord["Content-Type"] == "application/pdf" else ""


def uitnodiging(wie, dossier) -> str:
    gepland = Gesprek.objects.get(dossier=dossier, status="gepland")
    return pdf(wie, "vertrekgesprek:uitnodiging", dossier.pk, gepland.pk)


def verslag_van_gesprek(wie, dossier) -> str:
    gevoerd = Gesprek.objects.get(dossier=dossier, status="gevoerd")
    return pdf(wie, "vertrekgesprek:verslag-pdf", dossier.pk, gevoerd.pk)


def vertrekplan(wie, dossier) -> str:
    return pdf(wie, "vertrekplan:versie", dossier.pk, Vertrekplan.objects.get(dossier=dossier).pk, vorm="pdf")


def bericht_van_vertrek(wie, dossier) -> str:
    return pdf(wie, "vertrek:bericht_pdf", dossier.pk)


def verslag_van_overleg(wie, dossier) -> str:
    return pdf(wie, "overleg:verslag", dossier.tafel.overleg.pk, vorm="pdf")


def lijst(wie, _dossier) -> str:
    """All that stands in a spreadsheet with every list this person may ask."""
    gelezen = ""
    for van in ("mij", "team", "zonder"):
        try:
            uitvoer = request_uitvoer(door=wie, filter_=Filter(van=van))
        except GeenToegang:
            return ""
        make_uitvoer(uitvoer.pk, door=wie, nu=timezone.now())
        gelezen += blad(klant(wie).get(reverse("werkplek:uitvoer_bestand", args=[uitvoer.pk])))
    return gelezen


def blad(antwoord) -> str:
    """Everything in a spreadsheet, or nothing where none came."""
    if "spreadsheet" not in antwoord["Content-Type"]:
        return ""
    with zipfile.ZipFile(BytesIO(antwoord.content)) as boek:
        return "".join(boek.read(naam).decode() for naam in boek.namelist())


def catalogus(wie, _dossier) -> str:
    return blad(klant(wie).get(reverse("catalogus:bestand")))


def behoeften(wie, _dossier) -> str:
    antwoord = klant(wie).get(reverse("kwaliteit:behoeften"), {"vorm": "csv"})
    return antwoord.content.decode() if antwoord["Content-Type"].startswith("text/csv") else ""


def vaste_cijfers(wie, _dossier) -> str:
    """Every kind of file with every measure of the last quarter; a file of columns is read as it lies there."""
    kwartaal = laatste(timezone.localdate())
    publiceer(kwartaal)
    gelezen = ""
    for vorm in ("csv", "xlsx", "parquet", "pdf"):
        antwoord = klant(wie).get(reverse("kwaliteit:bestand", args=[kwartaal.code, "alles", vorm]))
        if antwoord.status_code != 200:
            return ""
        match vorm:
            case "xlsx":
                gelezen += blad(antwoord)
            case "pdf":
                gelezen += shown_text(opened(antwoord.content))
            case _:
                gelezen += antwoord.content.decode(errors="replace")
    return gelezen


def brief_voor_de_persoon(wie, dossier) -> str:
    antwoord = klant(wie).post(reverse("dossier:portaal", args=[dossier.pk]), {"stap": "brief"})
    return shown_text(opened(antwoord.content)) if antwoord["Content-Type"] == "application/pdf" else ""


def kalender(wie, _dossier) -> str:
    try:
        geheim = renew_agendalink(door=wie)
    except GeenToegang:
        return ""
    antwoord = klant(wie).get(reverse("agenda:feed", args=[geheim]))
    return antwoord.content.decode().replace("\r\n ", "")


def dagelijkse_mail(wie, dossier) -> str:
    adres = f"{wie.pk.hex}@verantwoord.test"
    Mailvoorkeur.objects.create(medewerker=wie, adres=adres)
    for soort in Melding.Soort:
        plicht = {"norm": "mensenhandel-bedenktijd", "uiterlijk_op": timezone.localdate()}
        Melding.objects.create(
            medewerker=wie, soort=soort, dossier=dossier, **(plicht if soort == "plicht" else {})
        )
    send_overzichten(door=systeem(), nu=timezone.now())
    return "".join(str(bericht.message()) + bericht.body for bericht in mail.outbox if adres in bericht.to)


UITVOER = {
    "dossier.portaal.views._papier": brief_voor_de_persoon,
    "kwaliteit.publicatie.views._als_bestand": vaste_cijfers,
    "kwaliteit.views_behoeften.overzicht": behoeften,
    "ondersteuning.views.beheer.bestand": catalogus,
    "overleg.views.verslag._toon": verslag_van_overleg,
    "vertrek.views.bericht_pdf": bericht_van_vertrek,
    "vertrekgesprek.views.lezen.uitnodiging": uitnodiging,
    "vertrekgesprek.views.lezen.verslag_pdf": verslag_van_gesprek,
    "vertrekplan.views._als_pdf": vertrekplan,
    "werkplek.agenda.views.feed": kalender,
    "werkplek.meldingen.mail._bericht": dagelijkse_mail,
    "werkplek.views.uitvoer.bestand": lijst,
}


@pytest.fixture
def dossier(settings):
    """A dossier with a canary in each category, about which every kind of file can be made."""
    settings.SITE_ADRES = "https://verantwoord.test"
    tafel = maak_tafel()
    dossier = maak_dossier(LOCATIE, regievoerder=tafel.dtv)
    GesprekFactory(dossier=dossier, gepland_op=timezone.localdate())
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="afwezigheid",
        inhoud={
            "laatst_gezien_op": "2022-02-12",
            "niet_aangekomen_sinds": "2022-02-14T14:30:00+02:00",
            "aanwezigheidscontrole_op": "2022-02-18",
        },
    )
    herbeoordeel([dossier.pk])
    punt = tafel.punt(dossier)
    tafel.start()
    tafel.besluit(punt)
    tafel.eindig()
    dossier.tafel = tafel
    return dossier


@pytest.fixture
def mensen(dossier):
    """Somebody of each role; who sits at the table of the dossier is that of the role."""
    aan_tafel = {naam: getattr(dossier.tafel, naam) for naam in ("coa", "avim", "ind")}
    return {rol: iemand(rol, dossier, LOCATIE) for rol in ROLLEN if rol not in aan_tafel} | aan_tafel


def wat_naar_buiten_gaat() -> Iterator[str]:
    """Every function of the program that makes an answer or a mail which is not simply a page."""
    for pad in PAKKET.rglob("*.py"):
        for functie in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(functie, ast.FunctionDef) and any(map(_maakt, ast.walk(functie))):
                yield ".".join((*pad.relative_to(PAKKET).with_suffix("").parts, functie.name))


def _maakt(deel: ast.AST) -> bool:
    if not isinstance(deel, ast.Call) or not (deel.args or deel.keywords):
        return False
    naam = deel.func.id if isinstance(deel.func, ast.Name) else getattr(deel.func, "attr", "")
    return naam in MAKERS


def kaal(tekst: str) -> str:
    """Without what breaks a word over two lines."""
    return "".join(tekst.split()).replace("\N{SOFT HYPHEN}", "")


def test_everything_that_leaves_the_program_is_classified():
    assert set(wat_naar_buiten_gaat()) == UITVOER.keys() | ELDERS


def test_no_file_calendar_or_mail_holds_a_word_that_is_not_for_its_reader(dossier, mensen):
    gelekt = [
        (rol, naam, woord)
        for naam, maak in UITVOER.items()
        for rol, wie in mensen.items()
        for tekst in [kaal(maak(wie, dossier))]
        for woord in verboden_woorden(rol, wie)
        if woord in tekst
    ]

    assert gelekt == []


def test_who_may_hear_a_word_finds_it_there(dossier):
    """Without this the test above would pass on empty papers."""
    wie = dossier.regievoerder

    gehoord = {
        naam: {categorie for categorie, woord in KANARIE.items() if woord in tekst}
        for naam, maak in UITVOER.items()
        for tekst in [kaal(maak(wie, dossier))]
        if tekst
    }

    assert gehoord == {
        "dossier.portaal.views._papier": set(),
        "kwaliteit.publicatie.views._als_bestand": set(),
        "overleg.views.verslag._toon": {"identiteit"},
        "vertrek.views.bericht_pdf": {"identiteit"},
        "vertrekgesprek.views.lezen.uitnodiging": {"identiteit"},
        "vertrekgesprek.views.lezen.verslag_pdf": {"identiteit", "gespreksverslag"},
        "vertrekplan.views._als_pdf": {"identiteit", "vertrekplan_en_toetsing"},
        "werkplek.agenda.views.feed": set(),
        "werkplek.meldingen.mail._bericht": set(),
        "werkplek.views.uitvoer.bestand": {"identiteit"},
    }
