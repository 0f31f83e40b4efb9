from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier import actions
from verantwoord.dossier.actions.afwijken import AFWIJKBAAR, is_nodig
from verantwoord.dossier.afwijken.forms import STAPPEN, Afwijkformulier
from verantwoord.dossier.afwijken.tonen import Afwijking, afwijkingen_van, nu_van_belang
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.queries import afwijkverzoeken_of, dossier_of, wachtende_afwijkverzoeken
from verantwoord.dossier.stand import beoordeel_op, bevinding_van
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import DOSSIERNORMEN, REGISTER
from verantwoord.toegang.inzage import kijk, toont_personen
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest

DOEN: dict[str, Callable[..., object]] = {
    "vragen": actions.ask_afwijking,
    "besluiten": actions.decide_afwijking,
    "intrekken": actions.withdraw_afwijking,
}
PER_PAGINA = 50


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Every deviation of this dossier, and the norms from which one may ask to deviate now."""
    s, beoordeling = beoordeel_op(beeld_of(dossier_id), timezone.localdate())
    afwijkingen = afwijkingen_van(s, dossier_id, viewer=request.user)
    bezig = nu_van_belang(afwijkingen)
    open_ = {b.norm: b for b in beoordeling.bevindingen if b.oordeel in {"niet_voldaan", "onbekend"}}
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "overzicht",
        "afwijkingen": afwijkingen,
        "mogelijk": [
            (norm, open_[norm.id].uitleg)
            for norm in DOSSIERNORMEN
            if norm.id in AFWIJKBAAR and norm.id in open_ and norm.id not in bezig
        ],
        "mag_vragen": s.gesloten_op is None and request.user.heeft(Recht.DOSSIER_BEHANDELEN),
    }
    return render(request, "dossier/afwijken/overzicht.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def afwijken(request: StaffRequest, dossier_id: UUID, norm: str) -> HttpResponse:
    """One norm: what it says here, what was decided about it, and the step that this person can take."""
    if norm not in AFWIJKBAAR:
        # Of a legal limit, or of a norm that allows no deviation, there is no page: nobody deviates from it.
        raise Http404
    if request.method != "POST":
        return _pagina(request, dossier_id, norm)
    soort = STAPPEN.get(request.POST.get("stap", ""))
    if soort is None:
        return _pagina(request, dossier_id, norm, status=422)
    form = soort(request.POST)
    if not form.is_valid():
        return _pagina(request, dossier_id, norm, form=form, status=422)
    try:
        DOEN[soort.stap](
            door=request.user,
            dossier_id=dossier_id,
            norm=norm,
            peildatum=timezone.localdate(),
            **form.cleaned_data,
        )
    except Versieconflict as conflict:
        invoer = request.POST.copy()
        invoer["versie"] = str(conflict.versie)
        form = soort(invoer)
        form.full_clean()
        form.add_error(None, conflict.melding)
        return _pagina(request, dossier_id, norm, form=form, status=409)
    except GeenToegang:
        raise
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return _pagina(request, dossier_id, norm, form=form, status=422)
    messages.success(request, _gedaan(soort.stap))
    return redirect("dossier:afwijken", dossier_id, norm)


@toont_personen
@require_safe
def wachten(request: StaffRequest) -> HttpResponse:
    """The requests of the team that wait for a manager, in the order in which they were asked."""
    if not request.user.heeft(Recht.AFWIJKING_GOEDKEUREN):
        raise Http404
    na = request.GET.get("na", "")
    vanaf = int(na) if na.isascii() and na.isdigit() and len(na) < 7 else 0
    rijen = kijk(
        request,
        lambda: list(wachtende_afwijkverzoeken(viewer=request.user)[vanaf : vanaf + PER_PAGINA + 1]),
        lambda gevonden: {verzoek.dossier_id for verzoek in gevonden[:PER_PAGINA]},
        doel="werklijst",
    )
    context = {
        "rijen": [(verzoek, REGISTER[verzoek.norm]) for verzoek in rijen[:PER_PAGINA]],
        "volgende": vanaf + PER_PAGINA if len(rijen) > PER_PAGINA else 0,
        "is_vervolg": vanaf > 0,
    }
    return render(request, "dossier/afwijken/wachten.html", context)


def _gedaan(stap: str) -> str:
    return {
        "vragen": _("Uw verzoek ligt bij een manager. Tot het besluit blijft de regel gewoon gelden."),
        "besluiten": _("Uw besluit is vastgelegd."),
        "intrekken": _("Ingetrokken. De regel geldt weer helemaal."),
    }[stap]


def _pagina(
    request: StaffRequest,
    dossier_id: UUID,
    norm: str,
    *,
    form: Afwijkformulier | None = None,
    status: int = 200,
) -> HttpResponse:
    dossier = dossier_of(dossier_id, viewer=request.user)
    s, beoordeling = beoordeel_op(beeld_of(dossier_id), timezone.localdate())
    afwijkingen = [a for a in afwijkingen_van(s, dossier_id, viewer=request.user) if a.norm == norm]
    nu = nu_van_belang(afwijkingen).get(norm)
    bevinding = bevinding_van(beoordeling, norm)
    eigen = afwijkverzoeken_of(dossier_id, viewer=request.user).filter(
        norm=norm, besluit__isnull=True, gevraagd_door=request.user
    )
    speelt = is_nodig(bevinding, s.op)
    # A closed dossier is read: what would only be refused there is not offered.
    open_ = dossier.gesloten_op is None
    kan = _stappen(request, nu, van_mij=eigen.exists(), speelt=speelt) if open_ else []
    if form is not None and form.stap not in kan:
        # What was typed is shown again, with the sentence why it cannot be done any more.
        kan = [form.stap, *kan]
    formulieren = [
        form if form is not None and form.stap == stap else STAPPEN[stap](initial={"versie": dossier.versie})
        for stap in kan
    ]
    context = {
        "dossier": dossier,
        "onderdeel": "overzicht",
        "norm": REGISTER[norm],
        "bevinding": bevinding,
        "nu": nu,
        "eerder": [a for a in afwijkingen if a is not nu],
        "formulieren": formulieren,
        "fout": form if form is not None and form.errors else None,
    }
    return render(request, "dossier/afwijken/norm.html", context, status=status)


def _stappen(request: StaffRequest, nu: Afwijking | None, *, van_mij: bool, speelt: bool) -> list[str]:
    """Which steps this person can take now; what would only be refused is not offered."""
    beslist, behandelt = (
        request.user.heeft(r) for r in (Recht.AFWIJKING_GOEDKEUREN, Recht.DOSSIER_BEHANDELEN)
    )
    if nu is None:
        return ["vragen"] if behandelt and speelt else []
    if nu.hoe == "wacht" and beslist and not van_mij:
        return ["besluiten"]
    return ["intrekken"] if beslist or behandelt else []
