"""The roles and what each may do: one readable table, from which the checks and the documentation are made."""

from enum import StrEnum
from typing import Protocol
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from verantwoord.kern.fouten import DomeinFout


class Organisatie(models.TextChoices):
    DTV = "dtv", "DT&V"
    COA = "coa", "COA"
    AVIM = "avim", "AVIM"
    IND = "ind", "IND"
    KMAR = "kmar", "KMar"
    IOM = "iom", "IOM"
    NGO = "ngo", _("NGO")
    VWN = "vwn", "VluchtelingenWerk"
    NIDOS = "nidos", "Nidos"
    DIA = "dia", "DIA"
    INSPECTIE = "inspectie", _("Inspectie")


class Rol(models.TextChoices):
    REGIEVOERDER = "regievoerder", _("Regievoerder")
    MANAGER = "manager", _("Manager")
    BEHEERDER = "beheerder", _("Functioneel beheerder")
    AFZENDER = "afzender", _("Afzendend systeem")
    SYSTEEM = "systeem", _("Systeem")
    MEDISCH_BEVOEGD = "medisch_bevoegd", _("Medisch bevoegde")
    COA = "coa", _("Medewerker COA")
    IND = "ind", _("Medewerker IND")
    AVIM_TOEZICHT = "avim_toezicht", _("AVIM, toezicht")
    AVIM_MENSENHANDEL = "avim_mensenhandel", _("AVIM, mensenhandel")
    KMAR = "kmar", _("Medewerker KMar")
    IOM_NGO = "iom_ngo", _("Begeleider bij terugkeer")
    VWN = "vwn", _("Medewerker VluchtelingenWerk")
    INSPECTIE = "inspectie", _("Inspecteur")
    FG = "fg", _("Functionaris gegevensbescherming")


