"""What is compared: one number a dossier, and the norm that asks for it."""

from typing import Final

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verantwoord.kern.woorden import ANALYSE
from verantwoord.kwaliteit.sql import GESPREK_TELT, TOETSING_TELT, gevuld

_ONDERDELEN_PLAN: Final = 1 + len(ANALYSE)
_ANALYSE: Final = " + ".join(
    "({})::int".format(gevuld(f"coalesce(p.analyse ->> '{deel}', '')")) for deel in ANALYSE
)


class Spreiding(msgspec.Struct, frozen=True, kw_only=True):
    """One number a dossier, of which the mean over the dossiers of a regievoerder is a dot.

    ``tot`` is the end of the scale, ``norm`` the value and ``norm_id`` the norm of the catalogue that asks for it.
    ``waarde`` is a query that gives ``dossier_id`` and ``waarde`` on ``%(tot)s``; a dossier that is not in it has nought.
    """

    sleutel: str
    titel: Promise
    vraag: Promise
    uitleg: Promise
    tot: int
    norm: int | None
    norm_id: str
    waarde: str


_LIJST: Final = (
    Spreiding(
        sleutel="gesprekken",
        titel=_("Gesprekken per dossier"),
        vraag=_("Hoeveel gesprekken per dossier?"),
        uitleg=_("Gevoerde gesprekken die beiden konden volgen, sinds het besluit."),
        tot=5,
        norm=3,
        norm_id="drie-vertrekgesprekken",
        waarde=f"""
            select g.dossier_id, count(*) as waarde
            from vertrekgesprek_gesprek g
            left join (
                select dossier_id, coalesce(
                    max(genomen_op) filter (where soort = 'afwijzing'),
                    max(genomen_op) filter (
                        where soort = 'terugkeerbesluit' or (terugkeerbesluit and soort <> 'inwilliging')
                    )
                ) as op
                from dossier_besluit
                where genomen_op <= %(tot)s and ingetrokken_op is null
                group by dossier_id
            ) besluit on besluit.dossier_id = g.dossier_id
            where {GESPREK_TELT} and gevoerd_op <= %(tot)s
              and (uitgenodigd_op is null or uitgenodigd_op <= %(tot)s)
              and (besluit.op is null or g.gevoerd_op >= besluit.op)
            group by g.dossier_id""",  # noqa: S608 - names of our own, values apart
    ),
    Spreiding(
        sleutel="toetsing",
        titel=_("Inhoudelijke toetsing"),
        vraag=_("Hoeveel van de vier onderwerpen zijn inhoudelijk getoetst?"),
        uitleg=_("Een onderwerp telt als er feiten én een eigen afweging staan."),
        tot=4,
        norm=4,
        norm_id="toetsing-vier-momenten",
        waarde=f"""
            select t.dossier_id, count(distinct t.moment) as waarde
            from toetsing_toetsing t join dossier_dossier d on d.id = t.dossier_id
            where {TOETSING_TELT} and t.getoetst_op <= %(tot)s
              and (d.eerdere_dossiers = '[]'::jsonb or t.getoetst_op >= d.ontvangen_op)
            group by t.dossier_id""",  # noqa: S608 - names of our own, values apart
    ),
    Spreiding(
        sleutel="plan",
        titel=_("Compleetheid van het vertrekplan"),
        vraag=_("Hoeveel onderdelen van het vertrekplan zijn ingevuld?"),
        uitleg=_("De strategie en de zes onderdelen van de analyse, in het laatste vastgestelde plan."),
        tot=_ONDERDELEN_PLAN,
        norm=_ONDERDELEN_PLAN,
        norm_id="vertrekstrategie-analyse",
        waarde=f"""
            select p.dossier_id, ({gevuld("p.strategie")})::int + {_ANALYSE} as waarde
            from (
                select distinct on (dossier_id) *
                from vertrekplan_vertrekplan
                where vastgesteld_op <= %(tot)s
                order by dossier_id, versie desc, volgorde desc
            ) p""",  # noqa: S608 - names of our own, values apart
    ),
    Spreiding(
        sleutel="verwijzingen",
        titel=_("Verwijzingen naar hulp"),
        vraag=_("Hoe vaak is naar hulp verwezen?"),
        uitleg=_(
            "Verwijzingen naar IOM, ngo’s, de DIA of anderen, per dossier. Er is geen norm voor een aantal."
        ),
        tot=4,
        norm=None,
        norm_id="doorverwijzing-iom-ngo",
        waarde="""
            select f.dossier_id, count(*) as waarde
            from dossier_dossierdeel f, jsonb_array_elements(f.inhoud) v
            where f.deel = 'verwijzingen' and (v ->> 'verwezen_op')::date <= %(tot)s
            group by f.dossier_id""",
    ),
)
SPREIDINGEN: Final[dict[str, Spreiding]] = {spreiding.sleutel: spreiding for spreiding in _LIJST}
