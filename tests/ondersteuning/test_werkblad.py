"""The catalogue as a spreadsheet: it reads back as it was written, and a spoiled or hostile file is refused unread."""

import io
import uuid
import zipfile
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from verantwoord.ondersteuning.models import Aanbod
from verantwoord.ondersteuning.werkblad import (
    GROOTSTE_BESTAND,
    KENMERK,
    KOLOMMEN,
    WerkbladFout,
    als_regel,
    lees_werkblad,
    schrijf_werkblad,
)

KOP = [KENMERK, *KOLOMMEN.values()]
# What a form keeps: without blanks at the ends; a workbook holds no control characters.
TEKST = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).map(str.strip)
AANBOD = st.builds(
    Aanbod,
    id=st.uuids(version=4),
    aanbieder=st.sampled_from(["ngo", "iom"]),
    organisatie=TEKST,
    titel=st.sampled_from(["=1+1", "'=1+1", "-", "@som", "Gewoon"]),
    omschrijving=TEKST,
    wensen=st.lists(st.sampled_from(["werk", "geld"]), unique=True),
    landen=st.lists(st.sampled_from(["IRQ", "GHA"]), unique=True),
    eisen=st.lists(st.sampled_from(["geen_dublin", "eerste_keer"]), unique=True),
    bedrag=st.none() | st.decimals(0, 99999, places=2),
    gezin=st.booleans(),
    tot=st.none() | st.dates(),
)


def werkblad(*rijen, kop=KOP):
    boek = Workbook()
    blad = boek.active
    for rij in (kop, *rijen):
        blad.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def rij(**velden):
    return [velden.get(veld, "") for veld in ("kenmerk", *KOLOMMEN)]


def met_deel(inhoud, naam, deel):
    """The same workbook with one part put in its place or added."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for een in oud.infolist():
            if een.filename != naam:
                nieuw.writestr(een, oud.read(een))
        nieuw.writestr(naam, deel)
    return uit.getvalue()


def die_liegt(inhoud, naam, *, groot):
    """A workbook with a part that is far larger than the file says."""
    vals = met_deel(inhoud, naam, b"a" * groot)
    with zipfile.ZipFile(io.BytesIO(vals)) as pak:
        deel = pak.getinfo(naam)
    eerlijk = deel.file_size.to_bytes(4, "little")
    return vals.replace(deel.CRC.to_bytes(4, "little"), zlib.crc32(b"aaaa").to_bytes(4, "little")).replace(
        eerlijk, (4).to_bytes(4, "little")
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(AANBOD, max_size=4))
def test_given_any_catalogue_when_written_then_it_reads_back_as_it_was(aanbod):
    regels = lees_werkblad(schrijf_werkblad(aanbod))

    assert regels == [als_regel(een) for een in aanbod]


def test_given_a_catalogue_when_written_then_it_holds_texts_alone_and_nothing_hidden():
    inhoud = schrijf_werkblad([Aanbod(id=uuid.uuid4(), titel="=cmd()", organisatie="+31")])

    boek = load_workbook(io.BytesIO(inhoud))
    assert {cel.data_type for blad in boek for regel in blad for cel in regel} <= {"s", "n"}
    assert [blad.sheet_state for blad in boek] == ["visible", "visible"]
    assert boek["Catalogus"]["D2"].value == "'=cmd()"


def test_given_a_file_that_was_kept_elsewhere_when_read_then_dates_and_numbers_are_texts_again():
    from datetime import date  # noqa: PLC0415 - only here

    inhoud = werkblad(rij(titel="Cursus", bedrag=500.0, tot=date(2026, 12, 31), gezin=True))

    (regel,) = lees_werkblad(inhoud)

    assert (regel["bedrag"], regel["tot"], regel["gezin"]) == ("500", "31-12-2026", "ja")


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "Dit is geen xlsx-bestand."),
        (b"naam;land", "Dit is geen xlsx-bestand."),
        (b"0" * (GROOTSTE_BESTAND + 1), "Dit bestand is te groot."),
        (werkblad()[:-200], "Dit is geen xlsx-bestand."),
        (met_deel(werkblad(), "xl/workbook.xml", b"<a"), "Dit bestand is beschadigd"),
        (met_deel(werkblad(), "xl/workbook.xml", DOCTYPE), "In dit bestand staan verwijzingen"),
        (met_deel(werkblad(), "xl/workbook.xml", DOCTYPE.decode().encode("utf-16")), "In dit bestand staan verwijzingen"),
        (met_deel(werkblad(), "xl/workbook.xml", DOCTYPE.decode().encode("utf-16-le")), "In dit bestand staan verwijzingen"),
        (met_deel(werkblad(), "xl/workbook.xml", b'<?xml version="1.0" encoding="utf-7"?><a/>'), "In dit bestand staan verwijzingen"),
        (met_deel(werkblad(), "xl/vbaProject.bin", b"x"), "In dit bestand zitten macro's"),
        (met_deel(werkblad(), "xl/externalLinks/externalLink1.xml", b"<a/>"), "In dit bestand zitten macro's"),
        (met_deel(werkblad(), "xl/bom.xml", b" " * (21 * 1024 * 1024)), "Dit bestand wordt te groot"),
        (werkblad(rij(titel="=1+1")), "In cel D2 staat een formule"),
        (werkblad(kop=KOP[:-1]), "Deze kolommen ontbreken: Voorbeeld."),
        (werkblad(kop=[*KOP, "Titel"]), "Een kolom staat er twee keer in."),
        (werkblad(*[rij(titel=str(n)) for n in range(1001)]), "Er passen ten hoogste 1000 regels"),
    ],
    ids=str.split("leeg csv groot stuk kapot doctype utf16 utf16le utf7 macro link bom formule kolom dubbel veel"),
)  # fmt: skip
def test_given_a_spoiled_or_hostile_file_when_read_then_it_is_refused_and_one_is_told_what_to_do(
    inhoud, melding
):
    with pytest.raises(WerkbladFout) as fout:
        lees_werkblad(inhoud)

    assert fout.value.melding[: len(melding)] == melding


def test_given_a_part_that_is_larger_than_it_says_when_read_then_no_more_of_it_is_read():
    inhoud = die_liegt(werkblad(rij(titel="Cursus")), "xl/extra.xml", groot=30 * 1024 * 1024)

    (regel,) = lees_werkblad(inhoud)

    assert regel["titel"] == "Cursus"


def test_given_a_row_far_below_when_read_then_the_blank_rows_are_not_counted_for_ever():
    boek = Workbook()
    boek.active.append(KOP)
    boek.active.cell(row=9000, column=4, value="Ver weg")
    uit = io.BytesIO()
    boek.save(uit)

    with pytest.raises(WerkbladFout) as fout:
        lees_werkblad(uit.getvalue())

    assert fout.value.melding == "Het blad gaat verder dan regel 5000. Haal de lege regels weg."