class Portaalrol(models.TextChoices):
    """Who comes in by the portal: never on the staff, and with no role there."""

    PERSOON = "persoon", _("De persoon zelf")
    GEMACHTIGDE = "gemachtigde", _("Gemachtigde")


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
    # What was told once a quarter and leads to nobody: the fixed figures and the distributions.
    VASTE_CIJFERS_LEZEN = "vaste_cijfers.lezen"
    STEEKPROEF_TREKKEN = "steekproef.trekken"
    # The research of the Inspectie; its reports that came out; saying what one does with a recommendation, and what must be
    # known to read a figure; and, for the program, measuring on and reminding.
    ONDERZOEK_UITVOEREN = "onderzoek.uitvoeren"
    RAPPORT_LEZEN = "rapport.lezen"
    AANBEVELING_BEANTWOORDEN = "aanbeveling.beantwoorden"
    CIJFERS_TOELICHTEN = "cijfers.toelichten"
    ONDERZOEK_VOLGEN = "onderzoek.volgen"
    HERBEOORDELEN = "herbeoordelen"
    MEDEWERKERS_BEHEREN = "medewerkers.beheren"
    CATALOGUS_BEHEREN = "catalogus.beheren"
    TEAMS_BEHEREN = "teams.beheren"
    LANDEN_BIJHOUDEN = "landen.bijhouden"
    # Of the public rules about words: saying what they should find, and answering that.
    WOORDEN_VOORSTELLEN = "woorden.voorstellen"
    WOORDREGELS_BIJHOUDEN = "woordregels.bijhouden"
    NORMWAARDEN_KIEZEN = "normwaarden.kiezen"
    TAKEN_BEHEREN = "taken.beheren"
    LIJST_UITVOEREN = "lijst.uitvoeren"
    UITVOER_OPRUIMEN = "uitvoer.opruimen"
    UITWISSELING_BEHEREN = "uitwisseling.beheren"
    # Of a contribution: deciding about what a colleague asked, and what there is to spend in a year.
    BIJDRAGE_BESLUITEN = "bijdrage.besluiten"
    BEGROTING_BEHEREN = "begroting.beheren"
    # Learning and keeping up the craft, saying who is a trainer, and seeing what one's team still owes.
    VAKMANSCHAP_VOLGEN = "vakmanschap.volgen"
    # Dialogue about the work: who plans a session and reports it, who reads of it, and who answers the report.
    DIALOOG_LEIDEN = "dialoog.leiden"
    DIALOOG_LEZEN = "dialoog.lezen"
    DIALOOG_BEANTWOORDEN = "dialoog.beantwoorden"
    TRAINERS_AANWIJZEN = "trainers.aanwijzen"
    CURSUSSEN_BEHEREN = "cursussen.beheren"
    OPLEIDING_BEKIJKEN = "opleiding.bekijken"
    # What is a partner's to send.
    AFWEZIGHEID_MELDEN = "afwezigheid.melden"
    AANWEZIGHEID_CONTROLEREN = "aanwezigheid.controleren"
    BERICHT_VAN_VERTREK_GEVEN = "bericht_van_vertrek.geven"
    MELDPLICHT_OPLEGGEN = "meldplicht.opleggen"
    OPVANG_BESLUITEN = "opvang.besluiten"
    EINDDATUM_BETWISTEN = "einddatum.betwisten"
    VERWIJZING_BEANTWOORDEN = "verwijzing.beantwoorden"
    REGELING_AFRONDEN = "regeling.afronden"
    ZORG_MELDEN = "zorg.melden"
    POLITIE_ANTWOORDEN = "politie.antwoorden"
    ONTVANGST_BEVESTIGEN = "ontvangst.bevestigen"
    # Asking for more than one's role shows, deciding about it, and looking afterwards at who looked.
    INZAGE_VRAGEN = "inzage.vragen"
    INZAGE_VERLENEN = "inzage.verlenen"
    NOODTOEGANG_BEOORDELEN = "noodtoegang.beoordelen"
    INZAGELOG_BEKIJKEN = "inzagelog.bekijken"
    INZAGELOG_BEOORDELEN = "inzagelog.beoordelen"
    VEILIGHEIDSKAART_BIJHOUDEN = "veiligheidskaart.bijhouden"
    # Detention: who reads a proposal second, who decides, who signs for a minor, and who may always end it.
    BEWARING_LEZEN = "bewaring.lezen"
    BEWARING_BESLUITEN = "bewaring.besluiten"
    BEWARING_TEKENEN = "bewaring.tekenen"
    BEWARING_VERLENGEN = "bewaring.verlengen"
    BEWARING_OPHEFFEN = "bewaring.opheffen"
    AANWIJZINGEN_BEHEREN = "aanwijzingen.beheren"
    # At the table where the chain decides together.
    OVERLEG_BIJWONEN = "overleg.bijwonen"
    OVERLEG_PLANNEN = "overleg.plannen"
    OVERLEG_VOORZITTEN = "overleg.voorzitten"
    OVERLEG_NOTULEREN = "overleg.notuleren"
    OVERLEG_INBRENGEN = "overleg.inbrengen"
    OVERLEG_VULLEN = "overleg.vullen"
    STANDPUNT_GEVEN = "standpunt.geven"
    ACTIE_AFRONDEN = "actie.afronden"
    # Opening the portal for somebody, and closing it for their safety.
    PORTAAL_OPENEN = "portaal.openen"
    PORTAAL_AFSCHERMEN = "portaal.afschermen"
    # What the person does in the portal: say something, and what nobody else may do for them.
    STEM_LATEN_HOREN = "stem.laten_horen"
    AFSCHRIFT_VRAGEN = "afschrift.vragen"
    TOESTEMMING_GEVEN = "toestemming.geven"
    MACHTIGING_GEVEN = "machtiging.geven"


