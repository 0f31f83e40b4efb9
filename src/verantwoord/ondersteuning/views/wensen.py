from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.ondersteuning import actions, queries
from verantwoord.ondersteuning.blad import blad_van
from verantwoord.ondersteuning.forms import AntwoordForm, BeoordelingForm, NavraagForm, VertelForm, WensForm
from verantwoord.ondersteuning.views.kader import dossier_van, invoer, lijst_url, pagina, stap
from verantwoord.ondersteuning.vinder import vind_steun
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier, getal


@require_safe
def wensen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Wishes, referrals and contributions together, and above them what waits for whom, by date."""
    dossier = dossier_van(request, dossier_id)
    inhoud = {
        **blad_van(dossier_id, viewer=request.user, vandaag=timezone.localdate()),
        "mag_schrijven": dossier.is_te_behandelen_door(request.user),
        "mag_besluiten": dossier.gesloten_op is None and request.user.heeft(Recht.BIJDRAGE_BESLUITEN),
    }
    return pagina(request, dossier, "ondersteuning/wensen.html", inhoud)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def nieuw(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Record a wish, or that there is none."""
    vandaag = timezone.localdate()

    def doe(gegevens: dict[str, object]) -> None:
        wens = actions.record_wens(
            door=request.user,
            dossier_id=dossier_id,
            peildatum=vandaag,
            **gegevens,  # type: ignore[arg-type]  # the form names its fields after the arguments
        )
        if wens.is_geen_wens:
            messages.success(request, _("Bewaard dat er geen wens was."))
        else:
            messages.success(request, _("De wens is bewaard. Geef binnen twee weken een antwoord."))

    return stap(
        request,
        dossier_van(request, dossier_id),
        WensForm(invoer(request), initial={"geuit_op": vandaag}),
        doe=doe,
        inhoud={},
        sjabloon="ondersteuning/nieuw.html",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def beoordelen(request: StaffRequest, dossier_id: UUID, wens_id: UUID) -> HttpResponse:
    """Say whether a wish can come true, and why."""
    wens = _wens(request, dossier_id, wens_id)
    begin = {"beoordeling": wens.beoordeling, "reden": wens.beoordeling_reden}
    form = BeoordelingForm(invoer(request), initial=begin)
    return _stap(request, wens, form, sjabloon="ondersteuning/beoordelen.html", actie=actions.assess_wens)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def beantwoorden(request: StaffRequest, dossier_id: UUID, wens_id: UUID) -> HttpResponse:
    """Answer the person about a wish; what came of a referral stands above the form."""
    wens, vandaag = _wens(request, dossier_id, wens_id), timezone.localdate()
    regels = queries.verwijzingsregels_of(dossier_id, viewer=request.user, peildatum=vandaag)
    bij_deze = [regel for regel in regels if regel.rij is not None and regel.rij.wens_id == wens.pk]
    begin = {
        "vervolg": wens.vervolg or ("doorverwezen" if bij_deze else None),
        "vervolg_op": vandaag,
        "wijze": "",
    }
    form = AntwoordForm(invoer(request), initial=begin)
    return _stap(
        request,
        wens,
        form,
        sjabloon="ondersteuning/beantwoorden.html",
        actie=actions.answer_wens,
        verwijzingen=bij_deze,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def vertellen(request: StaffRequest, dossier_id: UUID, wens_id: UUID) -> HttpResponse:
    """Record that the person heard the answer."""
    wens = _wens(request, dossier_id, wens_id)
    form = VertelForm(invoer(request), initial={"verteld_op": timezone.localdate()})
    return _stap(request, wens, form, sjabloon="ondersteuning/vertellen.html", actie=actions.tell_wens)


@require_safe
def past_hierbij(request: StaffRequest, dossier_id: UUID, wens_id: UUID) -> HttpResponse:
    """What the catalogue offers for this wish, with each condition that is met, not met or not known."""
    wens, vandaag = _wens(request, dossier_id, wens_id), timezone.localdate()
    dossier, beeld = dossier_van(request, dossier_id), queries.feiten_of(dossier_id, viewer=request.user)
    nagevraagd = queries.nagevraagd_of(dossier_id, viewer=request.user)
    gevonden = vind_steun([wens], beeld, viewer=request.user, peildatum=vandaag, nagevraagd=nagevraagd)
    steun = [een for _wens, lijst in gevonden for een in lijst]
    inhoud = {
        "wens": wens,
        "past": [een for een in steun if een.past],
        "na_te_vragen": [een for een in steun if een.na_te_vragen],
        "past_niet": [een for een in steun if een.past_niet],
        "is_gezin": any(lid.meereizend for lid in beeld.persoon.gezin),
        "mag_schrijven": dossier.is_te_behandelen_door(request.user),
    }
    return pagina(request, dossier, "ondersteuning/past_hierbij.html", inhoud)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def navragen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Record what was answered to the questions that the conditions of support ask and no fact answers."""
    dossier, vandaag = dossier_van(request, dossier_id), timezone.localdate()
    eerder = queries.nagevraagd_of(dossier_id, viewer=request.user)
    return stap(
        request,
        dossier,
        NavraagForm(invoer(request), eerder=eerder, initial={"op": vandaag}),
        doe=lambda gegevens: actions.record_navraag(
            door=request.user,
            dossier_id=dossier_id,
            versie=getal(request.POST.get("versie")),
            peildatum=vandaag,
            **gegevens,
        ),
        inhoud={
            "titel": _("Wat u navroeg"),
            "inleiding": _(
                "Organisaties vragen dit voordat zij helpen. Zo ziet u wat past. Het antwoord heeft geen gevolgen voor de "
                "procedure of de opvang, en niet antwoorden mag."
            ),
            "knop": _("Bewaar de antwoorden"),
            "versie": dossier.versie,
        },
        anker="wensen",
    )


def _stap(
    request: StaffRequest,
    wens: queries.Wens,
    form: Formulier,
    *,
    sjabloon: str,
    actie: object,
    **inhoud: object,
) -> HttpResponse:
    """One step about a wish; about "no wish" there is nothing to do."""
    if wens.is_geen_wens:
        return redirect(lijst_url(wens.dossier_id))
    return stap(
        request,
        dossier_van(request, wens.dossier_id),
        form,
        doe=lambda gegevens: actie(  # type: ignore[operator]  # one of the acts on a wish
            door=request.user,
            dossier_id=wens.dossier_id,
            wens_id=wens.pk,
            versie=getal(request.POST.get("versie")),
            peildatum=timezone.localdate(),
            **gegevens,
        ),
        inhoud={"wens": wens, "versie": wens.versie, **inhoud},
        sjabloon=sjabloon,
        anker=f"wens-{wens.pk}",
    )


def _wens(request: StaffRequest, dossier_id: UUID, wens_id: UUID) -> queries.Wens:
    try:
        return queries.wens_of(dossier_id, wens_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
