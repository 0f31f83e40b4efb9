"""The one question behind every measure, in words that PostgreSQL and DuckDB both understand.

It reads the small tables of ``bronnen`` and gives one row a dossier as its facts stood on ``$tot``. What a fact means on
a day is what the core says (``kern.zicht``, ``kern.definities``): a test lays both beside each other. A ``$name`` is a
value that is handed over apart.
"""

from typing import Final, NamedTuple

MOMENTEN: Final = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")
_GESPREKKEN: Final = ("eerste", "tweede", "derde")
# So many dossiers with one and the same text make it a standard line. A choice of the project.
STANDAARDZIN_VANAF: Final = 5


# The day in a rank: what is left of it when the place in the list and whether there is a source are taken off.
_DAG: Final = "date '1900-01-01' + cast(({naam} - mod({naam}, 131072)) / 131072 as integer)"


def _per(namen: tuple[str, ...], vorm: str) -> str:
    return ",\n           ".join(vorm.format(naam=naam, dag=_DAG.format(naam=naam)) for naam in namen)


# What is true of at least one gesprek of a dossier, each as one bit: one aggregate instead of many.
_VLAGGEN: Final = {
    "eerste_telt": "telt and moment = 'eerste'",
    "tweede_telt": "telt and moment = 'tweede'",
    "derde_telt": "telt and moment = 'derde'",
    "eerste_onzeker": "onzeker and moment = 'eerste'",
    "tweede_onzeker": "onzeker and moment = 'tweede'",
    "derde_onzeker": "onzeker and moment = 'derde'",
    "derde_afgerond": "telt and moment = 'derde' and afgerond_op <= $tot",
    "zonder_woorden": "telt and not woorden",
    "gevoerd": "op is not null",
    "niet_verstaan": "op is not null and verstaan = 'nee'",
    "verstaan_onbekend": "op is not null and verstaan = 'onbekend'",
}
_VLAG: Final = {naam: 2**plek for plek, naam in enumerate(_VLAGGEN)}
_ALS_VLAGGEN: Final = " + ".join(
    f"(case when {voorwaarde} then {_VLAG[naam]} else 0 end)" for naam, voorwaarde in _VLAGGEN.items()
)
# The ways of support that were discussed stand beside them, above all flags.
OPTIES_VANAF: Final = 2 ** len(_VLAGGEN)


# Where the person lives on the day; when that is not known any more, where the person lived last.
_WOONT: Final = """
woont as (
    select dossier, locatie, soort from (
        select dossier, locatie, soort, row_number() over (
            partition by dossier
            order by case when tot is null or tot >= $tot then 1 else 0 end desc, van desc, volgorde desc
        ) as plek
        from verblijf where van <= $tot
    ) verblijven where plek = 1
),"""

