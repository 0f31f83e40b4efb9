"""The facts that the measures read, as small tables: per dossier a few days and a few times yes or no.

They hold no text, no name and no number of a person. Here they are asked from the tables of the rooms; the night writes
the same into the columnar file. What does not depend on the day that is asked about is worked out here once.
"""

import re
from typing import Final

from verantwoord.kern.woorden import ANALYSE, ONDERSTEUNING
from verantwoord.kwaliteit.sql import TOETSING_TELT, gevuld

# A day and a place in a list as one number, so that "the last" is a maximum and nothing has to be sorted.
_RANG: Final = "({op} - date '1900-01-01')::bigint * 65536 + t.volgorde"
# Each way of support is one bit; all of them together are this.
ALLE_OPTIES: Final = 2 ** len(ONDERSTEUNING) - 1

_OPTIES: Final = " + ".join(
    f"(case when jsonb_exists(t.opties_besproken, '{optie}') then {2**plek} else 0 end)"
    for plek, optie in enumerate(ONDERSTEUNING)
)
_HELE_ANALYSE: Final = " and ".join(gevuld(f"coalesce(t.analyse ->> '{deel}', '')") for deel in ANALYSE)
_ZELFSTANDIG: Final = "('zelfstandig_iom', 'zelfstandig_ngo', 'zelfstandig_dtv')"


def _optie_geanalyseerd(voorwaarde: str) -> str:
    filled = gevuld("coalesce(o ->> 'analyse', '')")
    return (
        f"exists (select from jsonb_array_elements(t.opties) o where o ->> 'optie' {voorwaarde} and {filled})"
    )


# The place of the condition on a dossier, with the column that names it.
_ALLEEN: Final = "{{alleen:{id}}}"
_PLEK: Final = re.compile(r"\{alleen:([a-z_.]+)\}")


def _van(tabel: str) -> str:
    return f"from {tabel} t where {_ALLEEN.format(id='t.dossier_id')}"


