"""The unsaved rows of dossier, person and family for the facts of a dossierbeeld."""

from collections.abc import Sequence
from typing import Any

import msgspec

from verantwoord.dossier.models import Dossier, Gezinslid, Persoon
from verantwoord.dossier.namen import zoeknaam
from verantwoord.kern import dossierbeeld as kern
from verantwoord.toegang.models import Medewerker, Team


def dossier_waarden(beeld: kern.Dossierbeeld) -> dict[str, Any]:
    """The facts that the dossier's own row holds; number and people are apart."""
    return {
        "spoor": beeld.spoor,
        "afzender": beeld.overdracht.afzender,
        "ontvangen_op": beeld.overdracht.ontvangen_op,
        "ingetrokken_op": beeld.overdracht.ingetrokken_op,
        "documenten": list(beeld.overdracht.documenten),
        "intake_afgerond_op": beeld.intake_afgerond_op,
        "gesloten_op": beeld.gesloten_op,
        "eerdere_dossiers": list(beeld.eerdere_dossiers),
    }


def dossier_rij(
    beeld: kern.Dossierbeeld, persoon: Persoon, *, regievoerder: Medewerker | None, team: Team | None
) -> Dossier:
    """The dossier itself; a regievoerder who does not work here is kept by name."""
    return Dossier(
        nummer=beeld.dossiernummer,
        persoon=persoon,
        regievoerder=regievoerder,
        regievoerder_elders=None if regievoerder else beeld.regievoerder,
        team=(regievoerder.team if regievoerder else None) or team,
        **dossier_waarden(beeld),
    )


def persoon_waarden(persoon: kern.Persoon, *, aliassen: Sequence[str] = ()) -> dict[str, Any]:
    """The facts about a person as the row holds them; what is left open is absent, not blank.

    ``aliassen`` are the other names by which the row must be found.
    """
    naam = persoon.naam
    namen = {
        "achternaam": naam.achternaam if naam else None,
        "voornamen": naam.voornamen if naam else "",
        "tussenvoegsel": naam.tussenvoegsel if naam else "",
    }
    velden = (
        "v_nummer",
        "geboortedatum",
        "geslacht",
        "amv",
        "voogd",
        "gemachtigde",
        "adequate_opvang_bewijs",
    )
    return {
        **namen,
        **{veld: getattr(persoon, veld) for veld in velden},
        "nationaliteiten": list(persoon.nationaliteiten),
        "talen": list(persoon.talen),
        "zoeknaam": zoeknaam(namen["voornamen"], namen["tussenvoegsel"], namen["achternaam"], *aliassen),
    }


def gezin_rijen(rij: Persoon, persoon: kern.Persoon) -> list[Gezinslid]:
    return [
        Gezinslid(persoon=rij, volgorde=volgorde, **msgspec.structs.asdict(lid))
        for volgorde, lid in enumerate(persoon.gezin)
    ]
