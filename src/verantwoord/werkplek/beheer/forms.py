"""The forms of beheer. ``gezien`` is how the row stood when the form was opened."""

import re
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.keuzes import landkeuzes
from verantwoord.dossier.procedure.forms import ja_nee
from verantwoord.stamgegevens.actions import HOOGSTE_WAARDE
from verantwoord.stamgegevens.landen import ZONDER_LAND
from verantwoord.toegang.rechten import Organisatie, Rol
from verantwoord.web.formulier import DatumField, Formulier, Keuze, TekstField

_GEBRUIKERSNAAM: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,79}")
_ROLLEN: Final = {
    Rol.REGIEVOERDER: _("behandelt dossiers van het team"),
    Rol.MANAGER: _("wijst dossiers toe en keurt afwijkingen goed"),
    Rol.BEHEERDER: _("beheert medewerkers en instellingen, ziet geen dossiers"),
    Rol.AFZENDER: _("een programma van een partner dat berichten aanlevert"),
}


def _rolkeuzes(*, systemen: bool) -> list[tuple[str, Keuze]]:
    return [
        (rol.value, Keuze(rol.label, hint))
        for rol, hint in _ROLLEN.items()
        if systemen or rol != Rol.AFZENDER
    ]


class Plaats(Formulier):
    """Where somebody works and as what."""

    rol = forms.ChoiceField(label=_("Rol"), widget=forms.RadioSelect)
    organisatie = forms.ChoiceField(label=_("Organisatie"), choices=Organisatie.choices)
    team = forms.TypedChoiceField(
        label=_("Team"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Een regievoerder of manager ziet de dossiers van het team."),
    )

    def __init__(
        self, *args: Any, teams: list[tuple[int, str]], systemen: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = [("", _("Geen team")), *teams]  # type: ignore[attr-defined]
        self.fields["rol"].choices = _rolkeuzes(systemen=systemen)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        leeg = data.get("team") is None and "team" not in self.errors
        met_dossiers = data.get("rol") in {Rol.REGIEVOERDER, Rol.MANAGER}
        if leeg and met_dossiers:
            self.add_error("team", _("Kies een team. Zonder team ziet deze collega geen dossiers."))
        if met_dossiers and data.get("organisatie") not in {None, Organisatie.DTV}:
            self.add_error(
                "organisatie", _("Kies DT&V. Alleen wie daar werkt, behandelt of verdeelt dossiers.")
            )
        if data.get("rol") == Rol.BEHEERDER and data.get("team") is not None:
            self.add_error("team", _("Laat het team leeg. Een beheerder ziet geen dossiers."))
        return data


class MedewerkerForm(Plaats):
    """Somebody new."""

    naam = forms.CharField(
        label=_("Naam"),
        max_length=200,
        help_text=_(
            "Deze naam ondertekent wat iemand vastlegt. Iedere naam komt één keer voor en verandert later niet."
        ),
    )
    gebruikersnaam = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=80,
        help_text=_("Kleine letters, cijfers, punt of streepje. Bijvoorbeeld: noor.haverkamp"),
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    field_order = ("naam", "gebruikersnaam", "rol", "organisatie", "team")

    def clean_naam(self) -> str:
        return " ".join(self.cleaned_data["naam"].split())

    def clean_gebruikersnaam(self) -> str:
        naam = self.cleaned_data["gebruikersnaam"].lower()
        if not _GEBRUIKERSNAAM.fullmatch(naam):
            raise forms.ValidationError(
                _("Gebruik ten minste twee tekens: kleine letters, cijfers, een punt of een streepje.")
            )
        return str(naam)


class WijzigForm(Plaats):
    """Another role, organisation or team."""

    gezien = forms.CharField(widget=forms.HiddenInput)


class SysteemForm(Formulier):
    """A sending system stays one; only whose it is may change."""

    gezien = forms.CharField(widget=forms.HiddenInput)
    organisatie = forms.ChoiceField(label=_("Organisatie"), choices=Organisatie.choices)


class GezienForm(Formulier):
    """An act that asks nothing but whether it is meant."""

    gezien = forms.CharField(widget=forms.HiddenInput)


class ZoekForm(Formulier):
    """Words of a name; they come in the body and stand in no address."""

    zoek = forms.CharField(label=_("Naam of gebruikersnaam"), max_length=100, required=False)


class GroepForm(Formulier):
    """A group at the organisation's log-in, and what it gives here."""

    waarde = forms.CharField(
        label=_("Groep"),
        max_length=200,
        help_text=_("Precies zoals de inlog van de organisatie de groep noemt."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    rol = forms.ChoiceField(
        label=_("Rol"), choices=[k for k in Rol.choices if k[0] not in {Rol.SYSTEEM, Rol.AFZENDER}]
    )
    organisatie = forms.ChoiceField(label=_("Organisatie"), choices=Organisatie.choices)


class KoppelForm(Formulier):
    """Who somebody is at the organisation's log-in."""

    onderwerp = forms.CharField(
        label=_("Nummer bij de organisatie"),
        max_length=255,
        help_text=_("Het vaste kenmerk (sub) dat de inlog van de organisatie aan deze collega geeft."),
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}
        ),
    )


class SleutelForm(Formulier):
    """What a token is for and until when it opens something."""

    naam = forms.CharField(
        label=_("Waarvoor is de sleutel"),
        max_length=100,
        help_text=_("Bijvoorbeeld: koppelvlak productie"),
    )
    geldig_tot = DatumField(
        label=_("Laatste dag"), required=False, help_text=_("Laat leeg als er geen einddatum is.")
    )


class TeamForm(Formulier):
    """A team, where it works, and whether it catches what belongs nowhere else."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)
    naam = forms.CharField(label=_("Naam van het team"), max_length=100)
    locaties = TekstField(
        label=_("Locaties"),
        required=False,
        max_length=5000,
        help_text=_(
            "Eén locatie per regel, geschreven zoals in de berichten. Een nieuwe overdracht van iemand die daar woont, "
            "gaat naar dit team."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    is_vangnet = forms.BooleanField(
        label=_("Dit team is het vangnet"),
        required=False,
        help_text=_("Het vangnet krijgt wat bij geen locatie hoort. Er is er altijd één."),
    )

    def clean_locaties(self) -> list[str]:
        plekken = [regel for regel in self.cleaned_data["locaties"].split("\n") if regel.strip()]
        if any(len(plek) > 200 for plek in plekken):
            raise forms.ValidationError(_("Een locatie is te lang. Zet iedere locatie op een eigen regel."))
        return plekken


class LandForm(Formulier):
    """What is known of a country, voluntary and forced apart, since when and from where."""

    land = forms.ChoiceField(label=_("Land"))
    lp_vrijwillig = ja_nee(_("Geeft het land reisdocumenten voor vrijwillige terugkeer"), onbekend=True)
    lp_gedwongen = ja_nee(_("Geeft het land reisdocumenten voor gedwongen terugkeer"), onbekend=True)
    per = DatumField(label=_("Bekend sinds"))
    bron = TekstField(
        label=_("Bron"),
        max_length=1000,
        help_text=_("Van wie of waaruit weet u dit? Noem geen personen uit een dossier."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op van wie of waaruit u dit weet.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["land"].choices = [  # type: ignore[attr-defined]
            (code, naam) for code, naam in landkeuzes() if code not in ZONDER_LAND
        ]


class RedenForm(Formulier):
    """Why the organisation chooses this."""

    reden = TekstField(
        label=_("Waarom kiest de organisatie dit"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom de organisatie dit kiest.")},
    )


class NormwaardeForm(RedenForm):
    """A number, the period in which it holds, and why."""

    waarde = forms.IntegerField(label=_("Waarde"), min_value=0, max_value=HOOGSTE_WAARDE)
    geldig_van = DatumField(label=_("Geldt vanaf"), help_text=_("Vandaag of later."))
    geldig_tot = DatumField(
        label=_("Geldt tot en met"), required=False, help_text=_("Laat leeg als er geen einddatum is.")
    )
    field_order = ("waarde", "geldig_van", "geldig_tot", "reden")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        van, tot = data.get("geldig_van"), data.get("geldig_tot")
        if van and tot and tot < van:
            self.add_error("geldig_tot", _("De laatste dag ligt voor de eerste. Kijk de datums na."))
        return data
