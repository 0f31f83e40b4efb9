"""What the steps of the medical route ask. No field asks for a diagnosis, and none asks why somebody says no."""

from django.utils.translation import gettext_lazy as _

from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.forms import LijstField
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.formulieren.basis import Stapformulier, dag, keuze, kort, meerkeuze, tekst
from verantwoord.toetsing.route.stappen import STAPPEN
from verantwoord.toetsing.route.stappen.medisch import wacht_op_gemachtigde
from verantwoord.web.formulier import Keuze

_S = STAPPEN[Moment.MEDISCH]
GEEN_DIAGNOSE = _("Schrijf geen diagnose op. Die hoort bij de arts.")


class AanwijzingForm(Stapformulier):
    stap = _S["aanwijzing"]
    uitleg = _(
        "Er is iets waardoor reizen medisch misschien niet kan, of waardoor zonder behandeling snel een noodsituatie ontstaat. Zeker weten hoeft u het niet."
    )
    na = (_("De route naar artikel 64 gaat open: eerst de gemachtigde, anders legt u de zaak zelf voor."),)
    norm = "medisch-route-art64"
    aanwijzing_op = dag(_("Sinds wanneer is er een aanwijzing"))
    toelichting = tekst(_("Wat is er gemeld, en door wie"), GEEN_DIAGNOSE)


class ToestemmingForm(Stapformulier):
    stap = _S["toestemming"]
    uitleg = _(
        "Met een getekende toestemmingsverklaring kunnen medische gegevens worden opgevraagd. Zij geldt zes maanden. De persoon kiest; beide antwoorden zijn goed."
    )
    na = (
        _("Geen toestemming heeft geen gevolgen voor de opvang, de procedure of het vertrek."),
        _("Intrekken kan altijd en werkt meteen."),
    )
    norm = "medisch-toestemming"
    antwoord = keuze(
        _("Wat koos de persoon"),
        [
            ("ja", Keuze(_("Toestemming gegeven"), _("De verklaring is volledig ingevuld en getekend."))),
            ("nee", Keuze(_("Geen toestemming gegeven"), _("Dat mag. U legt alleen vast dat u het vroeg."))),
        ],
    )
    op = dag(_("Op welke dag"))
    namens = keuze(
        _("Wie antwoordde"),
        [
            ("persoon", _("De persoon zelf")),
            ("voogd", _("De voogd; het kind is gehoord")),
            ("ouder", _("Een ouder; het kind is gehoord")),
        ],
    )
    toelichting = tekst(
        _("Hoe heeft u het uitgelegd"), _("Bijvoorbeeld: in welke taal, met welke tolk, wie erbij was.")
    )


class IntrekkenForm(Stapformulier):
    stap = _S["intrekken"]
    uitleg = _("Intrekken mag altijd, zonder reden. Het werkt vanaf het moment dat u het vastlegt.")
    na = (
        _("Niemand vraagt nog medische gegevens op."),
        _("Wat al is opgevraagd, wordt niet verder gebruikt. Zeg dat ook tegen wie de gegevens heeft."),
    )
    norm = "medisch-toestemming"
    knop = _("Leg de intrekking vast")
    op = dag(_("Ingetrokken op"))
    via = keuze(
        _("Wie liet het weten"),
        [
            ("persoon", _("De persoon zelf")),
            ("gemachtigde", _("De gemachtigde")),
            ("voogd", _("De voogd of een ouder")),
        ],
    )
    toelichting = tekst(_("Aan wie heeft u het doorgegeven"), _("Bijvoorbeeld: het BMA, de IND, DIA."))


class GegevensForm(Stapformulier):
    stap = _S["gegevens"]
    uitleg = _(
        "Alleen voor het doel waarvoor de persoon tekende. De DT&V verzamelt zelf geen medische stukken: de arts stuurt ze aan het BMA of geeft ze aan de persoon."
    )
    norm = "medisch-toestemming"
    op = dag(_("Gevraagd op"))
    doel = keuze(
        _("Waarvoor"),
        [
            ("artikel_64", _("Het advies van het BMA over artikel 64")),
            ("reisvoorwaarden", _("De voorwaarden voor de reis")),
            ("overdracht", _("De medische overdracht in het land van bestemming")),
        ],
    )
    via = keuze(
        _("Langs welke weg"),
        [
            ("bma", _("Het BMA vraagt ze aan de behandelaar")),
            ("gemachtigde", _("De gemachtigde vraagt ze op")),
            ("persoon", _("De persoon vraagt ze zelf op")),
        ],
    )
    toelichting = tekst(_("Wat is gevraagd"), GEEN_DIAGNOSE)


