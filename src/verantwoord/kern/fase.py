"""In which fase of the vertrekproces a dossier is. The first match counts."""

from typing import Final

from verantwoord.kern.antwoord import Fase
from verantwoord.kern.termijnen import Stand

_ZELFSTANDIG: Final = frozenset({"zelfstandig_iom", "zelfstandig_ngo", "zelfstandig_dtv", "derde_land"})


def bepaal_fase(s: Stand) -> Fase:
    """Give the fase on the peildatum. An uitkomst alone does not close a dossier."""
    if s.gesloten_op is not None:
        return "gesloten"
    if _is_opgeschort(s):
        return "opgeschort"
    if s.intake_afgerond_op is None:
        return "overgedragen" if s.beeld.regievoerder is None else "intake"
    if s.beroepsstand == "geen_besluit":
        return "intake"
    if s.schorsende_werking is not False:
        if s.beroepsstand in ("termijn_loopt", "termijn_onbekend"):
            return "beroep_mogelijk"
        if s.beroepsstand in ("loopt", "uitspraak_onvolledig"):
            return "beroep_loopt"
    if s.gekozen == "gedwongen" or s.open_bewaring is not None:
        return "gedwongen_in_voorbereiding"
    if s.gekozen in _ZELFSTANDIG:
        return "zelfstandig_in_voorbereiding"
    return "vertrekfase"


def _is_opgeschort(s: Stand) -> bool:
    if s.actieve_opschorting is not None or s.beroepsstand == "gegrond" or s.asielbesluit_is_inwilliging:
        return True
    if s.mensenhandel.aanwijzing_op is not None and s.mensenhandel.politie_terugkoppeling_op is None:
        return True
    besluit = s.referentiebesluit
    return any(
        g.grond not in ("8f", "8h")
        or (g.grond == "8f" and besluit is not None and g.van > besluit.genomen_op)
        for g in s.actieve_verblijfsgronden
    )