RECHTEN: dict[Rol | Portaalrol, frozenset[Recht]] = {
    Portaalrol.PERSOON: frozenset(
        {
            Recht.STEM_LATEN_HOREN,
            Recht.AFSCHRIFT_VRAGEN,
            Recht.TOESTEMMING_GEVEN,
            Recht.MACHTIGING_GEVEN,
        }
    ),
    Portaalrol.GEMACHTIGDE: frozenset({Recht.STEM_LATEN_HOREN, Recht.AFSCHRIFT_VRAGEN}),
    Rol.REGIEVOERDER: frozenset(
        {
            Recht.PORTAAL_OPENEN,
            Recht.PORTAAL_AFSCHERMEN,
            Recht.DOSSIER_BEHANDELEN,
            Recht.WOORDEN_VOORSTELLEN,
            Recht.PROCEDURE_BIJWERKEN,
            Recht.LP_SET_CONTROLEREN,
            Recht.BIJDRAGE_BESLUITEN,
            Recht.KWALITEIT_BEKIJKEN,
            Recht.VASTE_CIJFERS_LEZEN,
            Recht.LIJST_UITVOEREN,
            Recht.INZAGE_VERLENEN,
            Recht.VEILIGHEIDSKAART_BIJHOUDEN,
        }
    ),
    Rol.MANAGER: frozenset(
        {
            Recht.PORTAAL_OPENEN,
            Recht.PORTAAL_AFSCHERMEN,
            Recht.NOODTOEGANG_BEOORDELEN,
            Recht.WOORDEN_VOORSTELLEN,
            Recht.DOSSIER_TOEWIJZEN,
            Recht.LP_SET_CONTROLEREN,
            Recht.AFWIJKING_GOEDKEUREN,
            Recht.BIJDRAGE_BESLUITEN,
            Recht.BEGROTING_BEHEREN,
            Recht.LIJST_UITVOEREN,
            Recht.KWALITEIT_BEKIJKEN,
            Recht.VASTE_CIJFERS_LEZEN,
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
            Recht.WOORDREGELS_BIJHOUDEN,
            Recht.NORMWAARDEN_KIEZEN,
            Recht.TAKEN_BEHEREN,
            Recht.UITWISSELING_BEHEREN,
        }
    ),
    Rol.AFZENDER: frozenset({Recht.BERICHT_AANLEVEREN}),
    Rol.SYSTEEM: frozenset(
        {
            Recht.BERICHT_AANLEVEREN,
            Recht.DOSSIER_OVERNEMEN,
            Recht.HERBEOORDELEN,
            Recht.STEEKPROEF_TREKKEN,
            Recht.UITVOER_OPRUIMEN,
            Recht.MEDEWERKERS_BEHEREN,
        }
    ),
    Rol.MEDISCH_BEVOEGD: frozenset({Recht.WOORDEN_VOORSTELLEN, Recht.ZORG_MELDEN}),
    Rol.COA: frozenset(
        {
            Recht.AFWEZIGHEID_MELDEN,
            Recht.AANWEZIGHEID_CONTROLEREN,
            Recht.OPVANG_BESLUITEN,
            Recht.EINDDATUM_BETWISTEN,
            Recht.ZORG_MELDEN,
            Recht.INZAGE_VRAGEN,
            Recht.INZAGE_VERLENEN,
            Recht.VEILIGHEIDSKAART_BIJHOUDEN,
        }
    ),
    Rol.IND: frozenset({Recht.ZORG_MELDEN, Recht.INZAGE_VRAGEN}),
    Rol.AVIM_TOEZICHT: frozenset(
        {
            Recht.AFWEZIGHEID_MELDEN,
            Recht.AANWEZIGHEID_CONTROLEREN,
            Recht.BERICHT_VAN_VERTREK_GEVEN,
            Recht.MELDPLICHT_OPLEGGEN,
            Recht.ZORG_MELDEN,
            Recht.INZAGE_VRAGEN,
        }
    ),
    Rol.AVIM_MENSENHANDEL: frozenset({Recht.POLITIE_ANTWOORDEN, Recht.ZORG_MELDEN, Recht.INZAGE_VRAGEN}),
    Rol.KMAR: frozenset({Recht.ZORG_MELDEN, Recht.INZAGE_VRAGEN}),
    Rol.IOM_NGO: frozenset(
        {
            Recht.VERWIJZING_BEANTWOORDEN,
            Recht.REGELING_AFRONDEN,
            Recht.ZORG_MELDEN,
            Recht.INZAGE_VRAGEN,
            Recht.WOORDEN_VOORSTELLEN,
        }
    ),
    Rol.VWN: frozenset(
        {
            Recht.VERWIJZING_BEANTWOORDEN,
            Recht.ZORG_MELDEN,
            Recht.INZAGE_VRAGEN,
            Recht.WOORDEN_VOORSTELLEN,
        }
    ),
    Rol.INSPECTIE: frozenset(
        {
            Recht.INZAGELOG_BEKIJKEN,
            Recht.ONDERZOEK_UITVOEREN,
            Recht.STEEKPROEF_TREKKEN,
            Recht.CIJFERS_TOELICHTEN,
            Recht.VASTE_CIJFERS_LEZEN,
        }
    ),
    Rol.FG: frozenset({Recht.NOODTOEGANG_BEOORDELEN, Recht.INZAGELOG_BEKIJKEN, Recht.INZAGELOG_BEOORDELEN}),
}
# Each of the fixed partners may chair an overleg that it sits at, keep the minutes and decide with the others. Whoever
# is asked as a guest only says when its own action is done.
AAN_TAFEL = frozenset(
    {
        Recht.OVERLEG_BIJWONEN,
        Recht.OVERLEG_VOORZITTEN,
        Recht.OVERLEG_NOTULEREN,
        Recht.OVERLEG_INBRENGEN,
        Recht.STANDPUNT_GEVEN,
        Recht.ACTIE_AFRONDEN,
    }
)
for _rol, _erbij in {
    Rol.REGIEVOERDER: AAN_TAFEL | {Recht.OVERLEG_PLANNEN},
    Rol.MANAGER: AAN_TAFEL | {Recht.OVERLEG_PLANNEN},
    Rol.COA: AAN_TAFEL,
    Rol.IND: AAN_TAFEL,
    Rol.AVIM_TOEZICHT: AAN_TAFEL,
    Rol.KMAR: {Recht.ACTIE_AFRONDEN},
    Rol.IOM_NGO: {Recht.ACTIE_AFRONDEN},
    Rol.VWN: {Recht.ACTIE_AFRONDEN},
    Rol.SYSTEEM: {Recht.OVERLEG_VULLEN},
}.items():
    RECHTEN[_rol] |= _erbij
