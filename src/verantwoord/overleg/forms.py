"""One form an act at the table. Nothing typed is lost; what an act needs besides is judged in the action."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.overleg.keuzes import (
    Actiehouder,
    Onderwerp,
    Oordeel,
    Opschaling,
    Partner,
    Soort,
    SoortTegenspraak,
)
from verantwoord.web.datums import lang
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, Keuze, TekstField

NIET_AKKOORD_ZEGT_WAAROM = lui("Schrijf op waarom. Zonder reden kunnen de anderen er niet op ingaan.")


def tekst(label: Any, hint: Any = "", *, regels: int = 4, verplicht: bool = True) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=verplicht,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": regels}),
    )


def radio(label: Any, keuzes: Any, **opties: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=keuzes, widget=forms.RadioSelect, **opties)


class TijdField(forms.TimeField):
    """A time of day as people here write it: 13.30."""

    def __init__(self, **opties: Any) -> None:
        widget = forms.TimeInput({"inputmode": "decimal", "autocomplete": "off", "class": "vw-kort"}, "%H.%M")
        super().__init__(widget=widget, input_formats=["%H.%M", "%H:%M"], **opties)
        self.error_messages["invalid"] = _("Schrijf de tijd in cijfers, bijvoorbeeld 13.30.")


class Puntformulier(Formulier):
    """Base of what is done at an item: a title, a sentence of explanation and the words of its button."""

    titel: ClassVar[Any]
    uitleg: ClassVar[Any] = ""
    knop: ClassVar[Any] = lui("Leg vast")
    # Where on the page of the item one comes back.
    anker: ClassVar[str] = ""


class StandpuntForm(Puntformulier):
    titel = lui("Uw eerste standpunt")
    uitleg = lui(
        "Schrijf wat u zelf vindt, voordat u weet wat de anderen vinden. Tot alle standpunten er zijn, leest alleen uw "
        "eigen organisatie dit. U kunt er later nog op terugkomen als u stemt."
    )
    knop = lui("Lever het standpunt in")
    anker = "standpunten"

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    oordeel = radio(lui("Wat vindt u van het voorstel"), Oordeel.choices)
    motivering = tekst(
        lui("Waarom"),
        lui("Noem feiten die u kent en wat u anders zou doen. Geen medische gegevens."),
        regels=5,
    )


class TegenspraakForm(Puntformulier):
    titel = lui("Tegenspraak")
    uitleg = lui("Ook als u het eens bent: noem ten minste één ander voorstel, één risico of één vraag.")
    knop = lui("Leg de tegenspraak vast")
    anker = "tegenspraak"

    soort = radio(lui("Wat brengt u in"), SoortTegenspraak.choices)
    tekst = tekst(
        lui("Uw tegenspraak"), lui("Wat kan er anders, wat kan er misgaan, of wat weten we nog niet?")
    )


class AntwoordForm(Puntformulier):
    titel = lui("Antwoord op de tegenspraak")
    uitleg = lui(
        "Zeg wat u ermee doet, of waarom niet. Verandert het voorstel, schrijf dan precies hoe: daarover wordt gestemd."
    )
    knop = lui("Leg het antwoord vast")
    anker = "tegenspraak"

    tegenspraak_id = forms.UUIDField(widget=forms.HiddenInput)
    antwoord = tekst(lui("Uw antwoord"))


class StemForm(Puntformulier):
    titel = lui("Uw stem")
    uitleg = lui(
        "U stemt voor uw organisatie over het voorstel, met wat in de antwoorden is toegezegd. Van gedachten veranderen mag: stem dan opnieuw, de laatste stem telt. Uw stem "
        "vervangt geen besluit dat uw organisatie zelf volgens de wet neemt."
    )
    knop = lui("Leg uw stem vast")
    anker = "besluit"

    oordeel = radio(lui("Wat stemt uw organisatie"), Oordeel.choices)
    motivering = tekst(
        lui("Waarom"), lui("Nodig bij niet akkoord en bij onthouding."), regels=3, verplicht=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("oordeel") not in {None, Oordeel.AKKOORD} and not data.get("motivering"):
            self.add_error("motivering", NIET_AKKOORD_ZEGT_WAAROM)
        return data


class BesprokenForm(Puntformulier):
    titel = lui("Wat besproken is")
    uitleg = lui("Feiten en argumenten, voor het verslag. Geen medische gegevens en niets over mensenhandel.")
    knop = lui("Bewaar")
    anker = "besproken"

    was = TekstField(widget=forms.HiddenInput, required=False, strip=False)
    tekst = tekst(lui("Besproken feiten en argumenten"), regels=6, verplicht=False)


class VoorstelForm(Puntformulier):
    titel = lui("Het voorstel")
    uitleg = lui(
        "Hierover schrijft ieder een standpunt en wordt gestemd. Als de standpunten open zijn, verandert het niet meer."
    )
    knop = lui("Bewaar het voorstel")
    anker = "besluit"

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    vraag = forms.CharField(label=lui("De vraag aan het overleg"), max_length=300)
    voorstel = tekst(
        lui("Voorstel"), lui("Zo concreet dat ieder weet waar hij ja of nee tegen zegt."), verplicht=False
    )


class AanhoudenForm(Puntformulier):
    titel = lui("Houd het besluit aan")
    uitleg = lui("Het punt komt op een volgende agenda terug. Er verandert tot dan niets.")
    knop = lui("Houd aan")
    anker = "besluit"

    reden = tekst(lui("Wat moet er eerst duidelijk worden"), regels=3)


class OpschalenForm(Puntformulier):
    titel = lui("Schaal op")
    uitleg = lui(
        "Het verschil van mening gaat op papier mee. De uitkomst komt terug bij dit punt en in het dossier."
    )
    knop = lui("Schaal op")
    anker = "besluit"

    naar = radio(
        lui("Naar welk overleg"),
        [
            (Opschaling.RAO, Opschaling.RAO.label),
            (
                Opschaling.DEELBERAAD,
                Keuze(
                    Opschaling.DEELBERAAD.label,
                    lui("Vanuit een LKO kan dit alleen bij spoed, met een reden."),
                ),
            ),
        ],
    )
    verschil = tekst(
        lui("Waarover zijn de partners het niet eens"),
        lui("Wat ieder zei staat er al. Vul aan welke vraag er voorligt. Geen medische gegevens."),
        regels=7,
    )
    spoed_reden = tekst(
        lui("Waarom dit niet op het RAO kan wachten"),
        lui("Alleen als u het RAO overslaat."),
        regels=3,
        verplicht=False,
    )


class UitkomstForm(Puntformulier):
    titel = lui("Uitkomst")
    uitleg = lui("Wat dit overleg vindt. Daarna hoort u het terug te koppelen aan het LKO dat het bracht.")
    knop = lui("Leg de uitkomst vast")
    anker = "besluit"

    besluit = radio(
        lui("Wat is de uitkomst"),
        [
            ("vastgesteld", lui("Er is besloten")),
            ("aangehouden", lui("Het besluit is aangehouden")),
            ("geen_besluit", lui("Er komt geen besluit")),
        ],
    )
    tekst = tekst(lui("In woorden"), lui("Het besluit met de reden, of waarom er geen besluit is."))


class TerugkoppelForm(Puntformulier):
    titel = lui("Koppel terug")
    uitleg = lui("Dit komt bij het punt in het LKO en in het dossier te staan.")
    knop = lui("Koppel terug")
    anker = "besluit"

    tekst = tekst(lui("Wat het LKO moet weten"))


class OpenForm(Puntformulier):
    titel = lui("Open de standpunten")
    uitleg = lui("Vanaf nu leest ieder aan tafel alle standpunten. Ze veranderen niet meer.")
    knop = lui("Open de standpunten")
    anker = "standpunten"


class BehandeldForm(Puntformulier):
    titel = lui("Dit is besproken")
    uitleg = lui("U legt vast dat het overleg dit heeft gehoord.")
    knop = lui("Leg vast dat dit is besproken")


class DoorschuifForm(Puntformulier):
    titel = lui("Schuif door naar een volgend overleg")
    uitleg = lui("Het punt komt op de eerstvolgende agenda terug. Er verandert tot dan niets.")
    knop = lui("Schuif door")

    reden = tekst(lui("Waarom"), regels=3)


class GastForm(Puntformulier):
    titel = lui("Nodig een gast uit")
    uitleg = lui("De gast ziet alleen dit punt, en alleen zolang het duurt.")
    knop = lui("Nodig uit")
    anker = "gasten"

    naam = forms.CharField(
        label=lui("Wie"), help_text=lui("Naam of functie, voor het verslag."), max_length=100
    )
    team_id = forms.TypedChoiceField(
        label=lui("Van welk team"),
        coerce=int,
        empty_value=None,
        help_text=lui(
            "Werkt de gast niet met dit programma, laat dit dan leeg. De gast ziet hier dan niets."
        ),
        required=False,
    )
    reden = forms.CharField(label=lui("Waarom is deze gast nodig"), max_length=300)

    def __init__(self, *args: Any, teams: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [
            ("", lui("Geen team in dit programma")),
            *((str(team.pk), team_naam(team)) for team in teams),
        ]
        self.fields["team_id"].choices = keuzes  # type: ignore[attr-defined]


def team_naam(team: Any) -> str:
    return f"{team.get_organisatie_display()}, {team.naam}"


class ActieForm(Puntformulier):
    titel = lui("Spreek een actie af")
    uitleg = lui("Ieder doet wat bij de eigen taak hoort. Het overleg volgt of het gebeurt.")
    knop = lui("Voeg de actie toe")
    anker = "acties"

    omschrijving = forms.CharField(label=lui("Wat gebeurt er"), max_length=200)
    eigenaar = forms.ChoiceField(
        label=lui("Wie doet het"), choices=[("", lui("Kies wie")), *Actiehouder.choices]
    )
    uiterlijk = DatumField(label=lui("Klaar op"), required=False)


class ActieGereedForm(Formulier):
    gereed_op = DatumField(label=lui("Wanneer is dit gedaan"))


class AanvullingForm(Puntformulier):
    titel = lui("Vul het verslag aan")
    uitleg = lui("Het verslag zelf blijft zoals het is. Uw aanvulling komt eronder te staan, met uw naam.")
    knop = lui("Voeg toe")
    anker = "verslag"

    tekst = tekst(lui("Uw aanvulling"))


# --- about a meeting -------------------------------------------------------------------------------------------------


class Overlegformulier(Puntformulier):
    """Base of what is arranged for a meeting."""


class VoorzitterForm(Overlegformulier):
    titel = lui("Wie zit voor")
    uitleg = lui(
        "De organisaties zitten om de beurt voor. Wijkt u af van het rooster, dan staat de reden erbij."
    )
    knop = lui("Bewaar")

    voorzitter = radio(lui("Voorzitter"), Partner.choices)
    reden = tekst(lui("Waarom wijkt u af van het rooster"), regels=3, verplicht=False)


class NotulistForm(Overlegformulier):
    titel = lui("Wie maakt het verslag")
    uitleg = lui(
        "Het verslag schrijft zichzelf uit wat bij de punten staat. De notulist deelt het en rondt het af."
    )
    knop = lui("Bewaar")

    notulist = radio(lui("Notulist"), Partner.choices)


class AanwezigForm(Overlegformulier):
    titel = lui("Wie is er")
    uitleg = lui(
        "Wie er niet is, stemt schriftelijk, binnen drie werkdagen. Zwijgen telt niet als instemmen."
    )
    knop = lui("Bewaar wie er is")

    def __init__(self, *args: Any, partners: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = [Partner(partner) for partner in partners]
        for partner in self.partners:
            self.fields[f"aanwezig_{partner}"] = radio(
                _("Is %(partner)s er?") % {"partner": partner.label}, [("ja", lui("Ja")), ("nee", lui("Nee"))]
            )
            self.fields[f"namen_{partner}"] = forms.CharField(
                label=_("Wie er voor %(partner)s is") % {"partner": partner.label},
                max_length=200,
                required=False,
            )

    @property
    def aanwezig(self) -> dict[str, bool]:
        return {p.value: self.cleaned_data[f"aanwezig_{p}"] == "ja" for p in self.partners}

    @property
    def namen(self) -> dict[str, str]:
        return {p.value: self.cleaned_data[f"namen_{p}"] for p in self.partners}


class SluitForm(Overlegformulier):
    titel = lui("Sluit het overleg")
    uitleg = lui(
        "Punten waar u niet aan toe kwam, gaan naar het volgende overleg. Over wat open ligt, kan nog drie werkdagen "
        "schriftelijk worden gestemd."
    )
    knop = lui("Sluit het overleg")


class VulForm(Overlegformulier):
    titel = lui("Vul de agenda aan")
    uitleg = lui(
        "Het programma zet erbij wat er volgens de feiten op hoort en er nog niet op staat. Wat er al staat, blijft zoals het is."
    )
    knop = lui("Vul de agenda aan")


class VerplaatsForm(Overlegformulier):
    titel = lui("Verplaats het overleg")
    knop = lui("Verplaats")

    datum = DatumField(label=lui("Nieuwe datum"))
    begin = TijdField(label=lui("Begint om"), help_text=lui("Bijvoorbeeld 13.30"))


class VervalForm(Overlegformulier):
    titel = lui("Laat het overleg vervallen")
    uitleg = lui("De punten gaan naar het volgende overleg.")
    knop = lui("Laat vervallen")

    reden = tekst(lui("Waarom gaat het niet door"), regels=3)


class InbrengForm(Overlegformulier):
    titel = lui("Breng een punt in")
    uitleg = lui(
        "Een zaak staat voor elk onderwerp één keer op de agenda. Staat zij er al, vul dan dat punt aan."
    )
    knop = lui("Zet op de agenda")

    dossiers = forms.CharField(
        label=lui("Welk dossier"),
        help_text=lui("Dossiernummer of V-nummer. Van een gezin elk nummer op een eigen regel."),
        max_length=400,
        widget=forms.Textarea({"rows": 1}),
    )
    onderwerp = radio(lui("Waarover gaat het"), Onderwerp.choices)
    vraag = forms.CharField(
        label=lui("Uw vraag aan het overleg"),
        help_text=lui("Eén zin, zonder medische gegevens. Ieder die aan tafel zit, leest hem."),
        max_length=300,
    )
    voorstel = tekst(lui("Uw voorstel"), regels=3, verplicht=False)


class MetGezin(Formulier):
    """Base of what may be about a family at once; ``gezin`` are (id, name) of who travels along."""

    def __init__(self, *args: Any, gezin: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if gezin:
            self.fields["gezin"] = forms.MultipleChoiceField(
                label=_("Gaat het ook over deze gezinsleden"),
                choices=[(str(pk), naam) for pk, naam in gezin],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )


class BuitenForm(MetGezin):
    """A decision that could not wait for a meeting; provisional until a meeting confirms it."""

    datum = DatumField(label=lui("Wanneer is dit afgesproken"))
    onderwerp = radio(lui("Waarover gaat het"), Onderwerp.choices)
    partners = forms.MultipleChoiceField(
        label=lui("Wie waren erbij"), choices=Partner.choices, widget=forms.CheckboxSelectMultiple
    )
    tekst = tekst(lui("Wat is afgesproken"), lui("Met de reden waarom dit niet op het overleg kon wachten."))


class DossierInbrengForm(MetGezin):
    """From the dossier itself: which meeting, and what one asks there."""

    overleg = radio(lui("Op welke agenda"), [])
    onderwerp = radio(lui("Waarover gaat het"), Onderwerp.choices)
    vraag = forms.CharField(
        label=lui("Uw vraag aan het overleg"),
        help_text=lui("Eén zin, zonder medische gegevens. Ieder die aan tafel zit, leest hem."),
        max_length=300,
    )
    voorstel = tekst(lui("Uw voorstel"), regels=3, verplicht=False)

    def __init__(self, *args: Any, overleggen: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["overleg"]
        veld.choices = [(str(o.pk), f"{o.naam}, {lang(o.datum)}") for o in overleggen]  # type: ignore[attr-defined]
        if not overleggen:
            veld.help_text = _("U zit bij geen komend overleg aan tafel. Plan eerst een reeks.")


class KiesForm(Formulier):
    """Of which table one wants to see the meetings."""

    reeks = forms.ChoiceField(label=lui("Overleg"), required=False)

    def __init__(self, *args: Any, reeksen: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", lui("Alle")), *((str(reeks.pk), reeks.naam) for reeks in reeksen)]
        self.fields["reeks"].choices = keuzes  # type: ignore[attr-defined]


class ExtraForm(Formulier):
    """One more meeting of a series."""

    datum = DatumField(label=lui("Datum"))
    begin = TijdField(label=lui("Begint om"), help_text=lui("Bijvoorbeeld 13.30"))


class ReeksForm(Formulier):
    """A meeting that comes back, with who sits at its table."""

    soort = radio(lui("Wat voor overleg"), Soort.choices)
    naam = forms.CharField(
        label=lui("Naam"), help_text=lui("Bijvoorbeeld LKO azc Assen of RAO Noord."), max_length=100
    )
    locaties = forms.CharField(
        label=lui("Locaties"),
        help_text=lui("Eén per regel. Wie daar woont, kan op de agenda komen."),
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    eerste_op = DatumField(label=lui("Eerste keer op"))
    begin = TijdField(label=lui("Begint om"), help_text=lui("Bijvoorbeeld 13.30"))
    om_de_weken = forms.IntegerField(
        label=lui("Om de hoeveel weken"),
        min_value=1,
        max_value=52,
        widget=forms.TextInput({"inputmode": "numeric", "class": "vw-kort"}),
    )

    def __init__(self, *args: Any, teams: Any = (), collegas: Any = (), **kwargs: Any) -> None:
        """``teams`` sit there as a whole; ``collegas`` (managers, for an RAO) in person."""
        super().__init__(*args, **kwargs)
        for partner in Partner:
            keuzes = [
                *((f"team:{t.pk}", t.naam) for t in teams if t.organisatie == partner),
                *((f"mens:{m.pk}", m.naam) for m in collegas if m.organisatie == partner),
            ]
            self.fields[f"tafel_{partner}"] = forms.MultipleChoiceField(
                label=_("Wie zit er voor %(partner)s aan tafel") % {"partner": partner.label},
                choices=keuzes,
                widget=forms.CheckboxSelectMultiple,
                error_messages={
                    "required": _("Kies ten minste één. Zonder deze partner kan het overleg niets besluiten.")
                },
            )

    def clean_locaties(self) -> list[str]:
        regels = str(self.cleaned_data["locaties"]).splitlines()
        return [schoon for regel in regels if (schoon := regel.strip())]

    def _tafel(self, soort: str) -> list[str]:
        return [
            waarde.removeprefix(soort)
            for partner in Partner
            for waarde in self.cleaned_data[f"tafel_{partner}"]
            if waarde.startswith(soort)
        ]

    @property
    def teams(self) -> list[int]:
        return [int(pk) for pk in self._tafel("team:")]

    @property
    def medewerkers(self) -> list[UUID]:
        return [UUID(pk) for pk in self._tafel("mens:")]


class EindeForm(Formulier):
    tot = DatumField(label=lui("Laatste dag van de reeks"))
