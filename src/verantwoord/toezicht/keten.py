"""Is the person still there? The chain from staying away to a bericht van vertrek, in words with dates. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.normen.toezicht import weggebleven_op
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.zicht import AMSTERDAM, amsterdamse_dag
from verantwoord.toezicht.keuzes import Moment
from verantwoord.toezicht.models import Meldmoment
from verantwoord.web.datums import dag_maand, kort_jaar, wanneer
from verantwoord.web.waarden import Feit, Routestap


@dataclass(frozen=True, kw_only=True)
class Keten:
    """``nu`` says who must do what now; empty when nobody has to."""

    er_is_iets: bool
    stappen: tuple[Routestap, ...]
    nu_wie: str
    nu_wat: str
    nu_sinds: date | None
    feiten: tuple[Feit, ...]


def keten_van(s: Stand, momenten: Sequence[Meldmoment], verloop: Sequence[Gebeurtenis]) -> Keten:
    """The chain as it stands on the day of ``s``. Being seen again ends it; nothing of it is erased."""
    weg = s.afwezigheid
    sinds = weggebleven_op(s)
    gezien = sinds is not None and weg.laatst_gezien_op is not None and weg.laatst_gezien_op > sinds
    gecontroleerd = (
        weg.aanwezigheidscontrole_op
        if sinds is not None
        and weg.aanwezigheidscontrole_op is not None
        and weg.aanwezigheidscontrole_op >= sinds
        else None
    )
    bericht = weg.bericht_van_vertrek_ref
    wie, wat, vanaf = _wie_nu(s, momenten, sinds=None if gezien else sinds, gecontroleerd=gecontroleerd)
    if not wie:
        wie, wat, vanaf = _gemeld(s, verloop)
    return Keten(
        er_is_iets=sinds is not None or bool(wie) or weg != type(weg)(),
        stappen=tuple(
            _stappen(
                s,
                sinds=sinds,
                gezien=weg.laatst_gezien_op if gezien else None,
                gecontroleerd=gecontroleerd,
                bericht=bericht or "",
            )
        ),
        nu_wie=wie,
        nu_wat=wat,
        nu_sinds=vanaf,
        feiten=tuple(_feiten(s, verloop)),
    )


def _stappen(
    s: Stand, *, sinds: date | None, gezien: date | None, gecontroleerd: date | None, bericht: str
) -> Iterator[Routestap]:
    yield Routestap(
        teken="gedaan" if sinds else "niet-begonnen",
        titel=_("Weggebleven: twee meldingen op rij gemist, of 48 uur niet aangekomen"),
        toelichting=_aanleiding(s, sinds),
        wanneer=kort_jaar(sinds) if sinds else "",
    )
    yield Routestap(
        teken="gedaan" if gecontroleerd else "niet-begonnen",
        titel=_("COA en AVIM keken samen of de persoon er is"),
        wanneer=kort_jaar(gecontroleerd) if gecontroleerd else "",
    )
    yield Routestap(
        teken="gedaan" if bericht else "niet-begonnen",
        titel=_("De AVIM gaf een bericht van vertrek"),
        toelichting=_("kenmerk %(ref)s") % {"ref": bericht} if bericht else "",
    )
    if gezien is not None:
        yield Routestap(
            teken="gedaan",
            titel=_("De persoon is weer gezien"),
            toelichting=_("Wat hierboven staat, telt niet meer. Het blijft te lezen."),
            wanneer=kort_jaar(gezien),
        )


def _aanleiding(s: Stand, sinds: date | None) -> str:
    """What the trigger is, or what is missing for it to be one."""
    if sinds is not None:
        return ""
    verwacht = s.afwezigheid.niet_aangekomen_sinds
    if verwacht is not None:
        om = wanneer((verwacht + timedelta(hours=48)).astimezone(AMSTERDAM))
        return _("Na een overplaatsing niet aangekomen. Het telt pas na 48 uur: %(om)s.") % {"om": om}
    gemist = [dag for plicht in s.meldplichten for dag in plicht.gemist_op]
    if gemist:
        return (
            _("Er is één melding gemist, op %(dag)s. Pas bij twee op rij telt het.")
            % {"dag": dag_maand(max(gemist))}
            if len(gemist) == 1
            else _("Er zijn meldingen gemist, maar geen twee op rij.")
        )
    return _("Dit is niet aan de orde.")


def _wie_nu(
    s: Stand, momenten: Sequence[Meldmoment], *, sinds: date | None, gecontroleerd: date | None
) -> tuple[str, str, date | None]:
    te_horen = [m for m in momenten if m.soort == Moment.GEMIST]
    if te_horen:
        eerste = min(te_horen, key=lambda m: m.op)
        wat = _("Hoor waarom de persoon zich niet meldde op %(dag)s. Tot dan telt die dag niet.")
        return "AVIM", wat % {"dag": dag_maand(eerste.op)}, eerste.op
    if sinds is None:
        return "", "", None
    if gecontroleerd is None:
        wat = _("Kijk samen of de persoon er is. Wie niet thuis is, is niet altijd weg.")
        return _("COA en AVIM"), wat, sinds
    if s.afwezigheid.bericht_van_vertrek_ref is None:
        return "AVIM", _("Beslis of u een bericht van vertrek geeft."), gecontroleerd
    wat = _("Beslis of het dossier sluit. Het sluit nooit vanzelf.")
    return _("De regievoerder"), wat, gecontroleerd


def _gemeld(s: Stand, verloop: Sequence[Gebeurtenis]) -> tuple[str, str, date | None]:
    """Somebody said that the person is not seen, and nobody did anything with that yet."""
    laatste = next((g for g in reversed(verloop) if g.soort.startswith("afwezigheid.")), None)
    if laatste is None or laatste.soort != "afwezigheid.gemeld":
        return "", "", None
    wat = _("Zoek uit waar de persoon is. Wie niet thuis is, is niet altijd weg.")
    return _("De regievoerder"), wat, s.afwezigheid.laatst_gezien_op


def _feiten(s: Stand, verloop: Sequence[Gebeurtenis]) -> Iterator[Feit]:
    weg = s.afwezigheid
    if weg.laatst_gezien_op is not None:
        yield Feit(_("Voor het laatst gezien"), dag_maand(weg.laatst_gezien_op))
    if weg.niet_aangekomen_sinds is not None:
        yield Feit(
            _("Na een overplaatsing verwacht op"), dag_maand(amsterdamse_dag(weg.niet_aangekomen_sinds))
        )
    for g in verloop:
        if g.soort.startswith("afwezigheid."):
            yield Feit(
                _GEBEURD[g.soort]() if g.soort in _GEBEURD else g.soort,
                _("%(dag)s door %(wie)s")
                % {"dag": dag_maand(timezone.localtime(g.moment).date()), "wie": g.door_naam},
                toelichting=str(g.gegevens.get("toelichting", "")),
            )


_GEBEURD = {
    "afwezigheid.gemeld": lambda: _("Gemeld dat de persoon niet is gezien"),
    "afwezigheid.gecontroleerd": lambda: _("Aanwezigheid gecontroleerd"),
    "afwezigheid.bericht_van_vertrek": lambda: _("Bericht van vertrek"),
    "afwezigheid.weer_gezien": lambda: _("Weer gezien"),
}
