"""The reports of my talks, and what I said about them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount
from verantwoord.dossier.queries import onthouden_of
from verantwoord.vertrekgesprek.keuzes import Toevoeging
from verantwoord.vertrekgesprek.models import Gesprek


@dataclass(frozen=True, kw_only=True)
class Reactie:
    tekst: str
    op: date | None


@dataclass(frozen=True, kw_only=True)
class Verslag:
    """A finished report by its day; the report itself is a document of its own."""

    id: UUID
    dag: date
    reacties: tuple[Reactie, ...]


@dataclass(frozen=True, kw_only=True)
class Verslagenblad:
    verslagen: tuple[Verslag, ...]


def verslagenblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Verslagenblad:
    """Every finished report, the newest first."""
    afgerond = Gesprek.objects.filter(dossier=dossier_id, afgerond_op__isnull=False)
    gesprekken = onthouden_of(dossier_id, viewer=viewer, op=op).zonder(afgerond, "beeld.gesprekken")
    return Verslagenblad(
        verslagen=tuple(
            _verslag(gesprek)
            for gesprek in gesprekken.order_by("-afgerond_op", "-volgorde").prefetch_related("addenda")
        )
    )


def verslag_van(gesprek_id: UUID, dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Verslag | None:
    """One of them; nothing when it is not finished, or of somebody else."""
    verslagen = verslagenblad_of(dossier_id, viewer=viewer, op=op).verslagen
    return next((verslag for verslag in verslagen if verslag.id == gesprek_id), None)


def _verslag(gesprek: Gesprek) -> Verslag:
    assert gesprek.afgerond_op is not None  # noqa: S101 - the question asks for these alone
    return Verslag(
        id=gesprek.pk,
        dag=gesprek.gevoerd_op or gesprek.afgerond_op,
        reacties=tuple(
            Reactie(tekst=a.tekst, op=a.gegeven_op)
            for a in gesprek.addenda.all()
            if a.soort == Toevoeging.REACTIE
        ),
    )
