"""One form a step. Each says on which norm it rests, who may send it, and which act it becomes."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier import actions
from verantwoord.dossier.keuzes import BESLUITEN, GRONDEN_VERKORTING
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.procedure.forms import ja_nee
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.rechten import Recht
from verantwoord.web.datums import dag_maand
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, Keuze, TekstField

# Days that may lie ahead: until when something holds.
NOG_TE_KOMEN = frozenset({"verlengd_tot", "tot", "recht_eindigt_op"})


class Termijnformulier(Formulier):
    """Base: keeps the version it was opened on and refuses what has not happened yet."""

    titel: ClassVar[Any]
    uitleg: ClassVar[Any] = ""
    knop: ClassVar[Any] = _("Leg vast")
    norm: ClassVar[str]
    recht: ClassVar[Recht] = Recht.DOSSIER_BEHANDELEN
    handeling: ClassVar[str] = ""
    actie: ClassVar[Callable[..., Any]]
    met_peildatum: ClassVar[bool] = False
    voor_gezin: ClassVar[bool] = False
    nog_te_komen: ClassVar[frozenset[str]] = NOG_TE_KOMEN

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, s: Stand, familie: Sequence[Dossier] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.s = s
        self.familie = familie

    @classmethod
    def past(cls, s: Stand) -> bool:
        """Whether this step can be taken now; a form that would only be refused is not offered."""
        del s
        return True

    def clean(self) -> dict[str, Any]:
        """Refuse what has not happened yet: what is recorded must have been said or done."""
        data = super().clean() or {}
        for naam in self.fields.keys() - self.nog_te_komen:
            dag = data.get(naam)
            if isinstance(dag, date) and dag > self.s.op:
                self.add_error(naam, _("Deze dag moet nog komen. Leg dit vast als het is gebeurd."))
        return data

    def gegevens(self) -> dict[str, Any]:
        """The clean answers as the act takes them."""
        vandaag = {"peildatum": self.s.op} if self.met_peildatum else {}
        return self.cleaned_data | vandaag


def tekst(label: Any, *, verplicht: bool = True, hint: Any = "") -> TekstField:
    return TekstField(label=label, required=verplicht, max_length=LANGSTE_TEKST, help_text=hint)


class GrondForm(Termijnformulier):
    titel = _("Grond en kenmerk van een kortere termijn")
    uitleg = _(
        "Een kortere termijn of een termijn van 0 dagen geldt alleen als het besluit van de IND een grond uit de wet noemt. "
        "Neem over wat er in het besluit staat."
    )
    norm = "vertrektermijn-nul-dagen"
    recht = Recht.PROCEDURE_BIJWERKEN
    actie = actions.record_grond_verkorting

    besluit = forms.TypedChoiceField(
        label=_("Over welk besluit gaat het"), coerce=int, widget=forms.RadioSelect
    )
    grond_verkorting = forms.ChoiceField(
        label=_("Welke grond noemt het besluit"),
        choices=[keuze for keuze in GRONDEN_VERKORTING if keuze[0]],
        widget=forms.RadioSelect,
    )
    kenmerk = forms.CharField(label=_("Kenmerk van het besluit"), max_length=200)

    def __init__(self, *args: Any, s: Stand, **kwargs: Any) -> None:
        super().__init__(*args, s=s, **kwargs)
        namen = {soort: str(naam) for soort, naam in BESLUITEN}
        self.fields["besluit"].choices = [  # type: ignore[attr-defined]
            (plaats, f"{namen[b.soort]}, {dag_maand(b.genomen_op)}, {_dagen(b.vertrektermijn_dagen)}")
            for plaats, b in enumerate(s.beeld.procedure.besluiten)
            if b.vertrektermijn_dagen is not None and b.vertrektermijn_dagen < wettelijke_dagen(s)
        ]

    @classmethod
    def past(cls, s: Stand) -> bool:
        return any(
            b.vertrektermijn_dagen is not None and b.vertrektermijn_dagen < wettelijke_dagen(s)
            for b in s.beeld.procedure.besluiten
        )


def wettelijke_dagen(s: Stand) -> int:
    """The length of the term when nothing shortens it."""
    dagen: int = s.p["vertrektermijn-28-dagen.period"]
    return dagen


def _dagen(aantal: int) -> str:
    return str(_("termijn van %(n)d dagen") % {"n": aantal})


class VerzoekVertrektermijnForm(Termijnformulier):
    titel = _("Verzoek om een langere vertrektermijn")
    uitleg = _("De IND beslist over dit verzoek. U stuurt het door; de termijn wordt er nog niet langer van.")
    norm = "vertrektermijn-verlenging"
    recht = Recht.PROCEDURE_BIJWERKEN
    actie = actions.ask_verlenging_vertrektermijn

    verlenging_gevraagd_op = DatumField(label=_("Gevraagd op"))
    reden = tekst(
        _("Waarom is er meer tijd nodig"),
        hint=_("In de woorden van de vreemdeling. Bijvoorbeeld school, een begrafenis of een ziek kind."),
    )
    doorgezonden_ind_op = DatumField(
        label=_("Doorgestuurd naar de IND op"), required=False, help_text=_("Laat leeg als dat nog moet.")
    )


class DoorgestuurdForm(Termijnformulier):
    titel = _("Verzoek doorgestuurd naar de IND")
    norm = "vertrektermijn-verlenging"
    recht = Recht.PROCEDURE_BIJWERKEN
    actie = actions.forward_verlenging

    doorgezonden_ind_op = DatumField(label=_("Doorgestuurd op"))

    @classmethod
    def past(cls, s: Stand) -> bool:
        t = s.beeld.vertrektermijn
        return t.verlenging_gevraagd_op is not None and t.doorgezonden_ind_op is None


class BesluitIndForm(Termijnformulier):
    titel = _("Besluit van de IND over een langere termijn")
    uitleg = _(
        "De termijn wordt alleen langer door een besluit met een kenmerk. In beginsel geeft de IND hooguit drie maanden."
    )
    norm = "vertrektermijn-verlenging"
    recht = Recht.PROCEDURE_BIJWERKEN
    actie = actions.record_verlenging_ind

    toegewezen = ja_nee(_("Heeft de IND de termijn verlengd"))
    besloten_op = DatumField(label=_("Besloten op"))
    kenmerk = forms.CharField(label=_("Kenmerk van het besluit"), max_length=200)
    verlengd_tot = DatumField(
        label=_("Verlengd tot en met"),
        required=False,
        help_text=_("Alleen als de termijn langer is geworden."),
    )
    toelichting = tekst(_("Wat schrijft de IND erover"), verplicht=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        tot, einde = data.get("verlengd_tot"), self.s.termijnen.vertrektermijn.eindigt_op
        if "verlengd_tot" in self.errors or data.get("toegewezen") is None:
            return data
        if data["toegewezen"] and tot is None:
            self.add_error("verlengd_tot", _("Vul in tot en met welke dag de termijn loopt."))
        elif not data["toegewezen"] and tot is not None:
            self.add_error("verlengd_tot", _("Laat deze datum leeg: de termijn is niet verlengd."))
        elif tot is not None and einde is not None and tot <= einde:
            self.add_error(
                "verlengd_tot",
                _("De termijn loopt al tot en met %(dag)s. Een verlenging eindigt later.")
                % {"dag": dag_maand(einde)},
            )
        return data


class EindeRechtForm(Termijnformulier):
    titel = _("Laatste dag van het recht op opvang")
    uitleg = _(
        "Meestal rekent het systeem deze dag uit. Noemt een besluit een eigen dag, dan legt u die hier vast. De opvang eindigt "
        "hier niet door."
    )
    norm = "opvang-vier-weken"
    recht = Recht.PROCEDURE_BIJWERKEN
    actie = actions.record_einde_recht_opvang

    recht_eindigt_op = DatumField(label=_("Laatste dag volgens het besluit"))
    kenmerk = forms.CharField(label=_("Kenmerk van het besluit"), max_length=200)
    toelichting = tekst(_("Wie heeft deze dag genoemd en waarom"))


class VerzoekCoaForm(Termijnformulier):
    titel = _("Vraag het COA om langere opvang")
    uitleg = _("Het COA beslist. Zolang het COA niet heeft beslist, eindigt de opvang niet.")
    norm = "opvang-verlenging-maatwerk"
    actie = actions.ask_verlenging_opvang

    gevraagd_op = DatumField(label=_("Gevraagd op"))
    reden = tekst(
        _("Waarom is langere opvang nodig"),
        hint=_("Bijvoorbeeld omdat er een concrete afspraak met het IOM is."),
    )

    @classmethod
    def past(cls, s: Stand) -> bool:
        return not open_verlengingen(s)


def open_verlengingen(s: Stand) -> list[int]:
    """The requests that the COA has not answered, by their place in the list."""
    return [n for n, v in enumerate(s.beeld.opvang.verlengingen) if v.coa_besluit is None]


class BesluitCoaForm(Termijnformulier):
    titel = _("Antwoord van het COA over langere opvang")
    norm = "opvang-verlenging-maatwerk"
    actie = actions.record_besluit_coa

    verlenging = forms.TypedChoiceField(label=_("Op welk verzoek"), coerce=int, widget=forms.RadioSelect)
    coa_besluit = forms.ChoiceField(
        label=_("Wat heeft het COA besloten"),
        choices=[("akkoord", _("Akkoord")), ("geweigerd", _("Geweigerd"))],
        widget=forms.RadioSelect,
    )
    coa_besloten_op = DatumField(label=_("Besloten op"))
    besloten_door = forms.CharField(label=_("Naam van de medewerker van het COA"), max_length=200)
    tot = DatumField(
        label=_("Opvang tot en met"), required=False, help_text=_("Alleen als het COA akkoord is.")
    )
    toelichting = tekst(_("Wat heeft het COA erbij gezegd"), verplicht=False)

    def __init__(self, *args: Any, s: Stand, **kwargs: Any) -> None:
        super().__init__(*args, s=s, **kwargs)
        self.fields["verlenging"].choices = [  # type: ignore[attr-defined]
            (n, _("Verzoek van %(dag)s") % {"dag": dag_maand(s.beeld.opvang.verlengingen[n].gevraagd_op)})
            for n in open_verlengingen(s)
        ]

    @classmethod
    def past(cls, s: Stand) -> bool:
        return bool(open_verlengingen(s))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("coa_besluit") == "akkoord" and not data.get("tot") and "tot" not in self.errors:
            self.add_error("tot", _("Vul in tot en met welke dag het COA akkoord is."))
        if data.get("coa_besluit") == "geweigerd" and data.get("tot"):
            self.add_error("tot", _("Laat deze datum leeg: het COA is niet akkoord."))
        return data


class FerreiraForm(Termijnformulier):
    titel = _("Toets voor de kinderen")
    uitleg = _(
        "Dreigt voor de kinderen een noodsituatie als de opvang eindigt? Dan blijft onderdak verplicht. Vraag eerst wat de "
        "kinderen en hun ouders er zelf van zeggen. Wat voor ieder kind belangrijk is, legt u per kind vast op de pagina Opvang."
    )
    norm = "gezinslocatie-ferreira"
    actie = actions.record_ferreira
    met_peildatum = True

    getoetst_op = DatumField(label=_("Getoetst op"))
    kinderen = tekst(
        _("Hoe gaat het met de kinderen, in hun eigen woorden of die van hun ouders"),
        hint=_("Per kind: waar slaapt het kind straks, school, gezondheid, wie zorgt er."),
    )
    toelichting = tekst(_("Uw afweging"))
    humanitaire_noodsituatie = ja_nee(_("Dreigt een noodsituatie als de opvang eindigt"))

    @classmethod
    def past(cls, s: Stand) -> bool:
        return s.iemand_minderjarig or bool(s.onbekende_leeftijden)


class VblForm(Termijnformulier):
    titel = _("Besluit van het LKO over langer verblijf in de vbl")
    uitleg = _("Het verblijf in de vbl duurt in beginsel hooguit twaalf weken. Daarna beslist het LKO.")
    norm = "vbl-twaalf-weken"
    actie = actions.record_vbl_besluit
    met_peildatum = True

    vbl_lko_besluit_op = DatumField(label=_("Besloten op"))
    toelichting = tekst(_("Wat heeft het LKO besloten en waarom"))

    @classmethod
    def past(cls, s: Stand) -> bool:
        return s.vbl is not None


class OpvangBeeindigenForm(Termijnformulier):
    titel = _("Leg vast dat de opvang is geëindigd")
    uitleg = _(
        "Alleen met instemming van het COA, en alleen als geen regel het tegenhoudt. Dat wordt gecontroleerd voor vandaag en "
        "voor de dag zelf."
    )
    norm = "opvang-vier-weken"
    handeling = "opvang_beeindigen"
    actie = actions.end_opvang_gezin
    met_peildatum = True
    voor_gezin = True

    samen = forms.MultipleChoiceField(
        label=_("Voor wie van het gezin eindigt de opvang ook?"),
        help_text=_(
            "Dezelfde dag en dezelfde instemming gelden voor ieder die u aankruist. Ieder dossier wordt apart gecontroleerd en "
            "krijgt een eigen vastlegging. Houdt een regel het voor een van hen tegen, dan wordt er niets vastgelegd."
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": _(
                "Een dossier van het gezin is intussen gewijzigd. Kijk opnieuw en kies wie erbij hoort."
            )
        },
    )
    geeindigd_op = DatumField(label=_("Laatste dag in de opvang"))
    coa_akkoord_op = DatumField(label=_("Het COA stemde in op"))
    coa_akkoord_door = forms.CharField(label=_("Naam van de medewerker van het COA"), max_length=200)
    waarheen = tekst(_("Waar gaat de vreemdeling heen, en wat is er besproken"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.familie:
            del self.fields["samen"]
            return
        velden: dict[str, Any] = self.fields
        # With each dossier the version in which it is seen here: who was first is noticed for them too.
        velden["samen"].choices = [
            (f"{ander.pk}.{ander.versie}", Keuze(ander.persoon.volledige_naam, ander.nummer))
            for ander in self.familie
        ]

    def gegevens(self) -> dict[str, Any]:
        gekozen = [keuze.rpartition(".") for keuze in self.cleaned_data.get("samen", ())]
        samen = {UUID(pk): int(versie) for pk, _punt, versie in gekozen}
        return super().gegevens() | {"samen": samen}


FORMULIEREN: dict[str, type[Termijnformulier]] = {
    "grond": GrondForm,
    "verzoek": VerzoekVertrektermijnForm,
    "doorgestuurd": DoorgestuurdForm,
    "besluit-ind": BesluitIndForm,
    "einde-recht": EindeRechtForm,
    "verzoek-coa": VerzoekCoaForm,
    "besluit-coa": BesluitCoaForm,
    "kinderen": FerreiraForm,
    "vbl": VblForm,
    "opvang-beeindigen": OpvangBeeindigenForm,
}
VERTREKTERMIJN = ("grond", "verzoek", "doorgestuurd", "besluit-ind")
OPVANG = ("verzoek-coa", "besluit-coa", "kinderen", "vbl", "einde-recht")
