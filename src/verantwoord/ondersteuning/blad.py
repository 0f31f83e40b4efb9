"""What the page of wishes shows: wishes, referrals and contributions together, and what waits for whom."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.kern import dossierbeeld as kern
from verantwoord.kern.woorden import ONDERSTEUNING
from verantwoord.ondersteuning import queries
from verantwoord.ondersteuning.keuzes import Vervolg
from verantwoord.ondersteuning.models import Bijdrage
from verantwoord.ondersteuning.queries import Verwijzingsregel, Wensregel
from verantwoord.ondersteuning.steunblad import Wacht, steun_van, wacht_op_steun
from verantwoord.ondersteuning.vinder import vind_steun
from verantwoord.toegang.models import Medewerker

_GEEN_DAG: Final = date.max


def blad_van(dossier_id: UUID, *, viewer: Medewerker, vandaag: date) -> dict[str, Any]:
    """Everything of one dossier that the page shows; the number of questions does not grow with it."""
    beeld = queries.feiten_of(dossier_id, viewer=viewer)
    wensen = queries.wensregels_of(dossier_id, viewer=viewer, peildatum=vandaag)
    verwijzingen = queries.verwijzingsregels_of(dossier_id, viewer=viewer, peildatum=vandaag, beeld=beeld)
    bijdragen = list(queries.bijdragen_of(dossier_id, viewer=viewer))
    steun = vind_steun(
        [regel.wens for regel in wensen],
        beeld,
        viewer=viewer,
        peildatum=vandaag,
        nagevraagd=queries.nagevraagd_of(dossier_id, viewer=viewer),
    )
    steundelen = steun_van(dossier_id, viewer=viewer)
    wacht = (
        wat_wacht(
            dossier_id,
            wensen,
            verwijzingen,
            bijdragen,
            regie=beeld.regievoerder,
            ook=wacht_op_steun(
                dossier_id,
                bijdragen,
                steundelen["landen"],
                steundelen["regelingen"],
                steundelen["voorstellen"],
                wie=beeld.regievoerder or _("De regievoerder"),
                vandaag=vandaag,
            ),
        )
        if beeld.gesloten_op is None
        else []
    )
    return {
        **steundelen,
        "vandaag": vandaag,
        "wensen": wensen,
        "verwijzingen": verwijzingen,
        "niet_verwezen": list(queries.niet_verwezen_of(dossier_id, viewer=viewer)),
        "bijdragen": bijdragen,
        "wacht": [w for w in wacht if w.op is not None],
        "wacht_zonder_dag": [w for w in wacht if w.op is None],
        "regievoerder": beeld.regievoerder or "",
        "aantal_passend": {wens.pk: sum(s.past for s in gevonden) for wens, gevonden in steun},
        "aantal_na_te_vragen": {wens.pk: sum(s.na_te_vragen for s in gevonden) for wens, gevonden in steun},
        "besproken": list(_besproken(beeld)),
    }


def wat_wacht(
    dossier_id: UUID,
    wensen: Sequence[Wensregel],
    verwijzingen: Sequence[Verwijzingsregel],
    bijdragen: Sequence[Bijdrage],
    *,
    regie: str | None,
    ook: Iterable[Wacht] = (),
) -> list[Wacht]:
    """What waits, by day and then in the order of the page; what has no day comes last."""
    wie = regie or _("De regievoerder")
    alles = [
        *_van_wensen(dossier_id, wensen, verwijzingen, bijdragen, wie),
        *_van_verwijzingen(dossier_id, verwijzingen, wie),
        *ook,
    ]
    return sorted(alles, key=lambda wacht: wacht.op or _GEEN_DAG)


def _van_wensen(
    dossier_id: UUID,
    wensen: Sequence[Wensregel],
    verwijzingen: Sequence[Verwijzingsregel],
    bijdragen: Sequence[Bijdrage],
    wie: str,
) -> Iterator[Wacht]:
    for regel in wensen:
        wens = regel.wens
        antwoord = reverse("ondersteuning:beantwoorden", args=[dossier_id, wens.pk])
        if regel.uiterlijk_op is not None:
            yield Wacht(
                wie=wie,
                wat=_("Antwoord geven op de wens “%(wens)s”") % {"wens": wens.get_soort_display()},
                op=regel.uiterlijk_op,
                actie=_("Geef antwoord"),
                actie_url=antwoord,
            )
        elif _er_is_nieuws(regel, verwijzingen) or _er_is_besloten(regel, bijdragen):
            yield Wacht(
                wie=wie,
                wat=_("Vertellen wat de uitslag is bij de wens “%(wens)s”")
                % {"wens": wens.get_soort_display()},
                op=None,
                actie=_("Geef een nieuw antwoord"),
                actie_url=antwoord,
            )
        elif wens.wacht_op_vertellen:
            yield Wacht(
                wie=wie,
                wat=_("Het antwoord vertellen op de wens “%(wens)s”") % {"wens": wens.get_soort_display()},
                op=None,
                actie=_("Leg vast dat het is verteld"),
                actie_url=reverse("ondersteuning:vertellen", args=[dossier_id, wens.pk]),
            )


def _er_is_nieuws(regel: Wensregel, verwijzingen: Sequence[Verwijzingsregel]) -> bool:
    """Whether a referral for this wish brought something that the last answer does not know."""
    wens = regel.wens
    if wens.vervolg != Vervolg.DOORVERWEZEN or wens.vervolg_op is None:
        return False
    return any(
        v.rij is not None
        and v.rij.wens_id == wens.pk
        and v.feit.resultaat_op is not None
        and v.feit.resultaat_op >= wens.vervolg_op
        for v in verwijzingen
    )


def _er_is_besloten(regel: Wensregel, bijdragen: Sequence[Bijdrage]) -> bool:
    """Whether a contribution for this wish was decided after the last answer."""
    gegeven = regel.wens.vervolg_op
    return gegeven is not None and any(
        b.wens_id == regel.wens.pk and b.besluit_op is not None and b.besluit_op > gegeven for b in bijdragen
    )


def _van_verwijzingen(
    dossier_id: UUID, verwijzingen: Sequence[Verwijzingsregel], wie: str
) -> Iterator[Wacht]:
    for regel in verwijzingen:
        if not regel.loopt:
            continue
        naam = {"naam": regel.naam}
        yield Wacht(
            wie=wie,
            wat=_("Nagaan hoe het loopt bij %(naam)s") % naam,
            op=regel.volgende_op,
            actie=_("Leg vast hoe het loopt"),
            actie_url=reverse("ondersteuning:opvolging", args=[dossier_id, regel.nummer]),
        )
        yield Wacht(
            wie=regel.naam,
            wat=_("De uitslag geven van de verwijzing naar %(naam)s") % naam,
            op=None,
            actie=_("Leg de uitslag vast"),
            actie_url=reverse("ondersteuning:resultaat", args=[dossier_id, regel.nummer]),
        )


def _besproken(beeld: kern.Dossierbeeld) -> Iterator[tuple[str, bool]]:
    """Every kind of support, and whether a talk that was held dealt with it (norm ondersteuning-volledig-besproken)."""
    gehoord = {optie for g in beeld.gesprekken if g.status == "gevoerd" for optie in g.opties_besproken}
    for optie, woorden in ONDERSTEUNING.items():
        yield woorden[:1].upper() + woorden[1:], optie in gehoord
