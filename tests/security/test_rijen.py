"""The last wall: which rows PostgreSQL itself gives, whatever the program asks. As SQL, as each role, looks committed."""

import threading
from contextlib import contextmanager
from pathlib import Path

import msgspec
import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from tests.dossier.factories import MedewerkerFactory
from verantwoord.dossier.actions import import_dossierbeeld
from verantwoord.dossier.models import Betrokkenheid, Dossier, Dossierdeel
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.toegang import CATEGORIEEN, Toegang, toegang_van
from verantwoord.toegang.actions import record_inzage, systeem
from verantwoord.toegang.beleid import CONFIGURATIE, DOSSIER, voorwaarde, zonder_uitspraak
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Inzage, Noodtoegang
from verantwoord.toegang.rechten import KETENROLLEN, Rol, matrixrol
from verantwoord.toetsing.models import Signaal, Toetsing

pytestmark = pytest.mark.django_db(transaction=True)
SCENARIOS = [
    msgspec.json.decode(regel)
    for regel in (Path(__file__).parents[1] / "data" / "scenarios.jsonl").read_bytes().splitlines()
]
KETEN = ("coa", "ind", "avim", "avim_mensenhandel", "kmar", "iom", "ngo", "vwn")
ROLLEN = ("manager", *KETEN, "beheerder", "fg", "inspectie", "medisch_bevoegd")


@pytest.fixture
def dossiers():
    """Every example of the contract as a dossier of one regievoerder."""
    regievoerder = MedewerkerFactory()
    for scenario in SCENARIOS[::25]:
        import_dossierbeeld(door=systeem(), beeld=lees_dossierbeeld(msgspec.json.encode(scenario["beeld"])))
    Dossier.objects.update(
        regievoerder=regievoerder, regievoerder_elders=None, team=regievoerder.team, afgeschermd=False
    )
    Betrokkenheid.objects.all().delete()
    return list(Dossier.objects.select_related("regievoerder"))


def betrek(medewerker, dossiers):
    Betrokkenheid.objects.bulk_create(
        Betrokkenheid(dossier=d, organisatie=medewerker.organisatie, grond="locatie") for d in dossiers
    )


def iemand(rol, dossiers):
    """Somebody of this role who works on these dossiers, as far as that role can."""
    if rol == "manager":
        return MedewerkerFactory(manager=True, team=dossiers[0].team)
    wie = MedewerkerFactory(**{rol: True})
    if rol in KETEN:
        betrek(wie, dossiers)
    return wie


def kijk(wie, dossiers, verzoek="verzoek-1"):
    with transactie_van(wie, verzoek=verzoek):
        record_inzage(
            viewer=wie,
            dossiers=[d.pk for d in dossiers],
            onderdeel="proef",
            doel="behandeling",
            verzoek=verzoek,
            bon=True,
        )


@contextmanager
def als(wie, verzoek="verzoek-1"):
    with transactie_van(wie, verzoek=verzoek):
        yield


def beschermd():
    """Every table with personal data and the model that says so."""
    return {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if voorwaarde(model) is not None
    }


def tel(tabellen):
    with connection.cursor() as cursor:
        geteld = {}
        for tabel in tabellen:
            cursor.execute(f"select count(*) from {tabel}")
            geteld[tabel] = cursor.fetchone()[0]
        return geteld


def mag_rijen(wie, model):
    """What the matrix says of this role and the rows of this table; ``None`` where a row decides for itself."""
    if ouder := getattr(model, "beschermd_door", None):
        return mag_rijen(wie, model._meta.get_field(ouder).related_model)
    categorie = getattr(model, "categorie", None)
    if categorie == DOSSIER:
        return wie.rol in {Rol.REGIEVOERDER, Rol.MANAGER}
    if categorie not in CATEGORIEEN:
        return None
    return toegang_van(matrixrol(wie), categorie) is Toegang.VOL


def test_every_table_says_who_may_see_its_rows():
    assert zonder_uitspraak() == []


