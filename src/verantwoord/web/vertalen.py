"""Find every sentence of the interface, so that a test can say which ones have no translation yet.

The Dutch sentence is the msgid. Templates are read with Django's own lexer, Python with its own parser; nothing is run.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po
from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split
from django.utils.translation import trim_whitespace

FAMILY = "django.utils.translation"
# Where the sentences stand among the arguments: those with a context have it first.
CALLS = {
    "gettext": (0,),
    "gettext_lazy": (0,),
    "gettext_noop": (0,),
    "ngettext": (0, 1),
    "ngettext_lazy": (0, 1),
    "pgettext": (1,),
    "pgettext_lazy": (1,),
    "npgettext": (1, 2),
    "npgettext_lazy": (1, 2),
}
LITERAL = re.compile(r"""(?P<quote>["']).*?(?P=quote)""")
UNDERSCORED = re.compile(r"""(?<![\w.])_\((["'])(.*?)\1\)""")


def zinnen_in_pakket(pakket: Path) -> dict[str, str]:
    """Return every msgid under a folder with the file where it was first found, sorted by file."""
    found: dict[str, str] = {}
    for path in sorted(pakket.rglob("*.html")) + sorted(pakket.rglob("*.py")):
        read = zinnen_in_sjabloon if path.suffix == ".html" else zinnen_in_python
        for zin in read(path.read_text(encoding="utf-8")):
            found.setdefault(zin, str(path.relative_to(pakket)))
    return found


def zinnen_in_sjabloon(bron: str) -> Iterator[str]:
    """Yield what ``translate`` and ``blocktranslate`` (and their old names) say, and ``_("…")`` in tags and filters."""
    tokens = iter(Lexer(bron).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        words = list(smart_split(token.contents))
        if words[0] == "comment":
            next(later for later in tokens if later.contents == "endcomment")
            continue
        if token.token_type is TokenType.BLOCK and words[0] in ("translate", "trans"):
            if literal := LITERAL.match(words[1]):
                yield literal[0][1:-1]
        elif token.token_type is TokenType.BLOCK and words[0] in ("blocktranslate", "blocktrans"):
            yield from _block(tokens, trimmed="trimmed" in words)
        else:
            yield from (found[1] for found in UNDERSCORED.findall(token.contents))


def _block(tokens: Iterator[Token], *, trimmed: bool) -> Iterator[str]:
    """Yield the one or two sentences of a block, with variables as ``%(naam)s``."""
    text = ""
    for token in tokens:
        if token.token_type is TokenType.BLOCK:
            name = token.contents.split()[0]
            yield trim_whitespace(text) if trimmed else text
            if name != "plural":
                return
            text = ""
        elif token.token_type is TokenType.VAR:
            text += f"%({token.contents.split('|')[0].strip()})s"
        elif token.token_type is TokenType.TEXT:
            text += token.contents.replace("%", "%%")


def zinnen_in_python(bron: str) -> Iterator[str]:
    """Yield the literal sentences given to the ``gettext`` family, under whatever name a module imports it.

    A call with something else than a literal is not a sentence that can be found, and so not one that can be
    translated: it is left out here, and the linter forbids the usual ways to write one.
    """
    tree = ast.parse(bron)
    names = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == FAMILY
        for alias in node.names
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        # ``gettext(…)`` by its imported name, or ``translation.gettext(…)``.
        function = (
            node.func.attr
            if isinstance(node.func, ast.Attribute)
            else names.get(getattr(node.func, "id", ""), "")
        )
        for place in CALLS.get(function, ()):
            argument = node.args[place]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value


def zonder_vertaling(pakket: Path, catalogus: Path) -> dict[str, str]:
    """Return the sentences that a ``.po`` file does not translate, with the file each stands in.

    Unclear ones (``fuzzy``) count as not translated: nobody looked at them yet.
    """
    done: set[str] = set()
    if catalogus.is_file():
        with catalogus.open("rb") as stream:
            for message in read_po(stream):
                texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
                if message.id and all(texts) and not message.fuzzy:
                    done.update(message.id if isinstance(message.id, (list, tuple)) else [message.id])
    return {zin: plek for zin, plek in zinnen_in_pakket(pakket).items() if zin and zin not in done}
