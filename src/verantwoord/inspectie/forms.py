"""One form an act of an onderzoek. What an act needs besides is judged in the action; nothing typed is lost."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.inspectie.models import (
    Aanbeveling,
    Cijferopmerking,
    Onderzoek,
    Onderzoeker,
    Reactie,
    Voorlegging,
)
from verantwoord.inspectie.opvolging import maten
from verantwoord.kern.normen import NORMEN, Norm
from verantwoord.toegang.rechten import ORGANISATIES, Organisatie, Recht, heeft_recht
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, Keuze, TekstField

# To whom a recommendation can be made: who has somebody that may answer it.
GEADRESSEERDEN: Final = tuple(
    organisatie
    for organisatie in Organisatie
    if any(
        heeft_recht(rol, Recht.AANBEVELING_BEANTWOORDEN) and organisatie in organisaties
        for rol, organisaties in ORGANISATIES.items()
        if len(organisaties) == 1
    )
)
EERSTE_JAAR: Final = 2000


def tekstvak(label: Any, hint: Any = "", *, regels: int = 4, verplicht: bool = True) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=verplicht,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": regels}),
    )


def regelvak(label: Any, hint: Any = "", *, lengte: int = 200, verplicht: bool = True) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=verplicht, max_length=lengte)


def aantalvak(label: Any, hint: Any = "", *, verplicht: bool = True, minstens: int = 1) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=verplicht,
        min_value=minstens,
        max_value=10_000_000,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "vw-kort"}),
        error_messages={"invalid": lui("Schrijf een heel getal, bijvoorbeeld 100.")},
    )


class RegelsField(TekstField):
    """A list, one line each; blank lines and repeats say nothing."""

    def __init__(self, *, langste: int = 1000, **opties: Any) -> None:
        super().__init__(**opties)
        self.langste = langste

    def to_python(self, value: Any) -> Any:
        regels = [" ".join(regel.split()) for regel in super().to_python(value).split("\n")]
        return list(dict.fromkeys(regel for regel in regels if regel))

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)
        if any(len(regel) > self.langste for regel in value):
            raise forms.ValidationError(
                _("Een regel is te lang: hooguit %(n)d tekens.") % {"n": self.langste}
            )

    def run_validators(self, value: Any) -> None:
        super().run_validators("\n".join(value))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value


def vakjes(label: Any, hint: Any = "", *, verplicht: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, help_text=hint, required=verplicht, widget=forms.CheckboxSelectMultiple
    )


def radio(label: Any, keuzes: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=keuzes, widget=forms.RadioSelect)


class Handelingform(Formulier):
    """Base of an act: its title, what it is for, and the words of its button."""

    titel: ClassVar[Any]
    uitleg: ClassVar[Any] = ""
    knop: ClassVar[Any] = lui("Bewaar")

    def __init__(self, *args: Any, onderzoek: Onderzoek | None = None, **kwargs: Any) -> None:
        """``onderzoek`` gives a form the choices that belong to it."""
        super().__init__(*args, **kwargs)
        if onderzoek is not None:
            self.vul_keuzes(onderzoek)

    def vul_keuzes(self, onderzoek: Onderzoek) -> None:
        """Fill what one chooses from."""

    def keuzes(self, veld: str, keuzes: Iterable[tuple[Any, Any]]) -> None:
        keuze = self.fields[veld]
        assert isinstance(keuze, forms.ChoiceField)  # noqa: S101 - named by the form itself
        keuze.choices = list(keuzes)


class OpzetForm(Handelingform):
    titel = lui("De opzet van het onderzoek")
    uitleg = lui("De vraag, de deelvragen en de dag waarop u de dossiers bekijkt.")

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    naam = regelvak(lui("Titel"), lui("Zo staat het onderzoek in de lijst en op het rapport."))
    vraag = tekstvak(
        lui("Onderzoeksvraag"), lui("Eén vraag, waarop de deelvragen samen antwoord geven."), regels=3
    )
    deelvragen = RegelsField(
        label=lui("Deelvragen"),
        help_text=lui("Iedere deelvraag op een eigen regel."),
        required=False,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": 6}),
    )
    afbakening = tekstvak(
        lui("Afbakening"), lui("Wie en wat vallen erbuiten, en waarom."), verplicht=False, regels=3
    )
    peildatum = DatumField(
        label=lui("Peildatum"),
        help_text=lui(
            "U trekt uit de dossiers die op deze dag ontvangen waren, en leest ze zoals ze toen waren."
        ),
        required=False,
    )


class NormenForm(Handelingform):
    titel = lui("Normen")
    uitleg = lui(
        "Waar legt u de praktijk naast? Bij iedere norm staat de bron. Een paar is genoeg: wat u niet kiest, onderzoekt u niet."
    )
    knop = lui("Bewaar de normen")

    buiten = vakjes(
        lui("Over het werk als geheel"),
        lui("Deze normen gaan over een overleg, een opleiding of een meting."),
    )
    dossier = vakjes(lui("Over één dossier"), lui("Deze normen zijn per dossier na te gaan."))

    def vul_keuzes(self, onderzoek: Onderzoek) -> None:
        for veld, bereik in (("buiten", "buiten_dossier"), ("dossier", "dossier")):
            self.keuzes(veld, ((n.id, _norm(n)) for n in NORMEN.values() if n.bereik == bereik))
            self.fields[veld].initial = onderzoek.normen


def _norm(norm: Norm) -> Keuze:
    return Keuze(norm.titel, bron_in_woorden(norm.bron[0]))


class OnderzoekerForm(Handelingform):
    titel = lui("Voeg een onderzoeker toe")
    uitleg = lui("Wie meewerkt, ziet het onderzoek en de steekproef. Alleen inspecteurs werken mee.")
    knop = lui("Voeg toe")

    medewerker = forms.ChoiceField(label=lui("Wie"))
    functie = radio(lui("Als"), Onderzoeker.Functie.choices)


class TabelForm(Handelingform):
    titel = lui("Voeg een tabel toe")
    uitleg = lui(
        "Een tabel per locatie heeft een kolom voor iedere locatie. Zonder locaties is het een lijst."
    )
    knop = lui("Voeg de tabel toe")

    naam = regelvak(lui("Titel van de tabel"), lengte=100)
    locaties = RegelsField(
        label=lui("Locaties"),
        help_text=lui(
            "Iedere locatie op een eigen regel. Laat leeg voor gesprekken die niet bij een locatie horen."
        ),
        required=False,
        max_length=2000,
        langste=100,
        widget=forms.Textarea({"rows": 4}),
    )
    genoemd = aantalvak(
        lui("Aantal dat de tekst van het rapport noemt"),
        lui("Telt de tabel anders op, dan staat het verschil erbij."),
        verplicht=False,
    )


class InterviewForm(Handelingform):
    titel = lui("Leg een interview vast")
    uitleg = lui("Alleen de functie, de organisatie en de plek. Schrijf geen naam op.")
    knop = lui("Leg vast")

    tabel = forms.ChoiceField(label=lui("Tabel"))
    functie = regelvak(lui("Functie"), lui("Bijvoorbeeld: Regievoerder DT&V."), lengte=100)
    organisatie = regelvak(lui("Organisatie"), lengte=100, verplicht=False)
    locatie = forms.ChoiceField(label=lui("Locatie"), required=False)
    op = DatumField(label=lui("Datum"), required=False)
    aantal = aantalvak(lui("Aantal personen"))

    def vul_keuzes(self, onderzoek: Onderzoek) -> None:
        _vul_tabellen(self, onderzoek)


class BezoekForm(Handelingform):
    titel = lui("Leg vast of een overleg is bijgewoond")
    knop = lui("Leg vast")

    tabel = forms.ChoiceField(label=lui("Tabel"))
    overleg = regelvak(lui("Welk overleg"), lengte=20)
    locatie = forms.ChoiceField(label=lui("Locatie"), required=False)
    bijgewoond = radio(lui("Bijgewoond"), (("ja", lui("Ja")), ("nee", lui("Nee"))))
    op = DatumField(label=lui("Datum"), required=False)

    def vul_keuzes(self, onderzoek: Onderzoek) -> None:
        _vul_tabellen(self, onderzoek)


def _vul_tabellen(form: Handelingform, onderzoek: Onderzoek) -> None:
    tabellen = list(onderzoek.interviewtabellen.all())
    form.keuzes("tabel", ((tabel.pk, tabel.titel) for tabel in tabellen))
    locaties = dict.fromkeys(locatie for tabel in tabellen for locatie in tabel.locaties)
    form.keuzes("locatie", [("", lui("Geen locatie")), *((locatie, locatie) for locatie in locaties)])


class BronForm(Handelingform):
    titel = lui("Voeg een document toe")
    uitleg = lui("Wat u voor de deskresearch las.")
    knop = lui("Voeg toe")

    naam = regelvak(lui("Document"))
    herkomst = regelvak(lui("Van wie"), lengte=100)
    van = DatumField(label=lui("Datum van het document"), required=False)
    waarvoor = regelvak(lui("Waarvoor"), lui("Bij welke deelvraag of norm heeft u het gebruikt?"), lengte=300)


class StratumForm(Handelingform):
    titel = lui("Een stratum van de steekproef")
    uitleg = lui("Een stratum is een groep waaruit u een eigen aantal dossiers trekt, zoals vier locaties.")

    naam = regelvak(lui("Naam"), lengte=100)
    aantal = aantalvak(lui("Hoeveel dossiers trekt u eruit"))
    locaties = RegelsField(
        label=lui("Locaties"),
        help_text=lui(
            "Iedere locatie op een eigen regel, zoals Assen of azc Assen. Laat leeg voor iedereen die in geen ander stratum zit."
        ),
        required=False,
        max_length=5000,
        langste=100,
        widget=forms.Textarea({"rows": 5}),
    )


class IntrekForm(Handelingform):
    titel = lui("Trek de seed in")
    uitleg = lui(
        "Daarna kunt u het plan wijzigen. Het blijft te zien dat er een andere seed was, en waarom niet meer."
    )
    knop = lui("Trek de seed in")

    reden = tekstvak(lui("Waarom"), regels=2)


class VervangForm(Handelingform):
    titel = lui("Vervang een dossier")
    uitleg = lui(
        "Alleen als een dossier niet gelezen kan worden. Nooit om wat erin staat: dan is het geen steekproef meer. "
        "Het volgende dossier in de volgorde van de trekking komt ervoor in de plaats."
    )
    knop = lui("Vervang dit dossier")

    reden = tekstvak(lui("Waarom kan dit dossier niet gelezen worden"), regels=3)


class ConclusieForm(Handelingform):
    titel = lui("Een conclusie")

    kop = regelvak(lui("Onderwerp"), lengte=120)
    tekst = tekstvak(lui("Conclusie"), regels=6)
    paragraaf = regelvak(lui("Paragraaf van het rapport"), lengte=40, verplicht=False)


class AanbevelingForm(Handelingform):
    titel = lui("Een aanbeveling")
    uitleg = lui("Wat, aan wie, en waaraan u later ziet of het is gedaan.")

    tekst = tekstvak(lui("Aanbeveling"), regels=5)
    aan = vakjes(lui("Aan wie"), verplicht=True)
    paragraaf = regelvak(lui("Paragraaf van het rapport"), lengte=40, verplicht=False)
    maten = vakjes(
        lui("Te volgen met"),
        lui("Maten van de kwaliteitsmeting. Na publicatie komen ieder half jaar de vaste cijfers erbij."),
    )
    anders_te_zien = tekstvak(
        lui("Wat geen maat zegt"), lui("Waaraan ziet u anders of het is gedaan?"), regels=2, verplicht=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aan"].error_messages["required"] = _("Kies aan wie de aanbeveling is.")
        self.keuzes("aan", ((o.value, o.label) for o in GEADRESSEERDEN))
        self.keuzes("maten", maten().items())

    @staticmethod
    def begin(aanbeveling: Aanbeveling) -> dict[str, Any]:
        return {
            veld: getattr(aanbeveling, veld)
            for veld in ("tekst", "aan", "paragraaf", "maten", "anders_te_zien")
        }


class PubliceerForm(Handelingform):
    titel = lui("Publiceer het rapport")
    uitleg = lui(
        "Daarna verandert er niets meer aan. Wie u iets aanbeveelt, krijgt een melding en geeft voor de gekozen dag een reactie. "
        "De steekproef en de seed blijven alleen voor de onderzoekers te zien."
    )
    knop = lui("Publiceer het rapport")

    op = DatumField(label=lui("Dag van publicatie"))
    vindplaats = regelvak(lui("Waar staat het rapport"), lui("Een kenmerk of een webadres."), lengte=300)
    reactie_voor = DatumField(label=lui("Reactie gevraagd voor"), required=False)


class ReactieForm(Handelingform):
    titel = lui("Reactie op een aanbeveling")
    knop = lui("Geef de reactie")

    standpunt = radio(lui("Uw organisatie"), Reactie.Standpunt.choices)
    tekst = tekstvak(
        lui("Wat u doet, en wanneer het klaar is"),
        lui(
            "Neemt u iets niet over, schrijf dan op waarom. De reactie staat bij het rapport en verandert niet meer."
        ),
        regels=6,
    )


class OpmerkingForm(Handelingform):
    titel = lui("Een opmerking bij een cijfer")
    uitleg = lui(
        "Wat moet iemand weten om dit cijfer goed te lezen? De opmerking gaat overal met het cijfer mee."
    )
    knop = lui("Voeg de opmerking toe")

    soort = forms.ChoiceField(label=lui("Bij welk cijfer"), choices=Voorlegging.choices)
    van_jaar = aantalvak(lui("Van jaar"), minstens=EERSTE_JAAR)
    tot_jaar = aantalvak(lui("Tot en met jaar"), minstens=EERSTE_JAAR)
    aard = radio(lui("Wat voor opmerking"), Cijferopmerking.Aard.choices)
    tekst = tekstvak(lui("Opmerking"), regels=3)
    bron = regelvak(lui("Van wie komt dit"), lui("Een functie of een document, geen naam."))

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        van, tot = schoon.get("van_jaar"), schoon.get("tot_jaar")
        for veld in ("van_jaar", "tot_jaar"):
            if veld in schoon and schoon[veld] > 9999:
                self.add_error(veld, _("Schrijf het jaar met vier cijfers, bijvoorbeeld 2022."))
        if van and tot and tot < van:
            self.add_error("tot_jaar", _("Dit jaar ligt voor het eerste. Draai de twee jaren om."))
        return schoon


class ProcentField(forms.DecimalField):
    """A percentage as people here write it, with a comma or a dot; the value is a fraction."""

    def __init__(self, *, van: str, tot: str, **opties: Any) -> None:
        super().__init__(
            min_value=Decimal(van),
            max_value=Decimal(tot),
            decimal_places=1,
            widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "class": "vw-kort"}),
            **opties,
        )
        self.error_messages["invalid"] = lui("Schrijf een getal, bijvoorbeeld 5 of 2,5.")

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs take it for a whole number
        return super().to_python(re.sub(r"\s*%$", "", str(value or "").strip()).replace(",", "."))


class OmvangForm(Formulier):
    """How many to draw; all of it stands in the address."""

    marge = ProcentField(
        label=lui("Marge, in procentpunten"),
        help_text=lui("Bij 5 ligt een uitkomst van 40 procent tussen 35 en 45 procent."),
        van="0.5",
        tot="25",
    )
    deel = ProcentField(
        label=lui("Welk deel u verwacht, in procenten"),
        help_text=lui("Weet u het niet, vul dan 50 in: dat vraagt de grootste steekproef."),
        van="1",
        tot="99",
    )
    uit = aantalvak(
        lui("Uit hoeveel dossiers"),
        lui("Laat leeg als u het niet weet. Dan is het antwoord nooit te klein."),
        verplicht=False,
    )
