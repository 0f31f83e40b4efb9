from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.dossier import actions
from verantwoord.dossier.inzageverzoek.forms import VraagForm
from verantwoord.dossier.inzageverzoek.stap import doe_stap, formulieren_voor
from verantwoord.dossier.inzageverzoek.tonen import vraag_van
from verantwoord.dossier.queries import inzageverzoeken_of, veiligheidskaart_of
from verantwoord.dossier.veiligheid.views import bewerk_kaart
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.inzage import in_nood_te_openen, te_vragen
from verantwoord.keten.partner.queries import zaak_of
from verantwoord.toegang.rechten import KETENROLLEN, GeenToegang, Recht, matrixrol
from verantwoord.toegang.verzoek import StaffRequest


@require_safe
def lijst(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """What one asked about this person, and what is asked of one's own organisation; the newest first."""
    _alleen_partners(request)
    vandaag = timezone.localdate()
    vragen = [
        vraag_van(v, viewer=request.user, op=vandaag)
        for v in inzageverzoeken_of(dossier_id, viewer=request.user)
    ]
    context = {
        **_over(request, dossier_id),
        "van_mij": [v for v in vragen if v.van_mij],
        "aan_ons": [v for v in vragen if not v.van_mij],
        "mag_vragen": bool(_soorten(request)),
        "mag_beslissen": request.user.heeft(Recht.INZAGE_VERLENEN),
    }
    return render(request, "keten/vragen/lijst.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Ask one thing, for one purpose, on one ground."""
    _alleen_partners(request)
    soorten, vandaag = _soorten(request), timezone.localdate()
    if not soorten:
        raise Http404
    gevraagd = request.GET.get("soort", "")
    form = VraagForm(
        request.POST if request.method == "POST" else None,
        soorten=soorten,
        op=vandaag,
        initial={"soort": gevraagd if gevraagd in soorten else None},
    )
    if request.method == "POST" and form.is_valid():
        try:
            verzoek = actions.ask_inzage(
                door=request.user, dossier_id=dossier_id, peildatum=vandaag, **form.cleaned_data
            )
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(
                request, _("Uw vraag is verstuurd. Zolang er geen besluit is, gaat er niets open.")
            )
            return redirect("vragen:vraag", dossier_id, verzoek.pk)
    context = {
        **_over(request, dossier_id),
        "form": form,
        "in_nood": "veiligheidskaart" in in_nood_te_openen(matrixrol(request.user)),
    }
    return render(request, "keten/vragen/nieuw.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def vraag(request: StaffRequest, dossier_id: UUID, verzoek_id: UUID) -> HttpResponse:
    """One question: for the asker how it stands and the answer, for the COA the steps to decide."""
    _alleen_partners(request)
    fout = None
    if request.method == "POST":
        fout = doe_stap(request, dossier_id, verzoek_id)
        if fout is None:
            return redirect("vragen:vraag", dossier_id, verzoek_id)
    verzoek = inzageverzoeken_of(dossier_id, viewer=request.user).filter(pk=verzoek_id).first()
    if verzoek is None:
        raise Http404
    getoond = vraag_van(verzoek, viewer=request.user, op=timezone.localdate())
    context = {
        **_over(request, dossier_id),
        "vraag": getoond,
        "formulieren": formulieren_voor(request, getoond, fout),
        "fout": fout,
        "mag_terugnemen": getoond.van_mij and verzoek.wacht,
        "terug_url": reverse("vragen:lijst", args=[dossier_id]),
    }
    return render(request, "keten/vragen/vraag.html", context, status=422 if fout is not None else 200)


@require_POST
def terugnemen(request: StaffRequest, dossier_id: UUID, verzoek_id: UUID) -> HttpResponse:
    """Take one's own question back."""
    _alleen_partners(request)
    try:
        actions.withdraw_inzageverzoek(
            door=request.user, dossier_id=dossier_id, verzoek_id=verzoek_id, peildatum=timezone.localdate()
        )
    except actions.GeenVraag as fout:
        raise Http404 from fout
    except GeenToegang:
        raise
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
    else:
        messages.success(request, _("Uw vraag is teruggenomen."))
    return redirect("vragen:vraag", dossier_id, verzoek_id)


@require_http_methods(["GET", "HEAD", "POST"])
def veiligheid(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The card with what one must know in danger, for the partner that must know it and keeps it."""
    _alleen_partners(request)
    if not request.user.heeft(Recht.VEILIGHEIDSKAART_BIJHOUDEN):
        raise Http404
    form, antwoord = bewerk_kaart(request, dossier_id, terug="vragen:veiligheid")
    if antwoord is not None:
        return antwoord
    context = {
        **_over(request, dossier_id),
        "kaart": veiligheidskaart_of(dossier_id, viewer=request.user),
        "form": form,
    }
    return render(request, "keten/vragen/veiligheid.html", context, status=422 if form.errors else 200)


def _alleen_partners(request: StaffRequest) -> None:
    # Staff of the DT&V decide on pages of their own; what is not yours looks like what is not there.
    if request.user.rol not in KETENROLLEN:
        raise Http404


def _soorten(request: StaffRequest) -> tuple[str, ...]:
    return te_vragen(matrixrol(request.user)) if request.user.heeft(Recht.INZAGE_VRAGEN) else ()


def _over(request: StaffRequest, dossier_id: UUID) -> dict[str, Any]:
    """Whose case it is, as the head of a partner's page says it: from the answers, so no more than the role may know."""
    zaak = zaak_of(dossier_id, viewer=request.user)
    return {
        "dossier_id": dossier_id,
        "naam": zaak.naam or _("naam onbekend"),
        "v_nummer": zaak.v_nummer,
        "talen": "",
    }
