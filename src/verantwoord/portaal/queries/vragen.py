"""My questions and the answers."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from verantwoord.dossier.models import Portaalaccount, Stem
from verantwoord.dossier.queries import onthouden_of
from verantwoord.toegang.rechten import Portaalrol


@dataclass(frozen=True, kw_only=True)
class Bericht:
    """One message: by whom is ``ons`` (the staff), ``ik``, or a name."""

    tekst: str
    op: date
    van: str
    naam: str


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """One question with everything that was written about it; ``mijn`` when this account may go on with it."""

    id: UUID
    berichten: tuple[Bericht, ...]
    uiterlijk_op: date | None
    te_laat: bool
    mijn: bool


@dataclass(frozen=True, kw_only=True)
class Vragenblad:
    vragen: tuple[Vraag, ...]


def vragenblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Vragenblad:
    """Every question, the newest first. Somebody with a mandate reads the person's and their own, not a colleague's."""
    gesteld = Stem.objects.filter(dossier=dossier_id, soort=Stem.Soort.VRAAG)
    stemmen = onthouden_of(dossier_id, viewer=viewer, op=op).zonder(gesteld, "dossier.Stem")
    if viewer.rol != Portaalrol.PERSOON:
        stemmen = stemmen.filter(Q(account=viewer) | Q(account__rol=Portaalrol.PERSOON))
    return Vragenblad(
        vragen=tuple(_vraag(stem, viewer, op) for stem in stemmen.prefetch_related("berichten"))
    )


def berichten_van(stem: Stem, viewer: Portaalaccount) -> tuple[Bericht, ...]:
    """What was written; who of the staff answered is not said by name."""
    mijn = stem.account_id == viewer.pk
    return tuple(
        Bericht(
            tekst=b.tekst,
            op=b.op,
            van="ons" if b.is_van_ons else "ik" if mijn else "ander",
            naam="" if b.is_van_ons else b.naam,
        )
        for b in stem.berichten.all()
    )


def _vraag(stem: Stem, viewer: Portaalaccount, op: date) -> Vraag:
    open_ = stem.afgedaan_op is None
    return Vraag(
        id=stem.pk,
        berichten=berichten_van(stem, viewer),
        uiterlijk_op=stem.antwoord_voor if open_ else None,
        te_laat=open_ and stem.antwoord_voor < op,
        mijn=stem.account_id == viewer.pk,
    )
