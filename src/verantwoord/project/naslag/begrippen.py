"""The glossary: what each room is for, and what each of its nouns means, from their own docstrings."""

import inspect
from collections.abc import Iterator
from importlib import import_module

from django.apps import AppConfig, apps
from django.db.models import Model
from django.utils.translation import override

MEESTE_KEUZES = 12
"""A longer list of words is no explanation."""

INLEIDING = """\
# Glossary

Made from the program (`verantwoord make-docs`). Nouns of the field are Dutch and are never translated in the code; this \
page says in English what each stands for, in the words of the room that owns it. Rooms stand in the order in which they \
build on each other: a room knows those above it here, never those below.
"""


def begrippen() -> str:
    """Rooms with their purpose and their nouns; a noun without a meaning of its own is named, not explained."""
    with override("nl"):
        delen = [INLEIDING, *("\n".join(_kamer(kamer)) for kamer in _kamers())]
    return "\n\n".join(deel.strip("\n") for deel in delen) + "\n"


def _kamers() -> list[AppConfig]:
    return [
        app
        for app in apps.get_app_configs()
        if app.name.startswith("verantwoord.") and app.label != "project"
    ]


def _kamer(app: AppConfig) -> Iterator[str]:
    yield f"## {app.label}\n"
    yield f"{_tekst(import_module(app.name).__doc__)}\n"
    for model in sorted(app.get_models(), key=lambda m: m.__name__.lower()):
        yield f"- **{model.__name__}**{_betekenis(model)}"


def _betekenis(model: type[Model]) -> str:
    """The docstring, unless it is the one Django makes up from the fields; and the words a choice field allows."""
    uitleg = _tekst(model.__doc__) if not str(model.__doc__).startswith(f"{model.__name__}(") else ""
    keuzes = [
        f"`{veld.name}`: {', '.join(str(label) for _, label in veld.flatchoices)}"
        for veld in model._meta.fields
        if veld.flatchoices and len(veld.flatchoices) <= MEESTE_KEUZES
    ]
    return "".join([f": {uitleg}" if uitleg else "", *(f"\n  - {keuze}" for keuze in keuzes)])


def _tekst(docstring: str | None) -> str:
    return " ".join(inspect.cleandoc(docstring or "").replace("``", "`").split())
