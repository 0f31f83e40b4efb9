"""Settings of the program. Everything that may differ between places comes from the environment."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from verantwoord.project import databank
from verantwoord.project.omgeving import (
    bewaarde_sleutel,
    databank_uit_url,
    datamap,
    mail_uit_url,
    oidc_uit_omgeving,
)

PAKKET = Path(__file__).resolve().parents[1]
PRODUCTIE = os.environ.get("VERANTWOORD_PRODUCTIE") == "1"
# A demo says so on every page, prints its log-ins and may be thrown away; anything else never does.
DEMO = os.environ.get("VERANTWOORD_DEMO") == "1"

DEBUG = False
SECRET_KEY = os.environ.get("VERANTWOORD_SECRET_KEY") or bewaarde_sleutel("sleutel")
# Hides in the processing log whom a line is about; the lines cannot be read without it, so it is kept apart from them.
LOGBOEK_SLEUTEL = os.environ.get("VERANTWOORD_LOGBOEKSLEUTEL") or bewaarde_sleutel("logboeksleutel")
ALLOWED_HOSTS = [h for h in os.environ.get("VERANTWOORD_HOSTS", "").split(",") if h] or [
    "localhost",
    "127.0.0.1",
    "[::1]",
]

PADEN = databank.vind()
# One transaction a request, opened by Werkcontext: with the acting person set in it, and after the look is recorded.
DATABASES = {
    "default": databank_uit_url(PADEN.app) | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True},
    "eigenaar": databank_uit_url(PADEN.eigenaar),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "ninja",
    "procrastinate.contrib.django",
    "verantwoord.web",
    "verantwoord.stamgegevens",
    "verantwoord.gebeurtenis",
    "verantwoord.toegang",
    "verantwoord.taken",
    "verantwoord.dossier",
    "verantwoord.vertrekgesprek",
    "verantwoord.ondersteuning",
    "verantwoord.reisdocument",
    "verantwoord.toetsing",
    "verantwoord.vertrekplan",
    "verantwoord.overleg",
    "verantwoord.vertrek",
    "verantwoord.toezicht",
    "verantwoord.bewaking",
    "verantwoord.keten",
    "verantwoord.kwaliteit",
    "verantwoord.inspectie",
    "verantwoord.vakmanschap",
    "verantwoord.werkplek",
    "verantwoord.portaal",
    "verantwoord.project",
]
AUTH_USER_MODEL = "toegang.Medewerker"

MIDDLEWARE = [
    "verantwoord.gebeurtenis.spoor.SpoorMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "verantwoord.project.taal.Taal",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "verantwoord.portaal.middleware.Portaalwacht",
    "verantwoord.toegang.middleware.SleutelMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "verantwoord.toegang.inlog.middleware.Inlogbewaker",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "verantwoord.keten.partner.venster.Venster",
    "verantwoord.toegang.middleware.Werkcontext",
    "verantwoord.project.fouten.knopadressen",
]

ROOT_URLCONF = "verantwoord.project.urls"
WSGI_APPLICATION = "verantwoord.project.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "verantwoord.werkplek.kader.frame",
                "verantwoord.werkplek.kader.dossierkader",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "verantwoord.web.formulier.Weergave"
CSRF_FAILURE_VIEW = "verantwoord.project.fouten.csrf_fout"

AUTHENTICATION_BACKENDS = ["verantwoord.toegang.inlog.backend.Accounts"]
# The log-in of the organisation; without it there are local accounts only. In real use one chooses.
OIDC = oidc_uit_omgeving()
ALLEEN_OIDC = os.environ.get("VERANTWOORD_INLOG") == "organisatie"
# After so many seconds the organisation is asked again whether somebody may still be in.
OIDC_CONTROLE = 5 * 60
# How an app for codes calls this program.
INLOG_UITGEVER = "verantwoord"
# How many servers of our own stand in front: that many addresses at the end of X-Forwarded-For are theirs to say.
PROXIES = int(os.environ.get("VERANTWOORD_PROXIES") or PRODUCTIE)
LOGIN_URL = "toegang:inloggen"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "toegang:inloggen"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    # What was kept before; the next log-in writes it anew.
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
# Set by the switch at the foot of the page alone, and read by Taal alone.
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PRODUCTIE
LOCALE_PATHS = [PAKKET / "project" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
DATAMAP = datamap()
STATIC_ROOT = DATAMAP / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTIE
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTIE

SESSION_ENGINE = "verantwoord.toegang.inlog.sessies"
# Of this site alone, on TLS alone, for every path: no other name under the same domain can set it.
_VOOR_COOKIES = "__Host-" if PRODUCTIE else ""
SESSION_COOKIE_NAME = f"{_VOOR_COOKIES}sessie"
CSRF_COOKIE_NAME = f"{_VOOR_COOKIES}csrf"
# Of the portal alone, which is why it names a path and cannot have the prefix above.
PORTAAL_COOKIE_NAME = f"{'__Secure-' if PRODUCTIE else ''}mijn"
PORTAAL_TAAL_COOKIE_NAME = f"{'__Secure-' if PRODUCTIE else ''}mijn-taal"
PORTAAL_STAP_COOKIE_NAME = f"{'__Secure-' if PRODUCTIE else ''}mijn-stap"
PORTAAL_APPARAAT_COOKIE_NAME = f"{'__Secure-' if PRODUCTIE else ''}mijn-toestel"
APPARAAT_COOKIE_NAME = f"{_VOOR_COOKIES}apparaat"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# At most a working day, whatever is done meanwhile, and an hour without doing anything.
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSIE_ZONDER_GEBRUIK = 60 * 60
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTIE
# Who watches over the server asks this on the server itself, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^gezondheid/$"]
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTIE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTIE
SECURE_HSTS_PRELOAD = PRODUCTIE
# Nothing leaves to another site. With "no-referrer" a browser posts a form with "Origin: null", which is refused.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTIE else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
# A room registers its background jobs in a module of this name.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "taken"

# Mail about notifications. Without VERANTWOORD_MAIL it goes into a folder, and on a server for real use nowhere.
MAIL_AAN = bool(os.environ.get("VERANTWOORD_MAIL")) or not PRODUCTIE
globals().update(mail_uit_url(os.environ.get("VERANTWOORD_MAIL") or (datamap() / "mail").as_uri()))
EMAIL_TIMEOUT = 20
# Where this site is, for who reads of it outside a page.
SITE_ADRES = os.environ.get("VERANTWOORD_ADRES", "http://127.0.0.1:8000").rstrip("/")

# Messages that go out by themselves: our own number in the register of organisations, and the only hosts they may go to.
OIN = os.environ.get("VERANTWOORD_OIN") or ("" if PRODUCTIE else "0" * 20)
UITWISSELING_HOSTS = frozenset(
    host.strip() for host in os.environ.get("VERANTWOORD_ONTVANGERS", "").split(",") if host.strip()
)
# To try out on one machine; a server for real use sends nothing to itself.
UITWISSELING_LOOPBACK = DEMO and not PRODUCTIE
# Where the processing log goes as well, if anywhere: the address of a collector that speaks OTLP over HTTP.
LOGBOEK_ADRES = os.environ.get("VERANTWOORD_LOGBOEK", "")

DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024

# No address, no form value and no name of a person reaches a log: the method, the route's name and the reference do.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"regel": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"zonder_adres": {"()": "verantwoord.toegang.logregels.ZonderAdres"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "regel", "filters": ["zonder_adres"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handlers (console in debug, mail to admins) give way: they write full addresses and traces.
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
