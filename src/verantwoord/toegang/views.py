from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from verantwoord.toegang.actions import WachtwoordPastNiet, choose_wachtwoord
from verantwoord.toegang.forms import WachtwoordForm
from verantwoord.toegang.verzoek import StaffRequest


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def wachtwoord(request: StaffRequest) -> HttpResponse:
    """Choose a password of one's own; the first thing to do with one that somebody else gave."""
    if not request.user.has_usable_password():
        return redirect("toegang:beveiliging")
    form = WachtwoordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            zelf = choose_wachtwoord(
                door=request.user,
                huidig=data["huidig"],
                nieuw=data["nieuw"],
                sessie=request.session.session_key,
            )
        except WachtwoordPastNiet as fout:
            form.add_error(fout.veld, fout.melding)
        else:
            update_session_auth_hash(request, zelf)
            messages.success(request, _("Uw nieuwe wachtwoord geldt vanaf nu."))
            return redirect("/")
    context = {"form": form, "voorlopig": request.user.wachtwoord_voorlopig}
    return render(request, "toegang/wachtwoord.html", context, status=422 if form.errors else 200)