_CTES: Final = f"""
stadium as (
    select dossier, fase, van from fase where van <= $tot and (tot is null or tot >= $tot)
),
populatie as (
    select d.*, stadium.fase, stadium.van as fase_van{{woonkolommen}}
    from dossiers d
    left join stadium on stadium.dossier = d.dossier{{woonjoin}}
    where d.ontvangen_op <= $tot{{grens}}
),
laatst_getoetst as (
    select dossier, {_per(MOMENTEN, "max(rang) filter (where moment = '{naam}') as {naam}")}
    from toetsing where op <= $tot group by dossier
),
getoetst as (
    select dossier, {_per(MOMENTEN, "mod({naam}, 2) as {naam}_bron, {dag} as {naam}")} from laatst_getoetst
),
gemeld as (
    select dossier, {_per(MOMENTEN, "max(op) filter (where moment = '{naam}') as {naam}_signaal")}
    from signaal where op <= $tot group by dossier
),
referentie as (
    select dossier, coalesce(max(op) filter (where afwijzing), max(op) filter (where terugkeer)) as op
    from besluit where op <= $tot group by dossier
),
beroepen as (
    select b.dossier, b.eerste_aanleg, b.rang, b.zonder_zitting,
           case when b.uitspraak_op is null or b.uitspraak_op <= $tot then b.uitkomst end as uitkomst,
           case when b.uitspraak_op <= $tot then b.uitspraak_op end as uitspraak_op,
           case when (b.uitspraak_op is null or b.uitspraak_op <= $tot) and b.bekendgemaakt_op <= $tot
                then b.bekendgemaakt_op end as bekendgemaakt_op,
           case when b.zitting_bekend_op <= $tot then b.zitting_bekend_op end as zitting_bekend_op,
           case when b.zitting_bekend_op is null or b.zitting_bekend_op <= $tot then b.zitting_op end as zitting_op
    from beroep b join referentie r on r.dossier = b.dossier and b.ingesteld_op >= r.op
    where b.ingesteld_op <= $tot
),
laatste_beroep as (
    select dossier,
           max(rang) filter (where eerste_aanleg and (uitkomst is null or uitkomst <> 'ingetrokken')) as rang,
           coalesce(bool_or(not eerste_aanleg and uitkomst in ('gegrond', 'deels_gegrond')), false) as hoger_gegrond
    from beroepen group by dossier
),
beroepsstand as (
    select r.dossier, r.op as besluit_op, b.zitting_op, b.bekendgemaakt_op, d.beroepstermijn_tot,
           coalesce(b.zonder_zitting, false) as zonder_zitting,
           b.zitting_bekend_op is not null or b.zitting_op is not null as zitting_bekend,
           case when coalesce(b.uitkomst in ('gegrond', 'deels_gegrond'), false) or coalesce(l.hoger_gegrond, false)
                then 'gegrond'
                when b.dossier is not null and b.uitspraak_op is null and b.uitkomst is null then 'loopt'
                when b.dossier is not null
                then case when b.uitkomst in ('ongegrond', 'niet_ontvankelijk') and b.bekendgemaakt_op is not null
                          then 'afgedaan' else 'uitspraak_onvolledig' end
                when d.beroepstermijn_tot is null or d.beroepstermijn_tot < r.op then 'termijn_onbekend'
                when d.beroepstermijn_tot >= $tot then 'termijn_loopt'
                else 'termijn_verstreken' end as stand
    from referentie r
    join dossiers d on d.dossier = r.dossier
    left join laatste_beroep l on l.dossier = r.dossier
    left join beroepen b on b.dossier = l.dossier and b.rang = l.rang
    where r.op is not null
),
termijn as (
    select *, case stand when 'afgedaan' then bekendgemaakt_op when 'termijn_verstreken' then beroepstermijn_tot
              end as basis
    from beroepsstand
),
gezien as (
    select g.*, s.basis,
           g.op is not null and g.verstaan = 'ja' and (s.dossier is null or g.op >= s.besluit_op) as telt,
           (g.op is null or s.dossier is null or g.op >= s.besluit_op) and g.verstaan <> 'nee'
           and (g.op is null or g.verstaan = 'onbekend') as onzeker
    from gesprek g left join termijn s on s.dossier = g.dossier
    where (g.uitgenodigd_op is null or g.uitgenodigd_op <= $tot) and (g.op is null or g.op <= $tot)
),
gesproken as (
    select dossier,
           count(*) filter (where telt) as tellend,
           count(*) filter (where onzeker) as onzeker,
           bit_or({_ALS_VLAGGEN} + case when telt then opties * {OPTIES_VANAF} else 0 end) as vlaggen,
           min(case when telt and moment = 'eerste' then op end) as eerste_op,
           min(case when telt and moment = 'tweede' then op end) as tweede_op,
           min(case when telt and moment = 'derde' and op >= basis then op end) as derde_op,
           min(case when afgerond_op is null or afgerond_op > $tot or not verslag then op end) as zonder_verslag_op
    from gezien group by dossier
),
laatste_plan as (
    select dossier, max(rang) as rang from plan where op <= $tot group by dossier
),
huidig_plan as (
    select p.* from plan p join laatste_plan l on l.dossier = p.dossier and l.rang = p.rang
),
zelfde_tekst as (
    select tekst, count(*) as dossiers from huidig_plan where strategie group by tekst
),
veranderd as (
    select dossier, max(op) as op from gebeurd where zichtbaar_op <= $tot group by dossier
),
gewenst as (
    select dossier, count(*) as wensen, count(*) filter (where not geen) as echte_wensen,
           min(op) filter (where not geen and (not beantwoord or vervolg_op > $tot)) as open_wens_op
    from wens where op <= $tot group by dossier
),
overlegd as (
    select dossier, count(*) filter (where not buiten) as overleggen,
           min(op) filter (where not buiten and (verslag_op is null or verslag_op > $tot)) as zonder_overlegverslag_op,
           max(rang) filter (where strategie) as rang
    from overleg where op <= $tot group by dossier
),
kenmerken as (
    select p.*,
           {_per(MOMENTEN, "t.{naam}, t.{naam}_bron, m.{naam}_signaal")},
           s.stand, s.basis, s.zitting_op, s.zonder_zitting, s.zitting_bekend, k.uiterlijk as derde_uiterlijk,
           coalesce(g.tellend, 0) as tellend, coalesce(g.onzeker, 0) as onzeker,
           g.eerste_op, g.tweede_op, g.derde_op, g.zonder_verslag_op, coalesce(g.vlaggen, 0) as vlaggen,
           h.op as plan_op, coalesce(h.strategie, false) as met_strategie, h.hele_analyse, h.afgewogen,
           z.dossiers as zelfde_tekst, v.op as veranderd_op,
           w.wensen, w.echte_wensen, w.open_wens_op,
           o.overleggen, o.zonder_overlegverslag_op, r.tegenspraak
    from populatie p
    left join getoetst t on t.dossier = p.dossier
    left join gemeld m on m.dossier = p.dossier
    left join termijn s on s.dossier = p.dossier
    left join kalender k on k.dag = s.basis
    left join gesproken g on g.dossier = p.dossier
    left join huidig_plan h on h.dossier = p.dossier
    left join zelfde_tekst z on z.tekst = h.tekst and h.strategie
    left join veranderd v on v.dossier = p.dossier
    left join gewenst w on w.dossier = p.dossier
    left join overlegd o on o.dossier = p.dossier
    left join overleg r on r.dossier = o.dossier and r.rang = o.rang
)"""  # noqa: S608 - names of our own, values apart


