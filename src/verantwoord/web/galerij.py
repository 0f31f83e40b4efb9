"""Examples for the gallery. Every name and every number in it is invented."""

import datetime as dt
from typing import Any

from django import forms

from verantwoord.web.formulier import DatumField, Formulier, Keuze
from verantwoord.web.grafiek.interval import Meetregel, Meting
from verantwoord.web.grafiek.stroken import Schaal, Strook
from verantwoord.web.grafiek.verloop import Balk, Punt, Rij, Verloop
from verantwoord.web.onderdelen.tekens import MARKS
from verantwoord.web.waarden import (
    Chip,
    Feit,
    Frame,
    Gebruiker,
    Kolom,
    NavItem,
    Routestap,
    Stap,
    Tab,
    Teller,
    Tijdlijnregel,
    Verschilonderdeel,
    Verwijzing,
    Zoek,
)

VANDAAG = dt.date(2022, 9, 15)
HIER = "/onderdelen/"


class Voorbeeldformulier(Formulier):
    """One field of each kind."""

    reden = forms.CharField(label="Reden", help_text="In één of twee zinnen")
    datum = DatumField(label="Datum van het gesprek", help_text="Bijvoorbeeld 22 9 2022")
    tolk = forms.ChoiceField(
        label="Tolk",
        widget=forms.RadioSelect,
        choices=[
            ("kamer", Keuze("In de kamer", "Arabisch (Iraaks)")),
            ("telefoon", "Aan de telefoon"),
            ("geen", Keuze("Geen tolk, want …", "U vult in welke taal u samen spreekt.")),
        ],
    )
    mogelijkheden = forms.MultipleChoiceField(
        label="Mogelijkheden",
        help_text="Kruis aan wat u heeft uitgelegd.",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("iom", Keuze("Hulp van de IOM", "reis, herintegratie, zakgeld")),
            ("ngo", "Projecten van ngo’s"),
            ("bijdrage", "Bijdrage van de DT&V"),
        ],
        required=False,
    )
    fase = forms.ChoiceField(
        label="Fase", choices=[("", "Alle fasen"), ("z", "Zitting bekend")], required=False
    )
    woorden = forms.CharField(
        label="Wat wilt u zelf, als u zou gaan?",
        help_text="Schrijf op wat de heer Al-Jabouri zegt, zoals de tolk het vertaalt.",
        widget=forms.Textarea({"class": "vw-eigen-woorden", "rows": 4}),
    )
    niets_gezegd = forms.BooleanField(
        label="Hij wilde hier vandaag niets over zeggen",
        help_text="Dat mag. Het heeft geen gevolgen.",
        required=False,
    )
    toestemming = forms.ChoiceField(
        label="Mag de ggz informatie over u geven?",
        widget=forms.RadioSelect({"class": "vw-keuzeknoppen"}),
        choices=[
            ("ja", "Ja, dat mag"),
            ("nee", "Nee, dat mag niet"),
            ("later", "Ik wil eerst met iemand praten"),
        ],
        required=False,
    )


def voorbeelden() -> dict[str, Any]:
    """Return everything the gallery shows."""
    form = Voorbeeldformulier(
        {
            "reden": "Zij wil eerst met haar advocaat praten",
            "datum_dag": "31",
            "datum_maand": "9",
            "datum_jaar": "2022",
            "tolk": "kamer",
            "mogelijkheden": ["iom"],
            "woorden": "",
        }
    )
    return {
        "frame": FRAME,
        "vandaag": VANDAAG,
        "tekens": list(MARKS),
        "form": form,
        "pad": [Verwijzing("Mijn dossiers", HIER), Verwijzing("D-2022-004817")],
        "kopfeiten": [
            Feit("V-nummer", "281 447 9053"),
            Feit("Verblijf", "azc Assen"),
            Feit("Gezin", "4 personen"),
            Feit("Regievoerder", "Noor Haverkamp"),
        ],
        "stappen": STAPPEN,
        "stappen_opgeschort": STAPPEN_OPGESCHORT,
        "tabs": TABS,
        "bronnen": [
            Verwijzing("Rapport Inspectie, paragraaf 3.1", HIER),
            Verwijzing("Vreemdelingencirculaire A4/2.2", HIER),
        ],
        "plichten": PLICHTEN,
        "tellers": TELLERS,
        "chips": [Chip("uiterlijk vóór 1 oktober 2022", HIER), Chip("locatie: vbl Ter Apel", HIER)],
        "feiten": [
            Feit("Geboren", "4 maart 1984 (38 jaar)"),
            Feit("Nationaliteit", "Iraakse, volgens de IND"),
            Feit("Beroep", "elektricien, 14 jaar"),
        ],
        "regels": REGELS,
        "route": ROUTE,
        "kolommen": [
            Kolom("Persoon"),
            Kolom("Volgende plicht"),
            Kolom("Verblijf"),
            Kolom("Gesprek"),
            Kolom("Toetsing"),
            Kolom("Open wensen", getal=True),
        ],
        "onderdelen": VERSCHILLEN,
        "verloop": VERLOOP,
        "metingen": METINGEN,
        "stroken": STROKEN,
        "schaal": Schaal(0, 5, norm=3),
    }


