"""How long every measure takes over very many dossiers, from the columnar file of the night.

Budget: 1,000,000 dossiers in three seconds, the page from memory in 50 milliseconds. Makes a demo, copies its dossiers
inside the database until there are enough, each copy somebody else with days of their own, and writes the file. Prints
JSON: writing the file, all measures, all measures per place and per quarter, how long things took, and as a floor one
measure in SQL written by hand for that file alone. ``--nu`` also asks the tables themselves.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from measure_kwaliteit import begin_django
from proefmachine import eigen_databank, meld, opdracht, spreiding

# Each table that is measured, with the columns that name a row here or elsewhere; a copy names copies.
TABELLEN = {
    "dossier_persoon": ("id",),
    "dossier_dossier": ("id", "persoon_id"),
    "dossier_proceduredagen": ("dossier_id",),
    "dossier_dossierdeel": ("dossier_id",),
    "dossier_verblijfplaats": ("dossier_id",),
    "dossier_besluit": ("dossier_id",),
    "dossier_beroep": ("dossier_id",),
    "dossier_aanvraag": ("dossier_id",),
    "toetsing_toetsing": ("id", "dossier_id"),
    "toetsing_signaal": ("id", "dossier_id"),
    "vertrekgesprek_gesprek": ("id", "dossier_id"),
    "vertrekplan_vertrekplan": ("id", "dossier_id"),
    "ondersteuning_wens": ("id", "dossier_id"),
    "reisdocument_lpaanvraag": ("id", "dossier_id"),
    "overleg_overlegpunt": ("id", "dossier_id"),
    "kwaliteit_faseperiode": ("dossier_id",),
}
ANDERS = {
    "dossier_persoon": {"v_nummer": "'K' || lpad((row_number() over ())::text, 9, '0')"},
    "dossier_dossier": {"nummer": "zaad.nummer || rond"},
}
MET_DE_HAND = """
    select count(*), count(*) filter (where aantal = 4) from (
        select d.dossier, (select count(distinct moment) from '{map}/toetsing.parquet' t
            where t.dossier = d.dossier and t.op <= $tot) as aantal
        from '{map}/dossiers.parquet' d where d.ontvangen_op <= $tot
    ) p"""


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--dossiers", type=int, default=100_000, help="how many dossiers to measure")
    vragen.add_argument("--herhalingen", type=int, default=7, help="how often to repeat; at least 5")
    vragen.add_argument("--nu", action="store_true", help="ask the tables too, once")
    keuze = vragen.parse_args()
    herhalingen = max(5, keuze.herhalingen)
    zaad = min(keuze.dossiers, 2000)
    with eigen_databank():
        opdracht("demo", "--no-serve", "--dossiers", str(zaad))
        aantal = vermenigvuldig(keuze.dossiers // zaad)
        schrijven = _duur(_schrijf)
        cijfers = {naam: _herhaald(vraag, herhalingen) for naam, vraag in _vragen().items()}
        nu = {"seconden_uit_de_tabellen": round(_duur(_uit_de_tabellen), 1)} if keuze.nu else {}
        meld(
            "kwaliteit",
            data={"dossiers": aantal, "bestand_mb": _omvang_mb()},
            herhalingen=herhalingen,
            seconden_schrijven=round(schrijven, 1),
            **cijfers,
            **nu,
        )


def vermenigvuldig(keer: int) -> int:
    """Copy every dossier ``keer - 1`` times with what is measured; give how many there are then."""
    begin_django()
    from django.db import connections, transaction  # noqa: PLC0415 - Django is loaded just now

    from verantwoord.project.demo.schrijven import stille_bewakers  # noqa: PLC0415 - idem

    with transaction.atomic(using="eigenaar"), stille_bewakers(), connections["eigenaar"].cursor() as cursor:
        for tabel, namen in TABELLEN.items():
            cursor.execute(
                "select quote_ident(column_name), data_type from information_schema.columns where table_name = %s"
                " and table_schema = 'public' and is_identity = 'NO' order by ordinal_position",
                [tabel],
            )
            kolommen = dict(cursor.fetchall())
            waarden = [_waarde(tabel, kolom, soort, namen) for kolom, soort in kolommen.items()]
            cursor.execute(
                f"insert into {tabel} ({', '.join(kolommen)}) select {', '.join(waarden)}"  # noqa: S608 - names from the list above
                f" from {tabel} zaad, generate_series(1, {keer - 1}) rond"
            )
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("vacuum analyze")
        cursor.execute("select count(*) from dossier_dossier")
        return int(cursor.fetchone()[0])


def _waarde(tabel: str, kolom: str, soort: str, namen: tuple[str, ...]) -> str:
    """A key becomes another, a day moves back by a day a round and more, the rest stays."""
    if kolom in namen:
        return f"md5(zaad.{kolom}::text || rond)::uuid"
    if anders := ANDERS.get(tabel, {}).get(kolom):
        return anders
    if soort == "date":
        return f"zaad.{kolom} - (rond % 1500)"
    return f"zaad.{kolom}"


def _vragen() -> dict[str, Callable[[], Any]]:
    from django.utils import timezone  # noqa: PLC0415 - Django is loaded by now

    from verantwoord.kwaliteit.maten.vragen import meet_duren, meet_maten, meet_per  # noqa: PLC0415 - idem

    keuze: dict[str, Any] = {"tot": timezone.localdate(), "viewer": None, "bron": "bestand"}
    return {
        "seconden_alle_maten": lambda: meet_maten(**keuze),
        "seconden_met_periode": lambda: meet_maten(**keuze, van=date(2025, 1, 1)),
        "seconden_per_locatie": lambda: meet_per("locatie", **keuze),
        "seconden_per_kwartaal": lambda: meet_per("kwartaal", **keuze),
        "seconden_doorlooptijden": lambda: meet_duren(**keuze),
        "seconden_een_maat_met_de_hand": lambda: _met_de_hand(keuze["tot"]),
        "seconden_uit_het_geheugen": lambda: _uit_het_geheugen(keuze["tot"]),
    }


def _uit_het_geheugen(tot: date) -> None:
    """What a page asks when somebody asked the same before."""
    from verantwoord.kwaliteit.maten.bewaard import maten_van  # noqa: PLC0415 - idem
    from verantwoord.kwaliteit.maten.vragen import Keuze  # noqa: PLC0415 - idem
    from verantwoord.toegang.context import transactie_van  # noqa: PLC0415 - idem
    from verantwoord.toegang.models import Medewerker  # noqa: PLC0415 - idem

    wie = Medewerker.objects.filter(rol="manager").first()
    with transactie_van(wie):
        maten_van(Keuze(tot=tot), viewer=wie)


def _met_de_hand(tot: date) -> None:
    import duckdb  # noqa: PLC0415 - idem

    with duckdb.connect() as duck:
        duck.execute(MET_DE_HAND.format(map=_nacht()), {"tot": tot}).fetchall()


def _schrijf() -> None:
    from verantwoord.kwaliteit.maten.bestand import schrijf_bestand  # noqa: PLC0415 - idem

    schrijf_bestand()


def _uit_de_tabellen() -> None:
    from django.utils import timezone  # noqa: PLC0415 - idem

    from verantwoord.kwaliteit.maten.vragen import meet_maten  # noqa: PLC0415 - idem

    meet_maten(tot=timezone.localdate(), viewer=None, bron="nu")


def _nacht() -> Any:
    from verantwoord.kwaliteit.maten.bestand import kenmerkenmap  # noqa: PLC0415 - idem

    return max(kenmerkenmap().iterdir())


def _omvang_mb() -> float:
    return round(sum(pad.stat().st_size for pad in _nacht().iterdir()) / 1e6, 1)


def _herhaald(vraag: Callable[[], Any], keer: int) -> dict[str, float]:
    return spreiding([_duur(vraag) for _ in range(keer)], 3)


def _duur(vraag: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    vraag()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
