"""What was told, read again as it was kept."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from verantwoord.kwaliteit.keuze import mag
from verantwoord.kwaliteit.maten import MATEN
from verantwoord.kwaliteit.perioden import KEUZES, Kwartaal
from verantwoord.kwaliteit.publicatie.models import Publicatie
from verantwoord.kwaliteit.publicatie.tabel import Jaarcijfer, Maattabel
from verantwoord.kwaliteit.spreiding.beeld import Beeld
from verantwoord.kwaliteit.spreiding.bewaring import Bewaringtelling
from verantwoord.kwaliteit.spreiding.teksten import Teksten
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

T = TypeVar("T")


def kwartalen(*, viewer: Medewerker | None) -> list[Kwartaal]:
    """The quarters of which figures were told, the last one first."""
    mag(viewer, Recht.VASTE_CIJFERS_LEZEN)
    codes = (
        Publicatie.objects.filter(onderdeel="teksten")
        .order_by("-kwartaal")
        .values_list("kwartaal", flat=True)
    )
    return [Kwartaal.van_code(code) for code in codes[:KEUZES]]


def maattabel(maat: str, *, kwartaal: Kwartaal, viewer: Medewerker | None) -> Maattabel | None:
    """One measure by place and phase; ``None`` when it was not told of this quarter."""
    return _lees(f"maat:{maat}", Maattabel, kwartaal, viewer)


def maattabellen(*, kwartaal: Kwartaal, viewer: Medewerker | None) -> dict[str, Maattabel]:
    """Every measure that was told of this quarter, in the order of the measures."""
    mag(viewer, Recht.VASTE_CIJFERS_LEZEN)
    rijen = Publicatie.objects.filter(kwartaal=kwartaal.code, onderdeel__startswith="maat:")
    gevonden = {rij.onderdeel.removeprefix("maat:"): msgspec.convert(rij.inhoud, Maattabel) for rij in rijen}
    return {maat: gevonden[maat] for maat in MATEN if maat in gevonden}


def jaarcijfers(
    maten: Sequence[str], *, kwartalen: Sequence[Kwartaal], viewer: Medewerker | None
) -> dict[tuple[str, Kwartaal], Jaarcijfer]:
    """Some measures over all dossiers, for the year that ends with each of these quarters, as far as it was told."""
    mag(viewer, Recht.VASTE_CIJFERS_LEZEN)
    rijen = Publicatie.objects.filter(
        kwartaal__in=[kwartaal.code for kwartaal in kwartalen],
        onderdeel__in=[f"maat:{maat}" for maat in maten],
    )
    return {
        (rij.onderdeel.removeprefix("maat:"), Kwartaal.van_code(rij.kwartaal)): msgspec.convert(
            rij.inhoud, Maattabel
        ).jaarcijfer
        for rij in rijen
    }


def spreiding(sleutel: str, *, kwartaal: Kwartaal, viewer: Medewerker | None) -> Beeld | None:
    """One distribution; ``None`` when it was not told of this quarter."""
    return _lees(f"spreiding:{sleutel}", Beeld, kwartaal, viewer)


def bewaring(*, kwartaal: Kwartaal, viewer: Medewerker | None) -> Bewaringtelling | None:
    """How often detention was announced in a first talk; a subject for those who hold the talks."""
    mag(viewer)
    return _lees("bewaring", Bewaringtelling, kwartaal, viewer)


def teksten(*, kwartaal: Kwartaal, viewer: Medewerker | None) -> Teksten | None:
    """The standard texts; words of dossiers stay with those who work on them."""
    mag(viewer)
    return _lees("teksten", Teksten, kwartaal, viewer)


def _lees(onderdeel: str, soort: type[T], kwartaal: Kwartaal, viewer: Medewerker | None) -> T | None:
    """Raises ``GeenToegang`` for who may not read what was told; ``None`` is the program itself."""
    mag(viewer, Recht.VASTE_CIJFERS_LEZEN)
    rij = Publicatie.objects.filter(kwartaal=kwartaal.code, onderdeel=onderdeel).first()
    return msgspec.convert(rij.inhoud, soort) if rij else None
