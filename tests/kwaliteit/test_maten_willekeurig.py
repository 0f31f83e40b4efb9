"""Whatever the days of a dossier are, SQL says of each measure what the norms say, from the tables and from the file."""

from datetime import date, timedelta

import msgspec
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.kern import bouw
from tests.kwaliteit.test_maten import volgens_de_normen
from verantwoord.dossier.actions import import_dossierbeeld
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kwaliteit.fasen import werk_fasen_bij
from verantwoord.kwaliteit.maten.bestand import schrijf_bestand
from verantwoord.kwaliteit.maten.vragen import meet_maten
from verantwoord.kwaliteit.meting import MOMENTEN
from verantwoord.toegang.actions import systeem

# Days lie close together, so that "before", "on" and "after" all come up.
DAG = st.dates(date(2022, 1, 5), date(2022, 3, 20)).map(date.isoformat)
MISSCHIEN = st.none() | DAG
TEKST = st.sampled_from(["", " \u2003", "Gevraagd en nagegaan."])


def _zonder_leeg(delen):
    return {naam: waarde for naam, waarde in delen.items() if waarde is not None}


def rijtje(**velden):
    return st.fixed_dictionaries(velden).map(_zonder_leeg)


GESPREK = rijtje(
    moment=st.sampled_from(["eerste", "tweede", "derde", "extra"]),
    status=st.sampled_from(["gevoerd", "gevoerd", "gevoerd", "gepland", "niet_verschenen"]),
    uitgenodigd_op=MISSCHIEN,
    gevoerd_op=MISSCHIEN,
    afgerond_op=MISSCHIEN,
    tolk=st.sampled_from([None, "geen", "telefonisch", "aanwezig", "niet_verschenen"]),
    gemeenschappelijke_taal=st.sampled_from([None, True, False]),
    eigen_woorden=TEKST,
    verslag=TEKST,
    wil_niet_antwoorden=st.booleans(),
    opties_besproken=st.sampled_from([[], ["iom_rean"], list(bouw.OPTIES)]),
)
BEROEP = rijtje(
    soort=st.sampled_from(["beroep", "beroep", "hoger_beroep"]),
    ingesteld_op=DAG,
    zitting_bekend_op=MISSCHIEN,
    zitting_op=MISSCHIEN,
    zonder_zitting=st.booleans(),
    uitspraak_op=MISSCHIEN,
    bekendgemaakt_op=MISSCHIEN,
    uitkomst=st.sampled_from([None, "ongegrond", "gegrond", "ingetrokken", "niet_ontvankelijk"]),
)
BESLUIT = st.builds(
    lambda soort, op, terugkeer: bouw.besluit(soort=soort, genomen_op=op, terugkeerbesluit=terugkeer),
    st.sampled_from(["afwijzing", "afwijzing", "terugkeerbesluit", "inwilliging"]),
    DAG,
    st.booleans(),
)
TOETSING = st.builds(
    bouw.toetsing, st.sampled_from(MOMENTEN), DAG, feiten=TEKST, bronnen=st.sampled_from([[], ["COA"]])
)
WENS = rijtje(
    soort=st.sampled_from(["werk", "geen_wens_geuit"]),
    omschrijving=st.just("Een winkel"),
    geuit_op=DAG,
    vervolg=st.sampled_from([None, "uitgelegd"]),
    vervolg_op=MISSCHIEN,
)
OVERLEG = rijtje(
    soort=st.sampled_from(["lko", "klein_lko", "rao", "buiten_overleg"]),
    datum=DAG,
    onderwerp=st.sampled_from(["vertrekstrategie", "overig"]),
    tegenspraak_door=st.sampled_from([None, "dtv", "coa"]),
    tegenspraak=TEKST,
    reactie=TEKST,
    besluit=st.sampled_from([None, "vastgesteld"]),
    verslag_op=MISSCHIEN,
)
BEELD = st.fixed_dictionaries(
    {
        "intake_afgerond_op": MISSCHIEN,
        "eerdere_dossiers": st.sampled_from([[], ["D-2020-000004"]]),
        "procedure": rijtje(
            besluiten=st.lists(BESLUIT, max_size=2),
            beroepen=st.lists(BEROEP, max_size=2),
            beroepstermijn_tot=MISSCHIEN,
        ),
        "gesprekken": st.lists(GESPREK, max_size=5),
        "toetsingen": st.lists(TOETSING, max_size=6),
        "signalen": st.lists(
            rijtje(moment=st.sampled_from(MOMENTEN), ontvangen_op=DAG, bron=st.just("coa")), max_size=2
        ),
        "vertrekplannen": st.lists(DAG, max_size=2).map(
            lambda dagen: [bouw.plan(versie=n, vastgesteld_op=dag) for n, dag in enumerate(dagen, 1)]
        ),
        "wensen": st.lists(WENS, max_size=2),
        "overleg": st.lists(OVERLEG, max_size=2),
    }
).map(lambda delen: lees_dossierbeeld(msgspec.json.encode(bouw.beeld(_zonder_leeg(delen)))))


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(beeld=BEELD, na=st.integers(0, 80))
def test_given_any_days_when_measured_then_tables_file_and_norms_agree(beeld, na, settings, tmp_path_factory):
    op = date(2022, 1, 12) + timedelta(na)
    settings.DATAMAP = tmp_path_factory.mktemp("kenmerken")
    with transaction.atomic():
        import_dossierbeeld(door=systeem(), beeld=beeld)
        werk_fasen_bij(op=op)
        schrijf_bestand()

        nu, bestand = (meet_maten(tot=op, viewer=None, bron=bron) for bron in ("nu", "bestand"))

        transaction.set_rollback(True)
    verwacht = volgens_de_normen([beeld], op)
    assert nu == bestand
    assert {naam: nu[naam] for naam in verwacht} == verwacht
