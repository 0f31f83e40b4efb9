"""One step of whoever decides about a question: the same for a regievoerder and for the COA, each on pages of their own."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier import actions
from verantwoord.dossier.inzageverzoek.forms import STAPPEN, Beslisformulier
from verantwoord.dossier.inzageverzoek.tonen import Vraag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest

DOEN: dict[str, Callable[..., object]] = {
    "toekennen": actions.grant_inzage,
    "weigeren": actions.refuse_inzage,
    "intrekken": actions.revoke_inzage,
}


def doe_stap(request: StaffRequest, dossier_id: UUID, verzoek_id: UUID) -> Beslisformulier | None:
    """Do what was posted; give the form back when it could not be done, with everything typed and why."""
    soort = STAPPEN.get(request.POST.get("stap", ""))
    if soort is None:
        raise Http404
    form = soort(request.POST)
    if not form.is_valid():
        return form
    try:
        DOEN[soort.stap](
            door=request.user,
            dossier_id=dossier_id,
            verzoek_id=verzoek_id,
            peildatum=timezone.localdate(),
            **form.cleaned_data,
        )
    except actions.GeenVraag as fout:
        raise Http404 from fout
    except GeenToegang:
        raise
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return form
    messages.success(request, _gedaan(soort.stap))
    return None


def formulieren_voor(
    request: StaffRequest, vraag: Vraag, fout: Beslisformulier | None
) -> list[Beslisformulier]:
    """The steps that this person can take now; what would only be refused is not offered, what was typed is."""
    kan: list[str] = []
    if request.user.heeft(Recht.INZAGE_VERLENEN) and not vraag.van_mij:
        if vraag.hoe in {"wacht", "te_laat"}:
            kan = ["toekennen", "weigeren"]
        elif vraag.hoe == "te_lezen":
            kan = ["intrekken"]
    if fout is not None and fout.stap not in kan:
        kan = [fout.stap, *kan]
    return [
        fout if fout is not None and fout.stap == stap else STAPPEN[stap](prefix=None, auto_id=f"{stap}_%s")
        for stap in kan
    ]


def _gedaan(stap: str) -> str:
    return {
        "toekennen": _("Uw antwoord is gegeven. De vraagsteller kan het lezen tot de dag die u koos."),
        "weigeren": _("Het verzoek is geweigerd. De vraagsteller leest uw reden."),
        "intrekken": _("Het antwoord is ingetrokken. Het is niet meer te lezen."),
    }[stap]
