"""Carry what people decided over to acts of their own; what only a program found is kept no longer (invariant 10)."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations


def _teksten(gesprek: Any, onderwerp: str) -> Iterator[tuple[str, str]]:
    """The texts in which the passages of a part of the report were found, by their names of now."""
    if onderwerp == "wensen_belemmeringen":
        yield "eigen_woorden", gesprek.eigen_woorden
        for nummer, kind in enumerate(gesprek.kinderen):
            yield f"kinderen.{nummer}", kind["belang"]
    elif onderwerp == "toetsingsmomenten":
        yield from ((f"vragen.{moment}", tekst) for moment, tekst in gesprek.vragen.items())
    else:
        naam = "opties" if onderwerp == "opties" else "overig"
        yield f"blokken.{naam}", gesprek.blokken.get(naam, "")


def _plek(passage: Any) -> tuple[str, int, int]:
    """Where the quotation stands; nowhere when something between was left out, and then somebody is asked again."""
    for vindplaats, tekst in _teksten(passage.gesprek, passage.onderwerp):
        if passage.citaat in tekst:
            begin = tekst.index(passage.citaat)
            return vindplaats, begin, begin + len(passage.citaat)
    return "", 0, 0


def neem_over(apps: Any, schema_editor: Any) -> None:
    using = schema_editor.connection.alias
    besluit = apps.get_model("vertrekgesprek", "Passagebesluit")
    antwoorden = apps.get_model("vertrekgesprek", "Passageantwoord").objects.using(using)
    rijen = []
    for antwoord in antwoorden.select_related("passage__gesprek").order_by("gegeven_op"):
        passage = antwoord.passage
        vindplaats, begin, eind = _plek(passage)
        opgepakt = "wens" if passage.terrein == "wens" else "toetsing"
        rijen.append(
            besluit(
                gesprek=passage.gesprek,
                vindplaats=vindplaats,
                begin=begin,
                eind=eind,
                terrein=passage.terrein,
                citaat=passage.citaat,
                soort=opgepakt if antwoord.soort == "opgepakt" else "terzijde",
                betreft=passage.terrein if antwoord.soort == "opgepakt" and opgepakt == "toetsing" else "",
                reden=antwoord.reden,
                lexicon=passage.lexicon,
                door_id=antwoord.door_id,
                door_naam=antwoord.door_naam,
                gegeven_op=antwoord.gegeven_op,
            )
        )
    besluit.objects.using(using).bulk_create(rijen, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("vertrekgesprek", "0006_passagebesluiten")]

    operations = [migrations.RunPython(neem_over, migrations.RunPython.noop)]
