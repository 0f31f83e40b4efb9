"""In which language the pages are: Dutch, until somebody chooses otherwise with the switch at the foot of the page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers


class Taal(LocaleMiddleware):
    """Follow only the cookie of the switch; what the browser prefers is no choice of the person who reads.

    The words of the field are Dutch words: a regievoerder whose computer happens to be set to English would
    otherwise get pages with other words than the law, the letters and the colleagues use.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Activate the chosen language for this request; a cookie that names no language of ours counts as none."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        translation.activate(chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:  # noqa: ARG002  Django calls it so
        """Say in which language the answer is, and that the same address may answer in another one."""
        patch_vary_headers(response, ("Cookie",))
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
