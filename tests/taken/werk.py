"""Let a worker do what waits, as it does elsewhere: in a thread of its own, with connections of its own."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from verantwoord.taken import werker


def doe_wat_wacht() -> bool:
    """The driver of the browser keeps an event loop in the thread of the tests, where no other can run."""
    with ThreadPoolExecutor(1) as elders:
        return elders.submit(_werk_en_sluit).result()


def _werk_en_sluit() -> bool:
    try:
        return werker.werk(tegelijk=1, blijf=False)
    finally:
        connections.close_all()