# Who gets answers says that they arrived; the program says so of what it delivered itself.
for _rol in (
    Rol.COA,
    Rol.IND,
    Rol.AVIM_TOEZICHT,
    Rol.AVIM_MENSENHANDEL,
    Rol.KMAR,
    Rol.IOM_NGO,
    Rol.VWN,
    Rol.SYSTEEM,
):
    RECHTEN[_rol] |= {Recht.ONTVANGST_BEVESTIGEN}

# What the Inspectie published is read by who works in the chain; who is asked for an answer also gives it.
for _rol, _erbij in {
    Rol.REGIEVOERDER: {Recht.RAPPORT_LEZEN},
    Rol.MANAGER: {Recht.RAPPORT_LEZEN, Recht.AANBEVELING_BEANTWOORDEN, Recht.CIJFERS_TOELICHTEN},
    Rol.COA: {Recht.RAPPORT_LEZEN, Recht.AANBEVELING_BEANTWOORDEN},
    Rol.IND: {Recht.RAPPORT_LEZEN, Recht.AANBEVELING_BEANTWOORDEN},
    Rol.AVIM_TOEZICHT: {Recht.RAPPORT_LEZEN, Recht.AANBEVELING_BEANTWOORDEN},
    Rol.KMAR: {Recht.RAPPORT_LEZEN, Recht.AANBEVELING_BEANTWOORDEN},
    Rol.INSPECTIE: {Recht.RAPPORT_LEZEN},
    Rol.FG: {Recht.RAPPORT_LEZEN},
    Rol.SYSTEEM: {Recht.ONDERZOEK_VOLGEN},
}.items():
    RECHTEN[_rol] |= _erbij

# Detention: a role alone decides nothing, one must be designated as well. Whoever may decide may always end it.
for _rol, _erbij in {
    Rol.REGIEVOERDER: {Recht.BEWARING_LEZEN, Recht.BEWARING_BESLUITEN, Recht.BEWARING_OPHEFFEN},
    Rol.MANAGER: {
        Recht.BEWARING_LEZEN,
        Recht.BEWARING_BESLUITEN,
        Recht.BEWARING_TEKENEN,
        Recht.BEWARING_VERLENGEN,
        Recht.BEWARING_OPHEFFEN,
    },
    Rol.AVIM_TOEZICHT: {Recht.BEWARING_BESLUITEN, Recht.BEWARING_OPHEFFEN},
    Rol.KMAR: {Recht.BEWARING_BESLUITEN, Recht.BEWARING_OPHEFFEN},
    Rol.BEHEERDER: {Recht.AANWIJZINGEN_BEHEREN},
}.items():
    RECHTEN[_rol] |= _erbij

