"""Keep addresses and form values out of the logs: they may hold what a person typed."""

import logging

from django.http import HttpRequest


class ZonderAdres(logging.Filter):
    """Replace the request that Django hangs on a record by its method, route and reference."""

    def filter(self, record: logging.LogRecord) -> bool:
        verzoek = getattr(record, "request", None)
        # The server for developers hangs its socket there.
        if isinstance(verzoek, HttpRequest):
            route = getattr(getattr(verzoek, "resolver_match", None), "view_name", None) or "onbekende route"
            referentie = getattr(verzoek, "referentie", "-")
            record.msg, record.args = "%s %s, referentie %s", (verzoek.method, route, referentie)
        if record.exc_info and record.exc_info[0] is not None:
            # The text of an error may quote the data; its kind and place are enough to find it.
            record.msg = f"{record.getMessage()} [{record.exc_info[0].__name__} in {_plaats(record)}]"
            record.args, record.exc_info, record.exc_text = None, None, None
        return True


def _plaats(record: logging.LogRecord) -> str:
    spoor = record.exc_info[2] if record.exc_info else None
    while spoor is not None and spoor.tb_next is not None:
        spoor = spoor.tb_next
    if spoor is None:
        return "onbekend"
    return f"{spoor.tb_frame.f_globals.get('__name__', '?')}:{spoor.tb_lineno}"