def kenmerken(
    *, van: bool, locatie: bool, fase: bool, kwartaal: bool = False, met_locatie: bool = False
) -> str:
    """The question up to and with the rows of marks; what is limited names its value as ``$van``, ``$locatie``, ``$fase``.

    ``kwartaal``: only what came in from ``$kwartaal_van`` to ``$kwartaal_tot``. ``met_locatie``: give the place too. Where
    somebody lives is only asked when it matters, for it takes long.
    """
    woont = locatie or met_locatie
    grens = (
        (" and d.ontvangen_op >= $van" if van else "")
        + (" and d.ontvangen_op between $kwartaal_van and $kwartaal_tot" if kwartaal else "")
        + (
            " and $locatie in (lower(woont.locatie), lower(woont.soort || ' ' || woont.locatie))"
            if locatie
            else ""
        )
        + (" and stadium.fase = $fase" if fase else "")
    )
    return (_WOONT if woont else "") + _CTES.format(
        woonkolommen=", woont.locatie" if woont else "",
        woonjoin="\n    left join woont on woont.dossier = d.dossier" if woont else "",
        grens=grens,
    )


# How long each fase took, and how long a wish waited: one row each time, of a dossier of the choice. What is not over
# on the day has the days that it ran until then.
DUREN: Final = """
    select p.dossier, p.ontvangen_op, f.fase as wat, coalesce(f.tot < $tot, false) as klaar,
           case when f.tot < $tot then f.tot else $tot end - f.van + 1 as dagen
    from fase f join populatie p on p.dossier = f.dossier
    where f.van <= $tot and f.fase <> 'gesloten'
    union all
    select p.dossier, p.ontvangen_op, 'wens', w.beantwoord and coalesce(w.vervolg_op <= $tot, false),
           case when w.beantwoord and w.vervolg_op <= $tot then w.vervolg_op else $tot end - w.op
    from wens w join populatie p on p.dossier = w.dossier
    where w.op <= $tot and not w.geen and (not w.beantwoord or w.vervolg_op is not null)"""


