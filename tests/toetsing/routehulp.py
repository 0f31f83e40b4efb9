"""How a test walks a route: the address of a step, a day in its three boxes, and sending a form on the newest version."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from verantwoord.dossier.models import Dossier


def adres(dossier, moment, stap=""):
    delen = [dossier.pk, moment, stap] if stap else [dossier.pk, moment]
    return reverse("toetsing:stap" if stap else "toetsing:route", args=delen)


def dag(veld, waarde):
    return {f"{veld}_dag": waarde.day, f"{veld}_maand": waarde.month, f"{veld}_jaar": waarde.year}


def vandaag(veld, geleden=0):
    return dag(veld, timezone.localdate() - timedelta(days=geleden))


def zet(client, dossier, moment, stap, **velden):
    versie = Dossier.objects.values_list("versie", flat=True).get(pk=dossier.pk)
    return client.post(adres(dossier, moment, stap), {"versie": versie} | velden)
