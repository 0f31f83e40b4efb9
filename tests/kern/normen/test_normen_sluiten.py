"""When a dossier may be closed, and as what."""

import pytest

from tests.kern.bouw import beeld, bewaring, met, opgelegd
from tests.kern.normen.tabel import niet_voldaan, tabel, voldaan

OP = "2022-04-20"


def uitkomst(soort, **anders):
    return {"uitkomst": {"soort": soort, "op": OP, "bewijs_ref": "KMAR-1"} | anders}


@pytest.mark.norm("uitkomst-aantoonbaar")
@tabel(
    niet_voldaan("geen uitkomst", {}, OP),
    niet_voldaan("uitkomst van morgen", uitkomst("gedwongen"), "2022-04-19"),
    *[
        voldaan(soort, uitkomst(soort), OP, noemt=(OP,))
        for soort in ("zelfstandig_gecontroleerd", "gedwongen")
    ],
    *[
        niet_voldaan(soort, uitkomst(soort), OP)
        for soort in ("ongecontroleerd", "overdracht_ingetrokken", "verblijf_of_overig")
    ],
    *[
        niet_voldaan(f"{soort} zonder bewijs", uitkomst(soort, bewijs_ref=None), OP)
        for soort in ("zelfstandig_gecontroleerd", "gedwongen")
    ],
)
def test_uitkomst_aantoonbaar(controleer, rij):
    controleer(rij)


def verblijf(soort, tot=None):
    return {
        "opvang": {
            "verblijfplaatsen": [{"soort": soort, "locatie": "ergens", "van": "2022-03-01", "tot": tot}]
        }
    }


MELDPLICHT = beeld(meldplichten=[{"opgelegd_op": "2022-03-01", "opgelegd_door": "avim"}])


@pytest.mark.norm("afsluiten-dossier")
@tabel(
    voldaan("geen maatregelen", {}, OP),
    niet_voldaan("meldplicht loopt", MELDPLICHT, OP),
    voldaan("meldplicht van morgen", MELDPLICHT, "2022-02-28"),
    voldaan("meldplicht vandaag beëindigd", met(MELDPLICHT, {"meldplichten[0].beeindigd_op": OP}), OP),
    niet_voldaan(
        "meldplicht morgen beëindigd", met(MELDPLICHT, {"meldplichten[0].beeindigd_op": "2022-04-21"}), OP
    ),
    niet_voldaan("in bewaring", {"bewaringen": [opgelegd()]}, OP),
    voldaan("bewaring alleen voorgesteld", {"bewaringen": [bewaring()]}, OP),
    voldaan("bewaring vandaag opgeheven", {"bewaringen": [opgelegd(opgeheven_op=OP)]}, OP),
    niet_voldaan(
        "een eerdere bewaring nooit opgeheven", {"bewaringen": [opgelegd(), opgelegd(opgeheven_op=OP)]}, OP
    ),
    *[
        niet_voldaan(f"verblijf in {soort}, laatste dag", verblijf(soort, OP), OP)
        for soort in ("vbl", "gl", "detentie")
    ],
    *[
        voldaan(f"verblijf in {soort} gisteren geëindigd", verblijf(soort, "2022-04-19"), OP)
        for soort in ("vbl", "gl", "detentie")
    ],
    niet_voldaan("verblijf in vbl zonder einde", verblijf("vbl"), OP),
    voldaan("verblijf in vbl van morgen", verblijf("vbl"), "2022-02-28"),
    *[voldaan(f"verblijf in {soort}", verblijf(soort), OP) for soort in ("azc", "ggv", "lvv", "anders")],
)
def test_afsluiten_dossier(controleer, rij):
    controleer(rij)