class GemachtigdeForm(Stapformulier):
    stap = _S["gemachtigde"]
    uitleg = _("Eerst de gemachtigde. Die krijgt enkele werkdagen om artikel 64 te vragen.")
    na = (_("Vraagt de gemachtigde niets, dan legt u de zaak zelf voor aan de IND."),)
    norm = "medisch-route-art64"
    op = dag(_("Gemachtigde benaderd op"))
    hoe = keuze(_("Hoe"), [("brief", _("Per brief of e-mail")), ("telefoon", _("Per telefoon"))])
    toelichting = tekst(_("Wat heeft u gezegd"), GEEN_DIAGNOSE)


class AanvraagForm(Stapformulier):
    stap = _S["aanvraag"]
    uitleg = _("Leg vast dat de gemachtigde of de persoon artikel 64 heeft gevraagd bij de IND.")
    na = (_("Tot de IND heeft gezegd of het vertrek stilligt, wordt geen vertrekstap gezet."),)
    norm = "medisch-opschorting"
    op = dag(_("Gevraagd op"))
    door_wie = keuze(_("Door wie"), [("gemachtigde", _("De gemachtigde")), ("persoon", _("De persoon zelf"))])
    toelichting = tekst(_("Toelichting"), GEEN_DIAGNOSE)


class AmbtshalveForm(Stapformulier):
    stap = _S["ambtshalve"]
    uitleg = _(
        "Is er geen gemachtigde, of blijft die stil, dan start u de procedure zelf. Dat kan ook zonder toestemmingsverklaring."
    )
    na = (
        _("De IND vraagt het BMA om advies en laat u het besluit weten."),
        _("Tot dan wordt geen vertrekstap gezet."),
    )
    norm = "medisch-route-art64"
    op = dag(_("Voorgelegd aan de IND op"))
    waarom_nu = tekst(
        _("Waarom wacht u niet op de gemachtigde"),
        _("Alleen nodig als er een gemachtigde is die u nog niet heeft benaderd of die nog tijd heeft."),
        regels=3,
    )
    toelichting = tekst(_("Wat legt u voor"), GEEN_DIAGNOSE, verplicht=True)

    def pas_aan(self, s: Stand) -> None:
        if not wacht_op_gemachtigde(s):
            del self.fields["waarom_nu"]

    def clean(self) -> dict[str, object]:
        return {"waarom_nu": ""} | (super().clean() or {})


class BmaForm(Stapformulier):
    stap = _S["bma"]
    uitleg = _("Het BMA adviseert de IND. U legt alleen de uitkomst vast.")
    na = (_("Het advies is nog geen besluit. De IND beslist."),)
    norm = "medisch-route-art64"
    op = dag(_("Datum van het advies"))
    uitkomst = keuze(
        _("Wat is de uitkomst"),
        [
            ("reizen_kan", _("Reizen kan")),
            ("reizen_met_voorwaarden", _("Reizen kan, onder voorwaarden")),
            ("reizen_kan_niet", _("Reizen kan nu niet")),
            ("noodsituatie", _("Zonder behandeling ontstaat een medische noodsituatie")),
        ],
    )
    toelichting = tekst(_("Toelichting"), GEEN_DIAGNOSE)


