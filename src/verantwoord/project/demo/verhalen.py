"""The stories: how far a dossier has come, and what happened on the way. One function a story, in the order of the process.

Days count back from today. Acts stand in the order in which the program allows them: no plan is established before the
four toetsingen, no LP is sent before the court has ruled, nothing is forced that a norm stops.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final

from verantwoord.kern import dossierbeeld as kern
from verantwoord.project.demo.begeleiding import Bouwer
from verantwoord.project.demo.teksten import plan as planteksten

Verhaal = Callable[[Bouwer], None]


# Just in, and in the first weeks.


def net_overgedragen(b: Bouwer) -> None:
    b.overgedragen(b.tijd.randint(0, 6))


def in_intake(b: Bouwer) -> None:
    b.overgedragen(b.tijd.randint(2, 12))
    b.delen["regievoerder"] = b.ploeg.regievoerder


def gesprek_gepland(b: Bouwer) -> None:
    b.overgedragen(b.tijd.choice((11, 12, 13, 14)))
    b.intake(9)
    b.gepland("eerste", 0)


def gesprek_te_laat(b: Bouwer) -> None:
    b.overgedragen(b.tijd.randint(16, 22))
    b.intake(12)
    b.niet_verschenen("eerste", 6)


def termijn_loopt(b: Bouwer) -> None:
    b.overgedragen(b.tijd.randint(14, 21))
    b.intake(12)
    b.gesprek("eerste", b.tijd.randint(3, 7), wens=True)
    b.lp(3)
    b.toets(2, ("medisch", "mensenhandel"))


def termijn_loopt_met_plan(b: Bouwer) -> None:
    b.overgedragen(21)
    b.intake(19)
    b.gesprek("eerste", 10, wens=True)
    b.lp(10)
    b.toets(8)
    b.plan(6, "geen_vertrek_nu", gereed=1)


# The appeal.


def _in_beroep(b: Bouwer, ontvangen: int) -> int:
    """Until the appeal is lodged: intake, talk 1 with its form, four toetsingen, a first plan. Gives the day of it."""
    b.overgedragen(ontvangen)
    b.intake(ontvangen - 2)
    b.gesprek("eerste", ontvangen - 10, wens=True)
    b.lp(ontvangen - 10)
    b.toets(ontvangen - 14)
    b.plan(ontvangen - 16, "geen_vertrek_nu", gereed=2)
    return ontvangen - 20


def beroep_zonder_zitting(b: Bouwer) -> None:
    b.beroep(_in_beroep(b, b.tijd.randint(40, 110)))


def beroep_zonder_toetsing(b: Bouwer) -> None:
    b.overgedragen(b.tijd.randint(45, 80))
    b.intake(40)
    b.gesprek("eerste", 33, wens=True)
    b.lp(33)
    b.toets(31, ("medisch",))
    b.beroep(25)


def zitting_bekend(b: Bouwer) -> None:
    ingesteld = _in_beroep(b, b.tijd.randint(70, 130))
    zitting = -b.tijd.randint(6, 20)
    b.beroep(ingesteld, bekend=9, zitting=zitting)
    b.gepland("tweede", 3)


def zitting_morgen(b: Bouwer) -> None:
    ingesteld = _in_beroep(b, b.tijd.randint(80, 140))
    b.beroep(ingesteld, bekend=25, zitting=-2)


def na_gesprek_twee(b: Bouwer) -> None:
    ingesteld = _in_beroep(b, b.tijd.randint(90, 150))
    b.beroep(ingesteld, bekend=27, zitting=-9)
    b.gesprek("tweede", 12)
    b.toets(10, aanleiding="stadium")


def wacht_op_uitspraak(b: Bouwer) -> None:
    ingesteld = _in_beroep(b, b.tijd.randint(100, 160))
    b.beroep(ingesteld, bekend=45, zitting=18, uitspraak=b.tijd.randint(2, 6))
    b.gesprek("tweede", 25)
    b.toets(23, aanleiding="stadium")


# After the judgment.


def _afgedaan(b: Bouwer, bekend: int) -> None:
    """The appeal was declared unfounded ``bekend`` days ago, after two talks."""
    ingesteld = _in_beroep(b, bekend + b.tijd.randint(100, 150))
    b.ongegrond(bekend, ingesteld=ingesteld, zitting=bekend + 20)
    b.gesprek("tweede", bekend + 30)
    b.toets(bekend + 28, aanleiding="stadium")


def net_uitspraak(b: Bouwer) -> None:
    _afgedaan(b, b.tijd.randint(1, 4))
    b.gepland("derde", 2)


def gesprek_drie_te_laat(b: Bouwer) -> None:
    _afgedaan(b, b.tijd.randint(11, 18))
    b.check(2)


def geen_beroep(b: Bouwer) -> None:
    b.overgedragen(b.tijd.randint(38, 50))
    b.intake(34)
    b.gesprek("eerste", 28, wens=True)
    b.lp(28)
    b.geen_beroep()
    b.toets(3)


def lp_klaar(b: Bouwer) -> None:
    _afgedaan(b, 16)
    b.gesprek("derde", 11)
    b.toets(9, aanleiding="stadium")
    b.lijsten.pop("lp_aanvragen")
    b.lp(100, set_gecontroleerd_door=b.ploeg.collega, asielinformatie_aangetroffen=False)
    b.check(1)
    b.land(200)


def opvang_eindigt(b: Bouwer) -> None:
    _afgedaan(b, 24)
    b.gesprek("derde", 20)
    b.toets(18, aanleiding="stadium")
    b.bij(
        "verlengingen",
        kern.Opvangverlenging(gevraagd_op=b.werkdag(5), reden=b.kies(planteksten.VERLENGING)),
    )
    b.termijn(
        "uitspraak_ongegrond", 24, verlenging_gevraagd_op=b.werkdag(8), doorgezonden_ind_op=b.werkdag(7)
    )


def gezinslocatie(b: Bouwer) -> None:
    _afgedaan(b, 45)
    b.gesprek("derde", 38)
    b.toets(36, aanleiding="stadium")
    _overleg(b, 20, "gl")
    b.plan(10, "zelfstandig_iom", gereed=1)
    b.verhuist(12, "gl", "Emmen" if b.verblijf[1] != "Goes" else "Goes")
    b.bij(
        "ferreira",
        kern.FerreiraToets(
            getoetst_op=b.werkdag(14),
            humanitaire_noodsituatie=False,
            toelichting=b.mens.vul(
                "De kinderen blijven onderdak houden in de gezinslocatie; school en zorg gaan daar door."
            ),
        ),
    )


# Independent departure.


def _vrijwillig(b: Bouwer, bekend: int, gekozen: str) -> None:
    _afgedaan(b, bekend)
    b.gesprek("derde", bekend - 6)
    b.lijsten["wensen"].clear()
    b.wens(bekend + 80, vervolg="doorverwezen", vervolg_op=bekend - 8)
    b.toets(bekend - 8, aanleiding="stadium")
    b.plan(bekend - 10, gekozen, gereed=1)
    b.verwijzing(bekend - 11)
    if 28 < bekend < 116:
        # Who waits for a document asked for more time, and the IND gave it: at most three months.
        b.termijn(
            "uitspraak_ongegrond",
            bekend,
            verlenging_gevraagd_op=b.werkdag(bekend - 12),
            doorgezonden_ind_op=b.werkdag(bekend - 13),
            verlengd_tot=b.dag(bekend - 28 - 88),
            verlenging_kenmerk=f"V-{b.tijd.randint(1000, 9999)}",
        )


def zelfstandig_iom(b: Bouwer) -> None:
    _vrijwillig(b, b.tijd.randint(18, 26), "zelfstandig_iom")


def zelfstandig_ngo(b: Bouwer) -> None:
    _vrijwillig(b, b.tijd.randint(18, 26), "zelfstandig_ngo")


def zelfstandig_dtv(b: Bouwer) -> None:
    _vrijwillig(b, b.tijd.randint(18, 26), "zelfstandig_dtv")


def derde_land(b: Bouwer) -> None:
    """An organisation was asked first and could not help; somebody else goes on with it."""
    bekend = b.tijd.randint(18, 26)
    _vrijwillig(b, bekend, "derde_land")
    eerste = b.lijsten.pop("verwijzingen")
    tekst = "De organisatie helpt niet bij vertrek naar een ander land. {Naam} weet dit en kiest nu iemand anders."
    b.vergeefs(bekend + 60, einde=bekend + 20, waarom="kan_niet_helpen", tekst=tekst)
    b.bij("verwijzingen", *eerste)


def _lp(b: Bouwer, **stappen: Any) -> None:
    b.lijsten.pop("lp_aanvragen")
    b.land(300)
    b.lp(120, set_gecontroleerd_door=b.ploeg.collega, asielinformatie_aangetroffen=False, **stappen)


def lp_verzonden(b: Bouwer) -> None:
    _vrijwillig(b, 60, "zelfstandig_iom")
    b.check(41)
    _lp(b, verzonden_op=40)
    _overleg(b, 9, "vbl")
    if not b.woont_vast:
        b.verhuist(150, "azc", "Assen" if ("azc", "Assen") in b.ploeg.locaties else "Maastricht")


def presentatie(b: Bouwer) -> None:
    _vrijwillig(b, 75, "zelfstandig_iom")
    b.check(53)
    _lp(b, verzonden_op=52, presentatie_op=-8)
    b.toets(12)
    _overleg(b, 70, "vbl")
    if not b.woont_vast:
        b.verhuist(66, "vbl", "Ter Apel")


def lp_geweigerd(b: Bouwer) -> None:
    _vrijwillig(b, 130, "zelfstandig_iom")
    b.check(101)
    _lp(b, verzonden_op=100, presentatie_op=60, uitkomst="geweigerd", uitkomst_op=9)
    b.delen["buiten_schuld"] = kern.BuitenSchuld(
        eigen_pogingen=("gebeld met het consulaat", "brief aan het gemeentehuis"),
        bemiddeling_gevraagd_op=b.dag(60),
        meewerkend=True,
        identiteit_twijfel=False,
    )
    gezegd = "{Hij} liet de lijst met gesprekken zien. De datums kloppen met wat {hij} eerder vertelde."
    b.stap(
        "buiten_schuld/poging",
        80,
        omschrijving="gebeld met het consulaat",
        bewijs="lijst met gesprekken",
        tekst=gezegd,
    )
    b.stap("buiten_schuld/poging", 66, omschrijving="brief aan het gemeentehuis", bewijs="kopie van de brief")
    b.stap(
        "buiten_schuld/bemiddeling",
        60,
        bij="de ambassade",
        tekst="Gevraagd of er naast de aanvraag nog iets nodig is.",
    )
    b.stap("buiten_schuld/voorwaarden", 6, meewerkend=True, identiteit_twijfel=False,
           tekst="{Naam} deed zelf wat kon en gaf steeds dezelfde gegevens op.")  # fmt: skip
    b.toets(6, conclusie="nader_onderzoek", momenten=("buiten_schuld",))
    b.plan(5, "geen_vertrek_nu")


def lp_toegezegd(b: Bouwer) -> None:
    _vrijwillig(b, 95, "zelfstandig_iom")
    b.check(71)
    _lp(b, verzonden_op=70, presentatie_op=35, uitkomst="toegezegd", uitkomst_op=10)
    b.toets(11)
    _overleg(b, 8, "vbl")
    if not b.woont_vast:
        b.verhuist(150, "azc", "Emmen" if ("azc", "Emmen") in b.ploeg.locaties else "Echt")


def bijna_weg(b: Bouwer) -> None:
    _vrijwillig(b, 110, "zelfstandig_iom")
    b.check(86)
    _lp(
        b,
        verzonden_op=85,
        presentatie_op=50,
        uitkomst="toegezegd",
        uitkomst_op=25,
        afgegeven_op=9,
        geldig_tot=-80,
    )
    b.bij("reisdocumenten", kern.Reisdocument(soort="laissez_passer", geldig_tot=b.dag(-80)))
    b.toets(6, aanleiding="vertrek")
    b.bij(
        "boekingen",
        kern.Vertrekboeking(
            soort="zelfstandig",
            land=b.mens.herkomst.land,
            gepland_op=b.dag(-b.tijd.randint(3, 12)),
            dia_overwogen=True,
            reden_geen_dia="Er is familie die helpt en IOM haalt op van het vliegveld.",
        ),
    )


# Forced departure: only after three talks, a weighing of both, four fresh toetsingen and four partners that agree.


def _overleg(b: Bouwer, geleden: int, onderwerp: str, *, soort: str = "lko", akkoord: bool = True) -> None:
    datum = b.werkdag(geleden)
    partner, tegen, reactie = b.woord.choice(planteksten.TEGENSPRAAK)
    standpunten = tuple(
        kern.Standpunt(
            partner=wie,
            standpunt="akkoord" if akkoord or wie != "coa" else "niet_akkoord",
            gegeven_op=datum,
            motivering=""
            if akkoord or wie != "coa"
            else b.mens.vul("Er is nog niet met de familie in {stad} gebeld."),
        )
        for wie in ("dtv", "coa", "avim", "ind")
    )
    b.bij(
        "overleg",
        kern.Overlegpunt(
            soort=soort,  # type: ignore[arg-type]
            datum=datum,
            onderwerp=onderwerp,  # type: ignore[arg-type]
            standpunten=standpunten,
            tegenspraak_door=partner,  # type: ignore[arg-type]
            tegenspraak=b.mens.vul(tegen),
            reactie=b.mens.vul(reactie),
            besluit="vastgesteld" if akkoord else "geen_besluit",
            verslag_op=min(datum + timedelta(days=1), b.vandaag),
            teruggekoppeld_op=min(datum + timedelta(days=4), b.vandaag),
        ),
    )


def _naar_dwang(b: Bouwer, bekend: int) -> None:
    _afgedaan(b, bekend)
    b.gesprek("derde", bekend - 6)
    b.lijsten["wensen"].clear()
    b.wens(bekend + 80, vervolg="uitgelegd", vervolg_op=bekend - 8)
    b.toets(bekend - 8, aanleiding="stadium")
    b.plan(bekend - 10, "zelfstandig_iom", gereed=1)
    b.gesprek("extra", bekend - 45)
    b.check(29)
    _lp(b, verzonden_op=28)
    b.bij("meldplichten", kern.Meldplicht(opgelegd_op=b.dag(40), opgelegd_door="avim", per_week=1))
    _overleg(b, 16, "gedwongen_vertrek")
    b.toets(7, aanleiding="dwangmaatregel")
    b.check(2)
    b.plan(5, "gedwongen", gereed=1)


def gedwongen(b: Bouwer) -> None:
    _naar_dwang(b, b.tijd.randint(75, 110))


def gedwongen_zonder_akkoord(b: Bouwer) -> None:
    """Nothing is forced here: one partner does not agree, so the independent way goes on and the case goes up to the RAO."""
    _vrijwillig(b, 90, "zelfstandig_ngo")
    b.gesprek("extra", 40)
    _overleg(b, 9, "gedwongen_vertrek", akkoord=False)
    b.toets(8)


def bewaring(b: Bouwer) -> None:
    _naar_dwang(b, b.tijd.randint(85, 120))
    b.lijsten["meldplichten"] = [
        kern.Meldplicht(
            opgelegd_op=b.dag(40),
            opgelegd_door="avim",
            gemist_op=(b.dag(26), b.dag(12)),
            beeindigd_op=b.dag(4),
        )
    ]
    b.lijsten.pop("lp_aanvragen")
    b.lp(
        130,
        set_gecontroleerd_door=b.ploeg.collega,
        asielinformatie_aangetroffen=False,
        verzonden_op=28,
        presentatie_op=14,
        uitkomst="toegezegd",
        uitkomst_op=7,
    )
    b.verhuist(4, "detentie", "Rotterdam")
    b.bij(
        "bewaringen",
        kern.Bewaring(
            voorgesteld_op=b.dag(5),
            voorgesteld_door=b.ploeg.regievoerder,
            lichtere_middelen={
                "meldplicht": b.mens.vul(
                    "Zes weken geprobeerd. {Hij} meldde zich twee keer niet en zei waarom niet."
                ),
                "vbl": b.mens.vul("Besproken op de dag van het voorstel. {Hij} zei daar niet heen te gaan."),
                "borg": b.mens.vul("Er is niemand die een bedrag kan neerleggen."),
            },
            gronden={
                "3b": b.mens.vul(
                    "{Hij} was twee keer meer dan een week weg uit het azc zonder dat iemand wist waar."
                ),
                "4c": b.mens.vul("{Hij} heeft geen vaste woonplaats buiten de opvang."),
            },
            zicht_op_uitzetting={
                "medewerking_autoriteiten": b.mens.vul("{Land} heeft een document toegezegd."),
                "vlucht_korte_termijn": "Er is een vlucht mogelijk binnen vier weken.",
            },
            zicht_oordeel=True,
            kwetsbaarheid=b.mens.vul(
                "Gevraagd en gewogen met de arts van de locatie. {Naam} kan daar {zijn} medicijnen krijgen."
            ),
            opgelegd_op=b.dag(4),
            opgelegd_door="hulpofficier M. Sterkenburg",
            opgelegd_door_partner="avim",
            rechtbank_in_kennis_op=b.dag(3),
        ),
    )
    b.bij(
        "boekingen",
        kern.Vertrekboeking(
            soort="gedwongen",
            land=b.mens.herkomst.land,
            gepland_op=b.dag(-13),
            dia_overwogen=True,
            reden_geen_dia=b.mens.vul("{Naam} wil nu geen hulp. Het aanbod blijft staan tot de dag zelf."),
            begeleiding=("dtv", "kmar"),
        ),
    )


# Suspended.


def artikel_64(b: Bouwer) -> None:
    _afgedaan(b, b.tijd.randint(50, 80))
    b.gesprek("derde", 44)
    b.signaal("medisch", 42, "gesprek", afgehandeld=40)
    b.toets(40, ("medisch",), conclusie="nader_onderzoek")
    b.toets(39, ("buiten_schuld", "schrijnend", "mensenhandel"))
    b.delen["medisch"] = kern.Medisch(
        aanwijzing_op=b.dag(42),
        gemachtigde_benaderd_op=b.werkdag(41),
        toestemming_op=b.werkdag(36),
        art64_aangevraagd_op=b.werkdag(35),
        art64_besluit="toegekend",
        art64_van=b.werkdag(14),
        art64_tot=b.dag(-150),
    )
    b.stap(
        "medisch/aanwijzing",
        42,
        tekst="{Naam} vertelde in het gesprek over een behandeling in het ziekenhuis.",
    )
    b.stap(
        "medisch/gemachtigde",
        b.dagen_geleden(b.werkdag(41)),
        hoe="telefoon",
        tekst="De advocaat vraagt het zelf aan.",
    )
    b.stap("medisch/toestemming", b.dagen_geleden(b.werkdag(36)), antwoord="ja", namens="persoon",
           tekst="Uitgelegd waarvoor het is en dat {hij} het altijd kan intrekken.")  # fmt: skip
    b.stap("medisch/aanvraag", b.dagen_geleden(b.werkdag(35)), door_wie="gemachtigde")
    b.stap("medisch/bma", 20, uitkomst="noodsituatie")
    b.stap("medisch/besluit", b.dagen_geleden(b.werkdag(14)), art64_besluit="toegekend",
           plan={"art64_van": b.dagen_geleden(b.werkdag(14)), "art64_tot": -150})  # fmt: skip


def artikel_64_gevraagd(b: Bouwer) -> None:
    """Asked and not decided: the indication is answered, the rest waits for the IND."""
    _afgedaan(b, 30)
    b.gesprek("derde", 25)
    b.toets(20, conclusie="nader_onderzoek", momenten=("medisch",))
    b.delen["medisch"] = kern.Medisch(
        aanwijzing_op=b.dag(22), gemachtigde_benaderd_op=b.werkdag(20), toestemming_geweigerd_op=b.werkdag(12)
    )
    b.stap("medisch/aanwijzing", 22, tekst="{Naam} slaapt slecht en gaat daarvoor naar de dokter.")
    b.stap("medisch/gemachtigde", b.dagen_geleden(b.werkdag(20)), hoe="brief")
    b.stap("medisch/toestemming", b.dagen_geleden(b.werkdag(12)), antwoord="nee", namens="persoon",
           tekst="{Hij} wil er nog over nadenken. Dat mag; er verandert niets door.")  # fmt: skip


def bedenktijd(b: Bouwer) -> None:
    b.beroep(_in_beroep(b, b.tijd.randint(70, 110)))
    b.signaal("mensenhandel", 30, "coa", afgehandeld=29)
    b.toets(29, ("mensenhandel",), aanleiding="signaal", conclusie="voorgelegd")
    b.delen["mensenhandel"] = kern.Mensenhandel(
        aanwijzing_op=b.dag(30),
        politie_gemeld_op=b.dag(29),
        politie_terugkoppeling_op=b.dag(22),
        bedenktijd_van=b.dag(22),
        bedenktijd_tot=b.vandaag + timedelta(days=60),
    )
    b.stap(
        "mensenhandel/aanwijzing", 30, tekst="Een collega van het COA hoorde dat {hij} bang is voor iemand."
    )
    b.stap("mensenhandel/politie", 29, bij="avim", kenmerk="M-2041", voogd="nee", veilig="ja")
    b.stap("mensenhandel/terugkoppeling", 22, uitkomst="bedenktijd", kenmerk="M-2041")
    b.stap("mensenhandel/bedenktijd", 22)


def signaal_mensenhandel(b: Bouwer) -> None:
    _afgedaan(b, b.tijd.randint(14, 22))
    b.gesprek("derde", 10)
    b.signaal("mensenhandel", 4, "coa")
    b.delen["mensenhandel"] = kern.Mensenhandel(aanwijzing_op=b.dag(4), politie_gemeld_op=b.dag(3))
    b.stap(
        "mensenhandel/aanwijzing", 4, tekst="Het COA maakt zich zorgen. Wat er precies is, weet niemand nog."
    )
    b.stap("mensenhandel/politie", 3, bij="avim", kenmerk="M-2077", voogd="nee", veilig="onbekend")


def schrijnende_omstandigheden(b: Bouwer) -> None:
    """A colleague read along; who coordinates is known, and the chain talks about it before anything is submitted."""
    _afgedaan(b, 40)
    b.gesprek("derde", 34)
    b.signaal("schrijnend", 30, "gesprek", afgehandeld=28)
    b.toets(28, ("schrijnend",), aanleiding="signaal", conclusie="nader_onderzoek")
    b.toets(27, ("medisch", "buiten_schuld", "mensenhandel"), aanleiding="stadium")
    omschrijving = "het overlijden van een naast familielid"
    b.delen["schrijnend"] = kern.Schrijnend(
        factoren=(omschrijving,),
        tweede_lezer_op=b.dag(20),
        vooroverleg_op=b.dag(9),
        vooroverleg_uitkomst="open",
        coordinator="dtv",
    )
    b.stap("schrijnend/factor", 28, soort="overlijden", omschrijving=omschrijving,
           tekst="{Naam} vertelde erover in het gesprek en liet de overlijdensakte zien.")  # fmt: skip
    b.stap("schrijnend/tweede-lezer", 20, oordeel="ja", door=b.ploeg.collega,
           tekst="Ik lees hetzelfde. Vraag ook aan de school hoe het gaat.")  # fmt: skip
    b.stap("schrijnend/coordinator", 14, coordinator="dtv")
    b.stap("schrijnend/vooroverleg", 9, vorm="informeel", met="IND", waarover="schrijnend", uitkomst="open",
           tekst="De IND wil eerst de brief van de school lezen.")  # fmt: skip


def nieuw_signaal(b: Bouwer) -> None:
    """An indication that nobody has answered yet; its toetsing is open again."""
    _vrijwillig(b, 20, "zelfstandig_iom")
    b.signaal("schrijnend", 2, "vwn")


def voorziening(b: Bouwer) -> None:
    _afgedaan(b, 40)
    b.gesprek("derde", 34)
    b.voorziening(32, beslist=18, toegewezen=True)
    b.toets(15, aanleiding="stadium")


def gegrond(b: Bouwer) -> None:
    ingesteld = _in_beroep(b, b.tijd.randint(120, 170))
    b.beroep(ingesteld, bekend=60, zitting=40, uitspraak=12, bekendgemaakt=10, uitkomst="gegrond")
    b.gesprek("tweede", 48)


def nieuwe_aanvraag(b: Bouwer) -> None:
    _afgedaan(b, 70)
    b.gesprek("derde", 64)
    b.toets(62, aanleiding="stadium")
    b.nieuwe_aanvraag(15)


# Closed.


def _sluit(b: Bouwer, geleden: int, soort: str, bewijs: str | None) -> None:
    b.woont_niet_meer(geleden)
    b.delen["uitkomst"] = kern.Uitkomst(
        soort=soort,  # type: ignore[arg-type]
        op=b.dag(geleden),
        bewijs_ref=bewijs,
    )
    b.delen["gesloten_op"] = b.dag(max(0, geleden - 2))


def vertrokken(b: Bouwer) -> None:
    geleden = b.tijd.randint(6, 40)
    _vrijwillig(b, geleden + 110, "zelfstandig_iom")
    b.check(geleden + 86)
    _lp(
        b,
        verzonden_op=geleden + 85,
        presentatie_op=geleden + 50,
        uitkomst="toegezegd",
        uitkomst_op=geleden + 25,
        afgegeven_op=geleden + 9,
        geldig_tot=geleden - 80,
    )
    b.toets(geleden + 8, aanleiding="vertrek")
    b.bij(
        "boekingen",
        kern.Vertrekboeking(soort="zelfstandig", land=b.mens.herkomst.land, gepland_op=b.dag(geleden)),
    )
    _sluit(b, geleden, "zelfstandig_gecontroleerd", f"IOM-{b.tijd.randint(10000, 99999)}")


def uit_beeld(b: Bouwer) -> None:
    geleden = b.tijd.randint(8, 60)
    _afgedaan(b, geleden + 60)
    b.gesprek("derde", geleden + 54)
    b.bij(
        "meldplichten",
        kern.Meldplicht(
            opgelegd_op=b.dag(geleden + 40),
            opgelegd_door="avim",
            gemist_op=(b.dag(geleden + 17), b.dag(geleden + 10)),
            beeindigd_op=b.dag(geleden + 3),
        ),
    )
    b.delen["afwezigheid"] = kern.Afwezigheid(
        laatst_gezien_op=b.dag(geleden + 20),
        niet_aangekomen_sinds=datetime.combine(b.dag(geleden + 10), time(8), tzinfo=UTC),
        aanwezigheidscontrole_op=b.dag(geleden + 6),
        bericht_van_vertrek_ref=f"BVV-{b.tijd.randint(1000, 9999)}",
    )
    _sluit(b, geleden, "ongecontroleerd", None)


def mag_blijven(b: Bouwer) -> None:
    geleden = b.tijd.randint(5, 30)
    b.beroep(_in_beroep(b, geleden + 120), bekend=geleden + 60, zitting=geleden + 40,
             uitspraak=geleden + 22, bekendgemaakt=geleden + 20, uitkomst="gegrond")  # fmt: skip
    b.gesprek("tweede", geleden + 48)
    b._proc(  # noqa: SLF001 - the one decision that no other story has
        "besluiten",
        kern.Besluit(soort="inwilliging", genomen_op=b.dag(geleden + 1), bekendgemaakt_op=b.dag(geleden)),
    )
    _sluit(b, geleden, "verblijf_of_overig", None)


def opnieuw_begonnen(b: Bouwer) -> None:
    """The second dossier of somebody who left out of sight and came back: everything counts anew."""
    b.overgedragen(b.tijd.randint(24, 30))
    b.intake(20)
    b.gesprek("eerste", 15, wens=True)
    b.lp(15)
    b.toets(13, ("medisch", "mensenhandel"))
    b.beroep(9)


def eerder_gesloten(b: Bouwer) -> None:
    """The first dossier of that person, closed long ago."""
    geleden = 400
    _afgedaan(b, geleden + 60)
    b.gesprek("derde", geleden + 54)
    b.delen["afwezigheid"] = kern.Afwezigheid(
        niet_aangekomen_sinds=datetime.combine(b.dag(geleden + 10), time(8), tzinfo=UTC),
        aanwezigheidscontrole_op=b.dag(geleden + 6),
        bericht_van_vertrek_ref="BVV-1038",
    )
    _sluit(b, geleden, "ongecontroleerd", None)


# Each story with how often it comes, in thousandths; the first of each comes in every demo.
GEWICHTEN: Final[dict[Verhaal, int]] = {
    net_overgedragen: 25, in_intake: 25, gesprek_gepland: 25, gesprek_te_laat: 20, termijn_loopt: 40,
    termijn_loopt_met_plan: 30, beroep_zonder_zitting: 120, beroep_zonder_toetsing: 50, zitting_bekend: 50,
    zitting_morgen: 15, na_gesprek_twee: 30, wacht_op_uitspraak: 30, net_uitspraak: 20, gesprek_drie_te_laat: 30,
    geen_beroep: 30, lp_klaar: 25, opvang_eindigt: 20, zelfstandig_iom: 40, zelfstandig_ngo: 20, zelfstandig_dtv: 15,
    derde_land: 10, lp_verzonden: 40, presentatie: 25, lp_geweigerd: 20, lp_toegezegd: 20, bijna_weg: 15, gedwongen: 15,
    gedwongen_zonder_akkoord: 15, bewaring: 5, artikel_64: 20, artikel_64_gevraagd: 15, bedenktijd: 8,
    signaal_mensenhandel: 8, schrijnende_omstandigheden: 8, nieuw_signaal: 15, voorziening: 10, gegrond: 12, nieuwe_aanvraag: 15, vertrokken: 60,
    uit_beeld: 40, mag_blijven: 20,
}  # fmt: skip
# What can happen to a family together.
VOOR_GEZINNEN: Final = (
    beroep_zonder_zitting, gezinslocatie, zitting_bekend, opvang_eindigt, zelfstandig_iom, nieuwe_aanvraag, lp_verzonden,
)  # fmt: skip
