"""A form with a draft, for the browser to type in: what a room's own page does, in a few lines."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import engines
from django.urls import include, path

from verantwoord.project.urls import urlpatterns as program
from verantwoord.web.formulier import Formulier

PAGE = """{% extends "web/basis.html" %}{% load static web %}
{% block titel %}Proef{% endblock %}
{% block script %}<script src="{% static "web/concept.js" %}" defer></script>{% endblock %}
{% block inhoud %}<h1>Proef</h1>{% if bewaard %}{% concept_bewaard "proef-1" %}<p>Bewaard</p>{% else %}
<div data-concept-ander hidden><p data-concept-ander-tekst role="status"></p></div>
<form method="post" novalidate data-concept="proef-1" data-concept-url="/concept/" data-concept-van="u1">{% csrf_token %}
<input type="hidden" name="versie" value="1" data-concept-versie>{{ form }}{% bewaarstand %}
{% knop "Bewaar" %}</form>
<form method="post" action="/weg/" data-uitloggen>{% csrf_token %}<button>Weg</button></form>{% endif %}{% endblock %}"""


class Proef(Formulier):
    woorden = forms.CharField(widget=forms.Textarea, label="Woorden")
    toon = forms.BooleanField(required=False, label="Toon")


received: list[dict[str, str]] = []
"""What reached the server as a draft, in order."""


@login_not_required
def proef(request: HttpRequest) -> HttpResponse:
    form = Proef(request.POST or None)
    kept = form.is_valid()
    page = engines["django"].from_string(PAGE).render({"form": form, "bewaard": kept}, request)
    return HttpResponse(page, status=422 if form.errors else 200)


@login_not_required
def concept(request: HttpRequest) -> HttpResponse:
    received.append(request.POST.dict())
    ander = "Hassan Ouali werkt ook in dit verslag." if "samen" in request.POST["woorden"] else ""
    return JsonResponse({"bewaard_om": "10.42", "versie": 2, "ander": ander})


@login_not_required
def weg(request: HttpRequest) -> HttpResponse:
    return render(request, "web/fouten/503.html", {"kenmerk": "ab12"})


@login_not_required
def fout(request: HttpRequest) -> HttpResponse:
    return render(request, "web/fouten/404.html", {"kenmerk": "ab12"}, status=404)


urlpatterns = [
    path("proef/", proef),
    path("concept/", concept),
    path("weg/", weg),
    path("fout/", fout),
    path("", include(program)),
]
