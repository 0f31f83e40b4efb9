"""What happens next and why, by day; and that we are late where we are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verantwoord.kern.termijnen import Stand
from verantwoord.portaal.taal import Zin, zin


@dataclass(frozen=True, kw_only=True)
class Straks:
    """One thing that will happen, its last day and the reason. ``te_laat``: we should have done it before today."""

    op: date
    wat: Zin
    waarom: Zin
    te_laat: bool = False


def straks_van(s: Stand) -> tuple[Straks, ...]:
    """What we are late with comes first, then what is nearest."""
    if s.gesloten_op is not None:
        return ()
    alles = [*_gesprekken(s), *_rechter(s), *_vertrek(s)]
    return tuple(sorted(alles, key=lambda een: (not een.te_laat, een.op)))


def _gesprekken(s: Stand) -> Iterator[Straks]:
    """The three talks that we owe, as long as they were not held."""
    waarom = {
        "eerste": zin("Omdat wij uw dossier hebben gekregen."),
        "tweede": zin("Omdat de rechter uw zaak gaat behandelen."),
        "derde": zin("Omdat de rechter heeft beslist, of omdat de tijd voor beroep voorbij is."),
    }
    for moment, reden in waarom.items():
        uiterlijk = getattr(s.termijnen, f"gesprek_{moment}").eindigt_op
        gepland = any(g.moment == moment and g.status == "gepland" for g in s.gesprekken)
        if uiterlijk is None or s.tellend(moment):
            continue
        if uiterlijk < s.op:
            yield Straks(
                op=uiterlijk,
                wat=zin(
                    "Wij hadden uiterlijk op %(dag)s met u moeten praten. Dat is niet gelukt.", dag=uiterlijk
                ),
                waarom=reden,
                te_laat=True,
            )
        elif not gepland:
            yield Straks(
                op=uiterlijk, wat=zin("Wij praten met u, uiterlijk op %(dag)s.", dag=uiterlijk), waarom=reden
            )


def _rechter(s: Stand) -> Iterator[Straks]:
    beroep = s.beroep
    if beroep is not None and beroep.zitting_op is not None and beroep.zitting_op >= s.op:
        yield Straks(
            op=beroep.zitting_op,
            wat=zin("De rechtbank behandelt uw zaak op %(dag)s.", dag=beroep.zitting_op),
            waarom=zin("Omdat u beroep hebt ingesteld."),
        )
    if s.beroepsstand == "termijn_loopt" and s.beroepstermijn_tot is not None:
        yield Straks(
            op=s.beroepstermijn_tot,
            wat=zin("U kunt naar de rechter gaan tot en met %(dag)s.", dag=s.beroepstermijn_tot),
            waarom=zin("Bent u het niet eens met de IND? Uw advocaat helpt u."),
        )


def _vertrek(s: Stand) -> Iterator[Straks]:
    """Until when shelter and the time to leave run; while departure lies still neither is counted down."""
    if s.actieve_opschorting is not None:
        return
    opvang, tijd = s.termijnen.opvang.eindigt_op, s.termijnen.vertrektermijn.eindigt_op
    if opvang is not None and opvang >= s.op:
        yield Straks(
            op=opvang,
            wat=zin("Uw opvang loopt tot en met %(dag)s.", dag=opvang),
            waarom=zin(
                "Omdat de opvang vier weken na de uitspraak stopt, behalve als het COA langer goed vindt."
            ),
        )
    if tijd is not None and tijd >= s.op:
        yield Straks(
            op=tijd,
            wat=zin("U kunt zelf uw vertrek regelen tot en met %(dag)s.", dag=tijd),
            waarom=zin("Omdat de wet u die tijd geeft. Daarna volgt niet vanzelf dwang."),
        )
