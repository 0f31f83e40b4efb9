"""Whether every guard in the database stands as this version left it: policies, triggers, functions and grants.

``bewakers.lock`` beside this module says how they must stand; it is made by ``lock-bewakers`` and read in review. A
server does not start on a database where one is missing or another, and its health page says so. Legal base: AVG
art. 32; BIO2 8.15.05.
"""

from difflib import ndiff
from pathlib import Path
from typing import Final

from django.db import connections

from verantwoord.project.omgeving import APP_ROL

LOCK: Final = Path(__file__).with_name("bewakers.lock")
# Tables and functions of the queue, whose library looks after them itself.
_VRAAG: Final = """
    with tabellen as (
        select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
            and c.relname not like 'procrastinate%%'
    )
    select format('tabel %%s rijen=%%s', relname, case when relforcerowsecurity and relrowsecurity then 'bewaakt' else 'vrij' end)
    from tabellen
    union all
    select format('recht %%s: %%s', t.relname, string_agg(lower(a.privilege_type), ' ' order by a.privilege_type))
    from tabellen t, aclexplode(coalesce(t.relacl, acldefault('r', t.relowner))) a
    where a.grantee in (0, (select oid from pg_roles where rolname = %(app)s)) group by t.relname
    union all
    select format('beleid %%s.%%s %%s %%s voor %%s sha256:%%s', t.relname, p.polname,
        case when p.polpermissive then 'ruim' else 'beperkend' end, p.polcmd,
        (select string_agg(r.rolname, ' ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles)),
        encode(sha256(convert_to(concat_ws(' / ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), 'UTF8')), 'hex'))
    from tabellen t join pg_policy p on p.polrelid = t.oid
    union all
    select format('wachter %%s.%%s %%s %%s', t.relname, g.tgname, g.tgenabled, pg_get_triggerdef(g.oid))
    from tabellen t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
    union all
    select format('functie %%s(%%s) %%s sha256:%%s', f.proname, pg_get_function_identity_arguments(f.oid),
        case when f.prosecdef then 'als eigenaar' else 'als wie vraagt' end,
        encode(sha256(convert_to(f.prosrc, 'UTF8')), 'hex'))
    from pg_proc f where f.pronamespace = 'public'::regnamespace and f.proname not like 'procrastinate%%'
        and not exists (select 1 from pg_depend d where d.objid = f.oid and d.deptype = 'e')
    union all
    select format('rol %%s %%s', r.rolname, case when r.rolsuper or r.rolbypassrls then 'onbeperkt' else 'beperkt' end)
    from pg_roles r where r.rolname = %(app)s
"""


def stand(*, using: str = "default") -> list[str]:
    """How every guard stands now, a line each, sorted."""
    with connections[using].cursor() as cursor:
        cursor.execute(_VRAAG, {"app": APP_ROL})
        return sorted(rij[0] for rij in cursor.fetchall())


def verschillen(*, using: str = "default") -> list[str]:
    """What stands otherwise than this version left it: ``-`` is missing, ``+`` should not be there."""
    verwacht = LOCK.read_text().splitlines() if LOCK.exists() else []
    return [regel for regel in ndiff(verwacht, stand(using=using)) if regel[:1] in {"-", "+"}]


def leg_vast(*, using: str = "default") -> None:
    """Write down how the guards stand, for a version that changed them on purpose."""
    LOCK.write_text("\n".join(stand(using=using)) + "\n")
