"""One form a step. Each says its title, what it explains, which gate it stands before, and how it acts."""

from datetime import date, datetime, time
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.keuzes import landkeuzes
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.zicht import AMSTERDAM
from verantwoord.stamgegevens.landen import taalnaam
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrek import actions
from verantwoord.vertrek.keuzes import (
    AANTOONBAAR,
    Aanleiding,
    Begeleiding,
    Bewijs,
    Gemachtigde,
    Nagevraagd,
    Soort,
    Uitkomst,
)
from verantwoord.vertrek.queries import Toestand
from verantwoord.vertrek.toestand import loopt_er_nog_iets, openstaand
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, TekstField

JA_NEE = [("ja", _("Ja")), ("nee", _("Nee"))]
# What the contract keeps as a reference is a line, not a letter.
KORT = 200


def tekst(label: Any, hint: Any = "", *, verplicht: bool = False) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=verplicht,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": 3}),
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


class Stapformulier(Formulier):
    """Base: one act on the facts as they stand in ``toestand``; ``nummer`` is the trip it is about, if it is about one.

    ``handeling`` is the act the gate guards, asked before anything is typed; ``zonder`` are norms left out of that
    first question because what is typed here is what they ask for.
    """

    titel: ClassVar[Any]
    knop: ClassVar[Any]
    inleiding: ClassVar[Any] = ""
    handeling: ClassVar[str] = ""
    zonder: ClassVar[frozenset[str]] = frozenset()

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, toestand: Toestand, nummer: int | None = None, **kwargs: Any) -> None:
        self.toestand, self.nummer = toestand, nummer
        begin = self.begin() | (kwargs.pop("initial", None) or {})
        super().__init__(*args, initial=begin, **kwargs)

    def begin(self) -> dict[str, Any]:
        """What the fields hold when the form is opened."""
        return {}

    def let_op(self) -> str:
        """One sentence above the form about this dossier, when there is one to say."""
        return ""

    def doe(self, *, door: Medewerker, dossier_id: UUID, peildatum: date) -> object:
        raise NotImplementedError

    def waarden(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class Reisformulier(Stapformulier):
    """The trip itself, as the contract has it."""

    soort: ClassVar[Soort]

    land = forms.ChoiceField(label=_("Naar welk land"), choices=landkeuzes)
    gepland_op = DatumField(label=_("Op welke dag"))
    toegangsbewijs_ref = forms.CharField(
        label=_("Bewijs dat het land de persoon toelaat"),
        help_text=_("Alleen bij een ander land dan het eigen land. Bijvoorbeeld het nummer van een visum."),
        max_length=KORT,
        required=False,
    )
    dia_overwogen = ja_nee(
        _("Is hulp van de DIA overwogen"),
        _("Bij een ander land kan de DIA helpen het bewijs van toelating te krijgen."),
        verplicht=False,
    )
    reden_geen_dia = tekst(_("Waarom is er geen hulp van de DIA"), _("Alleen als die er niet is."))
    begeleiding = forms.MultipleChoiceField(
        label=_("Wie reist er mee"),
        help_text=_("Kies niets als de persoon alleen of met het eigen gezin reist."),
        choices=Begeleiding.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def boeking(self) -> d.Vertrekboeking:
        data = self.cleaned_data
        return d.Vertrekboeking(
            soort=self.soort.value,
            land=data["land"],
            gepland_op=data["gepland_op"],
            toegangsbewijs_ref=data["toegangsbewijs_ref"] or None,
            dia_overwogen=data["dia_overwogen"],
            reden_geen_dia=data["reden_geen_dia"] or None,
            begeleiding=tuple(data["begeleiding"]),
        )


class Boekformulier(Reisformulier):
    zonder = frozenset({"derde-land-vertrek"})

    def begin(self) -> dict[str, Any]:
        besluit = self.toestand.s.terugkeerbesluit
        return {"land": besluit.land_van_terugkeer or ""} if besluit else {}


class BoekZelfstandigForm(Boekformulier):
    titel = _("Boek een zelfstandig vertrek")
    inleiding = _(
        "De persoon kiest zelf om te gaan. Wat geregeld is via IOM, een ngo of de DT&V legt u hier vast."
    )
    knop = _("Leg de reis vast")
    handeling = "zelfstandig_vertrek_boeken"
    soort = Soort.ZELFSTANDIG

    toelichting = tekst(
        _("Wat is er afgesproken"), _("Bijvoorbeeld: vlucht, bagage, wie haalt de persoon op.")
    )
    taal = forms.ChoiceField(
        label=_("In welke taal heeft u uitgelegd wat vertrekken nu betekent"), required=False
    )
    gemachtigde = forms.ChoiceField(
        label=_("Weet de gemachtigde dat de persoon vertrekt"),
        choices=Gemachtigde.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    gemachtigde_op = DatumField(label=_("De gemachtigde weet het sinds"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not loopt_er_nog_iets(self.toestand.s):
            for veld in ("taal", "gemachtigde", "gemachtigde_op"):
                del self.fields[veld]
            return
        talen = dict.fromkeys((*self.toestand.s.persoon.talen, "nl", "en"))
        keuzes = [("", _("Kies een taal")), *((code, taalnaam(code)) for code in talen)]
        self.fields["taal"].choices = keuzes  # type: ignore[attr-defined]

    def let_op(self) -> str:
        delen = [loopt_er_nog_iets(self.toestand.s)]
        if any(b.soort == Soort.GEDWONGEN for b in self.toestand.s.open_boekingen):
            delen.append(str(_("De geboekte gedwongen reis wordt geannuleerd als u deze reis vastlegt.")))
        return " ".join(deel for deel in delen if deel)

    def doe(self, *, door: Medewerker, dossier_id: UUID, peildatum: date) -> object:
        data = self.cleaned_data
        uitleg = (
            actions.Uitleg(
                taal=data["taal"], gemachtigde=data["gemachtigde"], gemachtigde_op=data["gemachtigde_op"]
            )
            if "taal" in data
            else None
        )
        return actions.book_vertrek(
            door=door,
            dossier_id=dossier_id,
            versie=data["versie"],
            boeking=self.boeking(),
            peildatum=peildatum,
            uitleg=uitleg,
            toelichting=data["toelichting"],
        )


class BoekGedwongenForm(Boekformulier):
    titel = _("Boek een gedwongen vertrek")
    inleiding = _(
        "Dit kan pas als alles wat voor gedwongen vertrek nodig is, vandaag klopt. Terug naar zelfstandig vertrek kan altijd."
    )
    knop = _("Leg het gedwongen vertrek vast")
    handeling = "gedwongen_vertrek_boeken"
    soort = Soort.GEDWONGEN

    toelichting = tekst(
        _("Hoe is dit met de persoon besproken"),
        _("Ook wat de persoon erover zei, in eigen woorden."),
        verplicht=True,
    )

    def doe(self, *, door: Medewerker, dossier_id: UUID, peildatum: date) -> object:
        data = self.cleaned_data
        return actions.book_vertrek(
            door=door,
            dossier_id=dossier_id,
            versie=data["versie"],
            boeking=self.boeking(),
            peildatum=peildatum,
            toelichting=data["toelichting"],
        )


class WijzigForm(Reisformulier):
    titel = _("Wijzig de reis")
    inleiding = _("Een andere dag of een ander land is opnieuw boeken. Wat eerst gold, blijft te lezen.")
    knop = _("Leg de wijziging vast")
    reden = tekst(_("Waarom verandert de reis"), verplicht=True)

    def begin(self) -> dict[str, Any]:
        boeking = self._staat()
        ja_of_nee = {True: "ja", False: "nee", None: ""}
        return {
            "land": boeking.land,
            "gepland_op": boeking.gepland_op,
            "toegangsbewijs_ref": boeking.toegangsbewijs_ref or "",
            "dia_overwogen": ja_of_nee[boeking.dia_overwogen],
            "reden_geen_dia": boeking.reden_geen_dia or "",
            "begeleiding": list(boeking.begeleiding),
        }

    def _staat(self) -> d.Vertrekboeking:
        assert self.nummer is not None  # noqa: S101 - the address names the trip
        return self.toestand.s.beeld.boekingen[self.nummer]

    @property
    def soort(self) -> Soort:  # type: ignore[override]
        return Soort(self._staat().soort)

    def doe(self, *, door: Medewerker, dossier_id: UUID, peildatum: date) -> object:
        assert self.nummer is not None  # noqa: S101 - the address names the trip
        return actions.change_boeking(
            door=door,
            dossier_id=dossier_id,
            nummer=self.nummer,
            versie=self.cleaned_data["versie"],
            boeking=self.boeking(),
            reden=self.cleaned_data["reden"],
            peildatum=peildatum,
        )


class AnnuleerForm(Stapformulier):
    titel = _("Annuleer de reis")
    inleiding = _("Niet gaan kan altijd. De reis blijft te lezen als geannuleerd.")
    knop = _("Annuleer de reis")
    reden = tekst(_("Waarom gaat de reis niet door"), verplicht=True)

    def doe(self, **wie: Any) -> object:
        return actions.cancel_boeking(**wie, nummer=self.nummer, **self.waarden())


class DoorgaanForm(Stapformulier):
    titel = _("Laat het vertrek vandaag doorgaan")
    inleiding = _(
        "U legt op de dag zelf vast dat het vertrek mag doorgaan. Alles wat vandaag bekend is, telt mee."
    )
    knop = _("Leg vast dat het vertrek doorgaat")
    afweging = tekst(
        _("Waarom gaat het vertrek vandaag door"),
        _("Schrijf ook op hoe het vandaag met de persoon gaat."),
        verplicht=True,
    )

    @property
    def handeling(self) -> str:  # type: ignore[override]
        assert self.nummer is not None  # noqa: S101 - the address names the trip
        return f"{self.toestand.s.beeld.boekingen[self.nummer].soort}_vertrek_uitvoeren"

    def doe(self, **wie: Any) -> object:
        return actions.let_vertrek_doorgaan(**wie, nummer=self.nummer, **self.waarden())


class UitkomstForm(Stapformulier):
    titel = _("Leg vast dat de persoon is vertrokken")
    inleiding = _("Alleen met bewijs. Het dossier blijft open tot u het sluit.")
    knop = _("Leg het vertrek vast")
    soort = forms.ChoiceField(
        label=_("Hoe is de persoon vertrokken"),
        choices=[(keuze.value, keuze.label) for keuze in AANTOONBAAR],
        widget=forms.RadioSelect,
    )
    op = DatumField(label=_("Vertrokken op"))
    bewijs = forms.ChoiceField(label=_("Wat is het bewijs"), choices=Bewijs.choices, widget=forms.RadioSelect)
    bewijs_ref = forms.CharField(
        label=_("Waar is het bewijs te vinden"),
        help_text=_("Bijvoorbeeld het nummer van de verklaring."),
        max_length=KORT,
    )
    toelichting = tekst(
        _("Hoe is het gegaan"),
        _("Nodig als op de dag zelf niet is vastgelegd dat het vertrek mocht doorgaan."),
    )

    def begin(self) -> dict[str, Any]:
        uitkomst = self.toestand.s.beeld.uitkomst
        if uitkomst is not None:
            return {"soort": uitkomst.soort, "op": uitkomst.op, "bewijs_ref": uitkomst.bewijs_ref or ""}
        reizen = [b for b in self.toestand.s.open_boekingen if b.gepland_op <= self.toestand.s.op]
        return {"op": reizen[-1].gepland_op} if reizen else {}

    def doe(self, **wie: Any) -> object:
        return actions.confirm_vertrek(**wie, **self.waarden())


class NietGezienForm(Stapformulier):
    titel = _("Niet meer gezien")
    inleiding = _("U legt alleen vast wat bekend is. Er verandert niets aan opvang, procedure of dossier.")
    knop = _("Leg dit vast")
    laatst_gezien_op = DatumField(label=_("Voor het laatst gezien op"), required=False)
    niet_aangekomen_op = DatumField(
        label=_("Niet aangekomen na een overplaatsing: verwacht op"),
        help_text=_("Alleen als de persoon na een overplaatsing ergens werd verwacht."),
        required=False,
    )
    niet_aangekomen_om = forms.TimeField(
        label=_("Verwacht om"),
        help_text=_("Bijvoorbeeld 14:30."),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "maxlength": 5}),
        error_messages={"invalid": _("Schrijf de tijd als 14:30.")},
    )
    toelichting = tekst(_("Wat is er bekend"), _("Wie meldde het, en wat is er al gevraagd?"))

    def let_op(self) -> str:
        if not self.toestand.s.persoon.amv:
            return ""
        return str(
            _(
                "Dit is een alleenstaande minderjarige. Meld de vermissing binnen 24 uur bij de politie, en vertel het de voogd."
            )
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        zonder_dag = data.get("niet_aangekomen_om") and not data.get("niet_aangekomen_op")
        if zonder_dag and "niet_aangekomen_op" not in self.errors:
            self.add_error("niet_aangekomen_op", _("Vul ook de dag in."))
        zonder_tijd = data.get("niet_aangekomen_op") and data.get("niet_aangekomen_om") is None
        if zonder_tijd and "niet_aangekomen_om" not in self.errors:
            self.add_error("niet_aangekomen_om", _("Vul ook de tijd in: na 48 uur telt het pas."))
        return data

    def doe(self, **wie: Any) -> object:
        data = self.waarden()
        dag: date | None = data.pop("niet_aangekomen_op")
        om: time | None = data.pop("niet_aangekomen_om")
        sinds = datetime.combine(dag, om, tzinfo=AMSTERDAM) if dag is not None and om is not None else None
        return actions.record_niet_gezien(**wie, niet_aangekomen_sinds=sinds, **data)


class ControleForm(Stapformulier):
    titel = _("Aanwezigheidscontrole")
    inleiding = _(
        "Het COA en de AVIM kijken samen of de persoon er is. Wie niet thuis is, is niet altijd weg."
    )
    knop = _("Leg de controle vast")
    op = DatumField(label=_("Gecontroleerd op"))
    aangetroffen = ja_nee(_("Is de persoon aangetroffen of gevonden"))
    nagevraagd = forms.MultipleChoiceField(
        label=_("Waar is nagevraagd"),
        choices=Nagevraagd.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    toelichting = tekst(_("Wat bleek er"))

    def doe(self, **wie: Any) -> object:
        return actions.record_aanwezigheidscontrole(**wie, **self.waarden())


class BerichtForm(Stapformulier):
    titel = _("Bericht van vertrek van de AVIM")
    inleiding = _("De AVIM geeft dit bericht na de aanwezigheidscontrole. Het sluit het dossier niet.")
    knop = _("Leg het bericht vast")
    kenmerk = forms.CharField(label=_("Kenmerk van de AVIM"), max_length=KORT)
    op = DatumField(label=_("Datum van het bericht"))

    def doe(self, **wie: Any) -> object:
        return actions.record_bericht_van_vertrek(**wie, **self.waarden())


class WeerGezienForm(Stapformulier):
    titel = _("De persoon is er weer")
    inleiding = _("Wat eerder over wegblijven is vastgelegd, telt dan niet meer mee. Het blijft te lezen.")
    knop = _("Leg vast dat de persoon er is")
    op = DatumField(label=_("Gezien op"))
    toelichting = tekst(_("Waar en door wie"), verplicht=True)

    def doe(self, **wie: Any) -> object:
        return actions.record_weer_gezien(**wie, **self.waarden())


class SluitForm(Stapformulier):
    titel = _("Sluit het dossier")
    inleiding = _("Een dossier sluit nooit vanzelf. U kiest de uitkomst en schrijft de reden op.")
    knop = _("Sluit het dossier")
    soort = forms.ChoiceField(
        label=_("Waarmee eindigt het"), choices=Uitkomst.choices, widget=forms.RadioSelect
    )
    op = DatumField(
        label=_("Op welke dag"),
        help_text=_("Alleen bij een ingetrokken overdracht, of bij verblijf of een andere reden."),
        required=False,
    )
    kenmerk = forms.CharField(
        label=_("Kenmerk van de brief of het besluit"),
        help_text=_("Alleen bij een ingetrokken overdracht, of bij verblijf of een andere reden."),
        max_length=KORT,
        required=False,
    )
    reden = tekst(_("Waarom sluit u het dossier"), verplicht=True)
    ondersteuning = tekst(_("Welke ondersteuning is gegeven"), _("Ook wat is aangeboden en niet gewild."))
    lessen = tekst(_("Wat kan een volgende keer anders"))
    gezien_wat_vervalt = forms.BooleanField(
        label=_("Ik heb gezien wat er nog gepland staat; dat vervalt"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.openstaand = openstaand(self.toestand.s)
        if not self.openstaand.vervalt:
            del self.fields["gezien_wat_vervalt"]

    def begin(self) -> dict[str, Any]:
        uitkomst = self.toestand.s.beeld.uitkomst
        return {"soort": uitkomst.soort} if uitkomst else {}

    def doe(self, **wie: Any) -> object:
        return actions.close_dossier(**wie, **self.waarden())


class HeropenForm(Stapformulier):
    titel = _("Heropen het dossier")
    inleiding = _(
        "Dit is voor wie binnen dezelfde overdracht weer in beeld is. Een nieuwe overdracht maakt een nieuw dossier."
    )
    knop = _("Heropen het dossier")
    aanleiding = forms.ChoiceField(
        label=_("Waarom gaat het dossier weer open"), choices=Aanleiding.choices, widget=forms.RadioSelect
    )
    weer_gezien_op = DatumField(
        label=_("Gezien op"), help_text=_("Alleen als de persoon er weer is."), required=False
    )
    reden = tekst(_("Schrijf op wat er is gebeurd"), verplicht=True)

    def doe(self, **wie: Any) -> object:
        return actions.reopen_dossier(**wie, **self.waarden())


STAPPEN: dict[str, type[Stapformulier]] = {
    "zelfstandig": BoekZelfstandigForm,
    "gedwongen": BoekGedwongenForm,
    "uitkomst": UitkomstForm,
    "niet-gezien": NietGezienForm,
    "controle": ControleForm,
    "bericht": BerichtForm,
    "weer-gezien": WeerGezienForm,
    "sluiten": SluitForm,
    "heropenen": HeropenForm,
}
REISSTAPPEN: dict[str, type[Stapformulier]] = {
    "wijzigen": WijzigForm,
    "annuleren": AnnuleerForm,
    "doorgaan": DoorgaanForm,
}
