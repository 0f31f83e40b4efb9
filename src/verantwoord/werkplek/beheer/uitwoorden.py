"""What came of an attempt, as an administrator reads it."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

_WOORDEN: Final[dict[str, Promise]] = {
    "tijd": lui("geen antwoord binnen de tijd"),
    "verbroken": lui("geen verbinding, of verbroken"),
    "tls": lui("het certificaat van de ontvanger klopt niet"),
    "naam_onbekend": lui("de naam van de host is niet bekend"),
    "adres_zonder_tls": lui("het adres gebruikt geen https"),
    "adres_onleesbaar": lui("het adres is niet te lezen"),
    "adres_niet_openbaar": lui("het adres ligt in een eigen netwerk"),
    "host_niet_toegestaan": lui("de host is niet toegelaten op de server"),
    "onbereikbaar": lui("niemand antwoordt"),
    "deels_geweigerd": lui("een deel is niet aangenomen"),
    "http_401": lui("geweigerd: de handtekening past niet (401)"),
    "http_204": lui("bevestigd"),
    "http_200": lui("bevestigd"),
    "http_201": lui("bevestigd"),
    "http_202": lui("bevestigd"),
}


def uitkomst_in_woorden(code: str) -> str:
    """In words; an answer that has none by its number."""
    if code in _WOORDEN:
        return str(_WOORDEN[code])
    if code.startswith("http_5"):
        return _("storing bij de ontvanger (%(nummer)s)") % {"nummer": code[5:]}
    if code.startswith("http_"):
        return _("geweigerd (%(nummer)s)") % {"nummer": code[5:]}
    return code
