"""Which of the three fixed talks is at issue now, read from the facts. Plain values, no database."""

from datetime import date
from typing import Final

import msgspec
from django.utils.translation import gettext as _

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.kern.antwoord import Beoordeling
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.vertrekgesprek.keuzes import Moment
from verantwoord.web.datums import dag_maand

# Both allow a deviation with a reason that a manager approves; the second holds coercion back until then.
AANTALSNORMEN: Final = ("drie-vertrekgesprekken", "aantal-gesprekken-voor-dwang")


class Voorstel(msgspec.Struct, frozen=True, kw_only=True):
    """A talk that is at issue and not planned: why now, and its last day where a norm gives one."""

    moment: str
    reden: str
    uiterlijk_op: date | None

    @property
    def naam(self) -> str:
        return str(Moment(self.moment).label)


def voorstel_momenten(s: Stand) -> list[Voorstel]:
    """The fixed talks that events call for and that are neither planned nor held on the day of ``s`` (report §2.2).

    The first after the transfer, the second when the hearing is known, the third after the judgment or an unused appeal
    period. A talk that does not count, for want of an interpreter, is proposed anew. After a well-founded appeal there is
    no departure to talk about.
    """
    if s.beroepsstand == "gegrond":
        return []
    return [
        Voorstel(
            moment=moment,
            reden=reden,
            uiterlijk_op=getattr(s.termijnen, f"gesprek_{moment}").eindigt_op,
        )
        for moment, aanleiding in _AANLEIDING.items()
        if (reden := aanleiding(s)) and not is_gevoerd(s, moment) and not is_gepland(s, moment)
    ]


class Minder(msgspec.Struct, frozen=True, kw_only=True):
    """A norm that wants three talks where there are fewer: why it is not met, and until when somebody may deviate."""

    norm: str
    titel: str
    uitleg: str
    bron: str
    afwijking_tot: date | None


def minder_dan_drie(s: Stand, beoordeling: Beoordeling) -> list[Minder]:
    """The norms on the number of talks that are not met. Going on with fewer asks a reason and a manager (report §2.2, §3.1)."""
    return [
        Minder(
            norm=bevinding.norm,
            titel=REGISTER[bevinding.norm].titel,
            uitleg=bevinding.uitleg,
            bron="; ".join(bron_in_woorden(bron) for bron in bevinding.bron),
            afwijking_tot=afwijking.geldig_tot
            if (afwijking := s.geldige_afwijking(bevinding.norm))
            else None,
        )
        for bevinding in beoordeling.bevindingen
        if bevinding.norm in AANTALSNORMEN and bevinding.oordeel == "niet_voldaan"
    ]


def is_gevoerd(s: Stand, moment: str) -> bool:
    """Whether a talk of this moment was held that counts."""
    return bool(s.tellend(moment))


def is_gepland(s: Stand, moment: str) -> bool:
    return any(gesprek.moment == moment and gesprek.status == "gepland" for gesprek in s.gesprekken)


def _na_overdracht(s: Stand) -> str:
    if s.ontvangen_op is None:
        return ""
    return _("Het dossier is op %(dag)s overgedragen.") % {"dag": dag_maand(s.ontvangen_op)}


def _zitting_bekend(s: Stand) -> str:
    beroep = s.beroep
    if beroep is None or beroep.zonder_zitting:
        return ""
    if beroep.zitting_op is not None:
        return _("De zitting is op %(dag)s.") % {"dag": dag_maand(beroep.zitting_op)}
    return _("De datum van de zitting is bekend.") if beroep.zitting_bekend_op is not None else ""


def _na_beroep(s: Stand) -> str:
    if s.basis is None:
        return ""
    if s.beroepsstand == "termijn_verstreken":
        return _("De beroepstermijn is op %(dag)s voorbijgegaan zonder beroep.") % {"dag": dag_maand(s.basis)}
    return _("De uitspraak van de rechtbank is op %(dag)s bekendgemaakt.") % {"dag": dag_maand(s.basis)}


_AANLEIDING: Final = {
    Moment.EERSTE.value: _na_overdracht,
    Moment.TWEEDE.value: _zitting_bekend,
    Moment.DERDE.value: _na_beroep,
}
