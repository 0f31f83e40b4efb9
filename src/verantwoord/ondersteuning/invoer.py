"""What a spreadsheet would do to the catalogue, row by row, before anything is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.ondersteuning.actions.catalogus import Aanbodgegevens
from verantwoord.ondersteuning.actions.invoer import Bijwerking
from verantwoord.ondersteuning.catalogus import in_woorden
from verantwoord.ondersteuning.forms import AanbodForm
from verantwoord.ondersteuning.models import Aanbod, Aanbodinvoer
from verantwoord.ondersteuning.werkblad import KOLOMMEN, Regel, als_invoer
from verantwoord.toegang.models import Medewerker
from verantwoord.web.waarden import Verschilonderdeel

Doet = Literal["nieuw", "wijzigt", "gelijk", "fout"]


@dataclass(frozen=True, kw_only=True)
class Uitwerking:
    """One row: what it would do, what is wrong with it, and what would change."""

    nummer: int
    doet: Doet
    titel: str
    fouten: list[str] = field(default_factory=list)
    verschil: list[Verschilonderdeel] = field(default_factory=list)
    aanbod: Aanbod | None = None
    gegevens: Aanbodgegevens | None = None


@dataclass(frozen=True, kw_only=True)
class Proef:
    """The whole file, tried on the catalogue as it is now."""

    rijen: list[Uitwerking]

    @property
    def fouten(self) -> list[Uitwerking]:
        return [rij for rij in self.rijen if rij.doet == "fout"]

    @property
    def nieuw(self) -> list[Uitwerking]:
        return [rij for rij in self.rijen if rij.doet == "nieuw"]

    @property
    def gewijzigd(self) -> list[Uitwerking]:
        return [rij for rij in self.rijen if rij.doet == "wijzigt"]

    @property
    def gelijk(self) -> int:
        return sum(rij.doet == "gelijk" for rij in self.rijen)

    @property
    def kan(self) -> bool:
        """Whether it may be taken over: nothing is wrong, and there is something to do."""
        return not self.fouten and bool(self.nieuw or self.gewijzigd)

    @property
    def erbij(self) -> list[Aanbodgegevens]:
        """The new entries, as the action takes them."""
        return [rij.gegevens for rij in self.nieuw if rij.gegevens is not None]

    @property
    def bij_te_werken(self) -> list[Bijwerking]:
        """The changed entries, as the action takes them."""
        return [
            Bijwerking(aanbod_id=rij.aanbod.pk, versie=rij.aanbod.versie, gegevens=rij.gegevens)
            for rij in self.gewijzigd
            if rij.aanbod is not None and rij.gegevens is not None
        ]


def gegevens_van(form: AanbodForm) -> Aanbodgegevens:
    """What a valid form of one entry says."""
    velden: dict[str, Any] = {
        veld: tuple(waarde) if isinstance(waarde, list) else waarde
        for veld, waarde in form.cleaned_data.items()
    }
    return Aanbodgegevens(**velden)


def beproef(regels: Sequence[Regel], *, viewer: Medewerker) -> Proef:
    """Try every row; nothing is written. One question however many rows there are."""
    bestaand = {str(rij.pk): rij for rij in Aanbod.objects.visible_to(viewer)}
    gezien: set[str] = set()
    # The first row under the titles is row 2 of the sheet.
    rijen = [_werk_uit(nummer, regel, bestaand, gezien) for nummer, regel in enumerate(regels, start=2)]
    return Proef(rijen=rijen)


def _werk_uit(nummer: int, regel: Regel, bestaand: dict[str, Aanbod], gezien: set[str]) -> Uitwerking:
    kenmerk, titel = regel.get("kenmerk", "").casefold(), regel.get("titel", "")
    form = AanbodForm(als_invoer(regel))
    fouten = list(_fouten_van(form))
    if kenmerk and kenmerk not in bestaand:
        fouten.append(_("Dit kenmerk staat niet in de catalogus. Laat het leeg als dit nieuw is."))
    elif kenmerk and kenmerk in gezien:
        fouten.append(_("Dit kenmerk staat er twee keer in."))
    gezien.add(kenmerk)
    if fouten:
        return Uitwerking(nummer=nummer, doet="fout", titel=titel, fouten=fouten)
    gegevens = gegevens_van(form)
    if not kenmerk:
        return Uitwerking(nummer=nummer, doet="nieuw", titel=titel, gegevens=gegevens)
    aanbod = bestaand[kenmerk]
    verschil = list(_verschil(aanbod, gegevens))
    return Uitwerking(
        nummer=nummer,
        doet="wijzigt" if verschil else "gelijk",
        titel=titel,
        verschil=verschil,
        aanbod=aanbod,
        gegevens=gegevens,
    )


def _fouten_van(form: AanbodForm) -> Iterator[str]:
    for veld, meldingen in form.errors.items():
        kolom = KOLOMMEN.get(veld, "")
        yield from (f"{kolom}: {melding}" if kolom else str(melding) for melding in meldingen)
    if form.is_valid():
        van, tot = form.cleaned_data["van"], form.cleaned_data["tot"]
        if van and tot and tot < van:
            yield f"{KOLOMMEN['tot']}: {_('De laatste dag ligt vóór de eerste dag.')}"


def _verschil(aanbod: Aanbod, gegevens: Aanbodgegevens) -> Iterator[Verschilonderdeel]:
    for veld, kolom in KOLOMMEN.items():
        oud, nieuw = getattr(aanbod, veld), getattr(gegevens, veld)
        if _vergelijkbaar(oud) != _vergelijkbaar(nieuw):
            yield Verschilonderdeel(kolom, in_woorden(veld, oud), in_woorden(veld, nieuw))


def _vergelijkbaar(waarde: Any) -> Any:
    return sorted(waarde) if isinstance(waarde, (list, tuple)) else waarde


def invoer_of(invoer_id: UUID, *, viewer: Medewerker) -> Aanbodinvoer:
    """A file that this person sent. Raises ``Aanbodinvoer.DoesNotExist``, also for somebody else's."""
    return Aanbodinvoer.objects.visible_to(viewer).get(pk=invoer_id)
