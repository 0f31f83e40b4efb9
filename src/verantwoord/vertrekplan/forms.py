from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.vertrekplan.inhoud import Actieregel, Inhoud, Optie
from verantwoord.vertrekplan.keuzes import Analysedeel, Eigenaar, Haalbaar, Mogelijkheid
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, TekstField, getal

LEGE_REGELS = 2
MEESTE_REGELS = 60

UITLEG_ANALYSE = {
    Analysedeel.DOCUMENTEN: _("Welke documenten zijn er, welke ontbreken, en wat is daarvoor nodig?"),
    Analysedeel.MEDEWERKING_LAND: _(
        "Werkt het land mee aan vrijwillige terugkeer? En, apart, aan gedwongen?"
    ),
    Analysedeel.WENSEN: _("Wat wil de persoon zelf, en wat houdt tegen?"),
    Analysedeel.ONDERSTEUNING: _("Welke hulp past: IOM, een ngo, bijdrage DT&V, DIA?"),
    Analysedeel.TOETSING: _("Wat volgt uit medisch, buiten schuld, schrijnend en mensenhandel?"),
    Analysedeel.ALTERNATIEVEN: _("Wat kan er als deze strategie niet lukt? “Anders gedwongen” is te weinig."),
}


def _tekst(label: Any, hint: Any = "", *, regels: int = 3, lengte: int = LANGSTE_TEKST) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=False,
        max_length=lengte,
        widget=forms.Textarea({"rows": regels}),
    )