BRONNEN: Final[dict[str, str]] = {
    "dossiers": f"""
        select t.id as dossier, t.ontvangen_op, t.intake_afgerond_op as intake_op, t.gesloten_op,
               dagen.beroepstermijn_tot, uitkomst.inhoud ->> 'soort' as uitkomst,
               (uitkomst.inhoud ->> 'op')::date as uitkomst_op, terug.op as terug_op
        from dossier_dossier t
        left join dossier_proceduredagen dagen on dagen.dossier_id = t.id
        left join dossier_dossierdeel uitkomst on uitkomst.dossier_id = t.id and uitkomst.deel = 'uitkomst'
        left join (
            select eerder.nummer, min(later.ontvangen_op) as op
            from dossier_dossier later, jsonb_array_elements_text(later.eerdere_dossiers) eerder(nummer)
            where later.eerdere_dossiers <> '[]'::jsonb
            group by eerder.nummer
        ) terug on terug.nummer = t.nummer
        where {_ALLEEN.format(id="t.id")}""",  # noqa: S608 - names of our own
    "toetsing": f"""
        select t.dossier_id as dossier, t.moment, t.getoetst_op as op,
               ({_RANG.format(op="t.getoetst_op")}) * 2
               + case when t.bronnen <> '[]'::jsonb then 1 else 0 end as rang
        from toetsing_toetsing t join dossier_dossier d on d.id = t.dossier_id
        where {TOETSING_TELT} and (d.eerdere_dossiers = '[]'::jsonb or t.getoetst_op >= d.ontvangen_op)
          and {_ALLEEN.format(id="t.dossier_id")}""",  # noqa: S608 - idem
    "signaal": f"select t.dossier_id as dossier, t.moment, t.ontvangen_op as op {_van('toetsing_signaal')}",
    "besluit": f"""
        select t.dossier_id as dossier, t.genomen_op as op, t.soort = 'afwijzing' as afwijzing,
               t.soort = 'terugkeerbesluit' or (t.terugkeerbesluit and t.soort <> 'inwilliging') as terugkeer
        {_van("dossier_besluit")} and t.ingetrokken_op is null""",
    "beroep": f"""
        select t.dossier_id as dossier, t.soort = 'beroep' as eerste_aanleg, {_RANG.format(op="t.ingesteld_op")} as rang,
               t.ingesteld_op, t.zitting_bekend_op, t.zitting_op, t.zonder_zitting, t.uitspraak_op, t.uitkomst,
               t.bekendgemaakt_op
        {_van("dossier_beroep")}""",
    "gesprek": f"""
        select t.dossier_id as dossier, t.moment, t.uitgenodigd_op, t.gevoerd_op as op, t.afgerond_op,
               case when t.tolk in ('aanwezig', 'telefonisch') or t.gemeenschappelijke_taal then 'ja'
                    when t.gemeenschappelijke_taal is null or t.tolk is null then 'onbekend'
                    else 'nee' end as verstaan,
               {gevuld("t.eigen_woorden")} or t.wil_niet_antwoorden as woorden,
               {gevuld("t.verslag")} as verslag, {_OPTIES} as opties
        {_van("vertrekgesprek_gesprek")} and t.status = 'gevoerd'""",
    "plan": f"""
        select t.dossier_id as dossier, t.versie::bigint * 65536 + t.volgorde as rang, t.vastgesteld_op as op,
               {gevuld("t.strategie")} as strategie,
               md5(regexp_replace(lower(t.strategie), '[^[:alnum:]]+', '', 'g')) as tekst,
               {_HELE_ANALYSE} as hele_analyse,
               {_optie_geanalyseerd("= 'gedwongen'")} and {_optie_geanalyseerd(f"in {_ZELFSTANDIG}")} as afgewogen
        {_van("vertrekplan_vertrekplan")} and t.vastgesteld_op is not null""",
    "wens": f"""
        select t.dossier_id as dossier, t.geuit_op as op, t.vervolg is not null as beantwoord, t.vervolg_op,
               t.soort = 'geen_wens_geuit' as geen
        {_van("ondersteuning_wens")}""",
    # What asks for a new look at the plan: on ``op``, and known from ``zichtbaar_op``.
    "gebeurd": f"""
        select t.dossier_id as dossier, dag.op, dag.op as zichtbaar_op
        from dossier_dossierdeel t, lateral (values ((t.inhoud ->> 'aanwijzing_op')::date),
            ((t.inhoud ->> 'art64_van')::date), ((t.inhoud ->> 'bevallen_op')::date)) dag(op)
        where t.deel = 'medisch' and dag.op is not null and {_ALLEEN.format(id="t.dossier_id")}
        union all
        select t.dossier_id, t.bekendgemaakt_op, greatest(t.ingesteld_op, t.uitspraak_op, t.bekendgemaakt_op)
        {_van("dossier_beroep")} and t.bekendgemaakt_op is not null
        union all
        select t.dossier_id, t.uitkomst_op, t.uitkomst_op {_van("reisdocument_lpaanvraag")} and t.uitkomst_op is not null
        union all
        select t.dossier_id, t.ingediend_op, t.ingediend_op {_van("dossier_aanvraag")}
        union all
        select t.dossier_id, t.geuit_op, t.geuit_op {_van("ondersteuning_wens")}
        union all
        select t.dossier_id, t.datum, t.datum {_van("overleg_overlegpunt")} and t.besluit = 'vastgesteld'
        union all
        select t.dossier_id, t.ontvangen_op, t.ontvangen_op {_van("toetsing_signaal")}""",  # noqa: S608 - idem
    "overleg": f"""
        select t.dossier_id as dossier, {_RANG.format(op="t.datum")} as rang, t.datum as op, t.verslag_op,
               t.soort = 'buiten_overleg' as buiten,
               t.soort in ('lko', 'klein_lko') and t.onderwerp = 'vertrekstrategie' as strategie,
               t.tegenspraak_door is not null and t.tegenspraak_door <> t.voorstel_door
               and {gevuld("t.tegenspraak")} and {gevuld("t.reactie")} as tegenspraak
        {_van("overleg_overlegpunt")}""",
    "verblijf": f"""
        select t.dossier_id as dossier, t.van, t.tot, t.volgorde, t.locatie, t.soort {_van("dossier_verblijfplaats")}""",
    "fase": f"select t.dossier_id as dossier, t.fase, t.van, t.tot {_van('kwaliteit_faseperiode')}",
}
# Only compared with one another, so in the file a number that says nothing takes its place.
VERVANG_DOOR_NUMMER: Final = ("plan", "tekst")


def met(bron: str, *, alleen: str = "") -> str:
    """The question for one of these tables; ``alleen`` is a query of dossier ids to which it is limited."""
    return _PLEK.sub(lambda plek: f"{plek[1]} in ({alleen})" if alleen else "true", BRONNEN[bron])
