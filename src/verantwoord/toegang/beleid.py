"""Who may see a row, as PostgreSQL keeps it: functions and policies made from the matrix and from what models declare.

The last wall. Without a context there are no rows; a row about a dossier is there for who works on it, after the look
at it was committed (a *bon*), and in the categories that the matrix gives to that role. What a model says of itself:

``categorie``
    the category of its rows, which have ``dossier_id``; ``"dossier"`` for what only those read who direct the case,
    ``"configuratie"`` for what is about nobody
``categorie_per``
    the column that decides the category, the category for each of its values, and that of all others
``eigen_ook``
    besides these: the column with whose own entry it is
``antwoord_over``
    the column with the category of which the row is the answer
``beschermd_door``
    the foreign key to the row that protects it
``eigen_van``
    the column with whose own row it is; nobody else sees it
``beleid``
    the condition itself, for the few tables that are none of these; ``{t}`` is the table

Legal base: AVG art. 5(1)(f), 25(2) and 32. ADR 19.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.apps import apps
from django.db import models

from verantwoord.kern.toegang import antwoorden_van, rijen_van
from verantwoord.toegang.rechten import KETENROLLEN, MATRIXROL, Portaalrol, Recht, Rol, heeft_recht

CONFIGURATIE: Final = "configuratie"
# Read by who directs the case alone: what holds facts of every category at once.
DOSSIER: Final = "dossier"
# And by the person whose dossier it is, from whom nothing is kept but what was withheld by name.
_DIRECTIE: Final = (Rol.REGIEVOERDER, Rol.MANAGER, Portaalrol.PERSOON, Portaalrol.GEMACHTIGDE)
# Tables of the libraries beneath: accounts, sessions, jobs that carry ids alone.
ZONDER_PERSONEN: Final = (
    "auth_",
    "django_",
    "account_",
    "socialaccount_",
    "mfa_",
    "usersessions_",
    "procrastinate_",
)
# A look that is written but not yet committed shows nothing: taking it back would leave no trace.
BON_IS_VASTGELEGD: Final = """
create or replace function bon_is_vastgelegd(transactie xid8) returns boolean language sql stable parallel restricted as
    $$ select transactie is distinct from pg_current_xact_id_if_assigned() $$;
"""


class Onbeschermd(RuntimeError):
    """A table says nothing of who may see its rows."""


def _array(waarden: Iterable[str]) -> str:
    return "array[" + ", ".join(f"'{waarde}'" for waarde in waarden) + "]::text[]"


def _per_rol() -> str:
    """For each role the categories whose rows it reads, and ``antwoord:…`` for those of which it reads the answer."""
    regels = []
    for rol, kolom in MATRIXROL.items():
        rijen = (*rijen_van(kolom), *((DOSSIER,) if rol in _DIRECTIE else ()))
        regels.append(
            f"when '{rol}' then {_array((*rijen, *(f'antwoord:{c}' for c in antwoorden_van(kolom))))}"
        )
    return "\n            ".join(regels)


def functies() -> str:
    """The questions that the policies ask; the answers are the same for a whole query."""
    return f"""
create or replace function zelf() returns uuid language sql stable parallel safe as
    $$ select nullif(current_setting('verantwoord.wie', true), '')::uuid $$;
create or replace function eigen_rol() returns text language sql stable parallel safe as
    $$ select coalesce(current_setting('verantwoord.rol', true), '') $$;
create or replace function eigen_organisatie() returns text language sql stable parallel safe as
    $$ select coalesce(current_setting('verantwoord.organisatie', true), '') $$;
create or replace function eigen_team() returns bigint language sql stable parallel safe as
    $$ select nullif(current_setting('verantwoord.team', true), '')::bigint $$;
create or replace function is_systeem() returns boolean language sql stable parallel safe as
    $$ select coalesce(current_setting('verantwoord.rol', true), '') = '{Rol.SYSTEEM}' $$;
create or replace function heeft_context() returns boolean language sql stable parallel safe as
    $$ select coalesce(current_setting('verantwoord.rol', true), '') <> '' $$;

create or replace function zit_aan_tafel(rol text) returns boolean language sql immutable parallel safe as
    $$ select rol = any ({_array(rol for rol in Rol if heeft_recht(rol, Recht.OVERLEG_BIJWONEN))}) $$;

-- What follows is written so that it is planned once a connection, and not with every query that asks it.
create or replace function leest_van(rol text) returns text[] language plpgsql immutable parallel safe as $$
begin
    return case rol
            {_per_rol()}
            else array[]::text[] end;
end $$;

-- A list shows rows of many dossiers at once: who works on them sees them, and the looks are kept before they are shown.
create or replace function in_lijst(categorie text) returns boolean language plpgsql stable parallel safe as $$
begin
    return coalesce(current_setting('verantwoord.lijst', true), '') = 'ja' and categorie = any (leest_van(eigen_rol()));
end $$;

-- Asked with the policies of those tables themselves in force.
create or replace function in_eigen_dossier(dossier uuid) returns boolean language plpgsql stable parallel restricted as $$
begin
    return exists (select 1 from dossier_dossier d where d.id = dossier);
