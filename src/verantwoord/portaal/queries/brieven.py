"""My documents and letters: invitations, reports of talks, plans. Each is made again when it is opened."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from verantwoord.dossier.models import Portaalaccount
from verantwoord.dossier.onthouding.weglaten import Onthouden
from verantwoord.dossier.queries import onthouden_of
from verantwoord.portaal.queries.bron import Bron, bron_van
from verantwoord.portaal.taal import Zin, zin
from verantwoord.vertrekgesprek.brief import SJABLOON, uitnodiging_van
from verantwoord.vertrekgesprek.keuzes import Status
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.verslagblad import verslagblad
from verantwoord.vertrekplan.models import Vertrekplan
from verantwoord.vertrekplan.pdf import maak_vertrekplan_pdf
from verantwoord.web.pdf import DOCUMENT, maak_pdf


@dataclass(frozen=True, kw_only=True)
class Brief:
    """One document: its kind and id make the address, which names nobody."""

    soort: str
    id: UUID
    titel: Zin
    op: date


@dataclass(frozen=True, kw_only=True)
class Brievenblad:
    brieven: tuple[Brief, ...]


def brieven_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Brievenblad:
    """Everything there is to read, newest first."""
    weg = onthouden_of(dossier_id, viewer=viewer, op=op)
    gesprekken, plannen = _gesprekken(dossier_id, weg, op), _plannen(dossier_id, weg)
    brieven = [_van_gesprek(gesprek) for gesprek in gesprekken]
    brieven += [
        Brief(
            soort="plan",
            id=plan.pk,
            titel=zin("Uw vertrekplan, versie %(n)s", n=plan.versie),
            op=plan.vastgesteld_op,
        )
        for plan in plannen
        if plan.vastgesteld_op is not None
    ]
    return Brievenblad(brieven=tuple(sorted(brieven, key=lambda brief: brief.op, reverse=True)))


def _gesprekken(dossier_id: UUID, weg: Onthouden, op: date) -> QuerySet[Gesprek]:
    """The talks that were finished, and those to which somebody is invited and that are still to come."""
    uitgenodigd = Q(status=Status.GEPLAND, gepland_op__gte=op, uitgenodigd_op__isnull=False)
    te_lezen = Gesprek.objects.filter(Q(afgerond_op__isnull=False) | uitgenodigd, dossier=dossier_id)
    return weg.zonder(te_lezen, "beeld.gesprekken")


def _plannen(dossier_id: UUID, weg: Onthouden) -> QuerySet[Vertrekplan]:
    vastgesteld = Vertrekplan.objects.filter(dossier=dossier_id, vastgesteld_op__isnull=False)
    return weg.zonder(vastgesteld, "beeld.vertrekplannen")


def _van_gesprek(gesprek: Gesprek) -> Brief:
    if gesprek.afgerond_op is not None:
        titel = zin("Verslag van het gesprek van %(dag)s", dag=gesprek.gevoerd_op or gesprek.afgerond_op)
        return Brief(soort="verslag", id=gesprek.pk, titel=titel, op=gesprek.afgerond_op)
    assert gesprek.gepland_op is not None  # noqa: S101 - the question asks for these alone
    assert gesprek.uitgenodigd_op is not None  # noqa: S101 - idem
    titel = zin("Uitnodiging voor het gesprek van %(dag)s", dag=gesprek.gepland_op)
    return Brief(soort="uitnodiging", id=gesprek.pk, titel=titel, op=gesprek.uitgenodigd_op)


def maak_brief(
    soort: str, brief_id: UUID, dossier_id: UUID, *, viewer: Portaalaccount, op: date
) -> bytes | None:
    """The document as PDF; nothing when there is none of that kind in this dossier to read now."""
    weg = onthouden_of(dossier_id, viewer=viewer, op=op)
    if soort == "plan":
        plannen = _plannen(dossier_id, weg).filter(pk=brief_id)
        plan = plannen.select_related("dossier__persoon").prefetch_related("acties").first()
        return maak_vertrekplan_pdf(plan, naam=plan.dossier.persoon.volledige_naam) if plan else None
    gesprek = (
        _gesprekken(dossier_id, weg, op)
        .filter(pk=brief_id)
        .select_related("dossier__persoon", "dossier__regievoerder", "gevoerd_door", "vervangt")
        .prefetch_related("addenda")
        .first()
    )
    if gesprek is None or soort != _van_gesprek(gesprek).soort:
        return None
    if soort == "verslag":
        return maak_pdf(DOCUMENT, verslagblad(gesprek))
    return _uitnodiging(gesprek, bron_van(dossier_id, viewer=viewer, op=op))


def _uitnodiging(gesprek: Gesprek, bron: Bron) -> bytes | None:
    """The letter as it was sent; while nobody has the dossier there is nobody to sign it."""
    ondertekenaar = bron.dossier.regievoerder
    if ondertekenaar is None:
        return None
    return maak_pdf(SJABLOON, uitnodiging_van(gesprek, bron.s, ondertekenaar=ondertekenaar))
