"""What partners ask of each other in a demo, one emergency, and what the night found: so that each desk shows its work."""

from datetime import date, timedelta
from typing import Final

from verantwoord.dossier.actions import ask_inzage, grant_inzage, record_veiligheidskaart, refuse_inzage
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.nood.actions import Zoekvraag, open_noodtoegang
from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.kern.opvallend import Treffer
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.nakijken.actions import keep_opvallend
from verantwoord.toegang.rechten import Rol

_PLATTEGROND: Final = {
    "soort": "veiligheidskaart",
    "wat": "Op welke verdieping is de kamer, en kunnen de ramen ver open?",
    "doel": "Wij halen de persoon op. Er is gevaar voor zelfdoding, en wij willen weten waar wij moeten staan.",
    "grondslag": "vitaal_belang_bijzonder",
    "grondslag_toelichting": "",
}
_KAART: Final = (
    "Kamer op de begane grond, naast de receptie. Rustig praten helpt. Bel eerst de woonbegeleider."
)


def vraag_om_meer(vandaag: date) -> None:
    """Ask, answer, refuse and open in an emergency, each by who would; a demo without these partners has none."""
    mensen = {rol: _iemand(rol) for rol in (Rol.COA, Rol.AVIM_TOEZICHT, Rol.KMAR)}
    coa, avim, kmar = mensen[Rol.COA], mensen[Rol.AVIM_TOEZICHT], mensen[Rol.KMAR]
    if coa is None or avim is None:
        return
    with transactie_van(coa), als_systeem(), gebundeld():
        samen = _samen(coa, avim)
        if len(samen) < 3:
            return
        wacht, beantwoord, geweigerd = samen[:3]
        for dossier in (wacht, beantwoord):
            record_veiligheidskaart(door=coa, dossier_id=dossier.pk, tekst=_KAART, vorige=None)
        ask_inzage(door=avim, dossier_id=wacht.pk, peildatum=vandaag, **_PLATTEGROND)
        gevraagd = vandaag - timedelta(days=2)
        verzoek = ask_inzage(door=avim, dossier_id=beantwoord.pk, peildatum=gevraagd, **_PLATTEGROND)
        grant_inzage(
            door=coa,
            dossier_id=beantwoord.pk,
            verzoek_id=verzoek.pk,
            antwoord="Begane grond, tweede deur links na de receptie. De ramen gaan niet verder open dan een kier.",
            motivering="Nodig om de persoon veilig op te halen.",
            geldig_tot=vandaag + timedelta(days=3),
            peildatum=vandaag,
        )
        nee = ask_inzage(door=avim, dossier_id=geweigerd.pk, peildatum=gevraagd, **_PLATTEGROND)
        refuse_inzage(
            door=coa,
            dossier_id=geweigerd.pk,
            verzoek_id=nee.pk,
            motivering="De woonbegeleider brengt de persoon zelf naar de poort. De kamer is daarvoor niet nodig.",
            peildatum=vandaag,
        )
        if kmar is not None:
            _open_in_nood(kmar, beantwoord, vandaag)
        _vind_opvallend(geweigerd, vandaag)


def _iemand(rol: Rol) -> Medewerker | None:
    return Medewerker.objects.filter(rol=rol, is_active=True).order_by("gebruikersnaam").first()


def _samen(coa: Medewerker, avim: Medewerker) -> list[Dossier]:
    """Open dossiers on which both work, by number."""
    beide = Dossier.objects.visible_to(coa) & Dossier.objects.visible_to(avim)
    open_ = beide.filter(gesloten_op__isnull=True, afgeschermd=False, persoon__achternaam__isnull=False)
    return list(open_.select_related("persoon").order_by("nummer").distinct()[:3])


def _open_in_nood(wie: Medewerker, dossier: Dossier, vandaag: date) -> None:
    open_noodtoegang(
        door=wie,
        zoekvraag=Zoekvraag(v_nummer=dossier.persoon.v_nummer, achternaam=dossier.persoon.achternaam or ""),
        categorie="veiligheidskaart",
        reden="De persoon staat op het perron en dreigt te springen. Wij willen weten wat kalmeert.",
        minuten=60,
        peildatum=vandaag,
        verzoek="demo",
    )


def _vind_opvallend(dossier: Dossier, vandaag: date) -> None:
    """What the night would have found: a look at night by somebody of another team, a day with very many."""
    anderen = Medewerker.objects.filter(rol=Rol.REGIEVOERDER, is_active=True).exclude(team=dossier.team_id)
    wie = list(anderen.order_by("gebruikersnaam")[:2])
    gisteren = vandaag - timedelta(days=1)
    treffers = [
        Treffer(regel="nacht", medewerker=m.pk, dag=gisteren, dossier=dossier.pk, feiten={"dagen": 1})
        for m in wie[:1]
    ] + [
        Treffer(regel="veel", medewerker=m.pk, dag=gisteren, feiten={"aantal": 74, "drukste_dag": 31})
        for m in wie[1:]
    ]
    keep_opvallend(door=systeem(), treffers=treffers, mensen=wie, peildatum=vandaag)