def _vlag(*namen: str) -> str:
    return f"((vlaggen & {sum(_VLAG[naam] for naam in namen)}) <> 0)"


class Voorwaarden(NamedTuple):
    """Over one row of marks: whether the measure asks about it, whether it was found, whether it cannot be said."""

    noemer: str
    teller: str
    onbekend: str = "false"


_OPEN: Final = "(gesloten_op is null or gesloten_op > $tot)"
_GETOETST: Final = " and ".join(f"{m} is not null" for m in MOMENTEN)
_GEEN_LATER_SIGNAAL: Final = " and ".join(f"({m}_signaal is null or {m}_signaal <= {m})" for m in MOMENTEN)
_AFGEDAAN: Final = "stand in ('afgedaan', 'termijn_verstreken')"
_MET_ZITTING: Final = "zitting_op is not null and not zonder_zitting"


def _drie(erbij: str = "") -> str:
    vlaggen = {g: (f"{g}_telt", *((f"{g}_onzeker",) if erbij else ())) for g in _GESPREKKEN}
    momenten = {g: _vlag(*namen) for g, namen in vlaggen.items()}
    return (
        f"{momenten['eerste']} and {momenten['derde']} and ({momenten['tweede']} or not zitting_bekend)"
        f" and tellend{erbij} >= $minimum"
    )


