"""Who works in the demo: teams with regievoerders and a manager, those who look after the program, and the partners."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from django.db import transaction

from verantwoord.project.demo.namen import ACHTERNAMEN_NL, NOORD, VOORNAMEN_NL, ZUID
from verantwoord.project.demo.procedure import Ploeg
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Organisatie, Rol

# Above this a team gets colleagues, and above that there are more teams: nobody can know a thousand people.
PER_REGIEVOERDER: Final = 45
_PER_TEAM: Final = 12


@dataclass(frozen=True)
class Bezetting:
    """One team of the demo before it is made."""

    naam: str
    locaties: tuple[tuple[str, str], ...]
    manager: str
    regievoerders: tuple[str, ...]
    is_vangnet: bool = False


# What comes from a place that no team has goes to Noord, so that transfers taken in later are seen by its people.
VAST: Final = (
    Bezetting(
        "Team Noord",
        NOORD,
        "Jasmijn Terpstra",
        ("Noor Haverkamp", "Hassan Ouali", "Wietske Boonstra"),
        is_vangnet=True,
    ),
    Bezetting("Team Zuid", ZUID, "Ruben Claessens", ("Marjan Peeters", "Thijs Hendrix")),
)
BEHEERDER: Final = "Fleur de Wit"
# Some things take two administrators: one writes, the other confirms.
TWEEDE_BEHEERDER: Final = "Wim Koster"


@dataclass(frozen=True)
class Ketenpartner:
    """One person outside the teams of regievoerders; the name of the team is how a referral names it."""

    wat: str
    naam: str
    organisatie: Organisatie
    rol: Rol
    team: str = ""
    locaties: tuple[str, ...] = ()


_NOORD: Final = tuple(sorted({locatie for _soort, locatie in NOORD}))
KETENPARTNERS: Final = (
    Ketenpartner("COA", "Marieke Postma", Organisatie.COA, Rol.COA, "COA, azc Assen", ("Assen",)),
    Ketenpartner(
        "COA, andere plaats", "Wouter Hulshof", Organisatie.COA, Rol.COA, "COA, azc Emmen", ("Emmen",)
    ),
    Ketenpartner(
        "AVIM toezicht", "Sander Kuipers", Organisatie.AVIM, Rol.AVIM_TOEZICHT, "AVIM Noord", _NOORD
    ),
    Ketenpartner(
        "AVIM mensenhandel", "Ilse Brandsma", Organisatie.AVIM, Rol.AVIM_MENSENHANDEL, "AVIM Mensenhandel"
    ),
    Ketenpartner("IND", "Femke Dijkema", Organisatie.IND, Rol.IND, "IND Noord", _NOORD),
    Ketenpartner("KMar", "Bas Oosterhof", Organisatie.KMAR, Rol.KMAR, "KMar Schiphol"),
    Ketenpartner("IOM", "Yara Nijland", Organisatie.IOM, Rol.IOM_NGO, "IOM Noord"),
    Ketenpartner("ngo", "Gerrit Hoekstra", Organisatie.NGO, Rol.IOM_NGO, "Stichting Terugweg"),
    Ketenpartner("DIA", "Mila Verhulst", Organisatie.DIA, Rol.IOM_NGO, "DIA"),
    Ketenpartner("VluchtelingenWerk", "Anouk Wiersma", Organisatie.VWN, Rol.VWN, "VluchtelingenWerk Noord"),
    Ketenpartner("Nidos", "Joris Hazelhoff", Organisatie.NIDOS, Rol.IOM_NGO, "Nidos Noord"),
    Ketenpartner("medisch bevoegde", "Tom Ebbers", Organisatie.DTV, Rol.MEDISCH_BEVOEGD),
    Ketenpartner("inspectie", "Lotte van Rijn", Organisatie.INSPECTIE, Rol.INSPECTIE),
    # Two read each dossier, and a third decides where they differ.
    Ketenpartner("tweede inspecteur", "Koen Aalbers", Organisatie.INSPECTIE, Rol.INSPECTIE),
    Ketenpartner("derde inspecteur", "Sanne Meijerink", Organisatie.INSPECTIE, Rol.INSPECTIE),
    Ketenpartner("FG", "Carla Buitenhuis", Organisatie.DTV, Rol.FG),
)
# Those whose log-in is printed, with what they are.
INLOGGERS: Final = (
    ("regievoerder", "Noor Haverkamp"),
    ("tweede regievoerder", "Hassan Ouali"),
    ("manager", "Jasmijn Terpstra"),
    ("beheerder", BEHEERDER),
    ("tweede beheerder", TWEEDE_BEHEERDER),
    ("ander team", "Marjan Peeters"),
    *((partner.wat, partner.naam) for partner in KETENPARTNERS),
)


def gebruikersnaam(naam: str) -> str:
    return naam.lower().replace(" ", ".")


def bezetting_voor(dossiers: int) -> list[Bezetting]:
    """The two teams, and as many more as the work asks for."""
    nodig = dossiers // PER_REGIEVOERDER - sum(len(team.regievoerders) for team in VAST)
    if nodig <= 0:
        return list(VAST)
    namen = [f"{voor} {achter}" for achter, voor in product(ACHTERNAMEN_NL, VOORNAMEN_NL)]
    rondes = 2 * nodig // len(namen) + 1
    alle = [naam if ronde == 0 else f"{naam} {ronde + 1}" for ronde in range(rondes) for naam in namen]
    teams: list[Bezetting] = []
    for i in range(-(-nodig // (_PER_TEAM - 1))):
        manager, *regie = alle[i * _PER_TEAM : (i + 1) * _PER_TEAM]
        plek = (NOORD, ZUID)[len(teams) % 2]
        teams.append(Bezetting(f"Team {len(teams) + 3}", plek, manager, tuple(regie)))
    return [*VAST, *teams]


def ploegen_van(bezetting: Sequence[Bezetting]) -> list[Ploeg]:
    """Each regievoerder with a colleague who reads along and the manager; the first is the one the demo is about."""
    return [
        Ploeg(naam, team.regievoerders[i - 1], team.manager, team.locaties)
        for team in bezetting
        for i, naam in enumerate(team.regievoerders)
    ]


@transaction.atomic
def maak_collegas(bezetting: Sequence[Bezetting]) -> dict[str, Medewerker]:
    """Make teams and staff, and give the staff by name. Nobody can log in until a password is given."""
    _maak_ketenpartners()
    rollen: dict[str, tuple[Rol, Team | None]] = dict.fromkeys(
        (BEHEERDER, TWEEDE_BEHEERDER), (Rol.BEHEERDER, None)
    )
    for team in bezetting:
        rij, _nieuw = Team.objects.get_or_create(
            naam=team.naam,
            defaults={
                # A place has one team; the extra teams take no new transfers.
                "locaties": sorted({locatie for _soort, locatie in team.locaties}) if team in VAST else [],
                "is_vangnet": team.is_vangnet,
            },
        )
        rollen.update((naam, (Rol.REGIEVOERDER, rij)) for naam in team.regievoerders)
        rollen[team.manager] = (Rol.MANAGER, rij)
    bekend = set(Medewerker.objects.values_list("naam", flat=True))
    nieuw = [
        Medewerker(
            gebruikersnaam=gebruikersnaam(naam), naam=naam, organisatie=Organisatie.DTV, rol=rol, team=rij
        )
        for naam, (rol, rij) in rollen.items()
        if naam not in bekend
    ]
    for medewerker in nieuw:
        medewerker.set_unusable_password()
    Medewerker.objects.bulk_create(nieuw, batch_size=500)
    return {m.naam: m for m in Medewerker.objects.select_related("team").filter(naam__in=rollen)}


def _maak_ketenpartners() -> None:
    """Make the people of the partners, each in a team of its own organisation, before anybody asks who is involved."""
    bekend = set(Medewerker.objects.values_list("naam", flat=True))
    nieuw = []
    for partner in KETENPARTNERS:
        if partner.naam in bekend:
            continue
        team = None
        if partner.team:
            team, _nieuw = Team.objects.get_or_create(
                naam=partner.team,
                defaults={"organisatie": partner.organisatie, "locaties": list(partner.locaties)},
            )
        medewerker = Medewerker(
            gebruikersnaam=gebruikersnaam(partner.naam),
            naam=partner.naam,
            organisatie=partner.organisatie,
            rol=partner.rol,
            team=team,
        )
        medewerker.set_unusable_password()
        nieuw.append(medewerker)
    Medewerker.objects.bulk_create(nieuw)