end $$;
create or replace function van_eigen_dossier(persoon uuid) returns boolean language plpgsql stable parallel restricted as $$
begin
    return exists (select 1 from dossier_dossier d where d.persoon_id = persoon);
end $$;
create or replace function is_betrokken(dossier uuid) returns boolean language plpgsql stable parallel restricted as $$
begin
    return exists (select 1 from dossier_betrokkenheid b where b.dossier_id = dossier and b.tot is null);
end $$;

{BON_IS_VASTGELEGD}
create or replace function bonnen(categorie text) returns uuid[]
language plpgsql stable parallel restricted security definer set search_path = public, pg_temp as $$
begin
    return array(
        select i.dossier_id from toegang_inzage i
        where i.bon and i.verzoek = current_setting('verantwoord.verzoek', true) and i.medewerker_id = zelf()
            and categorie = any (i.categorieen) and bon_is_vastgelegd(i.transactie)
    );
end $$;

create or replace function bonnen_antwoord() returns table (dossier_id uuid, categorie text)
language plpgsql stable parallel restricted security definer set search_path = public, pg_temp as $$
begin
    return query select i.dossier_id, substr(c, 10) from toegang_inzage i, unnest(i.categorieen) c
        where i.bon and i.verzoek = current_setting('verantwoord.verzoek', true) and i.medewerker_id = zelf()
            and c like 'antwoord:%' and bon_is_vastgelegd(i.transactie);
end $$;

create or replace function in_kring(dossier uuid, m toegang_medewerker) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from dossier_dossier d where d.id = dossier and case
        when m.rol in ('{Rol.REGIEVOERDER}', '{Rol.MANAGER}') then
            d.regievoerder_id = m.id or (d.team_id = m.team_id and (not d.afgeschermd or (m.rol = '{Rol.MANAGER}' and not exists (
                select 1 from toegang_medewerker r where r.id = d.regievoerder_id and r.is_active))))
        else exists (select 1 from dossier_betrokkenheid b where b.dossier_id = d.id and b.tot is null
            and b.organisatie = m.organisatie and b.rol in ('', m.rol)
            and (b.team_id is null or b.team_id = m.team_id))
        end)
$$;

