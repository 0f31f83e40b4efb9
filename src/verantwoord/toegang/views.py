from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.utils.decorators import method_decorator

from verantwoord.toegang.forms import InlogForm


@method_decorator(login_not_required, name="dispatch")
class Inloggen(LoginView):
    """The log-in page; the same sentence for a wrong name and a wrong password."""

    template_name = "toegang/inloggen.html"
    authentication_form = InlogForm
    redirect_authenticated_user = True
