"""Pictures of the screens for the README and the manual, taken of a demo that this command makes and throws away."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from itertools import product
from pathlib import Path
from typing import Any, Final
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from django.db.models import Q
from django.test import Client
from django.urls import reverse

from verantwoord.bewaking.models import Stand
from verantwoord.inspectie.leesdesk.maken import make_exemplaren
from verantwoord.inspectie.leesdesk.models import Leesbeurt
from verantwoord.inspectie.models import Onderzoek
from verantwoord.keten.partner.queries import pagina_of
from verantwoord.project.demo.maken import lees_merk
from verantwoord.project.omgeving import WORTEL
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.inlog.aanmelden import MET_WACHTWOORD_ALLEEN
from verantwoord.toegang.inlog.sessies import FACTOR
from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.models import Bijeenkomst, Dialoog, Meekijken

MAP = WORTEL / "docs" / "pictures"
BREED, SMAL = 1280, 390
STIL = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Command(BaseCommand):
    help = "Maakt de plaatjes van de schermen voor de README opnieuw, van de demo. Heeft Chromium nodig."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("alleen", nargs="*", metavar="NAAM", help="alleen deze plaatjes, zoals werkdruk")

    def handle(self, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Plaatjes worden alleen van een demo gemaakt: zet VERANTWOORD_DEMO=1 en draai eerst verantwoord demo --no-serve."
            )
        # Asked for before the browser starts: its driver keeps an event loop in this thread.
        wat = VAN_HET_RAPPORT if is_rapport() else BLADEN
        kijkers = Medewerker.objects.in_bulk(list(wat), field_name="gebruikersnaam")
        alleen = set(options["alleen"])
        te_nemen = [
            (sessie(kijkers[naam]), [blad for blad in maak(kijkers[naam]) if not alleen or blad[0] in alleen])
            for naam, maak in wat.items()
        ]
        with server() as adres, browser() as chromium:
            for (sleutel, bladen_), breedte in product(te_nemen, (BREED, SMAL)):
                context = chromium.new_context(
                    viewport={"width": breedte, "height": 1000 if breedte == BREED else 844},
                    locale="nl-NL",
                    timezone_id="Europe/Amsterdam",
                    reduced_motion="reduce",
                )
                context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sleutel, "url": adres}])
                bladzij = context.new_page()
                for naam, pad in bladen_:
                    antwoord = bladzij.goto(adres + pad)
                    if antwoord is None or antwoord.status != HTTPStatus.OK or bladzij.url != adres + pad:
                        raise CommandError(f"{naam} is niet te zien voor wie het plaatje maakt.")
                    bladzij.screenshot(path=MAP / f"{naam}-{breedte}.png")
                context.close()
        self.stdout.write(f"De plaatjes staan in {MAP.relative_to(WORTEL)}.")


def bladen(kijker: Medewerker) -> Iterator[tuple[str, str]]:
    """The pages worth showing, each by name and address; the dossier is the first with a talk, a plan and a lock."""
    standen = Stand.objects.visible_to(kijker).filter(gesloten=False, regievoerder=kijker)
    rijk = standen.filter(Q(regel__lp="op_slot") & Q(beeld__contains='"vertrekplannen":[{')).order_by(
        "dossier__nummer"
    )
    stand = rijk.first() or standen.order_by("dossier__nummer").first()
    if stand is None:
        raise CommandError("Deze collega heeft geen dossiers. Maak eerst een demo.")
    dossier = stand.pk
    yield "caseload", reverse("werkplek:caseload")
    yield "dossier", reverse("werkplek:overzicht", args=[dossier])
    yield "toetsing", reverse("toetsing:overzicht", args=[dossier])
    yield "vertrekplan", reverse("vertrekplan:plan", args=[dossier])
    yield "reisdocument", reverse("reisdocument:overzicht", args=[dossier])
    yield "gesprekken", reverse("vertrekgesprek:lijst", args=[dossier])
    yield "wensen", reverse("ondersteuning:wensen", args=[dossier])
    yield "termijnen", reverse("dossier:termijnen", args=[dossier])
    yield "vertrek", reverse("vertrek:overzicht", args=[dossier])
    yield "agenda", reverse("agenda:agenda")
    yield "kwaliteit", reverse("kwaliteit:meting")

    yield "opleiding", reverse("vakmanschap:begin")
    with transactie_van(kijker):
        feedback = Meekijken.objects.visible_to(kijker).filter(gehouden_op__isnull=False).first()
        sessie_ = Bijeenkomst.objects.visible_to(kijker).order_by("op").first()
    if feedback is not None:
        yield "meekijken", reverse("vakmanschap:meekijken_een", args=[feedback.pk])
    if sessie_ is not None:
        yield "intervisie", reverse("vakmanschap:intervisie_een", args=[sessie_.pk])


def bladen_van_de_manager(_kijker: Medewerker) -> Iterator[tuple[str, str]]:
    yield "team", reverse("team:overzicht")
    yield "werkdruk", reverse("werkdruk:overzicht")


def bladen_van_de_inspecteur(kijker: Medewerker) -> Iterator[tuple[str, str]]:
    """The onderzoek that is being read: its start, its sample, its fullest copy; and the report of 2022 with what became of it."""
    with transactie_van(kijker):
        onderzoek = Onderzoek.objects.visible_to(kijker).exclude(stand="afgerond").first()
        rapport = Onderzoek.objects.visible_to(kijker).filter(stand="afgerond").first()
    if onderzoek is None or rapport is None:
        raise CommandError("In deze demo is geen onderzoek. Maak eerst een demo.")
    # As the worker does, which is not there while a demo is made without being served.
    make_exemplaren(onderzoek.pk, door=kijker)
    with transactie_van(kijker):
        beurten = (
            Leesbeurt.objects.visible_to(kijker).filter(medewerker=kijker).select_related("leesexemplaar")
        )
        vol = max(beurten, key=lambda beurt: len(str(beurt.leesexemplaar.inhoud)))
    yield "onderzoek", reverse("inspectie:onderzoek", args=[onderzoek.pk])
    yield "steekproef", reverse("inspectie:steekproef", args=[onderzoek.pk])
    yield "lezen", reverse("leesdesk:beurt", args=[vol.pk])
    yield "rapport", reverse("rapporten:rapport", args=[rapport.pk])
    yield "naar-de-ind", reverse("rapporten:cijfers")


def bladen_van_2022(kijker: Medewerker) -> Iterator[tuple[str, str]]:
    """What shows only where many work: distributions, figures that may be told, and a talk about them."""
    with transactie_van(kijker):
        dialoog = Dialoog.objects.visible_to(kijker).order_by("op").first()
    if dialoog is None:
        raise CommandError("In deze demo is geen dialoog. Maak eerst een demo.")
    yield "vaste-cijfers", reverse("kwaliteit:publicatie")
    yield "spreiding", reverse("kwaliteit:een_spreiding", args=["gesprekken"])
    yield "dialoog", reverse("dialoog:een", args=[dialoog.pk])


def bladen_van_beheer(_kijker: Medewerker) -> Iterator[tuple[str, str]]:
    yield "beheer", reverse("beheer:begin")


def bladen_van_coa(kijker: Medewerker) -> Iterator[tuple[str, str]]:
    """The desk, the case with the earliest end date, and the form for who worries."""
    yield "coa", reverse("partner:begin")
    with transaction.atomic(), als_systeem():
        zaak = pagina_of(viewer=kijker, aantal=1).zaken[0].dossier_id
    yield "coa-zaak", reverse("partner:zaak", args=[zaak])
    yield "zorg-melden", reverse("partner:stuur", args=[zaak, "zorg"])


def bureau(naam: str) -> Callable[[Medewerker], Iterator[tuple[str, str]]]:
    """The desk of one other partner."""

    def _bladen(_kijker: Medewerker) -> Iterator[tuple[str, str]]:
        yield naam, reverse("partner:begin")

    return _bladen


# Whose pages they are, by log-in of the demo.
BLADEN: Final[dict[str, Callable[[Medewerker], Iterator[tuple[str, str]]]]] = {
    "noor.haverkamp": bladen,
    "jasmijn.terpstra": bladen_van_de_manager,
    "fleur.de.wit": bladen_van_beheer,
    "marieke.postma": bladen_van_coa,
    "sander.kuipers": bureau("avim"),
    "bas.oosterhof": bureau("kmar"),
    "yara.nijland": bureau("iom"),
    "lotte.van.rijn": bladen_van_de_inspecteur,
}
# And those of the demo with the sample of 2022, which this command takes where that demo is.
VAN_HET_RAPPORT: Final = {"jasmijn.terpstra": bladen_van_2022}


def is_rapport() -> bool:
    merk = lees_merk()
    return merk is not None and merk[1] == "inspectie-2022"


def sessie(kijker: Medewerker) -> str:
    """A session as the log-in page would have given it."""
    client = Client()
    client.force_login(kijker)
    sessie_ = client.session
    # As the log-in page of a demo writes it; a session without a proof is ended at its first page.
    sessie_[FACTOR] = MET_WACHTWOORD_ALLEEN
    sessie_.save()
    return client.cookies[settings.SESSION_COOKIE_NAME].value


class Zwijgend(WSGIRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """Say nothing: the pages are looked at by this command alone."""


@contextmanager
def server() -> Iterator[str]:
    """The program on a free port of this machine, for as long as the pictures take."""
    with make_server(
        "127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), handler_class=Zwijgend
    ) as dienst:
        draad = threading.Thread(target=dienst.serve_forever, daemon=True)
        draad.start()
        yield f"http://127.0.0.1:{dienst.server_port}"
        dienst.shutdown()


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium without a window; its driver is among what the tests install."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only who makes pictures has it
    except ImportError as fout:
        raise CommandError(
            "Hiervoor is nodig wat de tests gebruiken: draai eerst ./verantwoord test --version."
        ) from fout
    pad = shutil.which("chromium") or shutil.which("chromium-browser")
    if pad is None:
        raise CommandError("Chromium is hier niet gevonden. Installeer chromium en probeer het opnieuw.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=Path(pad), args=list(STIL))
        yield chromium
        chromium.close()