-- Who comes in by the portal: the person in all dossiers of their own, somebody else in those of a mandate that runs, and
-- nobody while the portal is closed for the safety of the person.
create or replace function in_portaal(dossier uuid, account uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
    select a.rol from dossier_portaalaccount a join dossier_dossier d on d.id = dossier
    where a.id = account and a.ingetrokken_op is null
        and (a.persoon_id = d.persoon_id or exists (select 1 from dossier_machtiging m
            where m.account_id = a.id and m.dossier_id = d.id and m.ingetrokken_op is null
                and (now() at time zone 'Europe/Amsterdam')::date between m.van and m.tot))
        and not exists (select 1 from dossier_portaalafscherming s where s.persoon_id = d.persoon_id
            and s.opgeheven_op is null and s.tweede_naam <> '' and (now() at time zone 'Europe/Amsterdam')::date <= s.tot
            and (a.rol = '{Portaalrol.PERSOON}' or s.ook_gemachtigden))
$$;

-- The clock, the transaction and the categories of a look are the database's own: who asks cannot say them.
create or replace function maak_bon() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    m toegang_medewerker;
    portaal text;
begin
    new.moment := clock_timestamp();
    new.transactie := pg_current_xact_id();
    new.categorieen := array[]::text[];
    if not new.bon or not new.toegestaan then
        new.bon := false;
        return new;
    end if;
    if eigen_rol() in ('{Portaalrol.PERSOON}', '{Portaalrol.GEMACHTIGDE}') then
        portaal := in_portaal(new.dossier_id, new.medewerker_id);
        if portaal is null or new.medewerker_id is distinct from zelf() then
            raise exception 'Dit dossier is niet van wie kijkt.' using errcode = 'insufficient_privilege';
        end if;
        new.rol := portaal;
        new.categorieen := leest_van(portaal);
        return new;
    end if;
    select * into m from toegang_medewerker where id = new.medewerker_id and is_active;
    if m.id is null or m.id is distinct from zelf() then
        raise exception 'Een bon is voor wie zelf kijkt en hier werkt.' using errcode = 'insufficient_privilege';
    end if;
    if in_kring(new.dossier_id, m) then
        new.categorieen := leest_van(m.rol);
        if m.rol in ({", ".join(f"'{rol}'" for rol in sorted(KETENROLLEN))}) and exists (
            select 1 from dossier_dossier d where d.id = new.dossier_id and d.afgeschermd
        ) then
            -- Of a shielded case a partner reads what its own task asks, and nothing that tells why.
            new.categorieen := array(select c from unnest(new.categorieen) c
                where c in ('identiteit', 'antwoord:identiteit', 'antwoord:opvang_einddatum', 'mensenhandel'));
        end if;
    end if;
    new.categorieen := new.categorieen || array(
        -- Who it is was known to who searched: without that no page could say whom it is about.
        select unnest(array[n.categorie, 'identiteit']) from toegang_noodtoegang n
        where n.dossier_id = new.dossier_id and n.medewerker_id = m.id
            and clock_timestamp() between n.vanaf and n.tot
    );
    if cardinality(new.categorieen) = 0 then
        raise exception 'Dit dossier is niet van wie kijkt.' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create or replace trigger maak_bon before insert on toegang_inzage for each row execute function maak_bon();
alter table toegang_inzage enable always trigger maak_bon;
"""  # noqa: S608 - names of roles and tables of our own


def voorwaarde(model: type[models.Model]) -> str | None:
    """The condition under which a row of this table is there, or ``None`` when it is about nobody.

    Raises :class:`Onbeschermd` when the model does not say.
    """
    tabel = model._meta.db_table
    if tabel.startswith(ZONDER_PERSONEN):
        return None
    if (zelf := getattr(model, "beleid", None)) is not None:
        return f"(select is_systeem()) or {zelf.format(t=tabel)}"
    if (veld := getattr(model, "eigen_van", None)) is not None:
        return f"(select is_systeem()) or {tabel}.{_kolom(model, veld)} = (select zelf())"
    if (veld := getattr(model, "beschermd_door", None)) is not None:
        ouder = model._meta.get_field(veld).related_model._meta  # type: ignore[union-attr]
        return f"exists (select 1 from {ouder.db_table} o where o.{ouder.pk.column} = {tabel}.{_kolom(model, veld)})"  # noqa: S608 - idem
    if (veld := getattr(model, "antwoord_over", None)) is not None:
        return _voor_antwoord(tabel, veld)
    als = _naar_categorie(model, tabel)
    if als is not None and (veld := getattr(model, "eigen_ook", None)) is not None:
        als = f"{als} or {tabel}.{_kolom(model, veld)} = (select zelf())"
    return als and f"(select is_systeem()) or {als}"


def _naar_categorie(model: type[models.Model], tabel: str) -> str | None:
    if (per := getattr(model, "categorie_per", None)) is not None:
        veld, van, anders = per
        gevallen = " ".join(f"when '{w}' then {_voor_categorie(tabel, c)}" for w, c in van.items())
        return f"(case {tabel}.{veld} {gevallen} else {_voor_categorie(tabel, anders)} end)"
    categorie = getattr(model, "categorie", None)
    if categorie is None:
        raise Onbeschermd(
            f"{model.__name__} does not say who may see its rows; see verantwoord.toegang.beleid"
        )
    return None if categorie == CONFIGURATIE else _voor_categorie(tabel, categorie)


def _voor_categorie(tabel: str, categorie: str) -> str:
    return (
        f"({tabel}.dossier_id = any ((select bonnen('{categorie}'))::uuid[])"
        f" or ((select in_lijst('{categorie}')) and {in_eigen_dossier(tabel)}))"
    )


def in_eigen_dossier(tabel: str) -> str:
    return f"in_eigen_dossier({tabel}.dossier_id)"


def _voor_antwoord(tabel: str, veld: str) -> str:
    return (
        f"(select is_systeem()) or ({tabel}.dossier_id, {tabel}.{veld}) in (select b.dossier_id, b.categorie from bonnen_antwoord() b)"  # noqa: S608 - idem
        f" or (in_lijst('antwoord:' || {tabel}.{veld}) and {in_eigen_dossier(tabel)})"
    )


def _kolom(model: type[models.Model], veld: str) -> str:
    return str(model._meta.get_field(veld).column)  # type: ignore[union-attr]


def beschermde_tabellen() -> Iterator[tuple[str, str]]:
    """Every table of the program with personal data, and its condition; two models on one table share it."""
    gezien = set()
    for model in apps.get_models(include_auto_created=True):
        tabel = model._meta.db_table
        als = voorwaarde(model)
        if als is not None and tabel not in gezien:
            gezien.add(tabel)
            yield tabel, als


def beleid(*, app: str, eigenaar: str) -> str:
    """Everything that the owner puts in place after each change of the tables; it replaces what stood there."""
    regels: list[str] = [functies()]
    for tabel, als in sorted(beschermde_tabellen()):
        regels += [
            f"alter table {tabel} enable row level security;",
            f"alter table {tabel} force row level security;",
            f"drop policy if exists basis on {tabel};",
            f"create policy basis on {tabel} to {app} using (true) with check (true);",
            f"drop policy if exists kring on {tabel};",
            f"create policy kring on {tabel} as restrictive to {app} using ({als}) with check ((select heeft_context()));",
            # The owner changes tables and runs the triggers that seal and keep; nobody logs in to it from outside.
            f"drop policy if exists eigenaar on {tabel};",
            f"create policy eigenaar on {tabel} to {eigenaar} using (true) with check (true);",
        ]
    return "\n".join(regels)


def zonder_uitspraak() -> list[Any]:
    """Models that do not say who may see their rows; a test keeps this empty."""
    stil = []
    for model in apps.get_models(include_auto_created=True):
        try:
            voorwaarde(model)
        except Onbeschermd:
            stil.append(model)
    return stil
