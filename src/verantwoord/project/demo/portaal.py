"""Two people of a demo who look in their own dossier, each with codes on paper that are printed when it starts."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from verantwoord.dossier.actions.stem import say
from verantwoord.dossier.models import Dossier, Portaalaccount, Stem
from verantwoord.dossier.portaal.acties import hand_over, make_vel
from verantwoord.dossier.portaal.brief import in_drieen
from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.ondersteuning.actions import propose_verwijzing
from verantwoord.ondersteuning.models import Verwijzing, Wens
from verantwoord.portaal.taal import TALEN
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.keuzes import Status
from verantwoord.vertrekgesprek.models import Gesprek

_REGIE: Final = "Noor Haverkamp"
_EERST: Final = "ar"
_GETOOND: Final = 3
_VRAGEN: Final = {
    "nl": "Mag mijn dochter haar schooljaar afmaken?",
    "ar": "هل يمكن لابنتي أن تُنهي سنتها الدراسية؟",
    "en": "Can my daughter finish her school year?",
    "fr": "Ma fille peut-elle terminer son année scolaire ?",
}


def portaalblok(vandaag: date) -> str:
    """The lines with the numbers and codes of the portal: a new sheet at each start, made and handed over as staff do.

    Blank in a demo in which nobody fits.
    """
    door = Medewerker.objects.filter(naam=_REGIE).first()
    if door is None:
        return ""
    regels = []
    with transactie_van(door), als_systeem(), gebundeld():
        for dossier in _twee(door, vandaag):
            vel, codes = make_vel(door=door, dossier_id=dossier.pk, nu=timezone.now())
            hand_over(door=door, dossier_id=dossier.pk, activering_id=vel.pk, op=vandaag, vandaag=vandaag)
            account = Portaalaccount.objects.get(persoon=dossier.persoon_id)
            Portaalaccount.objects.filter(pk=account.pk, geactiveerd_op=None).update(
                geactiveerd_op=timezone.now()
            )
            _vraag(account, dossier, vandaag)
            _stel_voor(door, dossier, vandaag)
            taal = TALEN[dossier.persoon.talen[0]]
            regels.append(f"  {taal:<12}{in_drieen(account.nummer):<14}{'  '.join(codes[:_GETOOND])}")
    if not regels:
        return ""
    kop = "Het eigen portaal van twee verzonnen mensen staat op /mijn/ (nummer, en codes die elk één keer werken):"
    return "\n".join(["\n", kop, *regels])


def _vraag(account: Portaalaccount, dossier: Dossier, vandaag: date) -> None:
    """A question that waits for the regievoerder, asked once however often the demo starts."""
    if Stem.objects.filter(dossier=dossier).exists():
        return
    taal = dossier.persoon.talen[0]
    tekst = _VRAGEN.get(taal, _VRAGEN["nl"])
    say(
        door=account,
        dossier_id=dossier.pk,
        soort=Stem.Soort.VRAAG,
        tekst=tekst,
        op=vandaag - timedelta(days=3),
    )


def _stel_voor(door: Medewerker, dossier: Dossier, vandaag: date) -> None:
    """Help that waits for a yes or a no in the portal, proposed once however often the demo starts."""
    if Verwijzing.objects.filter(dossier=dossier).exclude(deelt="").exists():
        return
    dossier.refresh_from_db(fields=["versie"])
    propose_verwijzing(
        door=door,
        dossier_id=dossier.pk,
        versie=dossier.versie,
        peildatum=vandaag,
        naar="ngo",
        organisatie="Stichting Proefproject",
        op=vandaag - timedelta(days=1),
        waarvoor="Een gesprek over wat er mogelijk is, en een korte cursus als u dat wilt.",
        deelt="Uw voornaam, uw taal en wat u wilt na uw vertrek.",
        waarom="Deze organisatie denkt mee over de eerste maanden na het vertrek. Dat past bij wat u ons vertelde.",
    )


def _twee(door: Medewerker, vandaag: date) -> Iterator[Dossier]:
    """Somebody who speaks Arabic and somebody who speaks another language of the portal, with something to show."""
    eigen = Dossier.objects.filter(regievoerder=door, gesloten_op__isnull=True, afgeschermd=False)
    kandidaten = [d for d in eigen.select_related("persoon").order_by("nummer") if _spreekt(d)]
    afspraken = Gesprek.objects.filter(status=Status.GEPLAND, gepland_op__gte=vandaag, dossier__in=kandidaten)
    wensen = Wens.objects.filter(dossier__in=kandidaten).exclude(soort="geen_wens_geuit")
    met_afspraak = set(afspraken.values_list("dossier", flat=True))
    met_wens = set(wensen.values_list("dossier", flat=True))
    kandidaten.sort(key=lambda d: (d.pk in met_afspraak, d.pk in met_wens), reverse=True)
    for hoort_erbij in (True, False):
        yield from [d for d in kandidaten if (_spreekt(d) == _EERST) is hoort_erbij][:1]


def _spreekt(dossier: Dossier) -> str:
    talen = dossier.persoon.talen
    return talen[0] if talen and talen[0] in TALEN else ""
