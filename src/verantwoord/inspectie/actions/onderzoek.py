"""Setting an onderzoek up, who works on it, and going from one step to the next."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.inspectie.actions.slot import is_leider, lock_onderzoek, noteer
from verantwoord.inspectie.fouten import IntussenGewijzigd, OnderzoekKanNiet
from verantwoord.inspectie.models import Onderzoek, Onderzoeker, Stand
from verantwoord.inspectie.voortgang import VOLGENDE, ontbreekt
from verantwoord.kern.normen import NORMEN
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

VELDEN: Final = ("titel", "vraag", "deelvragen", "afbakening", "peildatum")


@transaction.atomic
def start_onderzoek(
    *,
    door: Medewerker,
    op: date,
    titel: str,
    vraag: str,
    deelvragen: Sequence[str] = (),
    afbakening: str = "",
    peildatum: date | None = None,
) -> Onderzoek:
    """Begin an onderzoek and lead it; nobody else sees it until they are asked in."""
    require(door, Recht.ONDERZOEK_UITVOEREN)
    # Until its first onderzoeker stands beside it, the row is not there for anybody.
    with als_systeem():
        onderzoek = Onderzoek.objects.create(
            titel=titel,
            vraag=vraag,
            deelvragen=list(deelvragen),
            afbakening=afbakening,
            peildatum=peildatum,
            gestart_op=op,
        )
        Onderzoeker.objects.create(onderzoek=onderzoek, medewerker=door, functie=Onderzoeker.Functie.LEIDER)
    noteer("gestart", onderzoek, door=door)
    return onderzoek


@transaction.atomic
def change_onderzoek(
    onderzoek_id: UUID,
    *,
    door: Medewerker,
    versie: int,
    titel: str,
    vraag: str,
    deelvragen: Sequence[str],
    afbakening: str,
    peildatum: date | None,
) -> Onderzoek:
    """Change what is asked. The peildatum stays once a seed was agreed for it. Raises ``IntussenGewijzigd``."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    if onderzoek.versie != versie:
        raise IntussenGewijzigd(
            _("Een collega bewaarde intussen een andere opzet. Hieronder staan beide teksten."),
            bewaard={veld: getattr(onderzoek, veld) for veld in VELDEN},
            versie=onderzoek.versie,
        )
    if peildatum != onderzoek.peildatum and _staat_vast(onderzoek):
        raise OnderzoekKanNiet(
            _(
                "De peildatum staat vast, want over de seed is al iets afgesproken. Trek dat eerst in bij de steekproef."
            )
        )
    if peildatum is None and onderzoek.stand != Stand.OPZET:
        raise OnderzoekKanNiet(_("Een onderzoek dat al begonnen is heeft een peildatum nodig."))
    nieuw = {
        "titel": titel,
        "vraag": vraag,
        "deelvragen": list(deelvragen),
        "afbakening": afbakening,
        "peildatum": peildatum,
    }
    gewijzigd = sorted(veld for veld in VELDEN if nieuw[veld] != getattr(onderzoek, veld))
    if gewijzigd:
        for veld in gewijzigd:
            setattr(onderzoek, veld, nieuw[veld])
        onderzoek.versie += 1
        onderzoek.save(update_fields=[*gewijzigd, "versie"])
        noteer("gewijzigd", onderzoek, door=door, velden=gewijzigd)
    return onderzoek


def _staat_vast(onderzoek: Onderzoek) -> bool:
    return onderzoek.seedafspraken.filter(ingetrokken_op__isnull=True).exists()


@transaction.atomic
def choose_normen(onderzoek_id: UUID, *, door: Medewerker, normen: Sequence[str]) -> None:
    """Say which norms of the catalogue are laid beside practice, in the order of the catalogue."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door)
    gekozen = [norm_id for norm_id in NORMEN if norm_id in set(normen)]
    if gekozen != onderzoek.normen:
        noteer("normen_gekozen", onderzoek, door=door, wijzigingen={"normen": [onderzoek.normen, gekozen]})
        onderzoek.normen = gekozen
        onderzoek.save(update_fields=["normen"])


@transaction.atomic
def add_onderzoeker(
    onderzoek_id: UUID,
    *,
    door: Medewerker,
    medewerker_id: UUID,
    functie: str = Onderzoeker.Functie.ONDERZOEKER,
) -> Onderzoeker:
    """Let another inspecteur work on the onderzoek, from now on."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door, leider=True)
    erbij = Medewerker.objects.filter(pk=medewerker_id, is_active=True).first()
    if erbij is None or not erbij.heeft(Recht.ONDERZOEK_UITVOEREN):
        raise OnderzoekKanNiet(_("Aan een onderzoek werken alleen inspecteurs."))
    if onderzoek.onderzoekers.filter(medewerker=erbij, tot__isnull=True).exists():
        raise OnderzoekKanNiet(_("%(naam)s werkt al aan dit onderzoek.") % {"naam": erbij.naam})
    rij = Onderzoeker.objects.create(
        onderzoek=onderzoek, medewerker=erbij, functie=Onderzoeker.Functie(functie)
    )
    noteer("onderzoeker_erbij", onderzoek, door=door, wie=erbij.gebruikersnaam)
    return rij


@transaction.atomic
def end_onderzoeker(onderzoek_id: UUID, *, door: Medewerker, onderzoeker_id: int) -> None:
    """Let somebody work on it no longer; what they wrote stays. One leader stays as long as the onderzoek runs."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door, leider=True)
    rij = (
        onderzoek.onderzoekers.filter(pk=onderzoeker_id, tot__isnull=True)
        .select_related("medewerker")
        .first()
    )
    if rij is None:
        raise OnderzoekKanNiet(_("Deze onderzoeker werkt hier al niet meer aan. Ververs de pagina."))
    leiders = onderzoek.onderzoekers.filter(functie=Onderzoeker.Functie.LEIDER, tot__isnull=True)
    if is_leider(onderzoek, rij.medewerker) and leiders.count() == 1:
        raise OnderzoekKanNiet(_("Een onderzoek heeft een leider nodig. Voeg eerst een andere leider toe."))
    noteer("onderzoeker_weg", onderzoek, door=door, wie=rij.medewerker.gebruikersnaam)
    rij.tot = timezone.now()
    rij.save(update_fields=["tot"])


@transaction.atomic
def next_stand(onderzoek_id: UUID, *, door: Medewerker) -> Onderzoek:
    """Go to the next step when nothing is missing in this one. The last step ends by publishing, not here."""
    onderzoek = lock_onderzoek(onderzoek_id, door=door, standen=tuple(VOLGENDE), leider=True)
    mist = ontbreekt(onderzoek)
    if mist:
        raise OnderzoekKanNiet(
            _("Deze stap is nog niet klaar. %(mist)s") % {"mist": " ".join(str(zin) for zin in mist)}
        )
    oud, onderzoek.stand = onderzoek.stand, VOLGENDE[Stand(onderzoek.stand)]
    onderzoek.save(update_fields=["stand"])
    noteer("stap_gezet", onderzoek, door=door, wijzigingen={"stand": [oud, onderzoek.stand]})
    return onderzoek