FRAME = Frame(
    nav=(
        NavItem("Dossiers", HIER, huidig=True),
        NavItem("Agenda", HIER),
        NavItem("Overleg", HIER),
        NavItem("Kwaliteit", HIER),
        NavItem("Kennis", HIER),
    ),
    zoek=Zoek(HIER, "Naam, V-nummer of dossier"),
    gebruiker=Gebruiker("Noor Haverkamp", "Regievoerder, azc Assen", HIER),
    voet=(
        Verwijzing("Toegankelijkheid", HIER),
        Verwijzing("Privacy en inzage", HIER),
        Verwijzing("Toetscombinaties", HIER),
    ),
)
STAPPEN = [
    Stap("Ontvangen", "gedaan", "18 juli 2022"),
    Stap("Gesprek 1", "gedaan", "gevoerd 28 juli"),
    Stap("Zitting en gesprek 2", "nu", "nu · zitting 6 oktober"),
    Stap("Uitspraak en gesprek 3", "straks", "datum nog niet bekend"),
    Stap("Vertrek", "straks", "nog niet aan de orde"),
    Stap("Gesloten", "straks"),
]
STAPPEN_OPGESCHORT = [
    Stap("Ontvangen", "gedaan", "18 juli 2022"),
    Stap("Gesprek 1", "gedaan", "gevoerd 28 juli"),
    Stap("Zitting en gesprek 2", "gedaan", "6 oktober"),
    Stap("Uitspraak en gesprek 3", "gedaan", "17 november, ongegrond"),
    Stap("Vertrek", "opgeschort", "opgeschort sinds 1 december"),
    Stap("Gesloten", "straks"),
]
TABS = [
    Tab("Overzicht", HIER, huidig=True),
    Tab("Gesprekken", HIER, 2),
    Tab("Toetsing", HIER),
    Tab("Vertrekplan", HIER),
    Tab("Reisdocument", HIER),
    Tab("Wensen", HIER, 2),
    Tab("Overleg", HIER),
    Tab("Toezicht", HIER),
    Tab("Vertrek", HIER),
    Tab("Documenten", HIER, 14),
    Tab("Tijdlijn", HIER),
    Tab("Inzage", HIER),
]
PLICHTEN = [
    {
        "titel": "Wens beantwoorden",
        "uitleg": "De heer Al-Jabouri schreef op 29 augustus dat hij zijn gereedschap wil meenemen. Hij heeft nog geen antwoord.",
        "datum": dt.date(2022, 9, 12),
        "bron": "werkafspraak wensen 2.1",
        "afwijken_url": HIER,
        "actie": "Beantwoord de wens",
    },
    {
        "titel": "Strategie bespreken in het LKO",
        "uitleg": "Er is een nieuwe aanwijzing sinds de laatste bespreking op 9 augustus.",
        "datum": dt.date(2022, 9, 15),
        "bron": "Leidraad Terugkeer en Vertrek, LKO",
        "actie": "Zet op de agenda",
    },
    {
        "titel": "Gesprek 2 voeren",
        "uitleg": "De zittingsdatum is sinds vandaag bekend. Gesprek 2 staat gepland op donderdag 22 september om 10.00 uur.",
        "datum": dt.date(2022, 10, 5),
        "bron": "procesprotocol A5, v2.9",
        "actie": "Bereid gesprek 2 voor",
    },
]
TELLERS = [
    Teller(2, "Vandaag", HIER, "gesprek 3 en een LKO-punt"),
    Teller(7, "Deze week", HIER, "tot en met zondag 18 september"),
    Teller(3, "Te laat", HIER, "oudste sinds maandag 12 september", teken="te-laat"),
]
REGELS = [
    Tijdlijnregel(
        "vandaag 09.12",
        "Zittingsdatum vastgelegd",
        oud="onbekend",
        nieuw="6 oktober 2022",
        bron="Bericht van de IND, verwerkt door het systeem",
        icoon="brief",
    ),
    Tijdlijnregel(
        "ma 12 sep 16.40",
        "Wens toegevoegd",
        nieuw="“Mijn dochter wil haar schooljaar hier afmaken.”",
        bron="Karim al-Jabouri, via het portaal",
        icoon="citaat",
    ),
    Tijdlijnregel(
        "vr 2 sep 11.05",
        "Nieuwe aanwijzing schrijnend",
        nieuw="overlijden van zijn zus in Zwolle",
        bron="Gemeld door de gemachtigde; toetsing schrijnend heropend",
        icoon="vlag",
    ),
    Tijdlijnregel(
        "do 28 jul 10.00",
        "Gesprek 1 gevoerd",
        tekst="met tolk, verslag afgerond op 29 juli",
        bron="Noor Haverkamp",
        icoon="gesprek",
    ),
]
ROUTE = [
    Routestap(
        "gedaan",
        "Toestemming huisarts gegeven",
        "geldig tot en met 15 februari 2023, intrekken kan altijd",
        "16 aug",
    ),
    Routestap("gepland", "Toestemming ggz gevraagd", "nog geen keuze, dat mag", "12 sep"),
    Routestap("nu", "Advies BMA", "gevraagd door de IND", "verwacht 21 okt", huidig=True),
    Routestap("ontbreekt", "Besluit IND", stil=True),
]
VERSCHILLEN = [
    Verschilonderdeel(
        "Strategie",
        "Inzetten op zelfstandig vertrek via de IOM, gevolgd door gedwongen vertrek na een ongegrond beroep.",
        "Inzetten op zelfstandig vertrek met het project Herstart met een vak. De intake start nu. Vertrek pas na een ongegrond beroep.",
    ),
    Verschilonderdeel(
        "Opvang",
        "Opvang eindigt vier weken na de uitspraak.",
        "Opvang eindigt vier weken na de uitspraak. Aan het COA is gevraagd om te verlengen tot het einde van het schooljaar.",
    ),
    Verschilonderdeel(
        "Acties", "Hij vraagt een brief aan zijn broer.", "Hij vraagt een brief aan zijn broer."
    ),
]
VERLOOP = Verloop(
    vandaag=VANDAAG,
    van=dt.date(2022, 7, 8),
    tot=dt.date(2022, 12, 31),
    rijen=(
        Rij(
            "Procedure",
            (
                Balk(dt.date(2022, 7, 22), VANDAAG, "gebeurd", "Beroep bij de rechtbank", "Beroep"),
                Balk(VANDAAG, dt.date(2022, 10, 6), "vast"),
            ),
            (Punt(dt.date(2022, 7, 14), "gedaan"), Punt(dt.date(2022, 10, 6), "gepland", "zitting 6 okt")),
        ),
        Rij(
            "Opvang",
            (
                Balk(dt.date(2022, 7, 8), VANDAAG, "gebeurd", "Recht op opvang", "Opvang"),
                Balk(VANDAAG, dt.date(2022, 11, 17), "vast", "zolang het beroep loopt"),
                Balk(dt.date(2022, 11, 17), dt.date(2022, 12, 15), "verwacht", "4 weken*"),
            ),
        ),
        Rij(
            "Vertrektermijn",
            (Balk(dt.date(2022, 11, 17), dt.date(2022, 12, 15), "verwacht", "28 dagen*"),),
            opmerking="begint pas na een ongegrond beroep",
        ),
        Rij(
            "Gesprekken",
            punten=(
                Punt(dt.date(2022, 7, 28), "gedaan", "1"),
                Punt(dt.date(2022, 9, 22), "gepland", "2, op 22 sep"),
                Punt(dt.date(2022, 11, 22), "ontbreekt", "3*"),
            ),
        ),
        Rij(
            "Toetsingen",
            punten=(
                Punt(dt.date(2022, 7, 28), "gedaan", "vier vragen", "4"),
                Punt(dt.date(2022, 9, 2), "aanwijzing", "schrijnend"),
            ),
        ),
        Rij(
            "LP",
            (
                Balk(
                    dt.date(2022, 7, 28),
                    dt.date(2022, 11, 17),
                    "slot",
                    "ingevuld, op slot tot de uitspraak",
                    "op slot",
                ),
            ),
        ),
        Rij(
            "Artikel 64",
            (
                Balk(dt.date(2022, 8, 19), VANDAAG, "gebeurd", "aanvraag", "vraag"),
                Balk(VANDAAG, dt.date(2022, 10, 21), "vast", "advies BMA", "BMA"),
            ),
        ),
    ),
)
METINGEN = (
    Meetregel("Medische bijzonderheden", Meting(58.5, 52, 65), Meting(86, 84, 88)),
    Meetregel("Buiten schuld", Meting(22.5, 17, 29), Meting(70, 68, 73)),
    Meetregel("Schrijnende omstandigheden", Meting(10, 7, 15), Meting(60, 57, 63)),
    Meetregel("Mensenhandel", Meting(18.5, 14, 24), None, "niet getoond: minder dan 5 dossiers"),
    Meetregel("Vertrekstrategie beschreven", Meting(64, 57, 70), Meting(97, 95, 99)),
)
STROKEN = (
    Strook("gl Emmen", (2.7, 2.9, 3.0, 3.2, 3.4, 3.6, 4.2)),
    Strook("azc Assen", (2.1, 2.4, 2.6, 2.8, 2.8, 2.9, 3.0, 3.1, 3.1, 3.3, 3.9)),
    Strook("azc Drachten", niet_getoond="niet getoond: minder dan 5 regievoerders"),
)
PORTAAL: dict[str, dict[str, Any]] = {
    "nl": {
        "groet": "Dag Karim",
        "datum": "Donderdag 15 september 2022",
        "waar": "Waar ben ik nu?",
        "route": [
            Routestap("gedaan", "Besluit van de IND", "afgewezen op 14 juli 2022"),
            Routestap(
                "nu",
                "U bent hier: beroep bij de rechter",
                "U mag in Nederland blijven tot de rechter heeft beslist.",
                huidig=True,
            ),
            Routestap(
                "gepland",
                "Zitting bij de rechtbank in Groningen",
                "donderdag 6 oktober 2022. Uw advocaat gaat mee.",
            ),
            Routestap("niet-begonnen", "Uitspraak van de rechter", "We weten de datum nog niet."),
        ],
        "afspraak": "Uw volgende afspraak",
        "wanneer": "Donderdag 22 september, 10.00 uur",
        "ja": "Ik kom",
        "nee": "Ik kan dan niet",
        "wens": "Wat wilt u zelf?",
        "nieuw": "Nieuwe wens",
        "hint": "U mag in uw eigen taal schrijven. Wat u typt blijft bewaard, ook zonder internet.",
        "verstuur": "Verstuur",
    },
    "ar": {
        "groet": "مرحبًا كريم",
        "datum": "الخميس 15 أيلول (سبتمبر) 2022",
        "waar": "أين أنا الآن؟",
        "route": [
            Routestap("gedaan", "قرار دائرة الهجرة IND", "رُفض الطلب في 14 تموز (يوليو) 2022"),
            Routestap(
                "nu",
                "أنت هنا: الاستئناف أمام المحكمة",
                "يحق لك البقاء في هولندا حتى يصدر قرار القاضي.",
                huidig=True,
            ),
            Routestap(
                "gepland", "الجلسة في محكمة Groningen", "الخميس 6 تشرين الأول (أكتوبر). سيكون محاميك معك."
            ),
            Routestap("niet-begonnen", "قرار القاضي", "لا نعرف الموعد بعد."),
        ],
        "afspraak": "موعدك القادم",
        "wanneer": "الخميس 22 أيلول (سبتمبر)، الساعة 10:00",
        "ja": "سأحضر",
        "nee": "لا أستطيع الحضور في هذا الموعد",
        "wens": "ماذا تريد أنت؟",
        "nieuw": "رغبة جديدة",
        "hint": "يمكنك الكتابة بلغتك. ما تكتبه يبقى محفوظًا حتى بدون إنترنت.",
        "verstuur": "إرسال",
    },
}
