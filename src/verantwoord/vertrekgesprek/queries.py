"""Questions about talks. All of them start with who is asking."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.models.vervanging import Vervanging
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.dossier.stand import beoordeel_op
from verantwoord.kern.antwoord import Beoordeling
from verantwoord.kern.signalen import Passage, zoek_passages
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.vertrekgesprek.keuzes import Zoekterrein
from verantwoord.vertrekgesprek.models import AfspraakGedaan, Gesprek, Klad, Passagebesluit, Woordvoorstel
from verantwoord.vertrekgesprek.passages import leesteksten, plek_van
from verantwoord.vertrekgesprek.regels import Afspraakregel, afspraken_van_alle


def gesprekken_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Gesprek]:
    """Every talk of one dossier, the newest first, with what was added and who held it."""
    return (
        Gesprek.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .select_related("gevoerd_door", "klad", "vervangt", "samen_met")
        .prefetch_related("addenda", "afspraken_gedaan")
        .order_by("-volgorde")
    )


def gesprek_of(dossier_id: UUID, gesprek_id: UUID, *, viewer: Medewerker) -> Gesprek:
    """One talk of this dossier. Raises ``Gesprek.DoesNotExist``, also when the viewer may not see the dossier."""
    return gesprekken_of(dossier_id, viewer=viewer).select_related("dossier__persoon").get(pk=gesprek_id)


def klad_of(gesprek: Gesprek, *, viewer: Medewerker) -> Klad | None:
    """The draft of a talk's report with who saved it last, if there is one."""
    zichtbaar = Gesprek.objects.visible_to(viewer).filter(pk=gesprek.pk)
    return Klad.objects.filter(gesprek__in=zichtbaar).select_related("door").first()


def afspraken_of(dossier_id: UUID, *, viewer: Medewerker) -> list[Afspraakregel]:
    """The agreements of all finished talks of one dossier: what is still to be done first, then by date."""
    return afspraken_van_alle(gesprekken_of(dossier_id, viewer=viewer))


def te_late_afspraken_of(dossier_id: UUID, *, viewer: Medewerker, op: date) -> list[Afspraakregel]:
    """The agreements of finished talks whose day has passed and that nobody ticked off, oldest first. One query."""
    gedaan = AfspraakGedaan.objects.filter(gesprek=OuterRef("pk")).values("nummer")
    gesprekken = (
        Gesprek.objects.visible_to(viewer)
        .filter(dossier=dossier_id, afgerond_op__isnull=False)
        .exclude(afspraken=[])
        .values_list("pk", "afspraken", ArraySubquery(gedaan))
    )
    open_ = (
        Afspraakregel(
            gesprek_id=gesprek_id,
            nummer=nummer,
            wie=afspraak["wie"],
            wat=afspraak["wat"],
            uiterlijk=date.fromisoformat(afspraak["uiterlijk"]),
            gedaan_op=None,
        )
        for gesprek_id, afspraken, nummers in gesprekken
        for nummer, afspraak in enumerate(afspraken)
        if nummer not in nummers
    )
    return sorted((regel for regel in open_ if regel.uiterlijk < op), key=lambda regel: regel.uiterlijk)


def stand_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> Stand:
    """The facts of one dossier as they stand on a day. Raises ``Dossier.DoesNotExist``."""
    gevonden = Dossier.objects.visible_to(viewer).values_list("pk", flat=True).get(pk=dossier_id)
    return Stand(beeld_of(gevonden), peildatum, geldende_parameters().op(peildatum))


def samen_gevoerd(gesprek: Gesprek, *, viewer: Medewerker) -> list[Gesprek]:
    """The other talks of the same sitting, of the dossiers the viewer works on."""
    hoofd = gesprek.samen_met_id or gesprek.pk
    return list(
        Gesprek.objects.visible_to(viewer)
        .filter(Q(samen_met=hoofd) | Q(pk=hoofd))
        .exclude(pk=gesprek.pk)
        .select_related("dossier__persoon")
        .order_by("dossier__nummer")
    )


def besluiten_of(gesprek: Gesprek, *, viewer: Medewerker) -> list[Passagebesluit]:
    """What was decided about the words of a finished talk; none for who does not handle dossiers."""
    return list(Passagebesluit.objects.visible_to(viewer).filter(gesprek=gesprek))


def leest_besluiten(
    besluiten: Iterable[Passagebesluit], dossier: Dossier, *, viewer: Medewerker, peildatum: date
) -> dict[object, bool]:
    """Whether the viewer reads the words of each decision: those about mensenhandel are for who has the regie (ADR 11)."""
    gelezen = list(besluiten)
    van_wie = [b for b in gelezen if b.terrein == Zoekterrein.MENSENHANDEL and b.door_id != viewer.pk]
    is_regie = dossier.regievoerder_id == viewer.pk or (
        bool(van_wie)
        and Vervanging.objects.op(peildatum)
        .filter(regievoerder=dossier.regievoerder_id, vervanger=viewer)
        .exists()
    )
    dicht = set() if is_regie else {besluit.pk for besluit in van_wie}
    return {besluit.pk: besluit.pk not in dicht for besluit in gelezen}


def open_passages_of(gesprek: Gesprek, *, viewer: Medewerker) -> list[Passage]:
    """The words of a finished talk about which nobody decided, found with the rules of now; nothing of it is kept.

    None for who does not handle dossiers: no role of supervision, detention or management is told that there are any.
    """
    if not gesprek.is_afgerond or not viewer.heeft(Recht.DOSSIER_BEHANDELEN):
        return []
    gelezen = [plek_van(besluit) for besluit in besluiten_of(gesprek, viewer=viewer)]
    return zoek_passages(leesteksten(gesprek), gelezen=gelezen)


def te_lezen_of(dossier_id: UUID, *, viewer: Medewerker) -> list[Gesprek]:
    """The finished talks of one dossier with passages that wait for somebody to read them, in their order."""
    if not viewer.heeft(Recht.DOSSIER_BEHANDELEN):
        return []
    gesprekken = (
        Gesprek.objects.visible_to(viewer)
        .filter(dossier=dossier_id, afgerond_op__isnull=False)
        .prefetch_related("addenda", "passagebesluiten")
        .order_by("volgorde")
    )
    return [
        gesprek
        for gesprek in gesprekken
        if zoek_passages(
            leesteksten(gesprek), gelezen=[plek_van(besluit) for besluit in gesprek.passagebesluiten.all()]
        )
    ]


def beoordeling_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> tuple[Stand, Beoordeling]:
    """The facts of one dossier with what the norms say of them. Raises ``Dossier.DoesNotExist``."""
    gevonden = Dossier.objects.visible_to(viewer).values_list("pk", flat=True).get(pk=dossier_id)
    return beoordeel_op(beeld_of(gevonden), peildatum)


def voorstellen_of(*, viewer: Medewerker) -> QuerySet[Woordvoorstel]:
    """What was proposed for the rules about words, the newest first: one's own, or all for who keeps the rules."""
    return Woordvoorstel.objects.visible_to(viewer).select_related("door", "beantwoord_door")


def voorstel_of(voorstel_id: UUID, *, viewer: Medewerker) -> Woordvoorstel:
    """One proposal. Raises ``Woordvoorstel.DoesNotExist``, also for who may not see it."""
    return voorstellen_of(viewer=viewer).get(pk=voorstel_id)
