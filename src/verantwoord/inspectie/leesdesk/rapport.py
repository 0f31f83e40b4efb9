"""The report of what was read: a PDF and its data, made from nothing but what the onderzoek holds.

Made again from the same data it gives the same bytes: no clock, no random order, no name. The PDF may be published, so it
has no seed (with the seed and the numbers of dossiers one works out which were drawn), no letter of an assessor beside a
judgment, and no count from one to four. The data are for the file of the Inspectie: with them everything can be worked out
again. The texts that were read and the reasons, which may say who it is, are in neither.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, Final

import msgspec
from django.utils import translation

from verantwoord.inspectie.leesdesk.getallen import heel, komma, marge, marge_van_kappa, procent
from verantwoord.inspectie.leesdesk.models import Naammelding
from verantwoord.inspectie.leesdesk.pseudonimiseren import VERSIE
from verantwoord.inspectie.leesdesk.queries import (
    Gelezen,
    gelezen,
    middelen_van,
    oordeelregels,
    populatiemeting_of,
)
from verantwoord.inspectie.leesdesk.uitkomst import (
    Uitkomst,
    Vraag,
    overeenstemming,
    uitkomsten,
)
from verantwoord.inspectie.models import Onderzoek
from verantwoord.kern.beoordelaars import KOLOMMEN, Vergelijking
from verantwoord.kern.beoordelaars import Oordeel as Oordeelregel
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.statistiek import Aandeel
from verantwoord.kern.statistiek.schatting import Deelgroep
from verantwoord.kwaliteit.publicatie.tabel import MINSTENS, MINSTENS_GEVOELIG
from verantwoord.toegang.models import Medewerker
from verantwoord.web import pdf

FORMAAT: Final = "verantwoord.onderzoeksrapport/3"
# Of which day a file in the ZIP says to be: none, and the earliest that the format knows.
_GEEN_DAG: Final = (1980, 1, 1, 0, 0, 0)


class Inhoud(msgspec.Struct, frozen=True, kw_only=True):
    """All that the report is made of."""

    onderzoek: Onderzoek
    vragen: tuple[Vraag, ...]
    exemplaren: tuple[Gelezen, ...]
    uitkomsten: tuple[Uitkomst, ...]
    overeenstemming: tuple[Vergelijking, ...]
    middelen: tuple[str, ...]
    lezers: int
    vervangen: tuple[str, ...]
    verborgen: int

    @property
    def regels(self) -> list[Oordeelregel]:
        return oordeelregels(self.exemplaren)


def inhoud_of(onderzoek: Onderzoek, *, viewer: Medewerker) -> Inhoud:
    """Everything that was found, as the viewer may see it: nothing until every copy was read by two."""
    vragen = tuple(Vraag(code=c.code, vraag=c.vraag, deel=c.deel) for c in onderzoek.criteria.all())
    exemplaren = gelezen(onderzoek, viewer=viewer)
    meting = populatiemeting_of(onderzoek, viewer=viewer)
    gemeten = (meting.dossiers, meting.delen) if meting else None
    strata = {stratum["naam"]: stratum["populatie"] for stratum in onderzoek.trekking.strata}
    return Inhoud(
        onderzoek=onderzoek,
        vragen=vragen,
        exemplaren=tuple(exemplaren),
        uitkomsten=tuple(uitkomsten(vragen, exemplaren, populaties=strata, gemeten=gemeten))
        if exemplaren
        else (),
        overeenstemming=tuple(overeenstemming(oordeelregels(exemplaren), vragen)),
        middelen=tuple(middelen_van(onderzoek)),
        lezers=onderzoek.lezers.count(),
        vervangen=tuple(
            onderzoek.trekking.getrokken.filter(vervangt__isnull=False)
            .order_by("stratum__volgorde", "volgorde")
            .values_list("stratum__naam", flat=True)
        ),
        verborgen=Naammelding.objects.filter(leesexemplaar__onderzoek=onderzoek).count(),
    )


def maak_pdf(inhoud: Inhoud) -> bytes:
    """The report as a tagged PDF, in Dutch."""
    with translation.override("nl"):
        return pdf.maak_pdf(pdf.DOCUMENT, _document(inhoud))


def maak_zip(inhoud: Inhoud, *, rapport: bytes) -> bytes:
    """The PDF with its data: every choice, every judgment by pseudonym, every table; and the digest of each file."""
    bestanden = {
        "rapport.pdf": rapport,
        "keuzes.json": _json(keuzes(inhoud)),
        "oordelen.csv": als_csv(inhoud.regels),
        "eindoordelen.csv": _csv(
            ("dossier", "stratum", "criterium", "oordeel"),
            (
                (e.code, e.stratum, code, oordeel)
                for e in inhoud.exemplaren
                for code, oordeel in e.eind.items()
            ),
        ),
        "automatische-meting.csv": _csv(
            ("dossier", "deel", "gevonden"),
            (
                (e.code, deel, "ja" if gevonden else "nee")
                for e in inhoud.exemplaren
                for deel, gevonden in sorted(e.gemeten.items())
            ),
        ),
        "uitkomsten.json": _json(
            {"uitkomsten": inhoud.uitkomsten, "overeenstemming": inhoud.overeenstemming}
        ),
    }
    regels = "".join(f"{sha256(bytes_).hexdigest()}  {naam}\n" for naam, bytes_ in sorted(bestanden.items()))
    bestanden["SHA256SUMS"] = regels.encode()
    uit = io.BytesIO()
    # Stored as they are: how hard a library squeezes differs from one version to the next.
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as pak:
        for naam, bytes_ in sorted(bestanden.items()):
            bestand = zipfile.ZipInfo(naam, date_time=_GEEN_DAG)
            bestand.external_attr, bestand.create_system = 0o644 << 16, 3
            pak.writestr(bestand, bytes_)
    return uit.getvalue()


def keuzes(inhoud: Inhoud) -> dict[str, Any]:
    """Every choice that was made, from the question to how small counts are kept in."""
    onderzoek, trekking = inhoud.onderzoek, inhoud.onderzoek.trekking
    return {
        "schema": FORMAAT,
        "onderzoek": {
            "titel": onderzoek.titel,
            "vraag": onderzoek.vraag,
            "deelvragen": onderzoek.deelvragen,
            "normen": onderzoek.normen,
            "afbakening": onderzoek.afbakening,
            "peildatum": trekking.peildatum.isoformat(),
        },
        "steekproef": {
            "strata": trekking.strata,
            "locaties": {s.naam: s.locaties for s in onderzoek.strata.all()},
            "seed": trekking.seed,
            "algoritme": trekking.algoritme,
            "populatie": trekking.populatie,
            "populatie_sha256": trekking.populatie_sha256,
            "trekking_sha256": trekking.trekking_sha256,
            "vervangen": list(inhoud.vervangen),
        },
        "lezen": {
            "criteria": [
                {"code": c.code, "vraag": c.vraag, "toelichting": c.toelichting, "meting": c.deel}
                for c in onderzoek.criteria.all()
            ],
            "beoordelaars": inhoud.lezers,
            "rollen": "inspecteurs; twee per dossier, los van elkaar; een derde beslist waar zij verschillen",
            "namen_weg": list(inhoud.middelen),
            "gemelde_namen": inhoud.verborgen,
            "exemplaren": {e.code: e.sha256 for e in inhoud.exemplaren},
        },
        "versies": {"pseudoniem": VERSIE, "rapport": FORMAAT},
        "onderdrukking": {
            "minstens": MINSTENS,
            "minstens_gezondheid": MINSTENS_GEVOELIG,
            "geldt_voor": "rapport.pdf",
        },
    }


def als_csv(regels: Iterable[Oordeelregel]) -> bytes:
    """The file that ``compare-beoordelaars`` reads."""
    return _csv(KOLOMMEN, regels)


def _csv(kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> bytes:
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, lineterminator="\n")
    schrijver.writerow(kop)
    schrijver.writerows(rijen)
    return uit.getvalue().encode()


def _json(waarde: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(waarde, order="deterministic"), indent=2) + b"\n"


# The PDF.


def _document(inhoud: Inhoud) -> dict[str, Any]:
    onderzoek, trekking = inhoud.onderzoek, inhoud.onderzoek.trekking
    return {
        "titel": onderzoek.titel,
        "boven": "Inspectie, verslag van het dossieronderzoek",
        "voettekst": onderzoek.titel,
        "taal": "nl",
        "feiten": [
            {"naam": "Peildatum", "waarde": voluit(trekking.peildatum)},
            {"naam": "Gelezen", "waarde": f"{len(inhoud.exemplaren)} van {trekking.populatie} dossiers"},
            {"naam": "Beoordelaars", "waarde": f"{inhoud.lezers} inspecteurs, twee per dossier"},
        ],
        "delen": [
            {"kop": "1. De vraag", "alineas": _regels(onderzoek.vraag), "lijst": onderzoek.deelvragen},
            {
                "kop": "2. De normen",
                "lijst": [_norm(norm) for norm in onderzoek.normen] or ["Er zijn geen normen gekozen."],
            },
            *_steekproef(inhoud),
            *_lezen(inhoud),
            {
                "kop": "5. Uitkomsten",
                "alineas": [
                    "Het deel geldt voor alle dossiers: ieder stratum weegt zo zwaar als het groot is. De marge is die van 95 procent.",
                ],
                "tabel": {
                    "kolommen": [
                        "Criterium",
                        "Ja",
                        "Nee",
                        "Niet te beoordelen",
                        "Deel van alle dossiers",
                        "Marge",
                    ],
                    "breedtes": [4, 1, 1, 2, 2, 2],
                    "rijen": [_uitkomstrij(uitkomst) for uitkomst in inhoud.uitkomsten],
                },
            },
            {
                "kop": "6. Overeenstemming tussen beoordelaars",
                "alineas": [
                    (
                        "Gelijk is het deel van de oordelen dat overeenkomt. Kappa en alfa houden rekening met toeval: 1 is steeds "
                        "gelijk, 0 is niet beter dan toeval. Een streepje: er valt niets te vergelijken, of er is maar één soort oordeel."
                    )
                ],
                "tabel": {
                    "kolommen": ["Criterium", "Dossiers", "Gelijk", "Kappa en marge", "Alfa"],
                    "breedtes": [4, 1, 1, 3, 1],
                    "rijen": [_eensrij(v, inhoud.uitkomsten) for v in inhoud.overeenstemming],
                },
            },
            *_automaat(inhoud),
            _verantwoording(inhoud),
        ],
    }


def _steekproef(inhoud: Inhoud) -> list[dict[str, Any]]:
    trekking = inhoud.onderzoek.trekking
    locaties = {s.naam: s.locaties for s in inhoud.onderzoek.strata.all()}
    vervangen = len(inhoud.vervangen)
    return [
        {
            "kop": "3. De steekproef",
            "tabel": {
                "kolommen": ["Stratum", "Waar", "Dossiers", "Getrokken"],
                "breedtes": [2, 4, 1, 1],
                "rijen": [
                    [
                        stratum["naam"],
                        ", ".join(locaties.get(stratum["naam"], [])) or "alle andere",
                        str(stratum["populatie"]),
                        str(stratum["aantal"]),
                    ]
                    for stratum in trekking.strata
                ],
            },
        },
        {
            "alineas": [
                (
                    f"Vervangen dossiers: {vervangen}. Een dossier dat niet te lezen was, is vervangen door het volgende in de "
                    "volgorde van de trekking."
                ),
                (
                    "Met de controlegetallen hieronder en de gegevens in het onderzoeksdossier kan iedereen met toegang de trekking "
                    "nadoen. De seed staat niet in dit verslag, omdat daarmee is uit te rekenen welke dossiers zijn gelezen."
                ),
            ],
            "lijst": [
                f"Algoritme: {trekking.algoritme}",
                f"SHA-256 van de populatie: {trekking.populatie_sha256}",
                f"SHA-256 van de trekking: {trekking.trekking_sha256}",
            ],
        },
    ]


def _lezen(inhoud: Inhoud) -> list[dict[str, Any]]:
    return [
        {
            "kop": "4. Het lezen",
            "alineas": [
                (
                    "Twee inspecteurs lazen ieder dossier zonder elkaars oordeel en zonder de automatische meting te zien. Waar zij "
                    "verschilden, besliste een derde."
                ),
                (
                    "Zij lazen kopieën waaruit namen, nummers, plaatsen en landen zijn vervangen. Dat lukt nooit helemaal. "
                    f"Tijdens het lezen zijn {inhoud.verborgen} namen of nummers alsnog gemeld en verborgen."
                ),
                "Datums zijn niet veranderd, omdat termijnen en volgorde anders niet te beoordelen zijn.",
            ],
            "lijst": [f"{v.vraag} ({v.code})" for v in inhoud.vragen],
        }
    ]


def _automaat(inhoud: Inhoud) -> list[dict[str, Any]]:
    rijen = [_automaatrij(uitkomst) for uitkomst in inhoud.uitkomsten if uitkomst.automaat is not None]
    if not rijen:
        return []
    return [
        {
            "kop": "7. De automatische meting naast de beoordelaars",
            "alineas": [
                (
                    "Gevoeligheid: het deel van de dossiers met een ja waarin ook de meting het vond. Specificiteit: het deel met een "
                    "nee waarin ook de meting het niet vond. Ook hier weegt ieder stratum zo zwaar als het groot is. Gecorrigeerd: het "
                    "gemeten deel van alle dossiers, rekening houdend met die fouten (Rogan en Gladen)."
                ),
            ],
            "tabel": {
                "kolommen": ["Criterium", "Gevoeligheid", "Specificiteit", "Gemeten", "Gecorrigeerd"],
                "breedtes": [3, 2, 2, 2, 2],
                "rijen": rijen,
            },
        }
    ]


def _verantwoording(inhoud: Inhoud) -> dict[str, Any]:
    return {
        "kop": "8. Verantwoording",
        "lijst": [
            f"Namen vervangen met: {', '.join(inhoud.middelen)}",
            (
                f"Waar in minder dan {MINSTENS} dossiers ja of nee is geoordeeld, en bij gezondheid in minder dan "
                f"{MINSTENS_GEVOELIG}, noemt dit verslag geen aantal, geen deel en geen kappa."
            ),
            "Hoe vaak iets niet te beoordelen was en hoe vaak de meting het mis had, staat er wel: dat gaat over de registratie.",
            "Wie beoordeelde staat hier als rol, niet als naam.",
            f"Vorm van dit verslag: {FORMAAT}",
            f"SHA-256 van alle keuzes: {sha256(_json(keuzes(inhoud))).hexdigest()}",
        ],
    }


def _norm(norm_id: str) -> str:
    norm = REGISTER.get(norm_id)
    return f"{norm.titel} ({norm_id})" if norm else norm_id


def _regels(tekst: str) -> list[str]:
    return [regel for regel in tekst.splitlines() if regel.strip()]


def _uitkomstrij(uitkomst: Uitkomst) -> list[str]:
    vraag = uitkomst.vraag.vraag
    if uitkomst.te_klein:
        return [vraag, "niet gegeven", "niet gegeven", str(uitkomst.niet), "niet gegeven", ""]
    schatting = uitkomst.schatting
    return [
        vraag,
        str(uitkomst.ja),
        str(uitkomst.nee),
        str(uitkomst.niet),
        procent(schatting.deel) if schatting else "te weinig gelezen",
        marge(schatting.interval) if schatting else "",
    ]


def _eensrij(v: Vergelijking, uitkomsten: Sequence[Uitkomst]) -> list[str]:
    """How far the assessors agree; of few yes or few no without kappa and alpha, from which those could be worked out."""
    uitkomst = next(uitkomst for uitkomst in uitkomsten if uitkomst.vraag.code == v.criterium)
    vraag, gelijk = uitkomst.vraag.vraag, "–" if v.overeenstemming is None else procent(v.overeenstemming)
    if uitkomst.te_klein:
        return [vraag, str(v.n), gelijk, "niet gegeven", "niet gegeven"]
    kappa, van_tot = komma(v.kappa), marge_van_kappa(v)
    if van_tot:
        kappa = f"{kappa} ({van_tot})"
    return [vraag, str(v.n), gelijk, kappa, komma(v.alpha)]


def _automaatrij(uitkomst: Uitkomst) -> list[str]:
    automaat = uitkomst.automaat
    assert automaat is not None  # noqa: S101 - asked by who calls
    corr = automaat.gecorrigeerd
    minstens = uitkomst.vraag.minstens
    gemeten = _deel(automaat.gemeten, minstens=minstens)
    if uitkomst.te_klein:
        return [uitkomst.vraag.vraag, "niet gegeven", "niet gegeven", gemeten, "niet gegeven"]
    return [
        uitkomst.vraag.vraag,
        _gewogen(automaat.gevoelig, minstens=minstens),
        _gewogen(automaat.specifiek, minstens=minstens),
        gemeten,
        f"{procent(corr.deel)} ({marge(corr.interval)})" if corr else "niet te zeggen",
    ]


def _deel(deel: Aandeel, *, minstens: int) -> str:
    """A share with its margin. One of too few, of a few alone, or of all but a few, is not given."""
    klein = 0 < deel.aantal < minstens or 0 < deel.van - deel.aantal < minstens
    if deel.van < minstens or deel.interval is None or klein:
        return "niet gegeven" if deel.van else "geen dossiers"
    laag, hoog = deel.interval
    return f"{deel.afgerond}% ({heel(laag)} tot {heel(hoog)}%)"


def _gewogen(deel: Deelgroep | None, *, minstens: int) -> str:
    """A weighed share with its margin; of too few, or of a few alone, it is not given."""
    if deel is None:
        return "geen dossiers"
    if deel.van < minstens or 0 < deel.aantal < minstens:
        return "niet gegeven"
    return f"{procent(deel.deel)} ({marge(deel.interval)})"
