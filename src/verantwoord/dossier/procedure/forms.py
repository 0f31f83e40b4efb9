"""One form an event. Each gives the same event that a message would have brought."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.keuzes import BESLUITEN, GRONDEN_VERKORTING, STARTGEBEURTENISSEN, landkeuzes
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.overdracht import procedurebericht as p
from verantwoord.web.datums import dag_maand
from verantwoord.web.formulier import DatumField, Formulier

JA_NEE = [("ja", _("Ja")), ("nee", _("Nee"))]
JA_NEE_ONBEKEND = [*JA_NEE, ("", _("Niet bekend"))]
# Days that may lie ahead: a hearing, and the days between which something holds.
NOG_TE_KOMEN = frozenset({"zitting_op", "beroepstermijn_tot", "van", "tot"})
WAARHEID = {"ja": True, "nee": False, "": None}


def ja_nee(label: Any, *, onbekend: bool = False, **opties: Any) -> forms.TypedChoiceField:
    """A yes or no of equal weight; where it may be unknown, that is an answer of its own."""
    return forms.TypedChoiceField(
        label=label,
        choices=JA_NEE_ONBEKEND if onbekend else JA_NEE,
        coerce=WAARHEID.__getitem__,
        empty_value=None,
        required=not onbekend,
        widget=forms.RadioSelect,
        **opties,
    )


class Procedureformulier(Formulier):
    """Base: holds the version it was opened on, and turns clean answers into an event."""

    titel: ClassVar[Any]
    knop: ClassVar[Any] = _("Leg vast")
    uitleg: ClassVar[Any] = ""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, beeld: d.Dossierbeeld, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.beeld = beeld
        self.vandaag = vandaag

    def clean(self) -> dict[str, Any]:
        """Refuse what has not happened yet: a ruling of next week may open no lock and start no term."""
        data = super().clean() or {}
        for naam in self.fields.keys() - NOG_TE_KOMEN:
            dag = data.get(naam)
            if isinstance(dag, date) and dag > self.vandaag:
                self.add_error(naam, _("Deze dag moet nog komen. Leg dit vast als het is gebeurd."))
        return data

    def gebeurtenis(self) -> p.Gebeurtenis:
        raise NotImplementedError


class OverBeroep(Procedureformulier):
    """Base of what happens to an appeal that is known."""

    beroep = forms.ChoiceField(label=_("Over welk beroep gaat het"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, beeld: d.Dossierbeeld, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, beeld=beeld, vandaag=vandaag, **kwargs)
        namen = {"beroep": _("Beroep"), "hoger_beroep": _("Hoger beroep")}
        veld = self.fields["beroep"]
        veld.choices = [  # type: ignore[attr-defined]
            (str(plaats), f"{namen[b.soort]}, {dag_maand(b.ingesteld_op)}")
            for plaats, b in enumerate(beeld.procedure.beroepen)
        ]
        if not beeld.procedure.beroepen:
            veld.help_text = _("Er is nog geen beroep vastgelegd. Leg eerst het beroep vast.")
        veld.error_messages["required"] = _(
            "Kies het beroep. Staat het er niet bij, leg dan eerst het beroep vast."
        )

    @property
    def gekozen(self) -> d.Beroep:
        return self.beeld.procedure.beroepen[int(self.cleaned_data["beroep"])]


class BeroepIngesteldForm(Procedureformulier):
    titel = _("Beroep ingesteld")
    soort = forms.ChoiceField(
        label=_("Wat is er ingesteld"),
        choices=[
            ("beroep", _("Beroep bij de rechtbank")),
            ("hoger_beroep", _("Hoger beroep bij de Raad van State")),
        ],
        widget=forms.RadioSelect,
    )
    ingesteld_op = DatumField(label=_("Ingesteld op"))

    def gebeurtenis(self) -> p.Gebeurtenis:
        data = self.cleaned_data
        return p.BeroepIngesteld(beroep=data["soort"], ingesteld_op=data["ingesteld_op"])


class ZittingBepaaldForm(OverBeroep):
    titel = _("Zitting bepaald")
    uitleg = _("Is de zitting bekend, dan is gesprek 2 aan de orde.")
    zitting_bekend_op = DatumField(label=_("Bekend geworden op"))
    zonder_zitting = ja_nee(_("Doet de rechtbank uitspraak zonder zitting"))
    zitting_op = DatumField(
        label=_("Datum van de zitting"), required=False, help_text=_("Alleen als er een zitting is.")
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if (
            data.get("zonder_zitting") is False
            and not data.get("zitting_op")
            and "zitting_op" not in self.errors
        ):
            self.add_error("zitting_op", _("Vul de datum van de zitting in."))
        if data.get("zonder_zitting") and data.get("zitting_op"):
            self.add_error("zitting_op", _("Laat deze datum leeg: er is geen zitting."))
        return data

    def gebeurtenis(self) -> p.Gebeurtenis:
        data, beroep = self.cleaned_data, self.gekozen
        return p.ZittingBepaald(
            beroep=beroep.soort,
            ingesteld_op=beroep.ingesteld_op,
            zitting_bekend_op=data["zitting_bekend_op"],
            zitting_op=data["zitting_op"],
            zonder_zitting=data["zonder_zitting"],
        )


class UitspraakForm(OverBeroep):
    titel = _("Uitspraak van de rechtbank")
    uitleg = _("De LP-aanvraag mag pas weg als het beroep ongegrond is en de uitspraak bekend is gemaakt.")
    uitspraak_op = DatumField(label=_("Uitspraak gedaan op"))
    bekendgemaakt_op = DatumField(
        label=_("Bekendgemaakt op"), required=False, help_text=_("Laat leeg als dit nog niet bekend is.")
    )
    uitkomst = forms.ChoiceField(
        label=_("Uitkomst"),
        choices=[
            ("ongegrond", _("Ongegrond")),
            ("niet_ontvankelijk", _("Niet-ontvankelijk")),
            ("gegrond", _("Gegrond")),
            ("deels_gegrond", _("Deels gegrond")),
        ],
        widget=forms.RadioSelect,
    )

    def gebeurtenis(self) -> p.Gebeurtenis:
        data, beroep = self.cleaned_data, self.gekozen
        return p.Uitspraak(
            beroep=beroep.soort,
            ingesteld_op=beroep.ingesteld_op,
            uitspraak_op=data["uitspraak_op"],
            bekendgemaakt_op=data["bekendgemaakt_op"],
            uitkomst=data["uitkomst"],
        )


class BesluitForm(Procedureformulier):
    titel = _("Besluit van de IND")
    soort = forms.ChoiceField(label=_("Soort besluit"), choices=BESLUITEN)
    genomen_op = DatumField(label=_("Genomen op"))
    bekendgemaakt_op = DatumField(label=_("Bekendgemaakt op"), required=False)
    terugkeerbesluit = ja_nee(_("Is het ook een terugkeerbesluit"))
    land_van_terugkeer = forms.ChoiceField(label=_("Land van terugkeer"), choices=landkeuzes, required=False)
    vertrektermijn_dagen = forms.IntegerField(
        label=_("Vertrektermijn in dagen"), min_value=0, max_value=365, required=False
    )
    grond_verkorting = forms.ChoiceField(
        label=_("Grond voor een kortere termijn"), choices=GRONDEN_VERKORTING, required=False
    )
    kenmerk = forms.CharField(label=_("Kenmerk"), max_length=200, required=False)
    schorsende_werking = ja_nee(_("Mag de vreemdeling het beroep in Nederland afwachten"), onbekend=True)
    beroepstermijn_tot = DatumField(label=_("Laatste dag van de beroepstermijn"), required=False)

    def gebeurtenis(self) -> p.Gebeurtenis:
        data = self.cleaned_data
        besluit = d.Besluit(
            soort=data["soort"],
            genomen_op=data["genomen_op"],
            bekendgemaakt_op=data["bekendgemaakt_op"],
            terugkeerbesluit=data["terugkeerbesluit"],
            land_van_terugkeer=data["land_van_terugkeer"] or None,
            vertrektermijn_dagen=data["vertrektermijn_dagen"],
            grond_verkorting=data["grond_verkorting"] or None,
            kenmerk=data["kenmerk"] or None,
            schorsende_werking=data["schorsende_werking"],
        )
        return p.BesluitGenomen(besluit=besluit, beroepstermijn_tot=data["beroepstermijn_tot"])


class Artikel64Form(Procedureformulier):
    titel = _("Besluit over artikel 64")
    uitleg = _("Leg alleen het besluit vast. Een diagnose hoort niet in dit dossier.")
    besluit = forms.ChoiceField(
        label=_("Wat heeft de IND besloten"),
        choices=[
            ("voorlopig_uitstel", _("Voorlopig uitstel van vertrek")),
            ("toegekend", _("Uitstel van vertrek toegekend")),
            ("afgewezen", _("Afgewezen")),
        ],
        widget=forms.RadioSelect,
    )
    besloten_op = DatumField(label=_("Besloten op"))
    aangevraagd_op = DatumField(
        label=_("Aangevraagd op"),
        required=False,
        help_text=_("Laat leeg als de DT&V het zelf heeft voorgelegd."),
    )
    van = DatumField(label=_("Uitstel van"), required=False)
    tot = DatumField(label=_("Uitstel tot en met"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        uitstel = data.get("besluit") in {"toegekend", "voorlopig_uitstel"}
        if uitstel and not data.get("van") and "van" not in self.errors:
            self.add_error("van", _("Vul in vanaf welke dag het uitstel geldt."))
        if not uitstel and (data.get("van") or data.get("tot")):
            self.add_error("van", _("Laat de periode leeg: er is geen uitstel."))
        if data.get("van") and data.get("tot") and data["tot"] < data["van"]:
            self.add_error("tot", _("De laatste dag ligt voor de eerste. Kijk de datums na."))
        return data

    def gebeurtenis(self) -> p.Gebeurtenis:
        data = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "versie"}
        return p.Artikel64Besluit(**data)


class VoorzieningForm(Procedureformulier):
    titel = _("Voorlopige voorziening")
    uitleg = _("Een toegewezen voorziening houdt het vertrek tegen.")
    gevraagd_op = DatumField(label=_("Gevraagd op"))
    toegewezen = ja_nee(_("Is het verzoek toegewezen"), onbekend=True)
    beslist_op = DatumField(label=_("Beslist op"), required=False)
    tot = DatumField(label=_("Geldt tot en met"), required=False)

    def gebeurtenis(self) -> p.Gebeurtenis:
        data = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "versie"}
        return p.VoorzieningGevraagdOfBeslist(voorziening=d.VoorlopigeVoorziening(**data))


class AanvraagForm(Procedureformulier):
    titel = _("Nieuwe aanvraag")
    uitleg = _("Een nieuwe asielaanvraag zet de LP-aanvraag weer op slot.")
    aanvraag = forms.ChoiceField(
        label=_("Waarvoor"),
        choices=[
            ("opvolgend_asiel", _("Opvolgende asielaanvraag")),
            ("asiel", _("Asiel")),
            ("medische_behandeling", _("Medische behandeling")),
            ("regulier", _("Andere vergunning")),
        ],
        widget=forms.RadioSelect,
    )
    ingediend_op = DatumField(label=_("Ingediend op"))

    def gebeurtenis(self) -> p.Gebeurtenis:
        return p.NieuweAanvraag(
            aanvraag=self.cleaned_data["aanvraag"], ingediend_op=self.cleaned_data["ingediend_op"]
        )


class IntrekkingForm(Procedureformulier):
    titel = _("Intrekking")
    wat = forms.ChoiceField(label=_("Wat is ingetrokken"), widget=forms.RadioSelect)
    ingetrokken_op = DatumField(label=_("Ingetrokken op"))
    schriftelijk = ja_nee(
        _("Is het schriftelijk ingetrokken"),
        help_text=_(
            "Alleen een schriftelijke intrekking van de asielaanvraag haalt het slot van de LP-aanvraag af."
        ),
    )

    def __init__(self, *args: Any, beeld: d.Dossierbeeld, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, beeld=beeld, vandaag=vandaag, **kwargs)
        procedure = beeld.procedure
        keuzes = [
            (f"aanvraag {a.ingediend_op}", _("Aanvraag van %s") % dag_maand(a.ingediend_op))
            for a in procedure.aanvragen
        ]
        keuzes += [
            (f"{b.soort} {b.ingesteld_op}", _("Beroep van %s") % dag_maand(b.ingesteld_op))
            for b in procedure.beroepen
        ]
        keuzes += [
            (
                f"voorlopige_voorziening {v.gevraagd_op}",
                _("Verzoek om een voorziening van %s") % dag_maand(v.gevraagd_op),
            )
            for v in procedure.voorlopige_voorzieningen
        ]
        keuzes += [
            (f"terugkeerbesluit {b.genomen_op}", _("Terugkeerbesluit van %s") % dag_maand(b.genomen_op))
            for b in procedure.besluiten
            if b.terugkeerbesluit or b.soort == "terugkeerbesluit"
        ]
        self.fields["wat"].choices = keuzes  # type: ignore[attr-defined]

    def gebeurtenis(self) -> p.Gebeurtenis:
        van, begonnen_op = self.cleaned_data["wat"].split(" ")
        return p.Intrekking(
            van=van,
            begonnen_op=date.fromisoformat(begonnen_op),
            ingetrokken_op=self.cleaned_data["ingetrokken_op"],
            schriftelijk=self.cleaned_data["schriftelijk"],
        )


class StartVertrektermijnForm(Procedureformulier):
    titel = _("Begin van de vertrektermijn")
    uitleg = _("De termijn loopt pas als vaststaat waardoor en wanneer die is begonnen.")
    startgebeurtenis = forms.ChoiceField(
        label=_("Waardoor begint de termijn"), choices=STARTGEBEURTENISSEN, widget=forms.RadioSelect
    )
    start_op = DatumField(label=_("Op welke dag was dat"))


class VerwijderbaarheidscheckForm(Procedureformulier):
    titel = _("Verwijderbaarheidscheck")
    uitleg = _("Leg het antwoord van de IND vast. Het geldt maar enkele dagen.")
    gecheckt_op = DatumField(label=_("Antwoord van de IND op"))
    uitkomst = forms.ChoiceField(
        label=_("Wat is het antwoord"),
        choices=[
            ("verwijderbaar", _("De vreemdeling is verwijderbaar")),
            ("niet_verwijderbaar", _("De vreemdeling is niet verwijderbaar")),
            ("onbekend", _("De IND weet het nog niet")),
        ],
        widget=forms.RadioSelect,
    )


GEBEURTENISSEN: dict[str, type[Procedureformulier]] = {
    "beroep": BeroepIngesteldForm,
    "zitting": ZittingBepaaldForm,
    "uitspraak": UitspraakForm,
    "besluit": BesluitForm,
    "artikel-64": Artikel64Form,
    "voorziening": VoorzieningForm,
    "aanvraag": AanvraagForm,
    "intrekking": IntrekkingForm,
}
EIGEN_STAPPEN: dict[str, type[Procedureformulier]] = {
    "vertrektermijn": StartVertrektermijnForm,
    "verwijderbaarheid": VerwijderbaarheidscheckForm,
}
FORMULIEREN = GEBEURTENISSEN | EIGEN_STAPPEN
