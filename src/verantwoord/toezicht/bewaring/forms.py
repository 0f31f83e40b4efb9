"""One form a part of a proposal, and one an act. A part can be kept empty; an act says what it needs."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.toegang.models import Medewerker
from verantwoord.toezicht.bewaring import actions
from verantwoord.toezicht.bewaring.inhoud import Inhoud, Middel, is_amv
from verantwoord.toezicht.bewaring.keuzes import (
    AMV_GRONDEN,
    GRONDEN,
    HEROVERWEEG_NA,
    INDICATOREN,
    KWETSBAAR,
    MIDDELEN,
    Onderwerp,
    Opheffing,
    Verlenggrond,
    Waarvoor,
)
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, TekstField

KORT: Final = 200
JA_NEE: Final = [("ja", _("Ja")), ("nee", _("Nee"))]


def tekst(label: Any, hint: Any = "", *, verplicht: bool = False, rijen: int = 3) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=verplicht,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": rijen}),
    )


def ja_nee(label: Any, hint: Any = "", *, verplicht: bool = True) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=hint,
        choices=JA_NEE,
        required=verplicht,
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        widget=forms.RadioSelect,
    )


class Deelformulier(Formulier):
    """Base: one part of a draft. Nothing is required, so that half a thought is kept too."""

    titel: ClassVar[Any]
    inleiding: ClassVar[Any] = ""
    bron: ClassVar[str] = ""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, inhoud: Inhoud, s: Feitenstand | None = None, versie: int, **kwargs: Any
    ) -> None:
        self.inhoud, self.s = inhoud, s
        super().__init__(*args, initial={**self.begin(), "versie": versie}, **kwargs)

    def begin(self) -> dict[str, Any]:
        raise NotImplementedError

    def verander(self) -> Callable[[Inhoud], Inhoud]:
        """What this part changes in the words as they stand by now."""
        raise NotImplementedError


class Middelformulier(Deelformulier):
    """One lesser means; ``naam`` is which."""

    naam: ClassVar[str]
    inleiding = _(
        "Weeg dit middel op zichzelf, voor deze persoon. Is het niet geprobeerd, schrijf dan op waarom niet."
    )

    geprobeerd_op = DatumField(
        label=_("Geprobeerd op"), help_text=_("Laat leeg als het niet is geprobeerd."), required=False
    )
    resultaat = tekst(
        _("Wat kwam ervan, of waarom is het niet geprobeerd"),
    )
    waarom = tekst(
        _("Waarom volstaat dit nu niet"),
        _("Schrijf ook wat de persoon er zelf van vond. Volstaat het wel, stop dan met dit voorstel."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["resultaat"].help_text = str(MIDDELEN[self.naam].hint)

    def begin(self) -> dict[str, Any]:
        middel = self.inhoud.middel(self.naam)
        return {
            "geprobeerd_op": middel.geprobeerd_op,
            "resultaat": middel.resultaat,
            "waarom": middel.waarom,
        }

    def verander(self) -> Callable[[Inhoud], Inhoud]:
        data = self.cleaned_data
        middel = Middel(
            geprobeerd_op=data["geprobeerd_op"], resultaat=data["resultaat"], waarom=data["waarom"]
        )
        return lambda eerst: replace(eerst, middelen=eerst.middelen | {self.naam: middel})


class Lijstformulier(Deelformulier):
    """A text a topic, kept under the name of the topic in ``veld``."""

    veld: ClassVar[str]
    onderwerpen: ClassVar[Mapping[str, Onderwerp]]
    met_naam: ClassVar[bool] = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, onderwerp in self.onderwerpen.items():
            label = f"{naam}. {onderwerp.titel}" if self.met_naam else onderwerp.titel
            self.fields[naam] = tekst(label, onderwerp.hint)

    def begin(self) -> dict[str, Any]:
        return dict(getattr(self.inhoud, self.veld))

    def verander(self) -> Callable[[Inhoud], Inhoud]:
        nieuw = {
            naam: self.cleaned_data[naam] for naam in self.onderwerpen if self.cleaned_data[naam].strip()
        }

        def doe(eerst: Inhoud) -> Inhoud:
            anders = {n: t for n, t in getattr(eerst, self.veld).items() if n not in self.onderwerpen}
            return replace(eerst, **{self.veld: anders | nieuw})

        return doe


class KwetsbaarForm(Lijstformulier):
    titel = _("Kwetsbaarheid")
    inleiding = _(
        "Vraag ernaar en schrijf op wat u hoorde, ook als er niets bleek. Wat de persoon aan een arts of de politie vertelde, hoort hier niet."
    )
    bron = "Richtlijn 2008/115/EG art. 16 lid 3; Vw 2000 art. 59"
    veld = "kwetsbaarheid"
    onderwerpen = KWETSBAAR


class ZwareGrondenForm(Lijstformulier):
    titel = _("Zware gronden")
    inleiding = _(
        "Vul alleen in wat voor deze persoon geldt. Schrijf op wat er feitelijk is gebeurd, met de dag. Wat u leeg laat, telt niet."
    )
    bron = "Vb 2000 art. 5.1b lid 3"
    veld = "gronden"
    met_naam = True
    onderwerpen: ClassVar[Mapping[str, Onderwerp]] = {n: o for n, o in GRONDEN.items() if n.startswith("3")}


class LichteGrondenForm(Lijstformulier):
    titel = _("Lichte gronden")
    inleiding = _(
        "Vul alleen in wat voor deze persoon geldt. Schrijf bij een lichte grond ook op waarom daaruit volgt dat iemand zich onttrekt."
    )
    bron = "Vb 2000 art. 5.1b lid 4; ABRvS 25-03-2020 (201706842/1/V3)"
    veld = "gronden"
    met_naam = True
    onderwerpen: ClassVar[Mapping[str, Onderwerp]] = {n: o for n, o in GRONDEN.items() if n.startswith("4")}


class ZichtForm(Lijstformulier):
    titel = _("Zicht op uitzetting")
    inleiding = _("Beantwoord iedere vraag met wat u weet. Het is geen optelsom: u weegt het geheel.")
    bron = "Richtlijn 2008/115/EG art. 15 lid 4; rapport Verantwoord Vertrek 2.2"
    veld = "zicht"
    onderwerpen = INDICATOREN

    zicht_oordeel = ja_nee(_("Is er zicht op uitzetting?"), verplicht=False)
    zicht_afweging = tekst(_("Waarom vindt u dat"))

    field_order = [*INDICATOREN, "zicht_oordeel", "zicht_afweging"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)

    def begin(self) -> dict[str, Any]:
        oordeel = {True: "ja", False: "nee", None: ""}[self.inhoud.zicht_oordeel]
        return {
            **super().begin(),
            "zicht_oordeel": oordeel,
            "zicht_afweging": self.inhoud.zicht_afweging,
        }

    def verander(self) -> Callable[[Inhoud], Inhoud]:
        indicatoren, data = super().verander(), self.cleaned_data
        return lambda eerst: replace(
            indicatoren(eerst),
            zicht_oordeel=data["zicht_oordeel"],
            zicht_afweging=data["zicht_afweging"],
        )


class KinderenForm(Deelformulier):
    titel = _("Kinderen")
    inleiding = _(
        "Schrijf per kind op wat bewaring voor dat kind betekent. Nidos is er altijd bij betrokken."
    )
    bron = "Richtlijn 2008/115/EG art. 17; Vc 2000 A5/2.4"

    belang_kind = tekst(_("Het belang van ieder kind"), rijen=6)
    nidos_op = DatumField(label=_("Met Nidos gesproken op"), required=False)
    nidos = tekst(_("Wat zei Nidos"))
    amv_grond = forms.ChoiceField(
        label=_("Op welke grond, voor een alleenstaande minderjarige"),
        choices=[*AMV_GRONDEN.items()],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.s is None or not is_amv(self.s):
            del self.fields["amv_grond"]

    def begin(self) -> dict[str, Any]:
        i = self.inhoud
        return {
            "belang_kind": i.belang_kind,
            "nidos_op": i.nidos_op,
            "nidos": i.nidos,
            "amv_grond": i.amv_grond,
        }

    def verander(self) -> Callable[[Inhoud], Inhoud]:
        data = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "versie"}
        return lambda eerst: replace(eerst, **data)


def _middelformulier(naam: str, onderwerp: Onderwerp) -> type[Middelformulier]:
    return type(
        f"{naam}Formulier",
        (Middelformulier,),
        {"naam": naam, "titel": onderwerp.titel, "bron": onderwerp.bron},
    )


DELEN: Final[Mapping[str, type[Deelformulier]]] = {
    **{
        f"middel-{naam.replace('_', '-')}": _middelformulier(naam, onderwerp)
        for naam, onderwerp in MIDDELEN.items()
    },
    "kwetsbaarheid": KwetsbaarForm,
    "kinderen": KinderenForm,
    "zware-gronden": ZwareGrondenForm,
    "lichte-gronden": LichteGrondenForm,
    "zicht": ZichtForm,
}


class Stapformulier(Formulier):
    """Base: one act. ``doe`` gets who acts, on which dossier and which day."""

    titel: ClassVar[Any]
    knop: ClassVar[Any]
    inleiding: ClassVar[Any] = ""
    gelukt: ClassVar[Any] = _("Vastgelegd.")

    def doe(self, *, door: Medewerker, dossier_id: UUID, peildatum: date) -> object:
        raise NotImplementedError


class MetKeuze(Stapformulier):
    """Base: one act for which a person is chosen; ``keuzes`` are who can be."""

    def __init__(
        self, *args: Any, keuzes: Mapping[str, Medewerker], labels: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.keuzes = keuzes
        self.fields["wie"].choices = [("", _("Kies een naam")), *labels.items()]  # type: ignore[attr-defined]

    def gekozen(self) -> Medewerker:
        return self.keuzes[self.cleaned_data["wie"]]


class AanbiedForm(MetKeuze):
    titel = _("Vraag een collega om mee te lezen")
    inleiding = _(
        "Een tweede lezer kijkt met een eigen blik of het klopt, en mag het teruggeven. Daarna kunt u de tekst niet meer wijzigen."
    )
    knop = _("Bied het aan")
    gelukt = _("Uw collega heeft bericht gekregen.")
    wie = forms.ChoiceField(label=_("Wie leest mee"))

    def doe(self, **wie: Any) -> object:
        return actions.submit_voorstel(**wie, lezer=self.gekozen())


class VoorlegForm(MetKeuze):
    titel = _("Leg het voor aan een bevoegde ambtenaar")
    inleiding = _(
        "Deze ambtenaar beslist zelf en mag nee zeggen. Alleen wie vandaag is aangewezen en niet meeschreef of meelas, staat hier."
    )
    knop = _("Leg het voor")
    gelukt = _("De ambtenaar heeft bericht gekregen.")
    wie = forms.ChoiceField(label=_("Aan wie"))

    def doe(self, **wie: Any) -> object:
        return actions.send_voorstel(**wie, ambtenaar=self.gekozen())


class TeruggeefForm(Stapformulier):
    titel = _("Geef het terug met opmerkingen")
    inleiding = _("Uw opmerkingen blijven bewaard bij de tekst die u las.")
    knop = _("Geef het terug")
    opmerkingen = tekst(_("Wat klopt nog niet of ontbreekt"), verplicht=True, rijen=6)

    def doe(self, **wie: Any) -> object:
        return actions.return_voorstel(**wie, **self.cleaned_data)


class AkkoordForm(Stapformulier):
    titel = _("Zeg dat u akkoord bent")
    inleiding = _(
        "U zegt daarmee dat de lichtere middelen echt zijn gewogen en dat het over deze persoon gaat."
    )
    knop = _("Leg uw akkoord vast")
    opmerkingen = tekst(_("Waarom bent u akkoord"), verplicht=True, rijen=6)

    def doe(self, **wie: Any) -> object:
        return actions.approve_voorstel(**wie, **self.cleaned_data)


class TekenForm(Stapformulier):
    titel = _("Teken namens de directie")
    inleiding = _("Er is een minderjarige. U tekent alleen als het echt niet anders kan.")
    knop = _("Teken")
    motivering = tekst(_("Waarom kan dit voor dit kind niet anders"), verplicht=True, rijen=6)

    def doe(self, **wie: Any) -> object:
        return actions.sign_voorstel(**wie, **self.cleaned_data)


class IntrekForm(Stapformulier):
    titel = _("Stop met dit voorstel")
    inleiding = _("Stoppen kan altijd. Wat is geschreven, blijft te lezen.")
    knop = _("Stop met dit voorstel")
    reden = tekst(_("Waarom gaat het niet verder"), verplicht=True)

    def doe(self, **wie: Any) -> object:
        return actions.withdraw_voorstel(**wie, **self.cleaned_data)


class AdvocaatForm(Stapformulier):
    titel = _("Leg vast dat de advocaat is ingelicht")
    inleiding = _("Wie in bewaring zit, krijgt meteen een advocaat.")
    knop = _("Leg vast")
    op = DatumField(label=_("Ingelicht op"))
    wie = forms.CharField(label=_("Welke advocaat"), max_length=KORT)

    def doe(self, **wie: Any) -> object:
        return actions.record_advocaat(**wie, **self.cleaned_data)


class RechtbankForm(Stapformulier):
    titel = _("Leg vast dat de rechtbank in kennis is gesteld")
    inleiding = _("De rechtbank hoort dit uiterlijk op de achtentwintigste dag.")
    knop = _("Leg vast")
    op = DatumField(label=_("In kennis gesteld op"))
    kenmerk = forms.CharField(label=_("Kenmerk"), max_length=KORT)

    def doe(self, **wie: Any) -> object:
        return actions.record_rechtbank(**wie, **self.cleaned_data)


class HeroverweegForm(Stapformulier):
    titel = _("Bekijk opnieuw of bewaring nog mag")
    inleiding = _("Begin met de vraag of iets lichters nu volstaat. Twijfelt u, hef de bewaring dan op.")
    knop = _("Leg vast dat de bewaring voortduurt")
    lichter = tekst(_("Welk lichter middel heeft u nu gewogen, en waarom volstaat het niet"), verplicht=True)
    zicht = ja_nee(_("Is er nog zicht op uitzetting?"))
    zicht_tekst = tekst(_("Waarop baseert u dat, met wat er sinds de vorige keer is gebeurd"), verplicht=True)
    aanwijzing = tekst(_("Wat betekent een nieuwe aanwijzing hiervoor"), _("Alleen als er een is gekomen."))
    volgende_op = DatumField(label=_("Opnieuw bekijken uiterlijk op"))

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        begin = {"volgende_op": vandaag + timedelta(days=HEROVERWEEG_NA)}
        super().__init__(*args, initial=begin, **kwargs)

    def doe(self, **wie: Any) -> object:
        return actions.record_heroverweging(**wie, **self.cleaned_data)


class VerlengForm(Stapformulier):
    titel = _("Verleng de bewaring")
    inleiding = _("Verlengen kan één keer, om twee redenen, en alleen als iemand net opnieuw heeft gekeken.")
    knop = _("Leg de verlenging vast")
    grond = forms.ChoiceField(
        label=_("Op welke grond"), choices=Verlenggrond.choices, widget=forms.RadioSelect
    )
    motivering = tekst(_("Waarom is dat hier zo"), verplicht=True, rijen=6)

    def doe(self, **wie: Any) -> object:
        return actions.extend_bewaring(**wie, **self.cleaned_data)


class OphefForm(Stapformulier):
    titel = _("Hef de bewaring op")
    inleiding = _("Opheffen kan altijd en meteen. U hoeft alleen de reden te kiezen.")
    knop = _("Hef de bewaring nu op")
    gelukt = _("De bewaring is opgeheven. Bel de plaats waar de persoon is, zodat hij of zij meteen vrij is.")
    reden = forms.ChoiceField(label=_("Waarom"), choices=Opheffing.choices, widget=forms.RadioSelect)
    toelichting = tekst(_("Wilt u er iets bij zeggen"))

    def doe(self, **wie: Any) -> object:
        return actions.release_bewaring(**wie, **self.cleaned_data)


class OplegForm(Stapformulier):
    titel = _("Leg bewaring op")
    inleiding = _(
        "U beslist zelf, na het gehoor. Wat u schrijft, krijgt de persoon met uitleg in zijn of haar taal."
    )
    knop = _("Leg bewaring op")
    gehoord = tekst(_("Wat zei de persoon zelf bij het gehoor"), verplicht=True, rijen=5)
    lichter = tekst(_("Waarom volstaat volgens u geen lichter middel"), verplicht=True, rijen=5)
    motivering = tekst(_("Waarom besluit u zo"), verplicht=True, rijen=5)
    uitgereikt = forms.BooleanField(
        label=_("De persoon heeft de maatregel met de redenen gekregen, in een taal die hij of zij begrijpt")
    )

    def doe(self, **wie: Any) -> object:
        return actions.impose_bewaring(**wie, **self.cleaned_data)


class WeigerForm(Stapformulier):
    titel = _("Leg geen bewaring op")
    inleiding = _("De regievoerder gaat verder met een lichter middel. U hoeft niets te bewijzen.")
    knop = _("Leg geen bewaring op")
    motivering = tekst(_("Waarom niet"), verplicht=True, rijen=5)

    def doe(self, **wie: Any) -> object:
        return actions.refuse_bewaring(**wie, **self.cleaned_data)


STAPPEN: Final[Mapping[str, type[Stapformulier]]] = {
    "aanbieden": AanbiedForm,
    "teruggeven": TeruggeefForm,
    "akkoord": AkkoordForm,
    "tekenen": TekenForm,
    "voorleggen": VoorlegForm,
    "stoppen": IntrekForm,
    "advocaat": AdvocaatForm,
    "rechtbank": RechtbankForm,
    "heroverwegen": HeroverweegForm,
    "verlengen": VerlengForm,
    "opheffen": OphefForm,
}
BESLUITEN: Final[Mapping[str, type[Stapformulier]]] = {
    "niet-opleggen": WeigerForm,
    "opleggen": OplegForm,
    "opheffen": OphefForm,
}


class AanwijzingForm(Formulier):
    """Who is designated, for what, by which document, and from when until when."""

    wie = forms.ChoiceField(label=_("Wie is aangewezen"))
    waarvoor = forms.ChoiceField(label=_("Waarvoor"), choices=Waarvoor.choices, widget=forms.RadioSelect)
    kenmerk = forms.CharField(
        label=_("Kenmerk van het besluit"),
        help_text=_("Waarin staat dat deze medewerker is aangewezen."),
        max_length=KORT,
    )
    van = DatumField(label=_("Eerste dag"))
    tot = DatumField(label=_("Laatste dag"), help_text=_("Hooguit twee jaar na de eerste dag."))

    def __init__(self, *args: Any, medewerkers: Mapping[str, Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medewerkers = medewerkers
        self.fields["wie"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een naam")),
            *((pk, f"{m.naam}, {m.get_organisatie_display()}") for pk, m in medewerkers.items()),
        ]


class RedenForm(Formulier):
    reden = tekst(_("Waarom geldt de aanwijzing niet meer"), verplicht=True)
