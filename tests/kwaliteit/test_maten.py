"""Every measure in SQL says what the norms say, dossier by dossier; and the file of the night says the same."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import duckdb
import msgspec
import pytest

from tests.dossier.factories import MedewerkerFactory
from tests.kern import bouw
from tests.kwaliteit.test_meet import neem_over, uniek
from verantwoord.dossier.actions import import_dossierbeeld
from verantwoord.kern import dossierbeeld as kern
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.definities import is_leeg
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.fase import bepaal_fase
from verantwoord.kern.normen import NORMEN
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.kwaliteit.fasen import werk_fasen_bij
from verantwoord.kwaliteit.maten import GROEPEN, MATEN
from verantwoord.kwaliteit.maten.bestand import schrijf_bestand
from verantwoord.kwaliteit.maten.maat import DIMENSIES, Gemeten
from verantwoord.kwaliteit.maten.vraag import VOORWAARDEN
from verantwoord.kwaliteit.maten.vragen import meet_duren, meet_maten, meet_per
from verantwoord.kwaliteit.meting import MOMENTEN
from verantwoord.kwaliteit.models import Faseperiode
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
SCENARIOS = Path(__file__).parents[1] / "data" / "scenarios.jsonl"
PEILDATA = [
    date.fromisoformat(op) for op in ("2022-02-01", "2022-03-15", "2022-05-01", "2023-06-01", "2026-01-01")
]
# The measures that one norm answers for a dossier, and the answers of the norm that make one part of the count.
NORM = {
    "plan_aanwezig": "vertrekplan-aanwezig",
    "strategie_analyse": "vertrekstrategie-analyse",
    "toetsing_bronnen": "toetsing-actieve-houding",
    "drie_op_moment": "drie-vertrekgesprekken",
    "tweezijdig": "gesprek-wederkerigheid",
    "begrepen": "gesprek-tolk",
    "gespreksverslag": "gesprek-verslag",
    "opties_besproken": "ondersteuning-volledig-besproken",
    "plan_bijgewerkt": "vertrekplan-dynamisch",
    "overleg_verslag": "lko-verslag",
    "overleg_tegenspraak": "lko-tegenspraak",
}


def beelden():
    return [
        rijker(i, uniek(i, lees_dossierbeeld(msgspec.json.encode(msgspec.json.decode(regel)["beeld"]))))
        for i, regel in enumerate(SCENARIOS.read_bytes().splitlines())
    ]


def rijker(i, beeld):
    """The scenarios hold few signals, wishes, dissent and endings; here many have one, each on another day."""
    dag = beeld.overdracht.ontvangen_op + timedelta(7 * i % 300)
    signaal = kern.Signaal(moment=MOMENTEN[i % 4], ontvangen_op=dag, bron="coa")
    wens = kern.Wens(
        soort="werk",
        omschrijving="Een winkel beginnen",
        geuit_op=dag,
        vervolg="uitgelegd" if i % 4 else None,
        vervolg_op=dag + timedelta(i % 25) if i % 4 else None,
    )
    punt = kern.Overlegpunt(
        soort="lko",
        datum=dag,
        tegenspraak_door=("coa", "dtv", None)[i % 3],
        tegenspraak="Is terugkeer veilig",
        reactie="Dat is nagevraagd" if i % 2 else " ",
        verslag_op=dag + timedelta(i % 9) if i % 7 else None,
    )
    soorten = ("zelfstandig_gecontroleerd", "gedwongen", "ongecontroleerd", "verblijf_of_overig")
    uitkomst = kern.Uitkomst(soort=soorten[i // 5 % 4], op=dag + timedelta(60))
    erbij = {
        "signalen": (*beeld.signalen, signaal) if i % 3 == 0 else beeld.signalen,
        "wensen": (*beeld.wensen, wens) if i % 3 < 2 else beeld.wensen,
        "overleg": (*beeld.overleg, punt) if i % 5 < 2 else beeld.overleg,
        "uitkomst": uitkomst if i % 5 == 0 else beeld.uitkomst,
    }
    return msgspec.structs.replace(beeld, **erbij)


def volgens_de_normen(alle, op):
    """Count what the core says of each dossier, one by one."""
    tel = {naam: Counter() for naam in (*NORM, *EIGEN)}
    for beeld in alle:
        if beeld.overdracht.ontvangen_op > op:
            continue
        oordeel = {b.norm: b for b in beoordeel(beeld, peildatum=op, parameters=STANDAARD).bevindingen}
        for naam, norm in NORM.items():
            tel[naam][oordeel[norm].oordeel] += 1
        s = Stand(beeld, op, STANDAARD.op(op))
        for naam, vraag in EIGEN.items():
            tel[naam][vraag(s, oordeel)] += 1
    return {
        naam: Gemeten(
            teller=t["voldaan"],
            noemer=t["voldaan"] + t["niet_voldaan"] + t["onbekend"],
            onbekend=t["onbekend"],
        )
        for naam, t in tel.items()
    }


def _ja(waar, *, gevraagd=True, onbekend=False):
    if not gevraagd:
        return "niet_van_toepassing"
    return "voldaan" if waar else "onbekend" if onbekend else "niet_voldaan"


def _onzeker(s, moment):
    return any(o.gesprek.moment == moment for o in s.onzekere_gesprekken)


def _moment(moment, gevraagd):
    return lambda s, _o: _ja(bool(s.tellend(moment)), gevraagd=gevraagd(s), onbekend=_onzeker(s, moment))


def _op_tijd(norm, moment, grens):
    """The norm says voldaan also as long as there is time; the measure asks only once it was done or is over."""

    def vraag(s, oordeel):
        b = oordeel[norm]
        if b.oordeel in ("niet_van_toepassing", "onbekend"):
            return b.oordeel
        uiterlijk = grens(s)
        if uiterlijk is None:
            return "niet_van_toepassing"
        if b.oordeel == "niet_voldaan" and s.op <= uiterlijk:
            return "niet_van_toepassing"
        gedaan = (b.oordeel == "voldaan" and s.op > uiterlijk) or any(
            g.gevoerd_op <= uiterlijk and (moment != "derde" or g.gevoerd_op >= s.basis)
            for g in s.tellend(moment)
        )
        return _ja(gedaan, gevraagd=gedaan or s.op > uiterlijk, onbekend=_onzeker(s, moment))

    return vraag


def _afgedaan(s):
    return s.beroepsstand in ("afgedaan", "termijn_verstreken")


def _zitting(s):
    b = s.beroep
    return b is not None and not b.zonder_zitting and (b.zitting_bekend_op or b.zitting_op) is not None


def _na_signaal(s, _oordeel):
    laatste = {
        m: max(x.ontvangen_op for x in s.signalen if x.moment == m) for m in {x.moment for x in s.signalen}
    }
    return _ja(
        all(m in s.laatste_toetsing and s.laatste_toetsing[m].getoetst_op >= op for m, op in laatste.items()),
        gevraagd=bool(laatste),
    )


def _geen_te_lange_wens(s, oordeel):
    echt = [w for w in s.wensen if w.soort != "geen_wens_geuit"]
    if not echt:
        return "niet_van_toepassing"
    if oordeel["vertrekwens-vastleggen"].oordeel != "niet_van_toepassing":
        return oordeel["vertrekwens-vastleggen"].oordeel
    return _ja(not any(w.vervolg is None and (s.op - w.geuit_op).days > 14 for w in echt))


def _uitkomst(soort):
    return lambda s, _o: _ja(
        s.uitkomst is not None and s.uitkomst.soort == soort, gevraagd=s.uitkomst is not None
    )


EIGEN = {
    **{
        m: (lambda s, _o, m=m: _ja(m in s.laatste_toetsing))
        for m in ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")
    },
    "alle_vier": lambda s, _o: _ja(len(s.laatste_toetsing) == 4),
    "toetsing_signaal": _na_signaal,
    "toetsing_dwang": lambda s, o: _ja(
        o["toetsing-elk-stadium"].oordeel == "voldaan",
        gevraagd=bepaal_fase(s) == "gedwongen_in_voorbereiding",
    ),
    "vertrekstrategie": lambda s, _o: _ja(s.vertrekplan is not None and not is_leeg(s.vertrekplan.strategie)),
    "gesprek_eerste": _moment("eerste", lambda _s: True),
    "gesprek_tweede": _moment("tweede", _zitting),
    "gesprek_derde": _moment("derde", _afgedaan),
    "drie_gesprekken": lambda s, _o: _ja(
        len(s.tellende_gesprekken) >= 3, onbekend=len(s.tellende_gesprekken) + len(s.onzekere_gesprekken) >= 3
    ),
    "eerste_op_tijd": _op_tijd(
        "gesprek-1-termijn", "eerste", lambda s: s.termijnen.gesprek_eerste.eindigt_op
    ),
    "tweede_op_tijd": _op_tijd(
        "gesprek-2-zittingsdatum",
        "tweede",
        lambda s: s.beroep.zitting_op - timedelta(1) if s.beroep and s.beroep.zitting_op else None,
    ),
    "derde_op_tijd": _op_tijd(
        "gesprek-3-na-uitspraak", "derde", lambda s: s.termijnen.gesprek_derde.eindigt_op
    ),
    "wens_gevraagd": lambda s, _o: _ja(bool(s.wensen), gevraagd=bool(s.tellende_gesprekken)),
    "wens_beantwoord": _geen_te_lange_wens,
    "strategie_afgewogen": lambda s, _o: _ja(_afgewogen(s.vertrekplan), gevraagd=s.vertrekplan is not None),
    "uitkomst_zelfstandig": _uitkomst("zelfstandig_gecontroleerd"),
    "uitkomst_gedwongen": _uitkomst("gedwongen"),
    "uitkomst_mob": _uitkomst("ongecontroleerd"),
}


def _afgewogen(plan):
    gedaan = {o.optie for o in plan.opties if not is_leeg(o.analyse)} if plan else set()
    return "gedwongen" in gedaan and bool(gedaan & {"zelfstandig_iom", "zelfstandig_ngo", "zelfstandig_dtv"})


@pytest.fixture
def alle_scenarios():
    alle = beelden()
    for beeld in alle:
        import_dossierbeeld(door=systeem(), beeld=beeld)
    werk_fasen_bij(op=PEILDATA[-1])
    return alle


def test_given_all_scenarios_when_measured_then_every_measure_counts_what_the_norms_say(alle_scenarios):
    for op in PEILDATA:
        gemeten = meet_maten(tot=op, viewer=None, bron="nu")

        verwacht = volgens_de_normen(alle_scenarios, op)
        assert {naam: gemeten[naam] for naam in verwacht} == verwacht, op


def test_given_all_scenarios_when_measured_then_no_measure_is_empty_on_every_day(alle_scenarios):
    gemeten = [meet_maten(tot=op, viewer=None, bron="nu") for op in PEILDATA]

    assert [naam for naam in MATEN if not any(dag[naam].noemer for dag in gemeten)] == []


def test_given_a_file_when_asked_then_it_says_what_the_tables_say(alle_scenarios, settings, tmp_path):
    settings.DATAMAP = tmp_path
    schrijf_bestand()
    keuzes = [
        {"tot": PEILDATA[2]},
        {"tot": PEILDATA[4], "van": date(2022, 1, 10)},
        {"tot": PEILDATA[3], "locatie": "azc duinrand"},
        {"tot": PEILDATA[2], "fase": "vertrekfase"},
    ]

    for keuze in keuzes:
        nu, bestand = ({"viewer": None, "bron": bron, **keuze} for bron in ("nu", "bestand"))
        assert meet_maten(**bestand) == meet_maten(**nu)
        assert meet_duren(**bestand) == meet_duren(**nu)
        for dimensie in DIMENSIES:
            assert meet_per(dimensie, **bestand) == meet_per(dimensie, **nu), (dimensie, keuze)


def test_given_a_file_when_opened_then_no_id_and_no_text_of_a_person_is_in_it(
    alle_scenarios, settings, tmp_path
):
    settings.DATAMAP = tmp_path
    schrijf_bestand()
    (nacht,) = (tmp_path / "kenmerken").iterdir()

    with duckdb.connect() as duck:
        kolommen = {
            pad.stem: {k: s for k, s, *_ in duck.execute(f"describe select * from '{pad}'").fetchall()}
            for pad in nacht.iterdir()
        }

    assert {k: s for velden in kolommen.values() for k, s in velden.items() if s not in ("DATE", "BOOLEAN")} == {
        "dossier": "BIGINT", "rang": "BIGINT", "tekst": "BIGINT", "opties": "BIGINT", "volgorde": "BIGINT",
        "moment": "VARCHAR", "uitkomst": "VARCHAR", "verstaan": "VARCHAR", "fase": "VARCHAR",
        "locatie": "VARCHAR", "soort": "VARCHAR",
    }  # fmt: skip
    assert nacht.stat().st_mode & 0o077 == 0


def test_given_parts_when_added_up_then_they_are_the_whole(alle_scenarios):
    geheel = meet_maten(tot=PEILDATA[3], viewer=None, bron="nu")

    for dimensie in DIMENSIES:
        delen = meet_per(dimensie, tot=PEILDATA[3], viewer=None, bron="nu").values()
        opgeteld = {
            naam: Gemeten(
                teller=sum(d[naam].teller for d in delen),
                noemer=sum(d[naam].noemer for d in delen),
                onbekend=sum(d[naam].onbekend for d in delen),
            )
            for naam in MATEN
        }
        assert opgeteld == geheel


def test_given_the_register_when_read_then_every_measure_has_its_norm_its_group_and_its_question():
    assert {maat.norm for maat in MATEN.values()} - set(NORMEN) == set()
    assert {maat.groep for maat in MATEN.values()} == set(GROEPEN)
    assert list(MATEN) == [naam for naam in MATEN if naam in VOORWAARDEN]
    assert set(VOORWAARDEN) == set(MATEN)


def test_given_no_right_when_measured_then_it_is_refused():
    beheerder = MedewerkerFactory(beheerder=True)

    for vraag in (meet_maten, meet_duren):
        with pytest.raises(GeenToegang):
            vraag(tot=PEILDATA[0], viewer=beheerder)
    with pytest.raises(GeenToegang):
        meet_per("fase", tot=PEILDATA[0], viewer=beheerder)


def test_given_a_sentence_that_stands_in_five_dossiers_when_measured_then_it_is_no_strategy_of_their_own():
    zin = "Eerst zelfstandig, anders gedwongen"
    for i, tekst in enumerate(
        [zin, zin.upper(), f"{zin}.", f"  {zin}", zin.replace(",", " –"), "Terug naar Gambia"]
    ):
        neem_over(
            {"vertrekplannen": [bouw.plan(strategie=tekst)]}, nummer=f"D-2022-{i:06}", v_nummer=f"99{i:08}"
        )

    gemeten = meet_maten(tot=PEILDATA[3], viewer=None, bron="nu")

    assert gemeten["strategie_eigen"] == Gemeten(teller=1, noemer=6, onbekend=0)


@pytest.mark.parametrize(("terug", "geteld"), [("2022-07-01", 1), ("2022-05-01", 0), ("2023-07-01", 0)])
def test_given_somebody_gone_when_a_later_dossier_names_this_one_then_that_counts_as_come_back(terug, geteld):
    neem_over(
        {"uitkomst": {"soort": "ongecontroleerd", "op": "2022-06-01"}, "gesloten_op": "2022-06-02"},
    )
    neem_over(
        {"eerdere_dossiers": ["D-2022-000001"], "overdracht": {"afzender": "ind", "ontvangen_op": terug}},
        nummer="D-2022-000002",
        v_nummer="9900000002",
    )

    gemeten = meet_maten(tot=date(2023, 6, 1), viewer=None, bron="nu")

    assert gemeten["terug_na_mob"] == Gemeten(teller=geteld, noemer=1, onbekend=0)
    assert gemeten["uitkomst_zelfstandig"].teller == 0


def test_given_a_new_stage_when_measured_then_only_reviews_since_it_began_count():
    for i, getoetst in enumerate(("2022-05-01", "2022-03-01")):
        neem_over(
            bouw.afgewezen(),
            {
                "intake_afgerond_op": "2022-01-20",
                "toetsingen": [bouw.toetsing(m, getoetst) for m in MOMENTEN],
                "vertrekplannen": [bouw.plan(vastgesteld_op="2022-04-01")],
            },
            nummer=f"D-2022-{i:06}",
            v_nummer=f"99{i:08}",
        )
    zonder_fasen = meet_maten(tot=date(2022, 6, 1), viewer=None, bron="nu")
    werk_fasen_bij(op=date(2022, 6, 1))
    stadia = {(p.fase, p.van) for p in Faseperiode.objects.all()}

    gemeten = meet_maten(tot=date(2022, 6, 1), viewer=None, bron="nu")

    assert zonder_fasen["toetsing_stadium"] == Gemeten(teller=0, noemer=2, onbekend=2)
    laatste = max(van for _fase, van in stadia)
    assert gemeten["toetsing_stadium"] == Gemeten(
        teller=sum(date.fromisoformat(d) >= laatste for d in ("2022-05-01", "2022-03-01")),
        noemer=2,
        onbekend=0,
    )
