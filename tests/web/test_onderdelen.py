"""The components write what they promise, and what a person typed stays text."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils import translation

import verantwoord
from verantwoord.web import views
from verantwoord.web.onderdelen.tekens import MARKS, sprite_url
from verantwoord.web.waarden import Chip, Kolom, Stap, Tab, Verschilonderdeel, Verwijzing

PACKAGE = Path(verantwoord.__file__).parent
ICON = (
    '<svg class="vw-icoon" width="{size}" height="{size}" aria-hidden="true" focusable="false">'
    '<use href="/static/web/tekens.svg#{name}"/></svg>'
)


@pytest.fixture(autouse=True)
def _dutch():
    with translation.override("nl"):
        yield


def shapes() -> set[str]:
    return set(re.findall(r'<symbol id="([a-z-]+)"', (PACKAGE / "web/static/web/tekens.svg").read_text()))


def render(source: str, **context: object) -> str:
    return Template("{% load web %}" + source).render(Context(context)).strip()


def test_given_a_mark_when_drawn_then_its_word_is_there_for_who_does_not_see_it():
    html = render('{% teken "ontbreekt" "Buiten schuld: ontbreekt" kort="Bs" %}')

    assert html == (
        '<span class="vw-teken vw-teken--ontbreekt">'
        + ICON.format(size=22, name="ontbreekt")
        + '<span class="vw-sr">Buiten schuld: ontbreekt</span>'
        '<span class="vw-teken__kort" aria-hidden="true">Bs</span></span>'
    )


def test_given_every_mark_when_looking_for_its_shape_then_the_sprite_has_it():
    assert [name for name in MARKS if name not in shapes()] == []


def test_given_the_templates_of_all_rooms_when_they_name_an_icon_then_the_sprite_has_it():
    named = {
        (path.name, name)
        for path in PACKAGE.rglob("*.html")
        for name in re.findall(
            r"""(?:{% icoon |{% teken |icoon_voor=|icoon_na=|icoon_naam=|teken_naam=)["']([a-z-]+)["']""",
            path.read_text(),
        )
    }

    assert named != set()
    assert sorted(pair for pair in named if pair[1] not in shapes()) == []


def test_given_an_unknown_mark_without_words_when_drawn_then_it_is_refused():
    with pytest.raises(KeyError):
        render('{% teken "ster" %}')


def test_given_a_button_when_placed_then_it_says_what_it_does_and_that_it_is_busy():
    html = render('{% knop "Rond het gesprek af" naam="doe" waarde="af" %}')

    assert html == (
        '<button type="submit" class="utrecht-button utrecht-button--primary-action" name="doe" value="af"'
        ' data-bezig="Bezig met bewaren"><span>Rond het gesprek af</span></button>'
    )


def test_given_a_link_button_when_placed_then_it_is_a_link():
    html = render('{% linkknop "Agenda" "/agenda/" klein=True icoon_voor="agenda" %}')

    assert html == (
        '<a href="/agenda/" class="utrecht-button utrecht-button--secondary-action vw-knop--klein">'
        + ICON.format(size=20, name="agenda")
        + "<span>Agenda</span></a>"
    )


def test_given_an_alert_when_shown_then_it_has_a_bar_an_icon_and_words():
    html = render('{% melding soort="aandacht" titel="Kijk eerst" niveau=3 %}<p>Tekst</p>{% endmelding %}')

    assert html == (
        '<div class="utrecht-alert utrecht-alert--warning vw-melding vw-melding--aandacht">'
        f'<div class="utrecht-alert__icon">{ICON.format(size=22, name="let-op")}</div>'
        '<div class="vw-melding__inhoud"><h3 class="vw-melding__titel">Kijk eerst</h3><p>Tekst</p></div></div>'
    )


def test_given_a_table_when_shown_then_roles_and_labels_survive_the_card_layout():
    html = render(
        '{% tabel bijschrift="1 dossier" kolommen=kolommen %}{% rij %}{% cel kop=True %}Demir{% endcel %}'
        '{% cel "Wensen" getal=True %}2{% endcel %}{% endrij %}{% endtabel %}',
        kolommen=[Kolom("Persoon"), Kolom("Open wensen", getal=True)],
    )

    assert html == (
        '<table role="table" class="vw-tabel vw-tabel--kaarten"><caption>1 dossier</caption>'
        '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Persoon</th>'
        '<th role="columnheader" scope="col" class="vw-getal">Open wensen</th></tr></thead>'
        '<tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row" class="vw-rijkop">Demir</th>'
        '<td role="cell" class="vw-getal" data-l="Wensen">2</td></tr></tbody></table>'
    )


def test_given_a_late_duty_when_shown_then_date_lateness_and_source_stand_together():
    html = render(
        '{% plicht titel="Wens beantwoorden" datum=dag vandaag=nu bron="werkafspraak" %}',
        dag=dt.date(2022, 9, 12),
        nu=dt.date(2022, 9, 15),
    )

    assert '<time datetime="2022-09-12">ma 12 sep 2022</time>' in html
    assert f'vw-termijn--te-laat">{ICON.format(size=18, name="te-laat")}3 dagen te laat</span>' in html
    assert "Bron: werkafspraak" in html


def test_given_a_duty_without_a_date_when_shown_then_it_says_so_instead_of_guessing():
    html = render('{% plicht titel="Gesprek 3 voeren" %}')

    assert '<span class="vw-plicht__zonder">datum nog niet bekend</span>' in html


def test_given_steps_when_drawn_then_only_the_present_one_is_current():
    html = render(
        "{% stappen lijst %}",
        lijst=[Stap("Ontvangen", "gedaan"), Stap("Gesprek 1", "nu"), Stap("Gesloten", "straks")],
    )

    assert html.count('aria-current="step"') == 1
    assert 'vw-stap--nu" aria-current="step"' in html


def test_given_tabs_when_shown_then_they_are_links_and_also_a_select_with_a_button():
    html = render("{% tabs lijst %}", lijst=[Tab("Overzicht", "/a/", huidig=True), Tab("Wensen", "/b/", 2)])

    assert '<a href="/a/" aria-current="page">' in html
    assert '<option value="/b/">Wensen (2)</option>' in html
    assert '<button type="submit"' in html


def test_given_chips_when_shown_then_each_has_its_own_way_out():
    html = render('{% chips lijst wis_url="/alles/" %}', lijst=[Chip("fase: zitting", "/zonder/")])

    assert 'href="/zonder/"' in html
    assert 'href="/alles/"' in html


def test_given_an_empty_column_when_placed_then_it_is_not_there():
    html = render('{% kolom plaats="zij" %}   {% endkolom %}')

    assert html == ""


def test_given_a_limit_when_shown_then_until_when_source_and_deviating_are_named():
    html = render(
        '{% grensfeiten geldt_tot="de uitspraak" bronnen=bronnen afwijken="Kan niet." %}',
        bronnen=[Verwijzing("Rapport 3.1", "/rapport/"), Verwijzing("Vc A4/2.2")],
    )

    assert "<dt>Geldt tot</dt><dd><strong>de uitspraak</strong></dd>" in html
    assert 'href="/rapport/">Rapport 3.1</a> · Vc A4/2.2</dd>' in html
    assert "<dt>Afwijken</dt><dd>Kan niet.</dd>" in html


def test_given_two_versions_when_compared_then_only_the_changed_section_is_shown():
    html = render(
        '{% verschil onderdelen oud_kop="Versie 2" nieuw_kop="Versie 3" %}',
        onderdelen=[
            Verschilonderdeel("Opvang", "Vier weken.", "Zes weken."),
            Verschilonderdeel("Acties", "x", "x"),
        ],
    )

    assert "<p><del>Vier</del> weken.</p>" in html
    assert "<p><ins>Zes</ins> weken.</p>" in html
    assert "<h3>Acties</h3>" not in html


def test_given_a_sentence_with_words_found_when_marked_then_the_rest_stays_as_it_was():
    html = render(
        "{% zin_met_woorden zin woorden %}", zin="Haar graf is <hier> in Zwolle.", woorden=["graf", "Zwolle"]
    )

    assert html == "Haar <mark>graf</mark> is &lt;hier&gt; in <mark>Zwolle</mark>."


@pytest.mark.parametrize(
    "source",
    [
        "{% teken 'nu' kwaad %}",
        "{% knop kwaad %}",
        "{% linkknop kwaad '/' %}",
        "{% citaat kwaad %}",
        "{% etiket kwaad %}",
        "{% melding soort='stand' titel=kwaad %}{% endmelding %}",
        "{% kaart titel=kwaad %}{% endkaart %}",
        "{% plicht titel=kwaad uitleg=kwaad %}",
        "{% aandachtspunt 'vlag' kwaad kwaad %}",
        "{% tabel bijschrift=kwaad kolommen=kwaad %}{% endtabel %}",
        "{% cel kwaad %}{% endcel %}",
        "{% persoonskop kwaad %}",
        "{% verschiltekst kwaad kwaad oud_kop='a' nieuw_kop='b' %}",
        "{% zin_met_woorden kwaad kwaad %}",
        "{% meer titel=kwaad %}{% endmeer %}",
        "{% paginering stand=kwaad %}",
        "{% paginakop titel=kwaad inleiding=kwaad %}{% endpaginakop %}",
    ],
)
def test_given_markup_in_a_value_when_shown_then_it_is_text(source):
    html = render(source, kwaad='"><script>alert(1)</script>')

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_given_any_component_when_rendered_then_nothing_needs_an_inline_style_or_handler(rf):
    html = views.onderdelen(rf.get("/onderdelen/")).content.decode()

    assert " style=" not in html
    assert " onclick=" not in html
    assert "<script>" not in html


def test_given_the_sprite_when_asking_its_address_then_it_is_a_static_file():
    assert sprite_url() == "/static/web/tekens.svg"
