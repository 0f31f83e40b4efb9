"""Who sees what of a meeting: the table, guests of one item, the staff of the dossier; nobody by a role alone."""

import pytest

from tests.dossier.factories import MedewerkerFactory
from tests.overleg.factories import DATUM, NU, PARTNERS, maak_tafel
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.overleg import actions
from verantwoord.overleg.models import Agendapunt, Overleg, Overlegpunt, Overlegreeks, Standpunt
from verantwoord.overleg.queries import (
    agenda_of,
    cijfers_of,
    dossiers_of_punt,
    feiten_van_dossier,
    overleg_of,
    overleggen_of,
    punt_of,
    punten_van_dossier,
    standpunten_of,
    te_doen_of,
    versie_of_punt,
    verslag_of,
    zit_aan_tafel,
)
from verantwoord.toegang.rechten import GeenToegang, Rol

pytestmark = pytest.mark.django_db
BUITENSTAANDERS = [
    {},
    {"manager": True},
    {"beheerder": True},
    {"fg": True},
    {"inspectie": True},
    {"medisch_bevoegd": True},
    {"coa": True},
    {"ind": True},
    {"avim": True},
    {"avim_mensenhandel": True},
    {"kmar": True},
    {"iom": True},
    {"ngo": True},
    {"vwn": True},
]


def lees(punt):
    return Agendapunt.objects.get(pk=punt.pk)


@pytest.fixture
def punt(tafel):
    """An item about which three have written and nothing is open."""
    punt = tafel.punt()
    for partner in ("dtv", "coa", "avim"):
        tafel.standpunt(punt, partner)
    return lees(punt)


@pytest.mark.parametrize("wie", BUITENSTAANDERS, ids=lambda w: next(iter(w), "regievoerder"))
def test_given_somebody_of_another_table_when_looking_then_nothing_is_there(tafel, punt, wie):
    viewer = MedewerkerFactory(**wie)
    dossier_id = punt.dossiers.get().dossier_id

    assert not list(overleggen_of(viewer=viewer, van=DATUM, tot=DATUM))
    assert not Overlegreeks.objects.visible_to(viewer).exists()
    assert not Agendapunt.objects.visible_to(viewer).exists()
    assert not Standpunt.objects.visible_to(viewer).exists()
    assert not Overlegpunt.objects.visible_to(viewer).exists()
    assert not list(feiten_van_dossier(dossier_id, viewer=viewer))
    assert (punten_van_dossier(dossier_id, viewer=viewer), dossiers_of_punt(punt.pk, viewer=viewer)) == (
        [],
        [],
    )
    assert (versie_of_punt(punt.pk, viewer=viewer), zit_aan_tafel(punt, viewer=viewer)) == (None, False)
    doen = te_doen_of(viewer=viewer, op=DATUM)
    assert not any([*doen.standpunten, *doen.stemmen, *doen.verslagen, *doen.acties])
    with pytest.raises(Overleg.DoesNotExist):
        overleg_of(tafel.overleg.pk, viewer=viewer)
    with pytest.raises(Overleg.DoesNotExist):
        verslag_of(tafel.overleg.pk, viewer=viewer)
    with pytest.raises(Agendapunt.DoesNotExist):
        punt_of(punt.pk, viewer=viewer)
    with pytest.raises(Overlegreeks.DoesNotExist):
        cijfers_of(viewer=viewer, reeks_id=tafel.reeks.pk, van=DATUM, tot=DATUM, op=DATUM)


@pytest.mark.parametrize("wie", BUITENSTAANDERS, ids=lambda w: next(iter(w), "regievoerder"))
def test_given_somebody_of_another_table_when_acting_then_it_is_refused_or_not_there(tafel, punt, wie):
    door = MedewerkerFactory(**wie)
    weg = (GeenToegang, Agendapunt.DoesNotExist, Overleg.DoesNotExist)

    with pytest.raises(weg):
        actions.give_standpunt(
            door=door, punt_id=punt.pk, oordeel="akkoord", motivering="Goed.", versie=0, nu=NU
        )
    with pytest.raises(weg):
        actions.cast_stem(door=door, punt_id=punt.pk, oordeel="akkoord", motivering="", nu=NU)
    with pytest.raises(weg):
        actions.reveal_punt(door=door, punt_id=punt.pk, nu=NU)
    with pytest.raises(weg):
        actions.end_overleg(door=door, overleg_id=tafel.overleg.pk, nu=NU)
    with pytest.raises(weg):
        actions.add_punt(
            door=door, overleg_id=tafel.overleg.pk, dossiers=[], onderwerp="gl", vraag="Mag dit?"
        )
    with pytest.raises(weg):
        actions.confirm_verslag(door=door, overleg_id=tafel.overleg.pk, zegel="", nu=NU)


@pytest.mark.parametrize("rol", [Rol.AVIM_MENSENHANDEL, Rol.BEHEERDER, Rol.FG])
def test_given_a_role_that_has_no_seat_when_in_a_team_at_the_table_then_it_sees_nothing(tafel, punt, rol):
    viewer = MedewerkerFactory(organisatie="avim", team=tafel.avim.team, rol=rol)

    assert not Overleg.objects.visible_to(viewer).exists()
    assert not Agendapunt.objects.visible_to(viewer).exists()


