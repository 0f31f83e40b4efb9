"""What came out of an item, in words."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.overleg.blad.punt import Punt
from verantwoord.overleg.blad.vormen import Uitslag
from verantwoord.overleg.blad.woorden import namen_van
from verantwoord.overleg.keuzes import Besluit, Oordeel, Opschaling, Stap, Vorm
from verantwoord.overleg.models import Agendapunt
from verantwoord.web import datums

AANTAL: Final = (
    lui("niemand akkoord"),
    lui("één van vier akkoord"),
    lui("twee van vier akkoord"),
    lui("drie van vier akkoord"),
)


def uitslag_van(p: Punt) -> Uitslag | None:
    """What was decided or not, and what follows from it; nothing while nobody can decide yet."""
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


def mededeling(punt: Agendapunt) -> Uitslag:
    """What there is to know, of an item on which nothing is decided."""
    bron = punt.bron
    zinnen = [punt.voorstel] if punt.voorstel else []
    if bron is not None and bron.terugkoppeling:
        zinnen.append(bron.terugkoppeling)
    if punt.behandeld_op is not None:
        zinnen.append(_("Besproken op %(wanneer)s.") % {"wanneer": datums.wanneer(punt.behandeld_op)})
    return Uitslag(soort="uitleg", titel=_("Om van te weten"), zinnen=tuple(zinnen))


def herkomst(punt: Agendapunt) -> Uitslag | None:
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
