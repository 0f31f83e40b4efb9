"""What a partner fills in, one form a thing to send; each names the right it needs and the act it does."""

import uuid
from datetime import date
from typing import Any, ClassVar, Final
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from verantwoord.keten.partner import actions
from verantwoord.keten.partner.bladen import dag_uit
from verantwoord.keten.partner.models import Inzending
from verantwoord.keten.partner.queries import Zaak
from verantwoord.ondersteuning.keuzes import Uitkomst
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.toetsing.keuzes import Moment
from verantwoord.vertrek.keuzes import Nagevraagd
from verantwoord.web.datums import dag_maand
from verantwoord.web.formulier import LANGSTE_TEKST, DatumField, Formulier, Keuze, TekstField
from verantwoord.web.waarden import Feit

KENMERK: Final = 200


def tekstveld(label: Any, hint: Any = "", *, verplicht: bool = True, rijen: int = 4) -> TekstField:
    return TekstField(
        label=label,
        help_text=hint,
        required=verplicht,
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea({"rows": rijen}),
    )


def _is_weg(zaak: Zaak) -> bool:
    """Whether it is known that somebody is, or was, not seen."""
    gegeven = zaak.antwoorden.get("afwezigheid")
    return gegeven is not None and bool(gegeven.inhoud.get("laatst_gezien_op") or gegeven.inhoud.get("sinds"))


class Stuurformulier(Formulier):
    """Base: one thing to send about one case. ``inzending_id`` makes that a form sent twice counts once."""

    titel: ClassVar[Any]
    knop: ClassVar[Any]
    inleiding: ClassVar[Any] = ""
    recht: ClassVar[Recht]

    inzending_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, zaak: Zaak, **kwargs: Any) -> None:
        self.zaak = zaak
        begin = {"inzending_id": uuid.uuid4()} | (kwargs.pop("initial", None) or {})
        super().__init__(*args, initial=begin, **kwargs)

    def past(self) -> bool:
        """Whether there is something to send here now; a form that has nothing to be about is not there."""
        return True

    def gegeven(self) -> list[Feit]:
        """What whoever fills this in must have before them."""
        return []

    def doe(self, *, door: Medewerker, dossier_id: UUID, peildatum: date) -> Inzending:
        raise NotImplementedError


class AfwezigheidForm(Stuurformulier):
    titel = _("Meld dat u de persoon niet meer ziet")
    inleiding = _(
        "U meldt alleen wat u weet. Er verandert niets aan opvang of procedure. De regievoerder hoort het meteen."
    )
    knop = _("Verstuur de melding")
    recht = Recht.AFWEZIGHEID_MELDEN
    laatst_gezien_op = DatumField(label=_("Voor het laatst gezien op"))
    toelichting = tekstveld(
        _("Wat is er bekend"),
        _("Wie zag de persoon het laatst, en waar is al gevraagd? Schrijf niets over gezondheid."),
        verplicht=False,
    )

    def doe(self, **wie: Any) -> Inzending:
        return actions.send_afwezigheid(**wie, **self.cleaned_data)


class WeerGezienForm(Stuurformulier):
    titel = _("Meld dat de persoon er weer is")
    inleiding = _("Wat eerder over wegblijven is gemeld, telt dan niet meer mee. Het blijft te lezen.")
    knop = _("Verstuur de melding")
    recht = Recht.AFWEZIGHEID_MELDEN
    op = DatumField(label=_("Gezien op"))
    toelichting = tekstveld(_("Waar en door wie"), rijen=3)

    def past(self) -> bool:
        return _is_weg(self.zaak)

    def doe(self, **wie: Any) -> Inzending:
        return actions.send_weer_gezien(**wie, **self.cleaned_data)