for _rol, _erbij in {
    Rol.REGIEVOERDER: {Recht.VAKMANSCHAP_VOLGEN},
    Rol.MANAGER: {Recht.VAKMANSCHAP_VOLGEN, Recht.TRAINERS_AANWIJZEN, Recht.OPLEIDING_BEKIJKEN},
    # So that there is a catalogue before there is a trainer; of what colleagues took it shows nothing.
    Rol.BEHEERDER: {Recht.VAKMANSCHAP_VOLGEN, Recht.TRAINERS_AANWIJZEN, Recht.CURSUSSEN_BEHEREN},
}.items():
    RECHTEN[_rol] |= _erbij

for _rol, _erbij in {
    Rol.REGIEVOERDER: {Recht.DIALOOG_LEZEN},
    Rol.MANAGER: {Recht.DIALOOG_LEZEN, Recht.DIALOOG_LEIDEN},
    Rol.INSPECTIE: {Recht.DIALOOG_LEZEN, Recht.DIALOOG_BEANTWOORDEN},
}.items():
    RECHTEN[_rol] |= _erbij

# Who may hold a role: somebody of another organisation would get that role's view of the matrix.
ORGANISATIES: dict[Rol, frozenset[Organisatie]] = {
    Rol.REGIEVOERDER: frozenset({Organisatie.DTV}),
    Rol.MANAGER: frozenset({Organisatie.DTV}),
    Rol.BEHEERDER: frozenset({Organisatie.DTV}),
    Rol.AFZENDER: frozenset(Organisatie),
    Rol.SYSTEEM: frozenset({Organisatie.DTV}),
    Rol.MEDISCH_BEVOEGD: frozenset({Organisatie.DTV}),
    Rol.COA: frozenset({Organisatie.COA}),
    Rol.IND: frozenset({Organisatie.IND}),
    Rol.AVIM_TOEZICHT: frozenset({Organisatie.AVIM}),
    Rol.AVIM_MENSENHANDEL: frozenset({Organisatie.AVIM}),
    Rol.KMAR: frozenset({Organisatie.KMAR}),
    # Nidos and DIA take part in a case by referral or as a guest, and know what an NGO would know.
    Rol.IOM_NGO: frozenset({Organisatie.IOM, Organisatie.NGO, Organisatie.NIDOS, Organisatie.DIA}),
    Rol.VWN: frozenset({Organisatie.VWN}),
    Rol.INSPECTIE: frozenset({Organisatie.INSPECTIE}),
    Rol.FG: frozenset({Organisatie.DTV}),
}
# The column of the need-to-know matrix in which a role stands; a sending program and the system have none.
MATRIXROL: dict[Rol | Portaalrol, str] = {
    **{rol: rol.value for rol in (*Rol, *Portaalrol) if rol not in {Rol.AFZENDER, Rol.SYSTEEM}},
    Rol.REGIEVOERDER: "regievoerder",
    Rol.MANAGER: "regievoerder",
    Rol.BEHEERDER: "functioneel_beheer",
}
# Partners: they come by way of their involvement in a dossier, never by a team of DT&V.
KETENROLLEN = frozenset(
    {
        Rol.COA,
        Rol.IND,
        Rol.AVIM_TOEZICHT,
        Rol.AVIM_MENSENHANDEL,
        Rol.KMAR,
        Rol.IOM_NGO,
        Rol.VWN,
    }
)


class GeenToegang(DomeinFout):
    """The person may see this, but may not do this."""


class Wie(Protocol):
    """Somebody who looks or acts: of the staff, a program, or somebody who comes in by the portal."""

    @property
    def pk(self) -> UUID: ...

    @property
    def gebruikersnaam(self) -> str: ...

    @property
    def naam(self) -> str: ...

    @property
    def rol(self) -> str: ...

    @property
    def organisatie(self) -> str: ...

    @property
    def team_id(self) -> int | None: ...

    @property
    def is_active(self) -> bool: ...

    def heeft(self, recht: Recht) -> bool:
        """Whether this right goes with the role, and the account still holds."""


def als_rol(naam: str) -> Rol | Portaalrol:
    """The role of this name. Raises ``ValueError`` for a name that is none."""
    return Portaalrol(naam) if naam in Portaalrol else Rol(naam)


def heeft_recht(rol: str, recht: Recht) -> bool:
    return recht in RECHTEN[als_rol(rol)]


class _MetRol(Protocol):
    @property
    def rol(self) -> str: ...


def matrixrol(wie: _MetRol) -> str:
    """The column of the need-to-know matrix that holds for this person; none for a program."""
    return MATRIXROL.get(als_rol(wie.rol), "")