class BesluitForm(Stapformulier):
    stap = _S["besluit"]
    uitleg = _("Leg vast wat de IND heeft besloten.")
    na = (
        _(
            "Bij uitstel is er rechtmatig verblijf en ligt het vertrek stil, ook voor het gezin volgens Vc A3/7.1."
        ),
        _(
            "Zijn er reisvoorwaarden, dan vertrekt niemand voordat de overdracht is geregeld. Nieuwe voorwaarden vragen een nieuwe overdracht."
        ),
    )
    norm = "medisch-opschorting"
    begint_met = ("reisvoorwaarden",)
    art64_besluit = keuze(
        _("Wat heeft de IND besloten"),
        [
            ("toegekend", _("Uitstel van vertrek")),
            ("voorlopig_uitstel", _("Voorlopig uitstel van vertrek")),
            ("afgewezen", _("Geen uitstel")),
        ],
    )
    op = dag(_("Besloten op"))
    art64_van = dag(_("Uitstel van"), _("Alleen bij uitstel."), verplicht=False)
    art64_tot = dag(
        _("Uitstel tot en met"),
        _("Meestal ten hoogste zes maanden. Leeg: zonder einddatum."),
        verplicht=False,
    )
    reisvoorwaarden = LijstField(
        label=_("Voorwaarden voor de reis"),
        help_text=_("Eén per regel, bijvoorbeeld: begeleiding door een verpleegkundige."),
        required=False,
    )
    kenmerk = kort(_("Kenmerk van het besluit"), verplicht=False)
    toelichting = tekst(_("Toelichting"), GEEN_DIAGNOSE)


class ZwangerschapTbcForm(Stapformulier):
    stap = _S["zwangerschap-tbc"]
    uitleg = _(
        "Van zes weken voor tot zes weken na de bevalling wordt niemand uitgezet. Ook niet zolang tbc wordt behandeld. Advies van het BMA is daarvoor niet nodig."
    )
    norm = "medisch-zwangerschap-tbc"
    begint_met = ("verwachte_bevalling_op", "bevallen_op", "tbc_behandeling_tot")
    verwachte_bevalling_op = dag(_("Verwachte dag van de bevalling"), verplicht=False)
    bevallen_op = dag(
        _("Bevallen op"),
        _("Deze dag telt zodra u hem invult. Zet het kind ook bij het gezin."),
        verplicht=False,
    )
    tbc_behandeling_tot = dag(_("Behandeling van tbc tot en met"), verplicht=False)
    op = dag(_("Wanneer hoorde u dit"))
    toelichting = tekst(_("Van wie weet u dit"), _("Bijvoorbeeld: de persoon, de verloskundige, de GGD."))


class OverdrachtForm(Stapformulier):
    stap = _S["overdracht"]
    uitleg = _(
        "DIA regelt de overdracht in het land van bestemming. Zonder geregelde overdracht vertrekt niemand die medische voorwaarden heeft."
    )
    na = (_("Lukt de overdracht niet, dan kan dat buiten schuld zijn. Kijk dan ook naar die route."),)
    norm = "medisch-overdracht"
    op = dag(_("Geregeld op"))
    waar = kort(_("Waar, en bij wie"), _("Bijvoorbeeld: het ziekenhuis en de afdeling."))
    via = keuze(
        _("Wie regelde het"),
        [
            ("dia", _("DIA")),
            ("iom", _("IOM")),
            ("kmar", _("De KMar, met begeleiding op reis")),
            ("anders", _("Iemand anders")),
        ],
    )
    toelichting = tekst(_("Hoe is aan elke voorwaarde voldaan"), GEEN_DIAGNOSE, verplicht=True)


class EenJaarForm(Stapformulier):
    stap = _S["een-jaar"]
    uitleg = _(
        "Na een jaar artikel 64 kan een vergunning voor medische behandeling worden gevraagd: van 28 dagen voor tot 28 dagen na het einde van dat jaar."
    )
    norm = "medisch-een-jaar"
    op = dag(_("Verteld op"))
    aan = meerkeuze(_("Aan wie"), [("persoon", _("De persoon")), ("gemachtigde", _("De gemachtigde"))])
    ingediend_op = dag(
        _("Aanvraag ingediend op"), _("Laat leeg als er nog niets is aangevraagd."), verplicht=False
    )
    toelichting = tekst(_("Toelichting"), GEEN_DIAGNOSE)


FORMULIEREN = (
    AanwijzingForm,
    ToestemmingForm,
    IntrekkenForm,
    GegevensForm,
    GemachtigdeForm,
    AanvraagForm,
    AmbtshalveForm,
    BmaForm,
    BesluitForm,
    ZwangerschapTbcForm,
    OverdrachtForm,
    EenJaarForm,
)