class ControleForm(Stuurformulier):
    titel = _("Aanwezigheidscontrole")
    inleiding = _(
        "Het COA en de AVIM kijken samen of de persoon er is. Wie niet thuis is, is niet altijd weg."
    )
    knop = _("Verstuur de uitkomst")
    recht = Recht.AANWEZIGHEID_CONTROLEREN
    op = DatumField(label=_("Gecontroleerd op"))
    aangetroffen = forms.TypedChoiceField(
        label=_("Is de persoon aangetroffen of gevonden?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    nagevraagd = forms.MultipleChoiceField(
        label=_("Waar is nagevraagd?"),
        choices=Nagevraagd.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    toelichting = tekstveld(_("Wat bleek er?"), verplicht=False, rijen=3)

    def past(self) -> bool:
        return _is_weg(self.zaak)

    def doe(self, **wie: Any) -> Inzending:
        return actions.send_controle(**wie, **self.cleaned_data)


class BerichtForm(Stuurformulier):
    titel = _("Bericht van vertrek")
    inleiding = _("U geeft dit bericht na de aanwezigheidscontrole. Het sluit het dossier niet.")
    knop = _("Geef het bericht")
    recht = Recht.BERICHT_VAN_VERTREK_GEVEN
    kenmerk = forms.CharField(label=_("Kenmerk van de AVIM"), max_length=KENMERK)
    op = DatumField(label=_("Datum van het bericht"))

    def past(self) -> bool:
        gegeven = self.zaak.antwoorden.get("afwezigheid")
        return gegeven is not None and gegeven.inhoud.get("gecontroleerd_op") is not None

    def doe(self, **wie: Any) -> Inzending:
        return actions.send_bericht_van_vertrek(**wie, **self.cleaned_data)


class OpvangbesluitForm(Stuurformulier):
    titel = _("Langere opvang")
    inleiding = _("De DT&V vraagt, het COA beslist. Zolang u niet heeft beslist, eindigt de opvang niet.")
    knop = _("Verstuur uw besluit")
    recht = Recht.OPVANG_BESLUITEN
    besluit = forms.ChoiceField(
        label=_("Wat is uw besluit?"),
        choices=[
            ("akkoord", _("Akkoord, de opvang wordt verlengd")),
            ("geweigerd", _("Niet akkoord, de opvang wordt niet verlengd")),
        ],
        widget=forms.RadioSelect,
    )
    tot = DatumField(
        label=_("Verlengd tot en met"), help_text=_("Alleen als u akkoord bent."), required=False
    )
    toelichting = tekstveld(
        _("Waarom"), _("De regievoerder vertelt uw reden aan de persoon. Schrijf in gewone woorden.")
    )

    def past(self) -> bool:
        gegeven = self.zaak.antwoorden.get("opvangverzoek")
        return gegeven is not None and gegeven.inhoud.get("gevraagd_op") is not None

    def gegeven(self) -> list[Feit]:
        verzoek = self.zaak.antwoorden.get("opvangverzoek")
        gevraagd_op = dag_uit(verzoek, "gevraagd_op") if verzoek else None
        if verzoek is None or gevraagd_op is None:
            return []
        return [
            Feit(str(_("Gevraagd op")), dag_maand(gevraagd_op)),
            Feit(str(_("Reden van de DT&V")), str(verzoek.inhoud.get("reden", ""))),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("besluit") == "akkoord" and data.get("tot") is None and "tot" not in self.errors:
            self.add_error(
                "tot",
                ValidationError(_("Vul in tot en met welke dag u akkoord bent."), code="dag maand jaar"),
            )
        if data.get("besluit") == "geweigerd":
            data["tot"] = None
        return data

    def doe(self, **wie: Any) -> Inzending:
        return actions.send_opvangbesluit(**wie, **self.cleaned_data)


class EinddatumForm(Stuurformulier):
    titel = _("Deze datum klopt niet")
    inleiding = _(
        "De regievoerder kijkt ernaar. De datum blijft staan tot iemand heeft gekeken. Wordt hij anders, dan ziet u dat hier, met de oude datum erbij."
    )
    knop = _("Verstuur uw bericht")
    recht = Recht.EINDDATUM_BETWISTEN
    toelichting = tekstveld(
        _("Waarom klopt de datum niet?"),
        _(
            "Schrijf op wat u weet, bijvoorbeeld een gesprek of een brief met een andere datum. Schrijf niets over gezondheid."
        ),
    )

    def past(self) -> bool:
        return "opvangrecht" in self.zaak.antwoorden

    def doe(self, **wie: Any) -> Inzending:
        wie.pop("peildatum")
        return actions.contest_einddatum(**wie, **self.cleaned_data)


class VerwijzingForm(Stuurformulier):
    titel = _("Antwoord op de verwijzing")
    inleiding = _("De regievoerder houdt de regie, en vertelt de persoon wat u antwoordt.")
    knop = _("Verstuur uw antwoord")
    recht = Recht.VERWIJZING_BEANTWOORDEN
    antwoord = forms.ChoiceField(
        label=_("Wat is uw antwoord?"),
        choices=[
            (
                "neemt_op",
                Keuze(
                    _("Wij gaan aan de slag"), _("De verwijzing blijft lopen. Het resultaat meldt u later.")
                ),
            ),
            (
                "weigert",
                Keuze(
                    _("Wij kunnen niet helpen"),
                    _("De verwijzing stopt. Schrijf op waarom; de persoon verliest er niets door."),
                ),
            ),
            *(
                (
                    keuze.value,
                    Keuze(
                        keuze.label, _("Dit is het resultaat. Daarna is deze persoon geen zaak van u meer.")
                    ),
                )
                for keuze in Uitkomst
            ),
        ],
        widget=forms.RadioSelect,
    )
    toelichting = tekstveld(
        _("Wat wilt u erbij zeggen?"),
        _("Wat gaat u doen, of wat is er gelukt? Schrijf niets over gezondheid."),
    )

    def gegeven(self) -> list[Feit]:
        return [Feit(str(_("Wat de DT&V u vraagt")), vraag) for vraag in self.zaak.hulpvragen]

    def doe(self, **wie: Any) -> Inzending:
        return actions.send_verwijzing_antwoord(**wie, **self.cleaned_data)


class OpdrachtForm(Stuurformulier):
    titel = _("Meld dat uw actie klaar is")
    inleiding = _("De regievoerder ziet het meteen in het vertrekplan.")
    knop = _("Meld dat het klaar is")
    recht = Recht.ACTIE_AFRONDEN
    nummer = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=999)
    gereed_op = DatumField(label=_("Klaar op"))

    def past(self) -> bool:
        return self._opdracht() is not None

    def gegeven(self) -> list[Feit]:
        opdracht = self._opdracht() or {}
        feiten = [Feit(str(_("Wat is afgesproken")), str(opdracht.get("omschrijving", "")))]
        if opdracht.get("uiterlijk"):
            feiten.append(Feit(str(_("Uiterlijk")), dag_maand(date.fromisoformat(opdracht["uiterlijk"]))))
        return feiten

    def _opdracht(self) -> dict[str, Any] | None:
        """The action the form is about, while it is still open; the plan may have changed since."""
        nummer = self.data.get("nummer") if self.is_bound else self.initial.get("nummer")
        alle = [
            opdracht
            for soort, gegeven in self.zaak.antwoorden.items()
            if soort.startswith("opdrachten_")
            for opdracht in gegeven.inhoud.get("opdrachten", ())
        ]
        if not str(nummer).isascii() or not str(nummer).isdigit() or int(str(nummer)[:3]) >= len(alle):
            return None
        opdracht: dict[str, Any] = alle[int(str(nummer)[:3])]
        return None if opdracht.get("gereed_op") else opdracht

    def doe(self, **wie: Any) -> Inzending:
        return actions.finish_opdracht(**wie, **self.cleaned_data)


class PolitieantwoordForm(Stuurformulier):
    titel = _("Antwoord van de politie")
    inleiding = _(
        "U antwoordt op de aanwijzing die aan u is gemeld. Tot dit antwoord liggen alle vertrekstappen stil."
    )
    knop = _("Verstuur het antwoord")
    recht = Recht.POLITIE_ANTWOORDEN
    op = DatumField(label=_("Datum van het antwoord"))
    uitkomst = forms.ChoiceField(
        label=_("Wat is het antwoord?"),
        choices=[
            ("bedenktijd", _("De persoon krijgt bedenktijd aangeboden")),
            ("aangifte", _("De persoon doet aangifte of werkt mee")),
            ("geen_vervolg", _("De politie ziet nu geen vervolg")),
        ],
        widget=forms.RadioSelect,
    )
    kenmerk = forms.CharField(label=_("Kenmerk"), max_length=KENMERK, required=False)
    toelichting = tekstveld(
        _("Toelichting"), _("Schrijf niets over het onderzoek zelf."), verplicht=False, rijen=3
    )

    def doe(self, **wie: Any) -> Inzending:
        return actions.send_politieantwoord(**wie, **self.cleaned_data)


class ZorgForm(Stuurformulier):
    titel = _("Ik maak me zorgen")
    inleiding = _(
        "Denkt u dat vertrek voor deze persoon misschien niet kan of niet moet? Meld het. De regievoerder kijkt opnieuw, en stappen met dwang wachten tot dat is gebeurd. U hoeft niets te bewijzen."
    )
    knop = _("Meld uw zorg")
    recht = Recht.ZORG_MELDEN
    moment = forms.ChoiceField(
        label=_("Waar gaat uw zorg over?"),
        choices=[
            (
                Moment.MEDISCH.value,
                Keuze(
                    _("Gezondheid"),
                    _("Reizen kan misschien niet. Schrijf geen ziekte of medicijn op, wel wat u ziet."),
                ),
            ),
            (
                Moment.BUITEN_SCHULD.value,
                Keuze(
                    _("Terug kan niet"),
                    _("De persoon wil wel, maar het lukt niet, bijvoorbeeld omdat het land niet meewerkt."),
                ),
            ),
            (
                Moment.SCHRIJNEND.value,
                Keuze(
                    _("Bijzondere omstandigheden"),
                    _("Er komt veel samen, bijvoorbeeld bij kinderen of na verlies."),
                ),
            ),
            (
                Moment.MENSENHANDEL.value,
                Keuze(
                    _("Mensenhandel of uitbuiting"),
                    _(
                        "Alleen de regievoerder, wie waarneemt en de politie lezen wat u schrijft. Praat er met niemand anders over, ook niet met collega's of huisgenoten van deze persoon."
                    ),
                ),
            ),
        ],
        widget=forms.RadioSelect,
    )
    gezien_op = DatumField(label=_("Wanneer zag of hoorde u dit?"))
    toelichting = tekstveld(
        _("Wat zag of hoorde u?"), _("Schrijf op wat er gebeurde, niet wat u ervan denkt."), rijen=6
    )

    def doe(self, **wie: Any) -> Inzending:
        return actions.send_zorg(**wie, **self.cleaned_data)


FORMULIEREN: Final[dict[str, type[Stuurformulier]]] = {
    "opvangbesluit": OpvangbesluitForm,
    "controle": ControleForm,
    "bericht-van-vertrek": BerichtForm,
    "verwijzing": VerwijzingForm,
    "opdracht": OpdrachtForm,
    "afwezigheid": AfwezigheidForm,
    "weer-gezien": WeerGezienForm,
    "politieantwoord": PolitieantwoordForm,
    "zorg": ZorgForm,
    "einddatum": EinddatumForm,
}