VOORWAARDEN: Final[dict[str, Voorwaarden]] = {
    **{m: Voorwaarden("true", f"{m} is not null") for m in MOMENTEN},
    "alle_vier": Voorwaarden("true", _GETOETST),
    "toetsing_bronnen": Voorwaarden(
        " or ".join(f"{m} is not null" for m in MOMENTEN),
        " and ".join(f"coalesce({m}_bron, 1) = 1" for m in MOMENTEN),
    ),
    "toetsing_stadium": Voorwaarden(
        f"intake_op <= $tot and {_OPEN}",
        " and ".join(f"{m} >= fase_van" for m in MOMENTEN),
        "fase_van is null",
    ),
    "toetsing_signaal": Voorwaarden(
        " or ".join(f"{m}_signaal is not null" for m in MOMENTEN),
        " and ".join(f"({m}_signaal is null or coalesce({m}_signaal <= {m}, false))" for m in MOMENTEN),
    ),
    "toetsing_dwang": Voorwaarden(
        "fase = 'gedwongen_in_voorbereiding'",
        f"{_GETOETST} and {_GEEN_LATER_SIGNAAL} and "
        + " and ".join(f"$tot - {m} <= $leeftijd" for m in MOMENTEN),
    ),
    "plan_aanwezig": Voorwaarden("intake_op <= $tot", "plan_op is not null"),
    "vertrekstrategie": Voorwaarden("true", "met_strategie"),
    "strategie_analyse": Voorwaarden("plan_op is not null", "hele_analyse"),
    "strategie_afgewogen": Voorwaarden("plan_op is not null", "afgewogen"),
    "strategie_eigen": Voorwaarden("met_strategie", f"zelfde_tekst < {STANDAARDZIN_VANAF}"),
    "gesprek_eerste": Voorwaarden("true", _vlag("eerste_telt"), _vlag("eerste_onzeker")),
    "gesprek_tweede": Voorwaarden(
        "zitting_bekend and not zonder_zitting", _vlag("tweede_telt"), _vlag("tweede_onzeker")
    ),
    "gesprek_derde": Voorwaarden(_AFGEDAAN, _vlag("derde_telt"), _vlag("derde_onzeker")),
    "drie_gesprekken": Voorwaarden("true", "tellend >= 3", "tellend + onzeker >= 3"),
    "drie_op_moment": Voorwaarden(_AFGEDAAN, _drie(), _drie(" + onzeker")),
    "eerste_op_tijd": Voorwaarden(
        "coalesce(eerste_op <= ontvangen_op + $eerste, false) or $tot > ontvangen_op + $eerste",
        "eerste_op <= ontvangen_op + $eerste",
        _vlag("eerste_onzeker"),
    ),
    "tweede_op_tijd": Voorwaarden(
        f"{_MET_ZITTING} and (coalesce(tweede_op < zitting_op, false) or zitting_op <= $tot)",
        "tweede_op < zitting_op",
        _vlag("tweede_onzeker"),
    ),
    "derde_op_tijd": Voorwaarden(
        "coalesce(derde_op <= derde_uiterlijk, false) or coalesce($tot > derde_uiterlijk, false)"
        " or stand = 'uitspraak_onvolledig'",
        "derde_op <= derde_uiterlijk",
        f"stand = 'uitspraak_onvolledig' or {_vlag('derde_onzeker')}",
    ),
    "tweezijdig": Voorwaarden("tellend > 0", f"not {_vlag('zonder_woorden')}"),
    "begrepen": Voorwaarden(
        _vlag("gevoerd"),
        f"not {_vlag('niet_verstaan')} and not {_vlag('verstaan_onbekend')}",
        f"not {_vlag('niet_verstaan')}",
    ),
    "gespreksverslag": Voorwaarden(
        _vlag("gevoerd"), "zonder_verslag_op is null or zonder_verslag_op >= $verslag_vanaf"
    ),
    "opties_besproken": Voorwaarden(_vlag("derde_afgerond"), f"vlaggen >= $alle_opties * {OPTIES_VANAF}"),
    "wens_gevraagd": Voorwaarden("tellend > 0", "wensen > 0"),
    "wens_beantwoord": Voorwaarden(
        "echte_wensen > 0", "open_wens_op is null or $tot <= open_wens_op + $opvolging"
    ),
    "plan_bijgewerkt": Voorwaarden("plan_op is not null", "veranderd_op is null or veranderd_op <= plan_op"),
    "overleg_verslag": Voorwaarden(
        "overleggen > 0", "zonder_overlegverslag_op is null or zonder_overlegverslag_op >= $overleg_vanaf"
    ),
    "overleg_tegenspraak": Voorwaarden("tegenspraak is not null", "tegenspraak"),
    "uitkomst_zelfstandig": Voorwaarden("uitkomst_op <= $tot", "uitkomst = 'zelfstandig_gecontroleerd'"),
    "uitkomst_gedwongen": Voorwaarden("uitkomst_op <= $tot", "uitkomst = 'gedwongen'"),
    "uitkomst_mob": Voorwaarden("uitkomst_op <= $tot", "uitkomst = 'ongecontroleerd'"),
    "terug_na_mob": Voorwaarden(
        "uitkomst_op <= $tot and uitkomst = 'ongecontroleerd'", "terug_op >= uitkomst_op and terug_op <= $tot"
    ),
}


def als_tellers(namen: tuple[str, ...]) -> str:
    """Three counts for each measure: found, asked about, and of those the ones of which it cannot be said."""
    tellers = []
    for naam in namen:
        v = VOORWAARDEN[naam]
        erover = "" if v.noemer == "true" else f"({v.noemer}) and "
        # What is null is not counted by itself; only its opposite has to be told so.
        niet = f"not coalesce(({v.teller}), false)"
        tellers += [
            f"count(*) filter (where {erover}({v.teller}))",
            f"count(*) filter (where {v.noemer})" if erover else "count(*)",
            "0" if v.onbekend == "false" else f"count(*) filter (where {erover}{niet} and ({v.onbekend}))",
        ]
    return ", ".join(tellers)
