"""Letters a screen reader can read, made of plain data."""

import io

import pikepdf
import pytest

from verantwoord.web.pdf import BRIEF, DOCUMENT, PdfFout, maak_pdf

BRIEFGEGEVENS = {
    "titel": "Uitnodiging: gesprek op donderdag 22 september om 10.00 uur",
    "afzender": "Dienst Terugkeer en Vertrek",
    "geadresseerde": ["De heer K. al-Jabouri", "p/a azc Assen, kamer C 09"],
    "plaats_datum": "Assen, 15 september 2022",
    "aanhef": "Beste meneer Al-Jabouri,",
    "delen": [
        {"feiten": [{"naam": "Wanneer", "waarde": "donderdag 22 september 2022, 10.00 uur"}]},
        {"kop": "U hoeft nu niet te vertrekken", "alineas": ["U mag in Nederland blijven tot de uitspraak."]},
        {"kop": "Afspraken", "tabel": {"kolommen": ["Wie", "Wat"], "rijen": [["Noor", "Rapport"]]}},
    ],
    "ondertekening": ["Noor Haverkamp", "regievoerder"],
    "taalregel": {"taal": "ar", "tekst": "هذه الرسالة"},
}


def opened(made: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(made))


def tags_in(node: pikepdf.Object) -> list[str]:
    """Return the kinds of structure elements, top to bottom, as the reader meets them."""
    found = [str(node["/S"])] if "/S" in node else []
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            found += tags_in(child)
    return found


def shown_text(pdf: pikepdf.Pdf) -> str:
    """Return what the glyphs of all pages stand for, by way of each font's own table."""
    text = ""
    for page in pdf.pages:
        tables = {name: _unicode_table(font) for name, font in page.Resources.Font.items()}
        font: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = tables[str(operands[0])]
            pieces = operands[0] if str(operator) == "TJ" else operands if str(operator) == "Tj" else []
            for piece in pieces:
                if isinstance(piece, pikepdf.String):
                    raw = bytes(piece)
                    text += "".join(
                        font.get(int.from_bytes(raw[i : i + 2]), "") for i in range(0, len(raw), 2)
                    )
    return text


def _unicode_table(font: pikepdf.Object) -> dict[int, str]:
    table: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(font["/ToUnicode"]):
        if str(operator) == "endbfchar":
            codes = [bytes(code) for code in operands]
            for code, sign in zip(codes[::2], codes[1::2], strict=True):
                table[int.from_bytes(code)] = sign.decode("utf-16-be")
    return table


def test_given_a_letter_when_made_then_it_is_tagged_and_knows_its_language_and_title():
    pdf = opened(maak_pdf(BRIEF, BRIEFGEGEVENS))

    with pdf.open_metadata() as metadata:
        facts = {
            "marked": bool(pdf.Root.MarkInfo.Marked),
            "language": str(pdf.Root.Lang),
            "title": metadata["dc:title"],
            "ua": metadata["pdfuaid:part"],
            "title shown": bool(pdf.Root.ViewerPreferences.DisplayDocTitle),
        }
    assert facts == {
        "marked": True,
        "language": "nl",
        "title": BRIEFGEGEVENS["titel"],
        "ua": "1",
        "title shown": True,
    }


def test_given_a_letter_when_walked_through_then_headings_and_table_are_what_they_are():
    pdf = opened(maak_pdf(BRIEF, BRIEFGEGEVENS))

    tags = tags_in(pdf.Root.StructTreeRoot)

    assert [tag for tag in tags if tag in ("/H1", "/H2", "/Table", "/TH", "/TD")] == [
        "/H1", "/H2", "/H2", "/Table", "/TH", "/TH", "/TD", "/TD",
    ]  # fmt: skip


def test_given_another_language_when_made_then_the_document_says_so():
    pdf = opened(maak_pdf(DOCUMENT, {"titel": "دعوة", "taal": "ar", "delen": [{"alineas": ["مرحبا"]}]}))

    assert str(pdf.Root.Lang) == "ar"


@pytest.mark.parametrize(
    "typed",
    [
        "#strong[x]",
        "*niet vet*",
        "$ x^2 $",
        '#read("/web/pdf.py")',
        "@label <b>",
        "= kop",
        "\\u{1F600}",
        "// weg",
    ],
)
def test_given_markup_in_someones_words_when_made_then_it_stays_text(typed):
    made = maak_pdf(DOCUMENT, {"titel": "Verslag", "delen": [{"alineas": [typed], "citaat": typed}]})

    assert shown_text(opened(made)).count(typed) == 2


def test_given_several_scripts_when_made_then_each_is_shown():
    made = maak_pdf(DOCUMENT, {"titel": "Ž", "delen": [{"alineas": ["Иванов", "ሰላም", "Łukasz Şahin"]}]})

    shown = shown_text(opened(made))
    assert [word for word in ("Иванов", "ሰላም", "Łukasz Şahin") if word not in shown] == []


def test_given_a_sign_no_font_has_when_made_then_it_is_named_by_its_number():
    made = maak_pdf(DOCUMENT, {"titel": "Verslag", "delen": [{"alineas": ["goed 😀 zo"]}]})

    assert "goed [U+1F600] zo" in shown_text(opened(made))


def test_given_a_document_when_made_then_every_font_is_embedded():
    pdf = opened(maak_pdf(BRIEF, BRIEFGEGEVENS))

    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    descriptors = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert descriptors != []
    assert [str(d["/FontName"]) for d in descriptors if "/FontFile2" not in d and "/FontFile3" not in d] == []


def test_given_missing_data_when_made_then_the_fault_names_the_template_and_no_content():
    with pytest.raises(PdfFout) as caught:
        maak_pdf(BRIEF, {"titel": "Brief over Karim"})

    assert str(caught.value).startswith("brief.typ: ")
    assert "Karim" not in str(caught.value)
