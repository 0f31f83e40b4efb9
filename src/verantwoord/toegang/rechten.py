"""The roles and what each may do: one readable table, from which the checks and the documentation are made."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from verantwoord.kern.fouten import DomeinFout


class Organisatie(models.TextChoices):
    DTV = "dtv", "DT&V"
    COA = "coa", "COA"
    AVIM = "avim", "AVIM"
    IND = "ind", "IND"
    KMAR = "kmar", "KMar"


class Rol(models.TextChoices):
    REGIEVOERDER = "regievoerder", _("Regievoerder")
    MANAGER = "manager", _("Manager")
    BEHEERDER = "beheerder", _("Functioneel beheerder")
    AFZENDER = "afzender", _("Afzendend systeem")
    SYSTEEM = "systeem", _("Systeem")


class Recht(StrEnum):
    """Something a person may do, apart from whether the dossier is theirs to see."""

    DOSSIER_BEHANDELEN = "dossier.behandelen"
    DOSSIER_TOEWIJZEN = "dossier.toewijzen"
    DOSSIER_OVERNEMEN = "dossier.overnemen"
    PROCEDURE_BIJWERKEN = "procedure.bijwerken"
    LP_SET_CONTROLEREN = "lp.set_controleren"
    AFWIJKING_GOEDKEUREN = "afwijking.goedkeuren"
    BERICHT_AANLEVEREN = "bericht.aanleveren"
    QUARANTAINE_BEHANDELEN = "quarantaine.behandelen"
    KWALITEIT_BEKIJKEN = "kwaliteit.bekijken"
    HERBEOORDELEN = "herbeoordelen"
    MEDEWERKERS_BEHEREN = "medewerkers.beheren"
    CATALOGUS_BEHEREN = "catalogus.beheren"
    TEAMS_BEHEREN = "teams.beheren"
    LANDEN_BIJHOUDEN = "landen.bijhouden"
    NORMWAARDEN_KIEZEN = "normwaarden.kiezen"
    TAKEN_BEHEREN = "taken.beheren"
    LIJST_UITVOEREN = "lijst.uitvoeren"
    UITVOER_OPRUIMEN = "uitvoer.opruimen"


RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.REGIEVOERDER: frozenset(
        {
            Recht.DOSSIER_BEHANDELEN,
            Recht.PROCEDURE_BIJWERKEN,
            Recht.LP_SET_CONTROLEREN,
            Recht.KWALITEIT_BEKIJKEN,
            Recht.LIJST_UITVOEREN,
        }
    ),
    Rol.MANAGER: frozenset(
        {
            Recht.DOSSIER_TOEWIJZEN,
            Recht.LP_SET_CONTROLEREN,
            Recht.AFWIJKING_GOEDKEUREN,
            Recht.LIJST_UITVOEREN,
            Recht.KWALITEIT_BEKIJKEN,
            Recht.CATALOGUS_BEHEREN,
        }
    ),
    # Sees configuration and messages that could not be read, never the content of a dossier.
    Rol.BEHEERDER: frozenset(
        {
            Recht.QUARANTAINE_BEHANDELEN,
            Recht.CATALOGUS_BEHEREN,
            Recht.MEDEWERKERS_BEHEREN,
            Recht.TEAMS_BEHEREN,
            Recht.LANDEN_BIJHOUDEN,
            Recht.NORMWAARDEN_KIEZEN,
            Recht.TAKEN_BEHEREN,
        }
    ),
    Rol.AFZENDER: frozenset({Recht.BERICHT_AANLEVEREN}),
    Rol.SYSTEEM: frozenset(
        {
            Recht.BERICHT_AANLEVEREN,
            Recht.DOSSIER_OVERNEMEN,
            Recht.HERBEOORDELEN,
            Recht.UITVOER_OPRUIMEN,
            Recht.MEDEWERKERS_BEHEREN,
        }
    ),
}


class GeenToegang(DomeinFout):
    """The person may see this, but may not do this."""


def heeft_recht(rol: str, recht: Recht) -> bool:
    return recht in RECHTEN[Rol(rol)]
