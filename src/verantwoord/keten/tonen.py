"""A message as somebody can read it, however broken it came."""

import json


def als_tekst(inhoud: bytes | memoryview | None) -> str | None:
    """The message as text: laid out when it is JSON, and what cannot be read marked instead of left out."""
    if inhoud is None:
        return None
    tekst = bytes(inhoud).decode("utf-8", errors="backslashreplace")
    try:
        opgemaakt = json.dumps(json.loads(tekst), indent=2, ensure_ascii=False)
        # JSON can name half a character, which no page can hold.
        return opgemaakt.encode("utf-8", "backslashreplace").decode()
    except (ValueError, RecursionError):
        return tekst
