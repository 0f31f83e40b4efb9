"""The addresses of the figures and of the dossiers behind them, with the filter of the page."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse


def lijst(naam: str, telt: str, filter_: Mapping[str, str]) -> str:
    """The address of the dossiers behind one figure, with the filter of the page."""
    return met_filter(reverse("kwaliteit:dossiers", args=[naam, telt]), filter_)


def met_filter(adres: str, filter_: Mapping[str, str]) -> str:
    return f"{adres}?{urlencode(filter_)}" if filter_ else adres
