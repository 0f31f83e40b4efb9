"""The form of a talk's report: one page with a list of wishes and a list of agreements in it.

What was typed is kept as the form's own names with their values as lists (``Klad.velden``), so that a wrong date or
half a sentence comes back as it was. Only who finishes the report is asked whether all of it fits.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorList
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.models import Persoon
from verantwoord.vertrekgesprek.forms import JA_NEE, als_ja_nee, ja_nee
from verantwoord.vertrekgesprek.gezinsform import (
    ALLEEN,
    Gezin,
    Kind,
    KindForm,
    Lid,
    LidForm,
    lidverslag,
    tekstveld,
)
from verantwoord.vertrekgesprek.keuzes import WENSSOORTEN, Ondersteuning, Onderwerp, Tolk
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.talen import hij_of_zij, taalkeuzes
from verantwoord.vertrekgesprek.verslag import (
    LANGSTE_AFSPRAAK,
    LANGSTE_TEKST,
    TOETSINGSMOMENTEN,
    VRAGEN,
    Afspraak,
    Kindbelang,
    LPUitGesprek,
    Opbrengst,
    Verslag,
    WensUitGesprek,
)
from verantwoord.web.formulier import PARTS, DatumField, Formulier, Keuze

Velden = dict[str, list[str]]

NIET_BEWAARD: Final = frozenset({"csrfmiddlewaretoken", "versie", "blad", "doe"})
MEESTE_REGELS: Final = 20
OPTIEHINTS: Final = {
    Ondersteuning.IOM_REAN: lui("reis, reisdocument, zakgeld"),
    Ondersteuning.IOM_AVRR: lui("hulp bij werk, opleiding of een bedrijf na terugkeer"),
    Ondersteuning.NGO: lui("begeleiding, scholing, een eigen project"),
    Ondersteuning.DTV_BIJDRAGE: lui("geld of spullen voor iets dat het vertrek mogelijk maakt"),
    Ondersteuning.DIA: lui("zorg en opvang regelen in het land zelf"),
    Ondersteuning.DERDE_LAND: lui("een land waar toelating zeker is"),
}


class VerslagForm(Formulier):
    """Everything of the report that is there once. Nothing is required here: what is missing is said when finishing."""

    gevoerd_op = DatumField(
        label=lui("Datum van het gesprek"), help_text=lui("Bijvoorbeeld 22 9 2022"), required=False
    )
    tolk = forms.ChoiceField(
        label=lui("Tolk"), choices=Tolk.choices, widget=forms.RadioSelect, required=False
    )
    tolk_bestelling = forms.CharField(label=lui("Nummer van de tolk"), max_length=200, required=False)
    taal = forms.ChoiceField(label=lui("Taal van het gesprek"), required=False)
    gemeenschappelijke_taal = forms.ChoiceField(
        label=lui("Verstond u elkaar goed zonder tolk?"),
        help_text=lui("Alleen nodig als er geen tolk was"),
        choices=JA_NEE,
        widget=forms.RadioSelect,
        required=False,
    )
    procedure = tekstveld(lui("Wat heeft u verteld?"))
    opties_besproken = forms.MultipleChoiceField(
        label=lui("Welke mogelijkheden heeft u uitgelegd?"),
        choices=[(optie.value, Keuze(optie.label, OPTIEHINTS[optie])) for optie in Ondersteuning],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    opties = tekstveld(lui("Wat kwam daaruit?"), rijen=3)
    opties_reden = tekstveld(lui("Waarom zijn niet alle mogelijkheden besproken?"), rijen=3)
    gevolgen = tekstveld(lui("Wat heeft u uitgelegd?"))
    bewaring_genoemd = forms.BooleanField(
        label=lui("Ik heb over bewaring gesproken"),
        help_text=lui(
            "Dat is geen fout. In gesprek 1 is het een reden om er met een collega over te praten."
        ),
        required=False,
    )
    eigen_woorden = tekstveld(
        lui("Wat wilt u zelf, als u zou gaan? En wat houdt u tegen?"), rijen=7, klasse="vw-eigen-woorden"
    )
    wil_niet_antwoorden = forms.BooleanField(
        label=lui("Wilde hier vandaag niets over zeggen"),
        help_text=lui("Dat mag. Het heeft geen gevolgen."),
        required=False,
    )
    geen_wens = forms.BooleanField(
        label=lui("Gevraagd; er is nu geen wens"),
        help_text=lui("Ook dat is een antwoord en wordt bewaard."),
        required=False,
    )
    vraag_medisch = tekstveld("")
    vraag_buiten_schuld = tekstveld("")
    vraag_schrijnend = tekstveld("")
    vraag_mensenhandel = tekstveld("")
    lp_antwoord = forms.ChoiceField(
        label=lui("Is het formulier ingevuld?"),
        choices=[
            (
                "ingevuld",
                Keuze(
                    lui("Het formulier is ingevuld"),
                    lui("Het blijft bij de DT&V tot de rechtbank heeft geoordeeld."),
                ),
            ),
            (
                "geweigerd",
                Keuze(
                    lui("Wil het formulier nu niet invullen"),
                    lui("Dat wordt alleen bewaard. Het heeft geen gevolgen."),
                ),
            ),
        ],
        widget=forms.RadioSelect(attrs={"class": "vw-keuzeknoppen"}),
        required=False,
    )
    lp_uitleg = forms.BooleanField(
        label=lui("Ik heb uitgelegd dat het formulier niet weggaat voordat de rechtbank heeft geoordeeld"),
        required=False,
    )
    lp_toelichting = tekstveld(lui("Wat werd erover gezegd?"), rijen=3)
    overig = tekstveld(lui("Is er nog iets anders besproken?"), rijen=3)
    reden_procedure = tekstveld(lui("Waarom kwam dit niet aan de orde?"), rijen=2)
    reden_opties = tekstveld(lui("Waarom kwam dit niet aan de orde?"), rijen=2)
    reden_gevolgen = tekstveld(lui("Waarom kwam dit niet aan de orde?"), rijen=2)
    reden_toetsingsmomenten = tekstveld(lui("Waarom zijn niet alle vragen beantwoord?"), rijen=2)
    reden_afspraken = tekstveld(lui("Waarom is er geen afspraak?"), rijen=2)

    def __init__(self, *args: Any, persoon: Persoon, gesprek: Gesprek, met_lp: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["taal"].choices = taalkeuzes(gesprek.taal, *persoon.talen)
        velden["tolk"].choices = [
            (Tolk.AANWEZIG.value, Keuze(_("In de kamer"), gesprek.tolk_bestelling)),
            (Tolk.TELEFONISCH.value, _("Aan de telefoon")),
            (Tolk.GEEN.value, Keuze(_("Geen tolk"), _("U vult in welke taal u samen spreekt."))),
            (Tolk.NIET_VERSCHENEN.value, _("De tolk kwam niet")),
        ]
        wie = hij_of_zij(persoon)
        velden["wil_niet_antwoorden"].label = _("%(wie)s wilde hier vandaag niets over zeggen") % {"wie": wie}
        velden["opties_besproken"].choices = [
            (waarde, Keuze(_("Een ander land"), keuze.hint) if waarde == Ondersteuning.DERDE_LAND else keuze)
            for waarde, keuze in velden["opties_besproken"].choices
        ]
        for moment in TOETSINGSMOMENTEN:
            velden[f"vraag_{moment}"].label = VRAGEN[moment]()
        if not met_lp:
            for naam in ("lp_antwoord", "lp_uitleg", "lp_toelichting"):
                del velden[naam]


class WensForm(Formulier):
    soort = forms.ChoiceField(
        label=lui("Waar gaat de wens over?"),
        choices=[("", lui("Kies een onderwerp")), *WENSSOORTEN],
        error_messages={"required": lui("Kies waar de wens over gaat.")},
    )
    omschrijving = forms.CharField(
        label=lui("De wens, in eigen woorden"),
        widget=forms.Textarea(attrs={"rows": 2, "placeholder": " "}),
        max_length=LANGSTE_TEKST,
        error_messages={"required": lui("Schrijf de wens op in de woorden van de vreemdeling.")},
    )


class AfspraakForm(Formulier):
    wie = forms.CharField(
        label=lui("Wie"),
        max_length=LANGSTE_AFSPRAAK,
        error_messages={"required": lui("Vul in wie dit doet.")},
    )
    wat = forms.CharField(
        label=lui("Wat"),
        max_length=LANGSTE_AFSPRAAK,
        widget=forms.TextInput(attrs={"placeholder": " "}),
        error_messages={"required": lui("Vul in wat er gebeurt.")},
    )
    uiterlijk = DatumField(
        label=lui("Klaar op"), error_messages={"required": lui("Vul in wanneer dit klaar is.")}
    )


REGELS: Final[dict[str, type[Formulier]]] = {"wens": WensForm, "afspraak": AfspraakForm}


class Verslagformulier:
    """The whole form: the page itself, its wishes and its agreements, bound to a POST or filled from a draft."""

    def __init__(
        self,
        velden: Mapping[str, list[str]],
        *,
        gesprek: Gesprek,
        persoon: Persoon,
        met_lp: bool,
        gebonden: bool,
        gezin: Gezin = ALLEEN,
    ) -> None:
        gegevens = QueryDict(mutable=True)
        for naam, waarden in velden.items():
            gegevens.setlist(naam, waarden)
        self.gebonden = gebonden
        self.gegevens = gegevens
        self.gesprek, self.persoon, self.met_lp = gesprek, persoon, met_lp
        self.hoofd: VerslagForm = self._maak(VerslagForm, gesprek=gesprek, persoon=persoon, met_lp=met_lp)
        self.wensen = self._regels("wens")
        self.afspraken = self._regels("afspraak")
        self.gezin = gezin
        self.kinderen = [self._maak(KindForm, prefix=f"kind-{n}") for n in range(len(gezin.kinderen))]
        self.leden = [self._maak(LidForm, prefix=f"lid-{lid.gesprek_id.hex}") for lid in gezin.leden]

    @property
    def kindregels(self) -> list[tuple[Kind, Formulier]]:
        return list(zip(self.gezin.kinderen, self.kinderen, strict=True))

    @property
    def lidregels(self) -> list[tuple[Lid, Formulier]]:
        return list(zip(self.gezin.leden, self.leden, strict=True))

    @classmethod
    def nieuw(cls, *, gesprek: Gesprek, persoon: Persoon, met_lp: bool, begin: Velden) -> "Verslagformulier":
        return cls(begin, gesprek=gesprek, persoon=persoon, met_lp=met_lp, gebonden=False)

    def _maak(self, soort: Any, **kwargs: Any) -> Any:
        if self.gebonden:
            return soort(self.gegevens, **kwargs)
        leeg = soort(**kwargs)
        begin = {
            naam: veld.widget.value_from_datadict(self.gegevens, {}, leeg.add_prefix(naam))
            for naam, veld in leeg.fields.items()
        }
        return soort(initial=begin, **kwargs)

    def _regels(self, naam: str) -> list[Formulier]:
        aantal = min(max(_getal(self.gegevens.get(f"{naam}-aantal")), 1), MEESTE_REGELS)
        return [
            self._maak(REGELS[naam], prefix=f"{naam}-{nummer}", empty_permitted=True)
            for nummer in range(aantal)
        ]

    @property
    def formulieren(self) -> tuple[forms.BaseForm, ...]:
        return (self.hoofd, *self.leden, *self.kinderen, *self.wensen, *self.afspraken)

    def __iter__(self) -> Iterator[BoundField]:
        """Every field of every part, as the summary of faults goes through them."""
        for formulier in self.formulieren:
            yield from formulier

    @property
    def errors(self) -> bool:
        """Whether any part was refused, so that the title of the page can say it first."""
        return self.gebonden and any(formulier.errors for formulier in self.formulieren)

    def non_field_errors(self) -> ErrorList:
        return self.hoofd.non_field_errors()

    def is_valid(self) -> bool:
        """Judge every part; all of them, so that all faults are shown at once."""
        geldig = [formulier.is_valid() for formulier in self.formulieren]
        return all(geldig)

    def meld(self, fouten: Mapping[str, str]) -> None:
        """Put refusals of the action beside their fields; what has no field goes on top."""
        plaatsen = {
            formulier.add_prefix(naam): (formulier, naam)
            for formulier in (self.hoofd, *self.leden, *self.kinderen)
            for naam in formulier.fields
        }
        for veld, melding in fouten.items():
            formulier, naam = plaatsen.get(veld, (self.hoofd, None))
            formulier.add_error(naam, melding)

    @cached_property
    def verslag(self) -> Verslag:
        """The report as far as it can be read; ask after ``is_valid``."""
        schoon = self.hoofd.cleaned_data
        redenen = {o.value: schoon.get(f"reden_{o.value}", "").strip() for o in Onderwerp}
        return Verslag(
            gevoerd_op=schoon.get("gevoerd_op"),
            taal=schoon.get("taal") or None,
            gemeenschappelijke_taal=ja_nee(schoon.get("gemeenschappelijke_taal", "")),
            tolk=schoon.get("tolk") or None,
            tolk_bestelling=schoon.get("tolk_bestelling", ""),
            procedure=schoon.get("procedure", ""),
            opties_besproken=tuple(schoon.get("opties_besproken", ())),
            opties=schoon.get("opties", ""),
            opties_reden=schoon.get("opties_reden", ""),
            gevolgen=schoon.get("gevolgen", ""),
            bewaring_genoemd=schoon.get("bewaring_genoemd", False),
            eigen_woorden=schoon.get("eigen_woorden", ""),
            wil_niet_antwoorden=schoon.get("wil_niet_antwoorden", False),
            vragen={moment: schoon.get(f"vraag_{moment}", "") for moment in TOETSINGSMOMENTEN},
            afspraken=tuple(Afspraak(**rij) for rij in _gevuld(self.afspraken)),
            overig=schoon.get("overig", ""),
            niet_aan_de_orde={onderwerp: reden for onderwerp, reden in redenen.items() if reden},
            opbrengst=Opbrengst(wensen=tuple(self._wensen(schoon)), lp=_lp(schoon)),
            kinderen=tuple(
                Kindbelang(
                    wie=kind.wie,
                    belang=formulier.cleaned_data.get("belang", ""),
                    gesprek_id=kind.gesprek_id,
                )
                for kind, formulier in self.kindregels
            ),
            leden=tuple(lidverslag(lid, formulier.cleaned_data) for lid, formulier in self.lidregels),
        )

    def _wensen(self, schoon: Mapping[str, Any]) -> Iterator[WensUitGesprek]:
        wensen = [WensUitGesprek(**rij) for rij in _gevuld(self.wensen)]
        if not wensen and schoon.get("geen_wens"):
            yield WensUitGesprek(soort="geen_wens_geuit")
        yield from wensen

    def leesbaar(self) -> list[tuple[str, str, str]]:
        """Every text that was typed with its name and label, for who compares or reads a draft."""
        alles = []
        for formulier in self.formulieren:
            for naam, veld in formulier.fields.items():
                volle_naam = formulier.add_prefix(naam)
                waarde = veld.widget.value_from_datadict(self.gegevens, {}, volle_naam)
                if isinstance(waarde, str) and isinstance(veld, forms.CharField):
                    alles.append((volle_naam, str(veld.label), waarde))
        return alles


def _gevuld(regels: list[Formulier]) -> Iterator[dict[str, Any]]:
    for regel in regels:
        schoon = getattr(regel, "cleaned_data", None)
        if schoon and not regel.errors:
            yield schoon


def _lp(schoon: Mapping[str, Any]) -> LPUitGesprek | None:
    if not schoon.get("lp_antwoord"):
        return None
    return LPUitGesprek(
        antwoord=schoon["lp_antwoord"],
        uitleg_gegeven=schoon.get("lp_uitleg", False),
        toelichting=schoon.get("lp_toelichting", "").strip(),
    )


def _getal(tekst: str | None) -> int:
    return int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) < 4 else 0


def getypt(post: QueryDict) -> Velden:
    """What was typed in a posted report, to keep as it is, but for the one character that no text can hold."""
    return {
        naam.replace("\x00", ""): [waarde.replace("\x00", "") for waarde in waarden]
        for naam, waarden in post.lists()
        if naam not in NIET_BEWAARD
    }


def zonder_vreemde_leden(velden: Velden, eigen: Velden) -> Velden:
    """The kept fields without what relatives said whom this page does not show: they are for who works on their dossier."""
    leden = {naam.rpartition("-")[0] for naam in eigen if naam.startswith("lid-")}
    return {
        naam: waarden
        for naam, waarden in velden.items()
        if not naam.startswith("lid-") or naam.rpartition("-")[0] in leden
    }


def met_regel_erbij(velden: Velden, naam: str) -> Velden:
    """The same with one more empty line in one of its lists."""
    aantal = max(_getal((velden.get(f"{naam}-aantal") or [""])[0]), 1)
    return velden | {f"{naam}-aantal": [str(min(aantal + 1, MEESTE_REGELS))]}


def begin_van(gesprek: Gesprek, *, procedure: str, vandaag: date) -> Velden:
    """What a report begins with before anybody typed: the facts that are known. Whether the interpreter came is not."""
    gepland_op = gesprek.gepland_op
    datum = gesprek.gevoerd_op or (gepland_op if gepland_op is not None and gepland_op <= vandaag else None)
    dag = [str(datum.day), str(datum.month), str(datum.year)] if datum else ["", "", ""]
    velden = {
        **{f"gevoerd_op_{deel}": [waarde] for deel, waarde in zip(PARTS, dag, strict=True)},
        "tolk": [gesprek.tolk or ""],
        "tolk_bestelling": [gesprek.tolk_bestelling],
        "taal": [gesprek.taal or ""],
        "gemeenschappelijke_taal": [als_ja_nee(gesprek.gemeenschappelijke_taal)],
        "procedure": [gesprek.blokken.get("procedure") or procedure],
        "opties_besproken": list(gesprek.opties_besproken),
        "eigen_woorden": [gesprek.eigen_woorden],
        "overig": [gesprek.verslag],
    }
    vinkjes = {
        "wil_niet_antwoorden": gesprek.wil_niet_antwoorden,
        "bewaring_genoemd": gesprek.bewaring_genoemd,
    }
    return velden | {naam: ["on"] for naam, aan in vinkjes.items() if aan}
