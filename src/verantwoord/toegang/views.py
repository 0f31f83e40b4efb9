from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from verantwoord.toegang.actions import WachtwoordPastNiet, choose_wachtwoord
from verantwoord.toegang.forms import InlogForm, WachtwoordForm
from verantwoord.toegang.verzoek import StaffRequest


@method_decorator(login_not_required, name="dispatch")
class Inloggen(LoginView):
    """The log-in page; the same sentence for a wrong name and a wrong password."""

    template_name = "toegang/inloggen.html"
    authentication_form = InlogForm
    redirect_authenticated_user = True


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def wachtwoord(request: StaffRequest) -> HttpResponse:
    """Choose a password of one's own; the first thing to do with one that somebody else gave."""
    form = WachtwoordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            zelf = choose_wachtwoord(door=request.user, huidig=data["huidig"], nieuw=data["nieuw"])
        except WachtwoordPastNiet as fout:
            form.add_error(fout.veld, fout.melding)
        else:
            update_session_auth_hash(request, zelf)
            messages.success(request, _("Uw nieuwe wachtwoord geldt vanaf nu."))
            return redirect("/")
    context = {"form": form, "voorlopig": request.user.wachtwoord_voorlopig}
    return render(request, "toegang/wachtwoord.html", context, status=422 if form.errors else 200)
