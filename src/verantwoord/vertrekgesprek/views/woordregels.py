"""The public pages of the rules about words: reading them, searching them and trying a text. No page knows who looks."""

from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.kern.signalen import lexiconversie, zoek_passages
from verantwoord.toegang.inlog.geheimen import afdruk
from verantwoord.toegang.inlog.remming import adres_van
from verantwoord.toegang.rechten import Recht
from verantwoord.vertrekgesprek import lexiconblad
from verantwoord.vertrekgesprek.forms import ProefForm
from verantwoord.vertrekgesprek.passages import passageblad

# So often one address tries a text within a minute; the count is kept in memory, as a digest, and forgotten after it.
PER_MINUUT: Final = 20
_MET_VOORSTELLEN: Final = (Recht.WOORDEN_VOORSTELLEN, Recht.WOORDREGELS_BIJHOUDEN)


@login_not_required
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """What the rules are and are not, with a search over all of them."""
    vraag = request.GET.get("zoek", "").replace("\x00", "").strip()[: lexiconblad.LANGSTE_ZOEKVRAAG]
    context = {
        "versie": lexiconversie(),
        "bladen": lexiconblad.soortbladen(),
        "vraag": vraag,
        "gevonden": lexiconblad.gezocht(vraag) if vraag else [],
    }
    return _pagina(request, "begin", context)


@login_not_required
@require_safe
def soort(request: HttpRequest, terrein: str) -> HttpResponse:
    """All rules about one matter, each with its words, examples and history."""
    blad = lexiconblad.soortblad(terrein)
    if blad is None:
        raise Http404
    return render(request, "vertrekgesprek/woordregels/soort.html", {"blad": blad, "versie": lexiconversie()})


@login_not_required
@require_safe
def gedeeld(request: HttpRequest) -> HttpResponse:
    """What all rules share: the words that take a hit away, and the lists."""
    context = {
        "omstandigheden": lexiconblad.omstandigheden(),
        "lijsten": lexiconblad.woordenlijsten(),
        "versie": lexiconversie(),
    }
    return _pagina(request, "gedeeld", context)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proberen(request: HttpRequest) -> HttpResponse:
    """Read a text with the rules and forget it: it is written nowhere, not in the database and not in a log."""
    form = ProefForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not _mag(request):
        return _pagina(request, "proberen", {"form": form, "te_vaak": True}, status=429)
    gelezen = form.is_valid()
    context = {
        "form": form,
        "gelezen": gelezen,
        "bladen": [
            passageblad(een, plaats="")
            for een in zoek_passages({"tekst": form.cleaned_data["tekst"]} if gelezen else {})
        ],
        "versie": lexiconversie(),
    }
    return _pagina(request, "proberen", context, status=422 if form.errors else 200)


def _pagina(request: HttpRequest, naam: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page, with the road to the proposals for who has one."""
    heeft = getattr(request.user, "heeft", None)
    mag = heeft is not None and any(heeft(recht) for recht in _MET_VOORSTELLEN)
    return render(
        request,
        f"vertrekgesprek/woordregels/{naam}.html",
        {**context, "toont_voorstellen": mag},
        status=status,
    )


def _mag(request: HttpRequest) -> bool:
    sleutel = f"woordregels-{afdruk(adres_van(request))}"
    cache.add(sleutel, 0, timeout=60)
    try:
        return cache.incr(sleutel) <= PER_MINUUT
    except ValueError:
        # It ran out between the two lines.
        return True
