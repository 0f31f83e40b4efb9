"""The gallery answers, the part chooser stays at home, and the fault pages say what to do without naming anyone."""

import gzip
from pathlib import Path

import django_htmx
import pytest
from django.templatetags.static import static
from django.test import RequestFactory
from django.utils import translation

import verantwoord.web
from verantwoord.web import views
from verantwoord.web.waarden import Conflictveld

HTMX = Path(django_htmx.__file__).parent / "static/django_htmx/htmx-2.min.js"
STATIC = Path(verantwoord.web.__file__).parent / "static"


@pytest.fixture
def request_(rf: RequestFactory):
    with translation.override("nl"):
        request = rf.get("/dossiers/Karim/")
        request.referentie = "ab12cd34"
        yield request


def test_given_anyone_when_opening_the_gallery_then_every_kind_of_component_is_there(rf):
    html = views.onderdelen(rf.get("/onderdelen/")).content.decode()

    parts = (
        "vw-grens",
        "vw-plicht",
        "vw-tellers",
        "vw-tabel",
        "vw-tijdlijn",
        "vw-verschil",
        "vw-stappen",
        "vw-tabs",
    )
    assert [part for part in parts if f'class="{part}' not in html] == []


@pytest.mark.parametrize(
    ("chosen", "goes_to"),
    [
        ("/dossiers/1/toetsing/", "/dossiers/1/toetsing/"),
        ("https://elders.example/", "/"),
        ("//elders.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_given_a_chosen_part_when_sent_there_then_only_pages_of_this_program_are_reached(rf, chosen, goes_to):
    answer = views.ga_naar(rf.get("/ga-naar/", {"naar": chosen}))

    assert (answer.status_code, answer["Location"]) == (302, goes_to)


@pytest.mark.django_db
def test_given_the_old_address_of_a_mark_when_asked_by_nobody_in_particular_then_it_leads_to_ours(client):
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer["Location"]) == (302, static("web/merk.svg"))


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (views.fout_400, 400),
        (views.fout_403, 403),
        (views.csrf_fout, 403),
        (views.fout_404, 404),
        (views.fout_500, 500),
        (views.fout_503, 503),
    ],
)
def test_given_a_fault_when_answered_then_it_says_the_reference_and_nothing_of_the_person(
    request_, view, status
):
    answer = view(request_)

    html = answer.content.decode()
    assert answer.status_code == status
    assert "Noem dan kenmerk ab12cd34." in html
    assert "Karim" not in html.replace('value="/dossiers/Karim/"', "")


def test_given_two_texts_when_they_collide_then_both_stand_there_and_mine_is_in_the_box(request_):
    velden = [
        Conflictveld(
            "mogelijkheden", "Mogelijkheden", "Ik heb de IOM uitgelegd.", "Ik heb de DIA uitgelegd."
        ),
        Conflictveld("versie", "", "7", verborgen=True),
    ]

    answer = views.conflict(request_, door="Hassan Ouali", om="10.41", velden=velden, terug_url="/terug/")

    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Hassan Ouali bewaarde om 10.41 uur een andere tekst." in html
    assert "Ik heb de <del>DIA</del> uitgelegd." in html
    assert 'rows="6">Ik heb de IOM uitgelegd.</textarea>' in html
    assert '<input type="hidden" name="versie" value="7">' in html


def test_given_the_styles_when_weighed_then_a_first_visit_fits_its_budget(rf):
    page = views.onderdelen(rf.get("/onderdelen/")).content
    sheets = [STATIC / "vendor/utrecht.css", *sorted((STATIC / "web/css").glob("*.css"))]
    scripts = [
        HTMX,
        STATIC / "web/web.js",
        STATIC / "web/concept.js",
        STATIC / "web/tekens.svg",
        STATIC / "web/merk.svg",
    ]

    compressed = sum(len(gzip.compress(path.read_bytes())) for path in (*sheets, *scripts)) + len(
        gzip.compress(page)
    )
    first = compressed + (STATIC / "vendor/source-sans-3-latin.woff2").stat().st_size

    assert first < 100_000
    assert len(gzip.compress(page)) < 30_000
