"""An onderzoek with two inspecteurs, and one further on. All people are invented."""

from datetime import date

from tests.dossier.factories import MedewerkerFactory
from verantwoord.inspectie import actions
from verantwoord.inspectie.models import Onderzoek, Stand

PEILDATUM = date(2022, 5, 1)


def maak_onderzoek(*, leider=None, tweede=None, **velden):
    """An onderzoek in its first step: question, sub-question, a norm, a day and two inspecteurs."""
    leider = leider or MedewerkerFactory(inspectie=True)
    onderzoek = actions.start_onderzoek(
        door=leider,
        op=date(2022, 1, 10),
        titel="Verantwoord vertrek",
        vraag="Wordt rekening gehouden met het belang van de vreemdeling?",
        deelvragen=["Hoe wordt getoetst?"],
        peildatum=PEILDATUM,
    )
    actions.choose_normen(onderzoek.pk, door=leider, normen=["toetsing-vier-momenten"])
    actions.add_onderzoeker(
        onderzoek.pk, door=leider, medewerker_id=(tweede or MedewerkerFactory(inspectie=True)).pk
    )
    if velden:
        Onderzoek.objects.filter(pk=onderzoek.pk).update(**velden)
    return Onderzoek.objects.get(pk=onderzoek.pk)


def mensen_van(onderzoek):
    """The leader and the second onderzoeker."""
    rijen = onderzoek.onderzoekers.order_by("functie").select_related("medewerker")
    return next(r.medewerker for r in rijen if r.functie == "leider"), next(
        r.medewerker for r in rijen if r.functie == "onderzoeker"
    )


def maak_getrokken(*, aantal=2, locaties=("azc Assen",), rest=1, **mensen):
    """An onderzoek whose sample was drawn; the dossiers must be there."""
    onderzoek = maak_onderzoek(**mensen)
    leider, tweede = mensen_van(onderzoek)
    actions.keep_stratum(onderzoek.pk, door=leider, naam="azc", aantal=aantal, locaties=locaties)
    if rest:
        actions.keep_stratum(onderzoek.pk, door=leider, naam="overig", aantal=rest)
    actions.next_stand(onderzoek.pk, door=leider)
    actions.propose_seed(onderzoek.pk, door=leider)
    actions.agree_seed(onderzoek.pk, door=tweede)
    actions.trek_onderzoek(onderzoek.pk, door=leider)
    return Onderzoek.objects.get(pk=onderzoek.pk)


def maak_rapport(*, aan=("dtv", "coa"), maten=("medisch",), op=date(2022, 11, 11), **mensen):
    """An onderzoek that was published, with one conclusion and one recommendation."""
    onderzoek = maak_onderzoek(**mensen)
    leider, _tweede = mensen_van(onderzoek)
    actions.keep_conclusie(onderzoek.pk, door=leider, kop="Toetsing", tekst="Er wordt te weinig getoetst.")
    actions.keep_aanbeveling(
        onderzoek.pk, door=leider, tekst="Toets vier keer.", aan=aan, paragraaf="§4.2", maten=maten
    )
    Onderzoek.objects.filter(pk=onderzoek.pk).update(stand=Stand.RAPPORT)
    return actions.publish_onderzoek(onderzoek.pk, door=leider, op=op, vindplaats="Kamerstuk, nr. 3008")
