"""One form an act about where somebody lives. Each says on which norm it rests and which act it becomes."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Overplaatsing
from verantwoord.dossier.opvang import kinderen, overplaatsen, plaatsen
from verantwoord.dossier.opvang.tonen import PLAATSEN
from verantwoord.dossier.termijnen.forms import Termijnformulier, tekst
from verantwoord.web.formulier import DatumField, Formulier, Keuze

LOCATIE = 200
_UITLEG = {
    "azc": _("Asielzoekerscentrum van het COA"),
    "vbl": _("Vrijheidsbeperkende locatie; begint met een overplaatsing"),
    "gl": _("Begint met een overplaatsing"),
    "lvv": _("Landelijke vreemdelingenvoorziening, bij een gemeente"),
    "anders": _("Een eigen adres, familie of iets anders"),
}


def soortkeuzes() -> list[tuple[str, Keuze]]:
    return [
        (soort, Keuze(str(naam).capitalize(), _UITLEG.get(soort, ""))) for soort, naam in PLAATSEN.items()
    ]


class Verblijfsformulier(Termijnformulier):
    """Base: the four facts of one stay."""

    norm = "opvang-vier-weken"
    met_peildatum = True
    nog_te_komen: ClassVar[frozenset[str]] = frozenset()

    soort = forms.ChoiceField(label=_("Soort verblijf"), choices=soortkeuzes, widget=forms.RadioSelect)
    locatie = forms.CharField(
        label=_("Plaats of locatie"), max_length=LOCATIE, help_text=_("Bijvoorbeeld Assen. Geen kamernummer.")
    )
    van = DatumField(label=_("Eerste dag"))
    tot = DatumField(
        label=_("Laatste dag"),
        required=False,
        help_text=_("Laat leeg als de vreemdeling hier nu woont."),
    )


class PlaatsForm(Verblijfsformulier):
    titel = _("Leg een verblijf vast")
    uitleg = _(
        "Vul in waar de vreemdeling woont of heeft gewoond. Zonder laatste dag is dit waar de vreemdeling nu woont; het vorige "
        "verblijf eindigt dan een dag eerder. De opvang eindigt hier niet door."
    )
    actie = plaatsen.record_verblijfplaats

    toelichting = tekst(_("Hoe weet u dit"), hint=_("Bijvoorbeeld: bericht van het COA van vandaag."))


class VerbeterForm(Verblijfsformulier):
    titel = _("Verbeter dit verblijf")
    uitleg = _(
        "Klopt er iets niet, dan vult u in wat wel klopt. Wat er stond, blijft te lezen bij Verbeteringen, met uw reden."
    )
    actie = plaatsen.correct_verblijfplaats

    reden = tekst(_("Wat klopte er niet, en hoe weet u dat"))


class OverplaatsenForm(Termijnformulier):
    titel = _("Vraag een overplaatsing aan")
    uitleg = _(
        "U vraagt het COA om een plaats. Er verandert nog niets: de vreemdeling verhuist pas als u en de casemanager van het "
        "COA allebei hebben overgedragen."
    )
    knop = _("Vraag het COA om een plaats")
    norm = "overplaatsing-compleet-dossier"
    actie = overplaatsen.ask_overplaatsing
    met_peildatum = True
    voor_gezin = True
    nog_te_komen: ClassVar[frozenset[str]] = frozenset({"gewenst_op", "antwoord_voor"})

    naar = forms.ChoiceField(label=_("Waarheen"), widget=forms.RadioSelect)
    locatie = forms.CharField(label=_("Welke locatie"), max_length=LOCATIE)
    maatregel = forms.CharField(
        label=_("Maatregel van artikel 56"),
        max_length=200,
        help_text=_("Kenmerk van het besluit over de vrijheidsbeperkende maatregel (Vw 2000 artikel 56)."),
    )
    maatregel_op = DatumField(label=_("Besluit over de maatregel van"))
    zicht_op_terugkeer = tekst(
        _("Waarom is terugkeer binnen twaalf weken te verwachten?"),
        verplicht=False,
        hint=_("Nodig voor een vbl. Noem wat er al is geregeld en wat nog moet. Het COA leest dit niet."),
    )
    samen = forms.MultipleChoiceField(
        label=_("Wie van het gezin gaat mee?"),
        help_text=_(
            "Ieder dossier wordt apart gecontroleerd. Houdt een regel het voor een van hen tegen, dan wordt er niets "
            "aangevraagd."
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": _(
                "Een dossier van het gezin is intussen gewijzigd. Kijk opnieuw en kies wie erbij hoort."
            )
        },
    )
    toelichting = tekst(
        _("Wat moet het COA weten om een plaats te geven?"),
        hint=_("Het COA leest dit. Bijvoorbeeld het aantal kamers of school. Schrijf niets over gezondheid."),
    )
    antwoord_voor = DatumField(label=_("Antwoord van het COA graag voor"))
    gewenst_op = DatumField(label=_("Dag van de overplaatsing"))

    def __init__(self, *args: Any, waarheen: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["naar"].choices = [keuze for keuze in Overplaatsing.Naar.choices if keuze[0] in waarheen]
        if not self.familie:
            del self.fields["samen"]
            return
        # With each dossier the version in which it is seen here: who was first is noticed for them too.
        velden["samen"].choices = [
            (f"{ander.pk}.{ander.versie}", Keuze(ander.persoon.volledige_naam, ander.nummer))
            for ander in self.familie
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("naar") == Overplaatsing.Naar.VBL and not data.get("zicht_op_terugkeer", "").strip():
            self.add_error(
                "zicht_op_terugkeer",
                _(
                    "Voor een vbl is dit nodig. Schrijf op waarom terugkeer binnen twaalf weken te verwachten is."
                ),
            )
        antwoord, gewenst = data.get("antwoord_voor"), data.get("gewenst_op")
        if antwoord is not None and antwoord < self.s.op:
            self.add_error("antwoord_voor", _("Kies een dag die nog komt."))
        elif antwoord is not None and gewenst is not None and gewenst < antwoord:
            self.add_error("gewenst_op", _("De overplaatsing is niet eerder dan het antwoord van het COA."))
        return data

    def gegevens(self) -> dict[str, Any]:
        gekozen = [keuze.rpartition(".") for keuze in self.cleaned_data.get("samen", ())]
        samen = {UUID(pk): int(versie) for pk, _punt, versie in gekozen}
        return super().gegevens() | {"samen": samen}


class Stapformulier(Formulier):
    """Base: one step of a transfer that runs. ``groep`` are the transfers of relatives asked in the same act."""

    titel: ClassVar[Any]
    uitleg: ClassVar[Any] = ""
    knop: ClassVar[Any] = _("Leg vast")
    norm: ClassVar[str] = "overplaatsing-compleet-dossier"
    standen: ClassVar[tuple[str, ...]]
    actie: ClassVar[Callable[..., None]]
    nog_te_komen: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, vandaag: date, groep: Sequence[Overplaatsing] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.groep = groep

    @classmethod
    def past(cls, overplaatsing: Overplaatsing, overgedragen: Collection[str]) -> bool:
        """Whether this step can be taken now."""
        del overgedragen
        return overplaatsing.stand in cls.standen

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for naam in self.fields.keys() - self.nog_te_komen:
            dag = data.get(naam)
            if isinstance(dag, date) and dag > self.vandaag:
                self.add_error(naam, _("Deze dag moet nog komen. Leg dit vast als het is gebeurd."))
        return data

    def gegevens(self) -> dict[str, Any]:
        return self.cleaned_data


class ReactieForm(Stapformulier):
    titel = _("Beantwoord de vraag van het COA")
    knop = _("Verstuur het antwoord")
    standen = (Overplaatsing.Stand.VRAAG,)
    actie = overplaatsen.reply_overplaatsing
    nog_te_komen: ClassVar[frozenset[str]] = frozenset({"antwoord_voor"})

    reactie = tekst(_("Uw antwoord"), hint=_("Het COA leest dit. Schrijf niets over gezondheid."))
    antwoord_voor = DatumField(label=_("Antwoord van het COA graag voor"))


class OverdrachtForm(Stapformulier):
    titel = _("Draag het dossier over")
    uitleg = _(
        "U en de casemanager van het COA dragen ieder zelf over, in een eigen handeling. Pas als beide er zijn, kan de "
        "vreemdeling verhuizen. Hoort er een gezin bij, dan geldt dit voor het hele gezin."
    )
    knop = _("Ik heb overgedragen")
    standen = (Overplaatsing.Stand.AKKOORD,)
    actie = overplaatsen.hand_over

    wat = tekst(
        _("Wat heeft u overgedragen, en aan wie?"),
        hint=_(
            "Bijvoorbeeld: afspraken over school en de volgende gesprekken, besproken met de casemanager."
        ),
    )

    @classmethod
    def past(cls, overplaatsing: Overplaatsing, overgedragen: Collection[str]) -> bool:
        return super().past(overplaatsing, overgedragen) and "dtv" not in overgedragen


class AankomstForm(Stapformulier):
    titel = _("Leg vast dat de vreemdeling is aangekomen")
    uitleg = _(
        "Vanaf deze dag is dit het verblijf in het dossier. Het vorige verblijf eindigt een dag eerder."
    )
    standen = (Overplaatsing.Stand.OVERGEDRAGEN, Overplaatsing.Stand.NIET_AANGEKOMEN)
    actie = overplaatsen.record_aankomst

    aangekomen_op = DatumField(label=_("Aangekomen op"))
    samen = forms.MultipleChoiceField(
        label=_("Wie van het gezin is ook aangekomen?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    toelichting = tekst(_("Hoe weet u dit"), hint=_("Bijvoorbeeld: bericht van het COA van vandaag."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anderen = [rij for rij in self.groep if rij.stand in self.standen]
        if not anderen:
            del self.fields["samen"]
            return
        velden: dict[str, Any] = self.fields
        velden["samen"].choices = [
            (str(rij.dossier_id), Keuze(rij.dossier.persoon.volledige_naam, rij.dossier.nummer))
            for rij in anderen
        ]

    def gegevens(self) -> dict[str, Any]:
        samen = frozenset(UUID(pk) for pk in self.cleaned_data.get("samen", ()))
        return super().gegevens() | {"samen": samen}


class NietAangekomenForm(Stapformulier):
    titel = _("Leg vast dat de vreemdeling niet is aangekomen")
    uitleg = _(
        "Er verandert verder niets: het verblijf in het dossier blijft zoals het is. Zoek met het COA uit waar de vreemdeling "
        "is. Wie niet is aangekomen, is niet altijd weg."
    )
    standen = (Overplaatsing.Stand.OVERGEDRAGEN,)
    actie = overplaatsen.record_niet_aangekomen

    op = DatumField(label=_("Verwacht op"))
    toelichting = tekst(_("Wat is er bekend"))


class IntrekkenForm(Stapformulier):
    titel = _("Trek de overplaatsing in")
    uitleg = _(
        "De vreemdeling blijft wonen waar die woont. Hoort er een gezin bij, dan geldt dit voor het hele gezin."
    )
    knop = _("Trek in")
    standen = Overplaatsing.LOPEND
    actie = overplaatsen.withdraw_overplaatsing

    reden = tekst(_("Waarom gaat de overplaatsing niet door?"), hint=_("Het COA leest dit."))


STAPPEN: dict[str, type[Stapformulier]] = {
    "reactie": ReactieForm,
    "overdracht": OverdrachtForm,
    "aankomst": AankomstForm,
    "niet-aangekomen": NietAangekomenForm,
    "intrekken": IntrekkenForm,
}


class Kindformulier(Formulier):
    """Base: something about one child."""

    titel: ClassVar[Any]
    uitleg: ClassVar[Any] = ""
    knop: ClassVar[Any] = _("Leg vast")
    norm: ClassVar[str] = "gezinslocatie-ferreira"
    actie: ClassVar[Callable[..., Any]]

    op = DatumField(label=_("Besproken op"))

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag

    def clean_op(self) -> date:
        dag: date = self.cleaned_data["op"]
        if dag > self.vandaag:
            raise forms.ValidationError(_("Deze dag moet nog komen. Leg dit vast als het is gebeurd."))
        return dag


class BelangenForm(Kindformulier):
    titel = _("Wat is belangrijk voor dit kind")
    uitleg = _(
        "Vraag het eerst aan het kind zelf, op een manier die past bij de leeftijd, en aan de ouders. Wat u hier vastlegt, "
        "hoort bij dit ene kind. Eerdere vastleggingen blijven te lezen."
    )
    actie = kinderen.record_kindbelang

    school = tekst(
        _("School en vrienden"), hint=_("Welke groep of klas, sinds wanneer, en wat er op school speelt.")
    )
    gezondheid = tekst(
        _("Wat het kind nodig heeft om gezond te blijven"),
        hint=_("Schrijf wat nodig is. Geen ziekte en geen medicijn."),
    )
    band = tekst(
        _("Met wie het kind een band heeft"), hint=_("Ouders, broers en zussen, en anderen die zorgen.")
    )
    veiligheid = tekst(_("Wat het kind nodig heeft om veilig te zijn"))
    eigen_woorden = tekst(
        _("Wat zegt het kind zelf?"),
        verplicht=False,
        hint=_("In de woorden van het kind, zonder uitleg van een ander."),
    )
    niet_gehoord = tekst(
        _("Is het kind niet gehoord? Waarom niet?"),
        verplicht=False,
        hint=_("Laat leeg als het kind zelf heeft verteld."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("eigen_woorden", "").strip() and not data.get("niet_gehoord", "").strip():
            self.add_error(
                "eigen_woorden",
                _(
                    "Schrijf op wat het kind zelf zegt. Is het kind niet gehoord, schrijf dan hieronder waarom niet."
                ),
            )
        return data


class AchttienForm(Kindformulier):
    titel = _("Besproken wat verandert op de dag dat iemand 18 wordt")
    norm = "gezinslocatie-ferreira"
    actie = kinderen.record_achttien_besproken

    toelichting = tekst(_("Met wie heeft u dit besproken, en wat is er afgesproken?"))
