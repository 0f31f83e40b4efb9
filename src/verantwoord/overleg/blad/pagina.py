"""The whole page of an item, worked out from the item and from who reads it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.overleg.blad.punt import Punt, url_van
from verantwoord.overleg.blad.standpunten import vul_besluit, vul_standpunten, vul_tegenspraak
from verantwoord.overleg.blad.uitslag import herkomst, mededeling
from verantwoord.overleg.blad.vormen import Actieregel, Gastregel, Puntblad, Zaakdeel
from verantwoord.overleg.blad.woorden import partner_naam
from verantwoord.overleg.blad.zien import zien
from verantwoord.overleg.keuzes import Besluit, Stap, Vorm
from verantwoord.overleg.models import Actie, Gast
from verantwoord.toegang.models import Medewerker
from verantwoord.web import datums
from verantwoord.web.waarden import Stap as Paginastap
from verantwoord.web.waarden import Verwijzing


def puntblad(p: Punt, *, zaak: Sequence[Zaakdeel]) -> Puntblad:
    """The whole page of one item for one reader."""
    punt = p.punt
    blad = Puntblad(
        id=punt.pk,
        titel=p.titel,
        nummer=p.nummer,
        vraag=punt.vraag,
        stappen=list(_stappen(p)),
        bericht=_bericht(p),
        herkomst=herkomst(punt),
        besproken=punt.besproken,
        besproken_url=url_van(punt, "besproken") if p.mag("besproken") else "",
        acties=[actieregel(actie, viewer=p.viewer, vandaag=p.vandaag) for actie in p.acties],
        actie_url=url_van(punt, "actie") if p.mag("actie") else "",
        toon_acties=bool(p.acties) or p.mag("actie"),
        gasten=[_gast(p, gast) for gast in p.gasten],
        gast_url=url_van(punt, "gast") if p.mag("gast") else "",
        zaak=tuple(zaak),
        zien=zien(),
        handelingen=list(_handelingen(p)),
    )
    if punt.vorm == Vorm.MEDEDELING:
        blad.mededeling = mededeling(punt)
    elif punt.is_lko:
        vul_standpunten(blad, p)
        vul_tegenspraak(blad, p)
    if punt.vorm == Vorm.BESLUIT:
        vul_besluit(blad, p)
    return blad


def _stappen(p: Punt) -> Iterator[Paginastap]:
    punt = p.punt
    if punt.vorm == Vorm.MEDEDELING:
        return
    if not punt.is_lko:
        besloten = punt.besluit is not None
        terug = punt.teruggekoppeld_op is not None
        yield Paginastap(_("Bespreken"), "gedaan" if besloten else "nu", "" if besloten else _("nu"))
        yield Paginastap(_("Uitkomst"), "gedaan" if besloten else "straks")
        if punt.overleg is not None:
            yield Paginastap(_("Terugkoppelen"), "gedaan" if terug else "nu" if besloten else "straks")
        return
    if punt.doorgeschoven_op is not None:
        yield Paginastap(_("Eerste standpunt"), "opgeschort", _("volgend overleg"))
        return
    volgorde = [Stap.STANDPUNTEN, Stap.TEGENSPRAAK, Stap.STEMMEN]
    namen = {
        Stap.STANDPUNTEN: _("Eerste standpunt"),
        Stap.TEGENSPRAAK: _("Bespreken en tegenspraak"),
        Stap.STEMMEN: _("Besluit"),
    }
    besluit = punt.besluit
    hier = volgorde.index(p.stand.stap) if p.stand.stap in volgorde else len(volgorde)
    for plek, stap in enumerate(volgorde):
        if plek == hier:
            yield Paginastap(namen[stap], "nu", _("nu"))
        elif stap == Stap.STEMMEN and besluit is not None and besluit != Besluit.VASTGESTELD:
            yield Paginastap(namen[stap], "opgeschort", str(Besluit(besluit).label).lower())
        else:
            yield Paginastap(namen[stap], "gedaan" if plek < hier else "straks")
    yield Paginastap(_("Acties"), "gedaan" if p.acties and besluit is not None else "straks")


def _bericht(p: Punt) -> str:
    """One sentence for who listens instead of looks."""
    punt = p.punt
    match p.stand.stap:
        case Stap.STANDPUNTEN:
            return _("%(n)d van 4 standpunten ingeleverd.") % {"n": len(punt.ingeleverd)}
        case Stap.TEGENSPRAAK:
            return _("De standpunten staan open. Nu is er tegenspraak.")
        case Stap.STEMMEN:
            return _("%(n)d van 4 partners akkoord.") % {"n": 4 - len(p.stand.zonder_akkoord)}
        case Stap.BESLOTEN if punt.besluit is not None:
            return _("Uitkomst: %(besluit)s.") % {"besluit": str(Besluit(punt.besluit).label).lower()}
        case _:
            return ""


def actieregel(actie: Actie, *, viewer: Medewerker, vandaag: date) -> Actieregel:
    kan = actie.gereed_op is None and (
        actie.eigenaar == viewer.organisatie
        or (viewer.organisatie == "dtv" and actie.eigenaar in {"vreemdeling", "iom", "ngo", "kmar"})
    )
    if actie.gereed_op is not None:
        teken, stand = "gedaan", _("gedaan op %(dag)s") % {"dag": datums.dag_maand(actie.gereed_op)}
    elif actie.uiterlijk is not None and actie.uiterlijk < vandaag:
        teken, stand = "te-laat", datums.nog(actie.uiterlijk, vandaag)
    else:
        teken, stand = "gepland", _("loopt")
    return Actieregel(
        wie=partner_naam(actie.eigenaar),
        wat=actie.omschrijving,
        teken=teken,
        stand=stand,
        uiterlijk=actie.uiterlijk,
        url=reverse("overleg:actie-gereed", args=[actie.pk]) if kan else "",
    )


def _gast(p: Punt, gast: Gast) -> Gastregel:
    wie = str(gast.get_organisatie_display()) if gast.organisatie else _("werkt niet met dit programma")
    return Gastregel(
        naam=gast.naam,
        bij=f"{wie}: {gast.reden}"
        if gast.tot is None
        else _("%(wie)s, tot %(dag)s") % {"wie": wie, "dag": datums.dag_maand(gast.tot)},
        url=reverse("overleg:gast-klaar", args=[p.punt.pk, gast.pk])
        if gast.tot is None and p.mag("gast")
        else "",
    )


HANDELINGEN: Final[tuple[tuple[str, Promise], ...]] = (
    ("voorstel", lui("Wijzig het voorstel")),
    ("openen", lui("Open de standpunten")),
    ("uitkomst", lui("Leg de uitkomst vast")),
    ("terugkoppelen", lui("Koppel terug")),
    ("behandeld", lui("Dit is besproken")),
    ("aanhouden", lui("Houd het besluit aan")),
    ("opschalen", lui("Schaal op")),
    ("doorschuiven", lui("Schuif door naar een volgend overleg")),
)


def _handelingen(p: Punt) -> Iterator[Verwijzing]:
    for handeling, tekst in HANDELINGEN:
        if p.mag(handeling):
            yield Verwijzing(str(tekst), url_van(p.punt, handeling))
    if p.mag("stem") and p.partner in p.stand.stemmen:
        yield Verwijzing(_("Stem opnieuw"), url_van(p.punt, "stem"))
    if p.mag("aanvulling"):
        yield Verwijzing(_("Vul het verslag aan"), url_van(p.punt, "aanvulling"))
