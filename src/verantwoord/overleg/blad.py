"""What the page of an item says, worked out from the item and from who reads it. Plain values: nothing is asked later."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui
from django.utils.translation import pgettext

from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.kern.toegang import Toegang, toegang_van
from verantwoord.kern.woorden import opsomming
from verantwoord.overleg.keuzes import (
    Actiehouder,
    Besluit,
    Oordeel,
    Opschaling,
    Overlegstand,
    Partner,
    Soort,
    Stap,
    Vorm,
)
from verantwoord.overleg.models import Actie, Agendapunt, Gast, Overleg, Standpunt, Tegenspraak
from verantwoord.overleg.stand import STEMBAAR, Puntstand, is_tegengesproken
from verantwoord.toegang.models import Medewerker
from verantwoord.web import datums
from verantwoord.web.waarden import Feit, Verwijzing
from verantwoord.web.waarden import Stap as Paginastap

OORDEELTEKEN: Final = {
    Oordeel.AKKOORD: "gedaan",
    Oordeel.NIET_AKKOORD: "kruis",
    Oordeel.ONTHOUDING: "niet-aan-de-orde",
}
# What a chair sees of a case, category by category: the same list for every case, so its presence says nothing.
ZIEN: Final[tuple[tuple[Promise, str], ...]] = (
    (lui("Naam en V-nummer"), "identiteit"),
    (lui("Strategie, acties en of er is getoetst"), "vertrekplan_en_toetsing"),
    (lui("Opvang en einddatum"), "opvang_einddatum"),
    (lui("Tekst van het besluit van de IND"), "ind_besluit"),
    (lui("Toezicht en bewaring"), "toezicht_en_bewaring"),
    (lui("Verslag van gesprekken"), "gespreksverslag"),
    (lui("Medische stukken"), "medisch"),
)
ROL_VAN: Final = {"dtv": "regievoerder", "coa": "coa", "avim": "avim_toezicht", "ind": "ind"}
TOEGANGSWOORD: Final[dict[Toegang, tuple[bool, Promise]]] = {
    Toegang.VOL: (True, lui("ja")),
    Toegang.ANTWOORD: (True, lui("alleen het antwoord")),
    Toegang.EIGEN: (False, lui("alleen wat zij zelf meldden")),
    Toegang.NOOD: (False, lui("niet gedeeld, wel in nood")),
    Toegang.NIETS: (False, lui("niet gedeeld")),
    Toegang.AANTALLEN: (False, lui("niet gedeeld")),
}


@dataclass(frozen=True, kw_only=True)
class Kop:
    titel: str
    feiten: tuple[Feit, ...]
    vervallen: str = ""


@dataclass(frozen=True, kw_only=True)
class Agendaregel:
    sleutel: str
    nummer: str
    titel: str
    bij: str
    teken: str
    url: str = ""
    huidig: bool = False


@dataclass(frozen=True, kw_only=True)
class Kaart:
    """The place of one partner among the first positions; ``dicht`` is written and not for this reader yet."""

    partner: str
    teken: str
    oordeel: str
    tekst: str = ""
    wie: str = ""
    eigen: bool = False
    dicht: bool = False
    leesbaar: bool = False
    wijzig_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Tegenwoord:
    wie: str
    tekst: str
    antwoord: str = ""
    antwoord_wie: str = ""
    wacht: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Stemregel:
    partner: str
    teken: str
    oordeel: str
    waarom: str = ""
    bij: str = ""


@dataclass(frozen=True, kw_only=True)
class Uitslag:
    soort: str
    titel: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Actieregel:
    wie: str
    wat: str
    teken: str
    stand: str
    uiterlijk: date | None = None
    bij: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Gastregel:
    naam: str
    bij: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Ziencel:
    partner: str
    ja: bool
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Zienregel:
    titel: str
    cellen: tuple[Ziencel, ...]


@dataclass(frozen=True, kw_only=True)
class Zaakdeel:
    """What this reader may know of one dossier of the item."""

    naam: str
    feiten: tuple[Feit, ...]
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Verslagtekst:
    titel: str
    waar: str
    kop: str
    delen: tuple[tuple[str, str], ...]
    voet: str = ""


@dataclass(kw_only=True)
class Puntblad:
    id: UUID
    titel: str
    nummer: str
    vraag: str
    stappen: list[Paginastap]
    bericht: str
    herkomst: Uitslag | None = None
    is_blind: bool = False
    blind_zin: str = ""
    onthuld_zin: str = ""
    onthuld_zonder: str = ""
    kaarten: list[Kaart] = field(default_factory=list)
    toon_tegenspraak: bool = False
    tegenspreker_zin: str = ""
    tegenspraken: list[Tegenwoord] = field(default_factory=list)
    tegenspraak_url: str = ""
    toon_besluit: bool = False
    voorstel: str = ""
    vraagt_voorstel: bool = False
    stemmen: list[Stemregel] = field(default_factory=list)
    uitslag: Uitslag | None = None
    mededeling: Uitslag | None = None
    handelingen: list[Verwijzing] = field(default_factory=list)
    besproken: str = ""
    besproken_url: str = ""
    acties: list[Actieregel] = field(default_factory=list)
    actie_url: str = ""
    toon_acties: bool = False
    gasten: list[Gastregel] = field(default_factory=list)
    gast_url: str = ""
    verslag: Verslagtekst | None = None
    zaak: tuple[Zaakdeel, ...] = ()
    zien: tuple[Zienregel, ...] = ()


def partner_naam(code: str) -> str:
    return str(Partner(code).label) if code in Partner.values else str(Actiehouder(code).label)


def namen_van(codes: Sequence[str]) -> str:
    return opsomming([partner_naam(code) for code in codes])


def wie_en_wanneer(naam: str, moment: datetime) -> str:
    return f"{naam}, {datums.wanneer(moment)}"


def zien() -> tuple[Zienregel, ...]:
    """Who may know what of every case, out of the matrix itself."""
    return tuple(
        Zienregel(
            titel=str(titel),
            cellen=tuple(
                Ziencel(partner=partner_naam(p), ja=woord[0], tekst=str(woord[1]))
                for p in VASTE_PARTNERS
                for woord in [TOEGANGSWOORD[toegang_van(ROL_VAN[p], categorie)]]
            ),
        )
        for titel, categorie in ZIEN
    )


def kop_van(overleg: Overleg) -> Kop:
    """The head of a meeting: when, which kind, who chairs and who writes."""
    if overleg.soort == "lko":
        soort = (_("Groot LKO:"), _("alle vier de partners"))
    elif overleg.soort == "klein_lko":
        soort = (_("Klein LKO:"), _("niet alle vier de partners"))
    else:
        soort = (_("Soort:"), str(overleg.get_soort_display()))
    rooster = (
        _("%(partner)s (rooster)")
        if overleg.voorzitter == overleg.voorzitter_rooster
        else _("%(partner)s (afwijkend)")
    )
    feiten = (
        Feit(
            _("Wanneer"),
            f"{datums.lang(overleg.datum)}, {datums.tijd(overleg.begin)}",
        ),
        Feit(*soort),
        Feit(_("Voorzitter"), rooster % {"partner": partner_naam(overleg.voorzitter)}),
        Feit(pgettext("overleg", "Verslag"), partner_naam(overleg.notulist)),
    )
    vervallen = overleg.reden_vervallen if overleg.stand == Overlegstand.VERVALLEN else ""
    return Kop(titel=overleg.naam, feiten=feiten, vervallen=vervallen)


@dataclass(frozen=True, kw_only=True)
class Punt:
    """An item as this reader found it, with all its page needs; ``aan_tafel`` is false for guests and onlookers."""

    punt: Agendapunt
    stand: Puntstand
    standpunten: Sequence[Standpunt]
    acties: Sequence[Actie]
    gasten: Sequence[Gast]
    titel: str
    nummer: str
    viewer: Medewerker
    aan_tafel: bool
    vast: bool
    vandaag: date

    @property
    def partner(self) -> str:
        return self.viewer.organisatie

    @property
    def is_voorzitter(self) -> bool:
        overleg = self.punt.overleg
        return self.aan_tafel and overleg is not None and overleg.voorzitter == self.partner

    @property
    def is_open(self) -> bool:
        overleg = self.punt.overleg
        return overleg is not None and overleg.stand in {Overlegstand.GEPLAND, Overlegstand.BEZIG}

    @property
    def is_bezig(self) -> bool:
        return self.punt.overleg is not None and self.punt.overleg.stand == Overlegstand.BEZIG

    def mag(self, handeling: str) -> bool:
        """Whether this act is offered now. The action judges it again; what would only be refused is not shown."""
        return self.aan_tafel and bool(_MAG[handeling](self))


def _besluitbaar(p: Punt) -> bool:
    return p.punt.is_lko and p.punt.vorm == Vorm.BESLUIT


def _mag_stemmen(p: Punt) -> bool:
    punt, stand = p.punt, p.stand
    return (
        _besluitbaar(p)
        and punt.is_onthuld
        and punt.besluit in STEMBAAR
        and is_tegengesproken(punt, stand.tegenspraken)
        and p.vandaag <= stand.stemmen_tot
    )


def _mag_opschalen(p: Punt) -> bool:
    besproken = p.punt.is_onthuld if p.punt.is_lko else p.punt.overleg is not None
    return (
        not p.vast
        and besproken
        and p.punt.vorm == Vorm.BESLUIT
        and p.punt.soort != Soort.DEELBERAAD
        and p.punt.besluit in {*STEMBAAR, Besluit.GEEN_BESLUIT}
    )


def _schrijft_verslag(p: Punt) -> bool:
    overleg = p.punt.overleg
    return overleg is not None and p.partner in {overleg.notulist, overleg.voorzitter}


_MAG: Final[dict[str, Callable[[Punt], bool]]] = {
    "standpunt": lambda p: _besluitbaar(p) and p.stand.stap == Stap.STANDPUNTEN and p.is_open,
    "openen": lambda p: p.is_voorzitter and p.stand.kan_open and p.is_bezig,
    "tegenspraak": lambda p: (
        _besluitbaar(p) and p.punt.is_onthuld and p.punt.besluit is None and p.partner != p.punt.voorstel_door
    ),
    "antwoord": lambda p: p.punt.is_onthuld and not p.vast,
    "stem": _mag_stemmen,
    "besproken": lambda p: _schrijft_verslag(p) and not p.vast,
    "voorstel": lambda p: (
        not p.punt.is_onthuld
        and p.punt.besluit is None
        and (p.partner == p.punt.voorstel_door or p.is_voorzitter)
        and p.is_open
    ),
    "aanhouden": lambda p: p.is_voorzitter and p.stand.stap in {Stap.TEGENSPRAAK, Stap.STEMMEN},
    "opschalen": _mag_opschalen,
    "uitkomst": lambda p: p.is_voorzitter and p.stand.stap == Stap.UITKOMST,
    "terugkoppelen": lambda p: (
        p.punt.overleg is not None
        and not p.punt.is_lko
        and p.punt.besluit is not None
        and p.punt.teruggekoppeld_op is None
    ),
    "doorschuiven": lambda p: (
        p.is_voorzitter
        and p.is_open
        and not p.punt.is_onthuld
        and p.punt.besluit is None
        and p.punt.doorgeschoven_op is None
        and p.punt.vorm == Vorm.BESLUIT
    ),
    "gast": lambda p: p.is_open,
    "actie": lambda p: (
        p.punt.vorm == Vorm.BESLUIT and not p.vast and (p.punt.is_onthuld or p.punt.besluit is not None)
    ),
    "behandeld": lambda p: p.punt.vorm == Vorm.MEDEDELING and p.punt.behandeld_op is None,
    "aanvulling": lambda p: p.vast,
}


def url_van(punt: Agendapunt, handeling: str) -> str:
    return reverse("overleg:handeling", args=[punt.pk, handeling])


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
        herkomst=_herkomst(punt),
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
        blad.mededeling = _mededeling(punt)
    elif punt.is_lko:
        _vul_standpunten(blad, p)
        _vul_tegenspraak(blad, p)
    if punt.vorm == Vorm.BESLUIT:
        _vul_besluit(blad, p)
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


def _herkomst(punt: Agendapunt) -> Uitslag | None:
    """What the partners below did not agree on, for who has to decide it here."""
    bron = punt.bron
    if bron is None or not bron.verschil or punt.vorm != Vorm.BESLUIT:
        return None
    waar = bron.overleg.naam if bron.overleg is not None else _("een afspraak buiten het overleg")
    zinnen = [bron.verschil]
    if bron.spoed_reden:
        zinnen.append(_("Spoed: %(reden)s") % {"reden": bron.spoed_reden})
    return Uitslag(
        soort="stand",
        titel=_("Waarover zij het niet eens werden: %(waar)s, %(dag)s")
        % {"waar": waar, "dag": datums.dag_maand(bron.datum)},
        zinnen=tuple(zinnen),
    )


def _vul_standpunten(blad: Puntblad, p: Punt) -> None:
    punt = p.punt
    if p.stand.stap == Stap.DOORGESCHOVEN:
        return
    blad.is_blind = not punt.is_onthuld
    if punt.is_onthuld:
        assert punt.onthuld_op is not None  # noqa: S101 - tells the type checker what is_onthuld says
        blad.onthuld_zin = _("Eerste standpunten, geopend %(wanneer)s") % {
            "wanneer": datums.wanneer(punt.onthuld_op)
        }
        if punt.onthuld_zonder:
            blad.onthuld_zonder = _(
                "Geopend zonder het standpunt van %(partners)s. Zwijgen telt niet als instemmen."
            ) % {"partners": namen_van(punt.onthuld_zonder)}
    else:
        blad.blind_zin = _(
            "Pas als alle vier de partners hebben ingevuld, ziet ieder elkaars standpunt. Nog te gaan: %(partners)s. "
            "Zwijgen telt niet als instemmen."
        ) % {"partners": namen_van(p.stand.zonder_standpunt)}
    geschreven = {s.partner: s for s in p.standpunten}
    blad.kaarten = [_kaart(p, partner, geschreven.get(partner)) for partner in VASTE_PARTNERS]


def _kaart(p: Punt, partner: str, standpunt: Standpunt | None) -> Kaart:
    eigen = partner == p.partner and p.aan_tafel
    naam = partner_naam(partner)
    if standpunt is not None:
        return Kaart(
            partner=naam,
            teken=OORDEELTEKEN[Oordeel(standpunt.oordeel)],
            oordeel=str(Oordeel(standpunt.oordeel).label),
            tekst=standpunt.motivering,
            wie=wie_en_wanneer(standpunt.door_naam, standpunt.gegeven_op),
            eigen=eigen,
            leesbaar=True,
            wijzig_url=url_van(p.punt, "standpunt") if eigen and p.mag("standpunt") else "",
        )
    if partner in p.punt.ingeleverd:
        return Kaart(
            partner=naam, teken="gedaan", oordeel=_("Ingevuld, nog niet zichtbaar"), eigen=eigen, dicht=True
        )
    if p.punt.is_onthuld:
        return Kaart(
            partner=naam,
            teken="ontbreekt",
            oordeel=_("Geen standpunt"),
            wie=_("Stemt schriftelijk, uiterlijk %(dag)s.") % {"dag": datums.lang(p.stand.stemmen_tot)},
        )
    bij = _("Nu aan u.") if eigen else ""
    return Kaart(partner=naam, teken="ontbreekt", oordeel=_("Nog niet ingevuld"), wie=bij, eigen=eigen)


def _vul_tegenspraak(blad: Puntblad, p: Punt) -> None:
    punt = p.punt
    if p.stand.stap == Stap.DOORGESCHOVEN:
        return
    blad.toon_tegenspraak = True
    if punt.tegenspreker:
        wie = partner_naam(punt.tegenspreker)
        zin = _(
            "Het is de beurt van %(wie)s om tegen te spreken (rooster): ten minste één ander voorstel, één risico of één "
            "vraag, ook als %(wie)s het eens is."
        )
        blad.tegenspreker_zin = zin % {"wie": wie}
    else:
        blad.tegenspreker_zin = _(
            "Wie tegenspreekt, volgt uit het rooster zodra er een tweede partner aan tafel zit."
        )
    blad.tegenspraken = [_tegenwoord(p, t) for t in p.stand.tegenspraken]
    eigen_beurt = punt.tegenspreker == p.partner and not any(
        t.partner == p.partner for t in p.stand.tegenspraken
    )
    if p.mag("tegenspraak") and not eigen_beurt:
        blad.tegenspraak_url = url_van(punt, "tegenspraak")


def _tegenwoord(p: Punt, t: Tegenspraak) -> Tegenwoord:
    kop = _("%(partner)s: %(soort)s") % {
        "partner": partner_naam(t.partner),
        "soort": str(t.get_soort_display()).lower(),
    }
    if t.beantwoord_op is not None:
        return Tegenwoord(
            wie=kop,
            tekst=t.tekst,
            antwoord=t.antwoord,
            antwoord_wie=_("Antwoord van %(partner)s") % {"partner": partner_naam(t.antwoord_partner)},
        )
    kan = p.mag("antwoord") and p.partner != t.partner
    return Tegenwoord(
        wie=kop,
        tekst=t.tekst,
        wacht=_("Wacht op antwoord van %(partner)s") % {"partner": partner_naam(p.punt.voorstel_door)},
        url=f"{url_van(p.punt, 'antwoord')}?op={t.pk}" if kan and p.partner != p.punt.voorstel_door else "",
    )


def _vul_besluit(blad: Puntblad, p: Punt) -> None:
    punt = p.punt
    blad.toon_besluit = True
    # What the table below could not settle stands above it already.
    blad.voorstel = punt.voorstel if blad.herkomst is None else ""
    blad.vraagt_voorstel = punt.is_lko and not punt.voorstel
    if punt.is_lko and punt.is_onthuld:
        blad.stemmen = [_stemregel(p, partner) for partner in VASTE_PARTNERS]
    blad.uitslag = _uitslag(p)


def _stemregel(p: Punt, partner: str) -> Stemregel:
    stem = p.stand.stemmen.get(partner)
    if stem is not None:
        bij = _("schriftelijk, %(wie)s") if stem.schriftelijk else "%(wie)s"
        return Stemregel(
            partner=partner_naam(partner),
            teken=OORDEELTEKEN[Oordeel(stem.oordeel)],
            oordeel=str(Oordeel(stem.oordeel).label),
            waarom=stem.motivering,
            bij=bij % {"wie": wie_en_wanneer(stem.door_naam, stem.gegeven_op)},
        )
    if p.vandaag > p.stand.stemmen_tot:
        return Stemregel(
            partner=partner_naam(partner),
            teken="ontbreekt",
            oordeel=_("niet gestemd"),
            waarom=_("Stemmen kon tot en met %(dag)s.") % {"dag": datums.lang(p.stand.stemmen_tot)},
        )
    weg = partner not in p.stand.aanwezig or not p.is_bezig
    waarom = _("Schriftelijk, uiterlijk %(dag)s") % {"dag": datums.lang(p.stand.stemmen_tot)} if weg else ""
    return Stemregel(
        partner=partner_naam(partner), teken="ontbreekt", oordeel=_("nog niet gestemd"), waarom=waarom
    )


AANTAL: Final = (
    lui("niemand akkoord"),
    lui("één van vier akkoord"),
    lui("twee van vier akkoord"),
    lui("drie van vier akkoord"),
)


def _uitslag(p: Punt) -> Uitslag | None:
    punt = p.punt
    terug = (
        (
            _("Teruggekoppeld op %(dag)s: %(tekst)s")
            % {"dag": datums.dag_maand(punt.teruggekoppeld_op), "tekst": punt.terugkoppeling},
        )
        if punt.teruggekoppeld_op
        else ()
    )
    eigen = _(
        "Dit vervangt geen besluit dat een partner zelf volgens de wet neemt. Er volgt niets vanzelf uit."
    )
    match punt.besluit:
        case Besluit.VASTGESTELD:
            dag = datums.dag_maand(punt.besloten_op) if punt.besloten_op else ""
            if punt.overleg is None:
                titel = (
                    _("Afgesproken buiten het overleg, bevestigd op %(dag)s")
                    % {"dag": datums.dag_maand(punt.bevestigd_op)}
                    if punt.bevestigd_op
                    else _("Afgesproken buiten het overleg, nog niet bevestigd")
                )
                voorlopig = () if punt.bevestigd_op else (_("Het geldt pas als een overleg het bevestigt."),)
                return Uitslag(
                    soort="gelukt" if punt.bevestigd_op else "stand",
                    titel=titel,
                    zinnen=(punt.besluit_tekst, *voorlopig, eigen),
                )
            titel = (
                _("Besloten op %(dag)s: alle vier akkoord") if punt.is_lko else _("Besloten op %(dag)s")
            ) % {"dag": dag}
            zinnen = (punt.besluit_tekst,) if punt.besluit_tekst else ()
            return Uitslag(soort="gelukt", titel=titel, zinnen=(*zinnen, *terug, eigen))
        case Besluit.AANGEHOUDEN:
            zinnen = (punt.besluit_tekst, *terug) if punt.besluit_tekst else terug
            later = (
                (
                    _("Zijn alle vier uiterlijk %(dag)s toch akkoord, dan is het alsnog besloten.")
                    % {"dag": datums.lang(p.stand.stemmen_tot)},
                )
                if punt.is_lko and p.vandaag <= p.stand.stemmen_tot
                else ()
            )
            return Uitslag(soort="stand", titel=_("Het besluit is aangehouden"), zinnen=(*zinnen, *later))
        case Besluit.OPGESCHAALD:
            naar = str(Opschaling(punt.opgeschaald_naar).label) if punt.opgeschaald_naar else ""
            spoed = (_("Spoed: %(reden)s") % {"reden": punt.spoed_reden},) if punt.spoed_reden else ()
            return Uitslag(
                soort="stand",
                titel=_("Opgeschaald naar het %(naar)s") % {"naar": naar},
                zinnen=(punt.verschil, *spoed, *terug),
            )
        case Besluit.GEEN_BESLUIT:
            return Uitslag(
                soort="stand",
                titel=_("Er is geen besluit"),
                zinnen=(*((punt.besluit_tekst,) if punt.besluit_tekst else ()), *terug),
            )
        case _:
            return _nog_niet(p)


def _nog_niet(p: Punt) -> Uitslag | None:
    punt = p.punt
    if punt.doorgeschoven_op is not None:
        return Uitslag(
            soort="stand",
            titel=_("Dit punt ging naar een volgend overleg"),
            zinnen=(punt.reden_doorgeschoven,),
        )
    if not (punt.is_lko and punt.is_onthuld and p.stand.stap == Stap.STEMMEN):
        return None
    akkoord = 4 - len(p.stand.zonder_akkoord)
    tegen = [partner for partner, stem in p.stand.stemmen.items() if stem.oordeel != Oordeel.AKKOORD]
    zin = _("Een besluit telt pas als alle vier uitdrukkelijk akkoord zijn.")
    vervolg = (
        _("Komen de partners er niet uit, dan gaat het punt met de verschillen op papier naar het RAO.")
        if tegen
        else _("Nog te gaan: %(partners)s.") % {"partners": namen_van(p.stand.zonder_akkoord)}
    )
    return Uitslag(
        soort="stand",
        titel=_("Nog geen besluit: %(telling)s") % {"telling": AANTAL[akkoord]},
        zinnen=(zin, vervolg),
    )


def _mededeling(punt: Agendapunt) -> Uitslag:
    bron = punt.bron
    zinnen = [punt.voorstel] if punt.voorstel else []
    if bron is not None and bron.terugkoppeling:
        zinnen.append(bron.terugkoppeling)
    if punt.behandeld_op is not None:
        zinnen.append(_("Besproken op %(wanneer)s.") % {"wanneer": datums.wanneer(punt.behandeld_op)})
    return Uitslag(soort="uitleg", titel=_("Om van te weten"), zinnen=tuple(zinnen))


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
