"""The steps of the route buiten schuld. Sources: Vb 2000 art. 3.48(2)(a); Vc B8/4; report 3.3."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.rechten import Recht
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.stap import Invoer, Stap, StapFout, met, neem_over
from verantwoord.web.datums import dag_maand

_M = Moment.BUITEN_SCHULD
_REGIE = lui("de regievoerder")


def _poging(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    return met(s.beeld, _M, eigen_pogingen=(*s.beeld.buiten_schuld.eigen_pogingen, invoer["omschrijving"]))


def _mislukt(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    gevraagd = s.beeld.buiten_schuld.bemiddeling_gevraagd_op
    if gevraagd is None:
        raise StapFout(_("Er is nog niet om bemiddeling gevraagd. Leg dat eerst vast."))
    if invoer["bemiddeling_mislukt_op"] < gevraagd:
        raise StapFout(
            _("De bemiddeling is gevraagd op %(dag)s. Het einde ligt op of na die dag.")
            % {"dag": dag_maand(gevraagd)},
            veld="bemiddeling_mislukt_op",
        )
    return met(s.beeld, _M, bemiddeling_mislukt_op=invoer["bemiddeling_mislukt_op"])


def _advies(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    """Only a positive advice goes to the IND; a negative one is reasoned and shared with the person (report 3.3)."""
    if invoer["uitkomst"] == "positief":
        return met(s.beeld, _M, zwaarwegend_advies_op=invoer["op"])
    return s.beeld


STAPPEN = (
    Stap(
        moment=_M,
        naam="poging",
        soort="buiten_schuld.poging",
        gedaan=lui("Eigen poging om te vertrekken vastgelegd"),
        titel=lui("Leg een eigen poging vast"),
        wie=lui("de persoon; de regievoerder legt vast"),
        datumveld="op",
        verander=_poging,
    ),
    Stap(
        moment=_M,
        naam="bemiddeling",
        soort="buiten_schuld.bemiddeling_gevraagd",
        gedaan=lui("Bemiddeling gevraagd"),
        titel=lui("Vraag om bemiddeling"),
        wie=_REGIE,
        datumveld="bemiddeling_gevraagd_op",
        verander=neem_over(_M, "bemiddeling_gevraagd_op"),
    ),
    Stap(
        moment=_M,
        naam="bemiddeling-mislukt",
        soort="buiten_schuld.bemiddeling_mislukt",
        gedaan=lui("Bemiddeling niet gelukt"),
        titel=lui("Leg vast dat de bemiddeling niet lukte"),
        wie=_REGIE,
        datumveld="bemiddeling_mislukt_op",
        verander=_mislukt,
    ),
    Stap(
        moment=_M,
        naam="voorwaarden",
        soort="buiten_schuld.voorwaarden",
        gedaan=lui("Voorwaarden buiten schuld beoordeeld"),
        titel=lui("Leg de andere voorwaarden vast"),
        wie=_REGIE,
        datumveld="op",
        verander=neem_over(_M, "identiteit_twijfel", "meewerkend"),
    ),
    Stap(
        moment=_M,
        naam="advies",
        soort="buiten_schuld.zwaarwegend_advies",
        gedaan=lui("Zwaarwegend advies vastgelegd"),
        titel=lui("Leg het zwaarwegend advies vast"),
        wie=_REGIE,
        datumveld="op",
        verander=_advies,
    ),
    Stap(
        moment=_M,
        naam="besluit",
        soort="buiten_schuld.besluit",
        gedaan=lui("Besluit over buiten schuld"),
        titel=lui("Leg het besluit van de IND vast"),
        wie=lui("de IND"),
        datumveld="ind_besloten_op",
        verander=neem_over(_M, "ind_besluit", "ind_besloten_op"),
        recht=Recht.PROCEDURE_BIJWERKEN,
    ),
)