def test_every_table_with_personal_data_is_guarded_also_from_its_owner():
    with connection.cursor() as cursor:
        cursor.execute("select relname from pg_class where relrowsecurity and relforcerowsecurity")
        bewaakt = {rij[0] for rij in cursor.fetchall()}

    assert bewaakt == set(beschermd())


def test_no_view_reads_as_its_owner():
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace"
            " and not coalesce('security_invoker=true' = any (reloptions), false)"
        )
        assert cursor.fetchall() == []


def test_without_a_context_there_is_nobody(dossiers):
    """On a connection of the app, as a server opens it: nothing said, nothing seen."""
    with psycopg.connect(settings.PADEN.met_naam(connection.settings_dict["NAME"]).app) as kaal:
        gezien = {t: kaal.execute(f"select count(*) from {t}").fetchone()[0] for t in beschermd()}

    assert {tabel for tabel, aantal in gezien.items() if aantal} == set()


def test_without_a_context_nothing_can_be_written(dossiers):
    with (
        psycopg.connect(settings.PADEN.met_naam(connection.settings_dict["NAME"]).app) as kaal,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        kaal.execute(
            "insert into dossier_dossierdeel (dossier_id, deel, inhoud) values (%s, 'proef', '{}')",
            [dossiers[0].pk],
        )


def test_the_regievoerder_sees_all_of_it_after_the_look(dossiers):
    wie = dossiers[0].regievoerder
    alles = tel(t for t, m in beschermd().items() if mag_rijen(wie, m) is not None)
    assert sum(aantal > 0 for aantal in alles.values()) > 8

    kijk(wie, dossiers)

    with als(wie):
        assert tel(alles) == alles


@pytest.mark.parametrize("rol", ROLLEN)
def test_each_role_sees_the_rows_that_the_matrix_gives_and_no_other(rol, dossiers):
    wie = iemand(rol, dossiers)
    verwacht = {t: mag_rijen(wie, m) for t, m in beschermd().items() if mag_rijen(wie, m) is not None}
    alles = tel(verwacht)
    if rol == "manager" or rol in KETEN:
        kijk(wie, dossiers)

    met_toegang = rol == "manager" or rol in KETEN
    with als(wie):
        assert tel(verwacht) == {t: n if met_toegang and verwacht[t] else 0 for t, n in alles.items()}


@pytest.mark.parametrize("rol", ["regievoerder", "coa"])
def test_a_look_at_one_dossier_opens_no_other(rol, dossiers):
    een, *rest = dossiers
    wie = een.regievoerder if rol == "regievoerder" else iemand(rol, dossiers)
    kijk(wie, [een])

    with als(wie), connection.cursor() as cursor:
        cursor.execute("select count(*) from dossier_persoon")
        personen = cursor.fetchone()[0]
        cursor.execute(
            "select count(*) from dossier_besluit where dossier_id = any(%s)", [[d.pk for d in rest]]
        )
        assert cursor.fetchone()[0] == 0
    # Whose dossiers they are is known without a look; what stands in them is not.
    assert personen == len(dossiers)


def test_a_look_of_another_request_opens_nothing(dossiers):
    wie = dossiers[0].regievoerder
    kijk(wie, dossiers, verzoek="gisteren")

    with als(wie, verzoek="vandaag"):
        assert tel(["dossier_besluit", "vertrekgesprek_gesprek"]) == {
            "dossier_besluit": 0,
            "vertrekgesprek_gesprek": 0,
        }


def test_a_look_of_a_colleague_opens_nothing(dossiers):
    kijk(dossiers[0].regievoerder, dossiers)
    collega = MedewerkerFactory(team=dossiers[0].team)

    with als(collega):
        assert tel(["dossier_besluit"]) == {"dossier_besluit": 0}


def test_a_look_that_is_not_committed_opens_nothing_and_taking_it_back_shows_nothing(dossiers):
    wie = dossiers[0].regievoerder

    with als(wie):
        kijk(wie, dossiers)
        assert tel(["dossier_besluit"]) == {"dossier_besluit": 0}
        transaction.set_rollback(True)

    assert Inzage.objects.count() == 0


def test_the_moment_the_transaction_and_the_categories_of_a_look_are_the_databases_own(dossiers):
    coa = iemand("coa", dossiers)

    with als(coa), connection.cursor() as cursor:
        cursor.execute(
            "insert into toegang_inzage (dossier_id, medewerker_id, naam, organisatie, rol, onderdeel, doel, toegestaan,"
            " bon, verzoek, moment, categorieen, transactie)"
            " values (%s, %s, 'x', 'coa', 'regievoerder', 'x', 'x', true, true, 'verzoek-1', '2001-01-01',"
            " array['ind_besluit', 'medisch'], '3'::xid8)",
            [dossiers[0].pk, coa.pk],
        )
        assert tel(["dossier_besluit"]) == {"dossier_besluit": 0}

    kijkje = Inzage.objects.get()
    assert kijkje.moment.year > 2001
    assert {"ind_besluit", "medisch"} & set(kijkje.categorieen) == set()


@pytest.mark.parametrize("rol", ["coa", "beheerder", "fg"])
def test_nobody_writes_a_look_that_opens_a_dossier_that_is_not_theirs(rol, dossiers):
    wie = MedewerkerFactory(**{rol: True})

    with pytest.raises(ProgrammingError, match="niet van wie kijkt"):
        kijk(wie, dossiers[:1])


def test_nobody_writes_a_look_for_somebody_else(dossiers):
    wie, collega = dossiers[0].regievoerder, MedewerkerFactory(coa=True)

    with pytest.raises(ProgrammingError, match="wie zelf kijkt"), transactie_van(collega, verzoek="v"):
        record_inzage(viewer=wie, dossiers=[dossiers[0].pk], onderdeel="x", doel="x", verzoek="v", bon=True)


def test_who_left_sees_nothing_at_the_next_request(dossiers):
    wie = dossiers[0].regievoerder
    wie.is_active = False
    wie.save()

    with als(wie):
        assert {t: n for t, n in tel(beschermd()).items() if n} == {}


def test_when_the_involvement_ends_so_does_the_sight_at_the_next_request(dossiers):
    coa = iemand("coa", dossiers)
    kijk(coa, dossiers)
    with connection.cursor() as cursor:
        cursor.execute("update dossier_betrokkenheid set tot = now()")

    with pytest.raises(ProgrammingError, match="niet van wie kijkt"):
        kijk(coa, dossiers, verzoek="verzoek-2")
    with als(coa, verzoek="verzoek-2"):
        assert tel(["dossier_dossier", "dossier_persoon"]) == {"dossier_dossier": 0, "dossier_persoon": 0}


@pytest.mark.parametrize(
    ("rol", "momenten"),
    [
        ("avim", set()),
        ("avim_mensenhandel", {"mensenhandel"}),
        ("coa", set()),
        ("manager", {"medisch", "mensenhandel", "buiten_schuld", "schrijnend"}),
    ],
)
def test_of_the_four_moments_each_row_follows_its_own_category(rol, momenten, dossiers):
    wie = iemand(rol, dossiers)
    for moment in ("medisch", "mensenhandel", "buiten_schuld", "schrijnend"):
        Toetsing.objects.get_or_create(
            dossier=dossiers[0],
            moment=moment,
            volgorde=90 + len(moment),
            defaults={"getoetst_op": "2022-02-02", "conclusie": "niet_aan_orde", "door_naam": "X"},
        )

    kijk(wie, dossiers)

    with als(wie):
        assert set(Toetsing.objects.values_list("moment", flat=True)) == momenten


def test_supervision_sees_its_own_parts_of_the_dossier_and_nothing_medical(dossiers):
    een = dossiers[0]
    Dossierdeel.objects.filter(dossier=een).delete()
    for deel in ("medisch", "mensenhandel", "meldplichten", "boekingen"):
        Dossierdeel.objects.create(dossier=een, deel=deel, inhoud={})
    avim = iemand("avim", dossiers)

    kijk(avim, [een])

    with als(avim):
        assert set(Dossierdeel.objects.values_list("deel", flat=True)) == {"meldplichten"}


def test_who_reported_a_sign_of_trafficking_keeps_seeing_that_one_and_no_colleague_does(dossiers):
    coa, collega = iemand("coa", dossiers), MedewerkerFactory(coa=True)
    Signaal.objects.create(
        dossier=dossiers[0], volgorde=90, moment="mensenhandel", ontvangen_op="2022-02-02", bron="coa", door=coa,
        door_naam=coa.naam, toelichting="KANARIE",
    )  # fmt: skip
    gezien = {}
    for wie in (coa, collega):
        kijk(wie, dossiers)
        with als(wie):
            gezien[wie] = list(Signaal.objects.filter(volgorde=90).values_list("toelichting", flat=True))

    assert gezien == {coa: ["KANARIE"], collega: []}


def test_of_a_shielded_dossier_a_partner_reads_only_who_it_is(dossiers):
    coa = iemand("coa", dossiers)
    Dossier.objects.update(afgeschermd=True)

    kijk(coa, dossiers)

    assert {c for i in Inzage.objects.all() for c in i.categorieen} == {
        "identiteit",
        "antwoord:identiteit",
        "antwoord:opvang_einddatum",
    }


def test_in_an_emergency_one_category_opens_for_an_hour_and_no_other(dossiers):
    een = dossiers[0]
    coa = iemand("coa", [een])
    Dossierdeel.objects.get_or_create(dossier=een, deel="medisch", defaults={"inhoud": {}})
    with transactie_van(coa, verzoek="nood"), als_systeem():
        Noodtoegang.objects.create(
            dossier_id=een.pk, medewerker=coa, rol=coa.rol, organisatie=coa.organisatie, categorie="medisch",
            reden="Acuut gevaar", vanaf="2022-01-01T00:00Z", tot="2022-01-01T00:30Z", beoordelen_voor="2030-01-01",
        )  # fmt: skip

    kijk(coa, [een])

    with als(coa):
        assert set(Dossierdeel.objects.values_list("deel", flat=True)) == {"medisch"}
        assert tel(["dossier_besluit"]) == {"dossier_besluit": 0}


def test_the_program_itself_sees_all_for_as_long_as_it_says_so(dossiers):
    coa = MedewerkerFactory(coa=True)

    with als(coa):
        voor = tel(["dossier_besluit"])
        with als_systeem():
            als_programma = tel(["dossier_besluit"])
        na = tel(["dossier_besluit"])

    assert voor == na == {"dossier_besluit": 0}
    assert als_programma["dossier_besluit"] > 0


def test_somebody_within_a_transaction_of_somebody_else_leaves_it_as_it_was(dossiers):
    wie, coa = dossiers[0].regievoerder, MedewerkerFactory(coa=True)
    kijk(wie, dossiers)

    with als(coa):
        with als(wie):
            binnen = tel(["dossier_besluit"])["dossier_besluit"]
        with als(systeem()):
            programma = tel(["dossier_besluit"])["dossier_besluit"]
        na = tel(["dossier_besluit"])["dossier_besluit"]

    assert binnen > 0
    assert programma > 0
    assert na == 0


def test_a_thread_that_says_nothing_works_for_nobody(dossiers):
    gezien = []

    def vraag():
        gezien.append(Dossier.objects.count())
        connection.close()

    draad = threading.Thread(target=vraag)
    draad.start()
    draad.join()

    assert gezien == [0]


def test_the_roles_that_come_by_involvement_are_those_that_are_tested_here():
    assert {MedewerkerFactory(**{rol: True}).rol for rol in KETEN} == KETENROLLEN
    assert CONFIGURATIE not in CATEGORIEEN