class PlanForm(Formulier):
    """Strategy, analysis in its six elements, and the choice with its reasons."""

    revisie = forms.IntegerField(widget=forms.HiddenInput({"data-concept-versie": ""}), min_value=1)
    aanleiding = _tekst(
        _("Waarom deze versie"), _("Wat is er veranderd sinds de vorige versie? Bijvoorbeeld een wens of een uitspraak."),
        regels=2,
    )  # fmt: skip
    strategie = _tekst(
        _("Strategie"), _("Wat is de weg, in welke volgorde, en waarom past die bij deze persoon?"), regels=6
    )
    gekozen = forms.ChoiceField(
        label=_("Welke mogelijkheid is gekozen"),
        choices=[("", _("Nog geen keuze")), *Mogelijkheid.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    reden_keuze = _tekst(_("Waarom deze keuze"), _("Noem ook wat de persoon er zelf van vindt."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for deel in Analysedeel:
            self.fields[f"analyse_{deel}"] = _tekst(deel.label, UITLEG_ANALYSE[deel])

    @property
    def analysevelden(self) -> list[forms.BoundField]:
        return [self[f"analyse_{deel}"] for deel in Analysedeel]


class OptieForm(Formulier):
    """One option: analysis, obstacle, feasibility in words, and what the person says."""

    analyse = _tekst(_("Analyse"))
    belemmering = _tekst(_("Belemmering"), regels=2)
    haalbaar = forms.ChoiceField(label=_("Haalbaar"), choices=Haalbaar.choices, required=False)
    haalbaar_bij = forms.CharField(
        label=_("Haalbaar, onder welke voorwaarde"),
        help_text=_("Bijvoorbeeld: na de uitspraak."),
        max_length=200,
        required=False,
    )
    wil = _tekst(_("Wat de persoon zelf zegt"), _("In eigen woorden, zoals de tolk het vertaalt."), regels=2)

    @property
    def toon_open(self) -> bool:
        """Whether there is something to see: a text, or something that is wrong."""
        waarden = [self[veld].value() for veld in ("analyse", "belemmering", "haalbaar_bij", "wil")]
        return any(waarden) or bool(self.errors) or self["haalbaar"].value() in {Haalbaar.JA, Haalbaar.NEE}

    def optie(self) -> Optie:
        """The option as typed; a feasibility that was not chosen is not known."""
        gegevens = self.cleaned_data
        return Optie(
            optie=str(self.prefix),
            **{veld: gegevens[veld] for veld in ("analyse", "belemmering", "haalbaar_bij", "wil")},
            haalbaar=gegevens["haalbaar"] or Haalbaar.ONBEKEND,
        )


class ActieForm(Formulier):
    """One line of the list of actions; a line that is wholly blank is no action."""

    omschrijving = forms.CharField(label=_("Wat"), max_length=200, required=False)
    eigenaar = forms.ChoiceField(
        label=_("Wie"), choices=[("", _("Kies wie")), *Eigenaar.choices], required=False
    )
    uiterlijk = DatumField(label=_("Klaar op"), required=False)
    gereed_op = forms.DateField(required=False, widget=forms.HiddenInput, input_formats=["%Y-%m-%d"])

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("omschrijving") and not gegevens.get("eigenaar") and "eigenaar" not in self.errors:
            self.add_error("eigenaar", _("Kies wie dit doet."))
        if not gegevens.get("omschrijving") and (gegevens.get("uiterlijk") or gegevens.get("eigenaar")):
            self.add_error("omschrijving", _("Schrijf op wat er gebeurt, of maak de regel leeg."))
        return gegevens

    def actie(self) -> Actieregel | None:
        """The action of this line, if there is one."""
        if not self.cleaned_data.get("omschrijving"):
            return None
        return Actieregel(**self.cleaned_data)


class Planformulier:
    """The whole form of a concept: the plan, its options and its actions, which are saved together."""

    def __init__(
        self,
        *,
        inhoud: Inhoud | None = None,
        revisie: int = 1,
        ingevuld: Mapping[str, Any] | None = None,
        extra: int = LEGE_REGELS,
    ) -> None:
        eerst = inhoud or Inhoud()
        begin = {
            "revisie": revisie,
            "aanleiding": eerst.aanleiding,
            "strategie": eerst.strategie,
            "gekozen": eerst.gekozen or "",
            "reden_keuze": eerst.reden_keuze,
            **{f"analyse_{deel}": eerst.analyse.get(deel, "") for deel in Analysedeel},
        }
        opties = {optie.optie: optie.__dict__ for optie in eerst.opties}
        aantal = (
            len(eerst.acties) + extra if ingevuld is None else _aantal(ingevuld) + max(0, extra - LEGE_REGELS)
        )
        self.aantal_acties = min(aantal, MEESTE_REGELS)
        self.plan = PlanForm(ingevuld, initial=begin)
        self.opties = [
            OptieForm(ingevuld, prefix=soort.value, initial=opties.get(soort)) for soort in Mogelijkheid
        ]
        regels = [actie.__dict__ for actie in eerst.acties]
        self.acties = [
            ActieForm(ingevuld, prefix=f"actie{plek}", initial=regels[plek] if plek < len(regels) else None)
            for plek in range(self.aantal_acties)
        ]

    def delen(self) -> Iterator[Formulier]:
        yield self.plan
        yield from self.opties
        yield from self.acties

    def __iter__(self) -> Iterator[forms.BoundField]:
        """Every field there is, so that one summary can name all that is wrong."""
        for deel in self.delen():
            yield from deel

    def non_field_errors(self) -> list[Any]:
        """What is wrong with no field in particular, of all parts."""
        return [fout for deel in self.delen() for fout in deel.non_field_errors()]

    @property
    def errors(self) -> bool:
        """Whether any part was refused, so that the title of the page can say it first."""
        return any(deel.errors for deel in self.delen())

    def is_valid(self) -> bool:
        geldig = [deel.is_valid() for deel in self.delen()]
        return all(geldig)

    def optie_paren(self) -> list[tuple[str, OptieForm]]:
        """Each option form with its title."""
        return [(str(soort.label), form) for soort, form in zip(Mogelijkheid, self.opties, strict=True)]

    def inhoud(self) -> Inhoud:
        """What was typed, once it is valid."""
        gegevens = self.plan.cleaned_data
        acties = [actie for form in self.acties if (actie := form.actie()) is not None]
        return Inhoud(
            strategie=gegevens["strategie"],
            aanleiding=gegevens["aanleiding"],
            analyse={deel.value: tekst for deel in Analysedeel if (tekst := gegevens[f"analyse_{deel}"])},
            opties=tuple(optie for form in self.opties if not (optie := form.optie()).is_leeg),
            gekozen=gegevens["gekozen"] or None,
            reden_keuze=gegevens["reden_keuze"],
            acties=tuple(acties),
        )


def _aantal(ingevuld: Mapping[str, Any]) -> int:
    """How many lines of actions the form had when it was sent."""
    aantal = getal(str(ingevuld.get("acties_aantal", "")))
    return min(aantal, MEESTE_REGELS) if aantal >= 0 else LEGE_REGELS


class VaststelForm(Formulier):
    """Establishing asks nothing but a reason where a norm warns."""

    revisie = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    reden_doorgaan = _tekst(
        _("Waarom u het plan toch vaststelt"), _("Uw reden staat voortaan bij deze versie."), regels=3
    )


class GereedForm(Formulier):
    gereed_op = DatumField(label=_("Wanneer is dit gedaan"))

    def __init__(self, ingevuld: Mapping[str, Any] | None = None, *, vandaag: date) -> None:
        super().__init__(ingevuld, initial={"gereed_op": vandaag})