def test_given_everybody_at_the_table_when_looking_then_each_reads_only_its_own_position(tafel, punt):
    collega = MedewerkerFactory(coa=True, team=tafel.coa.team)
    lezers = {"dtv": tafel.dtv, "coa": tafel.coa, "avim": tafel.avim, "ind": tafel.ind, "collega": collega}

    gelezen = {naam: sorted(standpunten_of(punt, viewer=wie)) for naam, wie in lezers.items()}

    assert gelezen == {"dtv": ["dtv"], "coa": ["coa"], "avim": ["avim"], "ind": [], "collega": ["coa"]}
    assert all(len(agenda_of(tafel.overleg, viewer=wie)) == 1 for wie in lezers.values())


def test_given_a_guest_when_looking_then_it_sees_that_item_and_no_position_before_all_do(tafel, punt):
    gast = MedewerkerFactory(iom=True)
    ander = tafel.punt()
    actions.invite_gast(
        door=tafel.coa, punt_id=punt.pk, naam=gast.naam, team_id=gast.team_id, reden="Begeleidt haar al."
    )

    assert [p.pk for p in Agendapunt.objects.visible_to(gast)] == [punt.pk]
    assert standpunten_of(punt, viewer=gast) == {}
    assert not Overleg.objects.visible_to(gast).exists()
    assert list(Dossier.objects.visible_to(gast).values_list("pk", flat=True)) == [
        punt.dossiers.get().dossier_id
    ]
    assert ander.pk not in {p.pk for p in Agendapunt.objects.visible_to(gast)}
    tafel.standpunt(punt, "ind")
    assert sorted(standpunten_of(lees(punt), viewer=gast)) == sorted(PARTNERS)
    with pytest.raises(GeenToegang):
        actions.give_standpunt(
            door=gast, punt_id=punt.pk, oordeel="akkoord", motivering="Goed.", versie=0, nu=NU
        )


def test_given_a_guest_of_another_hat_in_the_same_team_when_looking_then_nothing_is_there(tafel, punt):
    gast = MedewerkerFactory(iom=True)
    actions.invite_gast(
        door=tafel.dtv, punt_id=punt.pk, naam="IOM", team_id=gast.team_id, reden="Kent de zaak."
    )
    ander = MedewerkerFactory(organisatie="iom", team=gast.team, rol=Rol.VWN)

    assert not Agendapunt.objects.visible_to(ander).exists()


def test_given_a_case_that_is_shielded_when_looking_then_the_table_no_longer_sees_it(tafel, punt):
    Dossier.objects.filter(pk=punt.dossiers.get().dossier_id).update(afgeschermd=True)

    gezien = {p: Agendapunt.objects.visible_to(tafel.wie(p)).exists() for p in PARTNERS}

    assert gezien == {"dtv": True, "coa": False, "avim": False, "ind": False}


def test_given_two_tables_when_a_dossier_is_read_then_each_shows_its_own_items_alone(tafel):
    elders = maak_tafel(locaties=["Goes"])
    hier, daar = tafel.punt(), elders.punt()

    assert [p.pk for p, _s in punten_van_dossier(hier.dossiers.get().dossier_id, viewer=tafel.dtv)] == [
        hier.pk
    ]
    assert punten_van_dossier(daar.dossiers.get().dossier_id, viewer=tafel.dtv) == []


def test_given_a_colleague_of_the_dossier_who_is_not_at_the_table_when_acting_then_she_only_reads(tafel):
    """An RAO is a table of named people: the regievoerder reads what happens to her dossier and decides nothing."""
    dossier = tafel.dossier()
    punt = tafel.open(tafel.punt(dossier), coa="niet_akkoord")
    ander = MedewerkerFactory()
    Dossier.objects.filter(pk=dossier.pk).update(regievoerder=ander)

    assert [p.pk for p in Agendapunt.objects.visible_to(ander)] == [punt.pk]
    with pytest.raises(GeenToegang):
        actions.escalate_punt(door=ander, punt_id=punt.pk, naar="rao", verschil="Verschil.", peildatum=DATUM)


def test_given_a_decision_outside_when_looking_then_only_the_dossier_and_who_agreed_see_it(tafel):
    dossier = tafel.dossier()
    actions.record_besluit_buiten(
        door=tafel.dtv, dossiers=[dossier.pk], onderwerp="gl", datum=DATUM, tekst="Besloten.", partners=["coa"],
        peildatum=DATUM,
    )  # fmt: skip
    for wie in (tafel.coa, tafel.ind):
        Betrokkenheid.objects.create(
            dossier=dossier, organisatie=wie.organisatie, team=wie.team, grond="locatie", rol=wie.rol
        )

    gezien = {p: Agendapunt.objects.visible_to(tafel.wie(p)).exists() for p in ("dtv", "coa", "ind")}
    assert gezien == {"dtv": True, "coa": True, "ind": False}


def test_given_an_item_when_placed_then_partners_at_the_table_are_let_in_until_it_leaves(tafel):
    punt = tafel.punt()
    lopend = Betrokkenheid.objects.filter(grond="overleg", sleutel=str(punt.pk), tot__isnull=True)
    tijdens = set(lopend.values_list("organisatie", "team", "rol"))

    actions.defer_punt(door=tafel.voorzitter, punt_id=punt.pk, reden="Later.", nu=NU)

    assert tijdens == {(w.organisatie, w.team_id, w.rol) for w in (tafel.coa, tafel.avim, tafel.ind)}
    assert not lopend.all().exists()
