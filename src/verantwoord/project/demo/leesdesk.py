"""The reading desk in a demo: criteria of the report, two who read, and a third who decides.

The copies are made by the worker once the server runs: loading what finds names takes seconds that a demo must not wait.
"""

from verantwoord.inspectie.leesdesk import actions
from verantwoord.inspectie.models import Onderzoek, Onderzoeker, Stand
from verantwoord.toegang.context import als_systeem, transactie_van

# Two read; whoever else works on it decides where they differ.
_LEZERS = 2


def laat_lezen_zien() -> None:
    """Begin reading in the onderzoek that is ready for it and has three people; in another demo there is none."""
    with als_systeem():
        onderzoek = Onderzoek.objects.filter(stand=Stand.LEZEN).first()
        aan_het_werk = list(
            Onderzoeker.objects.filter(onderzoek=onderzoek, tot__isnull=True)
            .select_related("medewerker")
            .order_by("pk")
        )
    leider = next((o.medewerker for o in aan_het_werk if o.functie == Onderzoeker.Functie.LEIDER), None)
    if onderzoek is None or leider is None or len(aan_het_werk) <= _LEZERS:
        return
    with transactie_van(leider):
        actions.add_rapportcriteria(onderzoek.pk, door=leider)
        actions.start_lezen(
            onderzoek.pk, door=leider, lezers=[o.medewerker_id for o in aan_het_werk[:_LEZERS]]
        )
