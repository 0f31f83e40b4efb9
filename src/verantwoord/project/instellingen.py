"""What makes it unsafe to serve. Every objection is one sentence that says what to do; all are told at once."""

import os

import psycopg
from psycopg.rows import dict_row

from verantwoord.project.omgeving import EIGENAAR_ROL

KORTSTE_SLEUTEL = 50
OUDSTE_POSTGRES = 15
DEMOSCHEMA = "verantwoord_demo"
"""A schema of this name marks a database as a demo. It travels along in a dump, unlike a comment or a setting."""

VRAAG = """
select session_user as inlog, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
    current_setting('server_version_num')::int / 10000 as versie,
    exists (select from pg_namespace where nspname = %(demo)s) as is_demo,
    exists (select from pg_roles e where e.rolname = %(eigenaar)s
        and pg_has_role(session_user, e.oid, 'member')) as is_lid_van_eigenaar,
    exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and pg_has_role(session_user, c.relowner, 'member')) as heeft_tabellen,
    exists (select from pg_database d where d.datname = current_database()
        and pg_has_role(session_user, d.datdba, 'member')) as heeft_databank
from pg_roles r where r.rolname = session_user
"""


def bezwaren_omgeving() -> list[str]:
    """What the environment says, or fails to say, that makes it unsafe to serve."""
    hosts = [naam.strip() for naam in os.environ.get("VERANTWOORD_HOSTS", "").split(",") if naam.strip()]
    sleutel = os.environ.get("VERANTWOORD_SECRET_KEY", "")
    regels = [
        (
            not os.environ.get("DATABASE_URL"),
            "DATABASE_URL ontbreekt: noem een eigen PostgreSQL 15 of nieuwer; de ingebouwde databank is om te proberen.",
        ),
        (
            not sleutel,
            "VERANTWOORD_SECRET_KEY ontbreekt: maak een willekeurige sleutel en geef die aan elke server van deze installatie.",
        ),
        (
            bool(sleutel) and (len(sleutel) < KORTSTE_SLEUTEL or len(set(sleutel)) < 10),
            f"VERANTWOORD_SECRET_KEY is te kort of te eenvoudig: neem minstens {KORTSTE_SLEUTEL} willekeurige tekens.",
        ),
        (
            not os.environ.get("VERANTWOORD_LOGBOEKSLEUTEL"),
            "VERANTWOORD_LOGBOEKSLEUTEL ontbreekt: maak een willekeurige sleutel voor elke server, en bewaar hem apart.",
        ),
        (
            not hosts,
            "VERANTWOORD_HOSTS ontbreekt: noem de namen waarop de server antwoordt, met komma's ertussen.",
        ),
        (
            any(naam == "*" or naam.startswith(".") for naam in hosts),
            "VERANTWOORD_HOSTS mag geen * zijn en geen naam die met een punt begint: noem elke naam voluit.",
        ),
        (
            bool(os.environ.get("VERANTWOORD_MAIL"))
            and not os.environ.get("VERANTWOORD_ADRES", "").startswith("https://"),
            "VERANTWOORD_ADRES ontbreekt: noem het adres van deze site, beginnend met https://, voor de links in mail.",
        ),
        (
            not os.environ.get("VERANTWOORD_OIDC_UITGEVER")
            and os.environ.get("VERANTWOORD_INLOG") not in {"lokaal", "organisatie"},
            "VERANTWOORD_OIDC_UITGEVER ontbreekt: noem de inlog van uw organisatie, of kies VERANTWOORD_INLOG=lokaal.",
        ),
        (
            bool(os.environ.get("VERANTWOORD_OIDC_UITGEVER"))
            and not os.environ.get("VERANTWOORD_OIDC_UITGEVER", "").startswith("https://"),
            "VERANTWOORD_OIDC_UITGEVER moet met https:// beginnen.",
        ),
        (
            os.environ.get("VERANTWOORD_INLOG") == "organisatie"
            and not os.environ.get("VERANTWOORD_OIDC_UITGEVER"),
            "VERANTWOORD_INLOG=organisatie sluit wachtwoorden uit, maar VERANTWOORD_OIDC_UITGEVER ontbreekt.",
        ),
        (
            not os.environ.get("VERANTWOORD_LOGBOEK", "https://").startswith("https://"),
            "VERANTWOORD_LOGBOEK moet beginnen met https:// ; het logboek van verwerkingen gaat nooit open over de lijn.",
        ),
        (
            os.environ.get("VERANTWOORD_DEMO") == "1",
            "VERANTWOORD_DEMO staat aan: een demo toont zijn inloggegevens en hoort niet op deze server.",
        ),
    ]
    return [zin for is_bezwaar, zin in regels if is_bezwaar]


def bezwaren_databank(url: str) -> list[str]:
    """What the database knows of this log-in, and holds, that makes it unsafe to serve."""
    if not url:
        return []
    with psycopg.connect(url, row_factory=dict_row) as verbinding:
        stand = verbinding.execute(VRAAG, {"demo": DEMOSCHEMA, "eigenaar": EIGENAAR_ROL}).fetchone()
    if stand is None:
        return ["DATABASE_URL logt in met een rol die niet bestaat."]
    inlog = f"DATABASE_URL logt in als {stand['inlog']}, en die"
    zonder = "laat de server inloggen met een rol die alleen lid is van verantwoord_app."
    regels = [
        (stand["rolsuper"], f"{inlog} is superuser: {zonder}"),
        (stand["rolbypassrls"], f"{inlog} mag langs de rijbeveiliging (BYPASSRLS): {zonder}"),
        (stand["rolcreaterole"], f"{inlog} mag rollen maken (CREATEROLE): {zonder}"),
        (stand["rolcreatedb"], f"{inlog} mag databanken maken (CREATEDB): {zonder}"),
        (
            not stand["rolsuper"]
            and (stand["is_lid_van_eigenaar"] or stand["heeft_tabellen"] or stand["heeft_databank"]),
            f"{inlog} is eigenaar van de databank of de tabellen: {zonder}",
        ),
        (
            stand["is_demo"],
            "In de databank staan verzonnen demogegevens: gebruik een eigen databank voor echt gebruik.",
        ),
        (
            stand["versie"] < OUDSTE_POSTGRES,
            f"PostgreSQL {stand['versie']} is te oud: werk bij naar 15 of nieuwer.",
        ),
    ]
    return [zin for is_bezwaar, zin in regels if is_bezwaar]
