"""The first positions, the dissent and the votes on an item."""

from typing import Final

from django.utils.translation import gettext as _

from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.overleg.blad.punt import Punt, url_van
from verantwoord.overleg.blad.uitslag import uitslag_van
from verantwoord.overleg.blad.vormen import Kaart, Puntblad, Stemregel, Tegenwoord
from verantwoord.overleg.blad.woorden import namen_van, partner_naam, wie_en_wanneer
from verantwoord.overleg.keuzes import Oordeel, Stap
from verantwoord.overleg.models import Standpunt, Tegenspraak
from verantwoord.web import datums

OORDEELTEKEN: Final = {
    Oordeel.AKKOORD: "gedaan",
    Oordeel.NIET_AKKOORD: "kruis",
    Oordeel.ONTHOUDING: "niet-aan-de-orde",
}


def vul_standpunten(blad: Puntblad, p: Punt) -> None:
    """Put the place of each partner on the page, closed until all four are there."""
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


def vul_tegenspraak(blad: Puntblad, p: Punt) -> None:
    """Put the dissent on the page, whose turn it is and who waits for an answer."""
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


def vul_besluit(blad: Puntblad, p: Punt) -> None:
    """Put the proposal, the votes and what came of them on the page."""
    punt = p.punt
    blad.toon_besluit = True
    # What the table below could not settle stands above it already.
    blad.voorstel = punt.voorstel if blad.herkomst is None else ""
    blad.vraagt_voorstel = punt.is_lko and not punt.voorstel
    if punt.is_lko and punt.is_onthuld:
        blad.stemmen = [_stemregel(p, partner) for partner in VASTE_PARTNERS]
    blad.uitslag = uitslag_van(p)


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
