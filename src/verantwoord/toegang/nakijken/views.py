from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.nakijken.actions import give_inzagereden
from verantwoord.toegang.nakijken.forms import RedenForm
from verantwoord.toegang.nakijken.ruimte import SESSIE
from verantwoord.toegang.verzoek import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def reden(request: StaffRequest) -> HttpResponse:
    """Say why one opens very many dossiers, and go on to the one that was asked for."""
    onderweg = request.session.get(SESSIE)
    if onderweg is None:
        return redirect("/")
    form = RedenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            give_inzagereden(door=request.user, aantal=onderweg["aantal"], **form.cleaned_data)
        except DomeinFout as fout:
            form.add_error("reden", fout.melding)
        else:
            del request.session[SESSIE]
            return redirect(onderweg["naar"])
    context = {"form": form, "aantal": onderweg["aantal"]}
    return render(request, "toegang/reden.html", context, status=422 if form.errors else 200)
