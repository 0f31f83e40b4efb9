"""A trip: booked, changed, cancelled, and let go ahead on the day."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

import msgspec
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.keuzes import landkeuzes
from verantwoord.kern import dossierbeeld as d
from verantwoord.stamgegevens.landen import landnaam, taalnaam
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrek import actions
from verantwoord.vertrek.forms.basis import KORT, Stapformulier, ja_nee, tekst
from verantwoord.vertrek.keuzes import Begeleiding, Gemachtigde, Soort
from verantwoord.vertrek.toestand import loopt_er_nog_iets
from verantwoord.web.datums import dag_maand
from verantwoord.web.formulier import DatumField


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
        feiten = {
            "soort": self.soort.value,
            "land": data["land"],
            "gepland_op": data["gepland_op"],
            "toegangsbewijs_ref": data["toegangsbewijs_ref"] or None,
            "dia_overwogen": data["dia_overwogen"],
            "reden_geen_dia": data["reden_geen_dia"] or None,
            "begeleiding": data["begeleiding"],
        }
        return msgspec.convert(feiten, d.Vertrekboeking)


class Boekformulier(Reisformulier):
    zonder = frozenset({"derde-land-vertrek"})

    def begin(self) -> dict[str, Any]:
        """What was found out about another country stands here already, when the plan chose to go there."""
        toelating = self.toestand.toelating
        if toelating is not None and self.toestand.s.gekozen == "derde_land":
            return {
                "land": toelating.land,
                "toegangsbewijs_ref": toelating.bewijs[:KORT],
                "dia_overwogen": {True: "ja", False: "nee", None: ""}[toelating.dia_overwogen],
                "reden_geen_dia": toelating.dia_reden if toelating.dia_overwogen is False else "",
            }
        besluit = self.toestand.s.terugkeerbesluit
        return {"land": besluit.land_van_terugkeer or ""} if besluit else {}

    def let_op(self) -> str:
        toelating = self.toestand.toelating
        if toelating is None:
            return ""
        waar = {"land": landnaam(toelating.land), "bewijs": toelating.bewijs}
        if toelating.tot is None:
            return gettext("%(land)s laat de persoon toe: %(bewijs)s.") % waar
        return gettext("%(land)s laat de persoon toe: %(bewijs)s, tot en met %(dag)s. Reis niet later.") % {
            **waar,
            "dag": dag_maand(toelating.tot),
        }


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
        delen = [super().let_op(), loopt_er_nog_iets(self.toestand.s)]
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
        return self.toestand.s.beeld.boekingen[self.reis]

    @property
    def soort(self) -> Soort:  # type: ignore[override]
        return Soort(self._staat().soort)

    def doe(self, *, door: Medewerker, dossier_id: UUID, peildatum: date) -> object:
        return actions.change_boeking(
            door=door,
            dossier_id=dossier_id,
            nummer=self.reis,
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
        return actions.cancel_boeking(**wie, nummer=self.reis, **self.waarden())


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
        return f"{self.toestand.s.beeld.boekingen[self.reis].soort}_vertrek_uitvoeren"

    def doe(self, **wie: Any) -> object:
        return actions.let_vertrek_doorgaan(**wie, nummer=self.reis, **self.waarden())
