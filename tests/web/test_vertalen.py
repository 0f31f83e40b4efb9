"""Every sentence of the interface is found, wherever it is written."""

from verantwoord.web.vertalen import zinnen_in_pakket, zinnen_in_python, zinnen_in_sjabloon, zonder_vertaling


def test_given_a_template_when_read_then_all_ways_to_write_a_sentence_are_found():
    bron = (
        "{% translate \"Een\" %}{% trans 'Twee|drie' as x %}{% blocktranslate %}Dag {{ naam|upper }}, 5%{% endblocktranslate %}"
        "{% blocktranslate count n=aantal trimmed %}\n  {{ n }} dag\n {% plural %}\n {{ n }} dagen\n{% endblocktranslate %}"
        '{% veld naam=_("Naam") %}{{ x|default:_("Leeg") }}{% comment %}{% translate "Niet" %}{% endcomment %}'
    )

    zinnen = list(zinnen_in_sjabloon(bron))

    assert zinnen == ["Een", "Twee|drie", "Dag %(naam)s, 5%%", "%(n)s dag", "%(n)s dagen", "Naam", "Leeg"]


def test_given_python_when_read_then_sentences_are_found_under_any_name():
    bron = (
        "from django.utils.translation import gettext as lees, ngettext, pgettext\n"
        "from django.utils import translation\n"
        'lees("Een")\nngettext("%(n)d dag", "%(n)d dagen", n)\npgettext("maand", "mei")\n'
        'translation.gettext("Vier")\nlees(variabele)\nprint("Niet")\n'
    )

    zinnen = sorted(zinnen_in_python(bron))

    assert zinnen == ["%(n)d dag", "%(n)d dagen", "Een", "Vier", "mei"]


def test_given_a_catalogue_when_compared_then_missing_empty_and_unclear_ones_are_named(tmp_path):
    (tmp_path / "kamer").mkdir()
    (tmp_path / "kamer/pagina.html").write_text(
        '{% translate "Klaar" %}{% translate "Leeg" %}{% translate "Vaag" %}{% translate "Nieuw" %}'
    )
    catalogus = tmp_path / "django.po"
    catalogus.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Klaar"\nmsgstr "Ready"\n\n'
        'msgid "Leeg"\nmsgstr ""\n\n#, fuzzy\nmsgid "Vaag"\nmsgstr "Vague"\n'
    )

    missing = zonder_vertaling(tmp_path, catalogus)

    assert missing == {"Leeg": "kamer/pagina.html", "Vaag": "kamer/pagina.html", "Nieuw": "kamer/pagina.html"}


def test_given_no_catalogue_when_compared_then_everything_is_missing(tmp_path):
    (tmp_path / "a.py").write_text('from django.utils.translation import gettext as _\n_("Een")\n')

    assert zonder_vertaling(tmp_path, tmp_path / "niet.po") == zinnen_in_pakket(tmp_path) == {"Een": "a.py"}
