"""Norms that are not about one dossier: a meeting, a disclosure, a colleague, a measurement. They give no bevinding."""

from datetime import date

from verantwoord.kern.normen.register import Norm, parameter, registreer

registreer(
    Norm(
        id="lko-voorzitter",
        soort="kwaliteit",
        tier=2,
        origin="report",
        titel="Rouleren voorzitterschap",
        title_en="Rotating chair",
        regel="Het voorzitterschap van het LKO kan rouleren. Het systeem stelt een volgorde voor en laat het aandeel per organisatie zien.",
        rule_en="Chair may rotate between partners; the system proposes rotation and shows share per organisation.",
        plicht="De volgende voorzitter van het LKO kiezen",
        bron=(
            "Report 2.2 ('kan'), 3.4 ('moet')",
            "Leidraad Terugkeer en Vertrek: LKO ('kan rouleren')",
        ),
        gevolg="meting",
        geldig_van=date(2021, 10, 11),
        gedrag="Per meeting, not per dossier. Proposes the next chair by rotation; choosing otherwise asks a reason; indicator per location of meetings chaired per organisation.",
        opmerking="Leidraad text found says 'kan'.",
    )
)

registreer(
    Norm(
        id="coa-einddatum-afgeleid",
        soort="plicht",
        tier=1,
        origin="report",
        titel="Afgeleid gegeven einde opvangrecht voor COA",
        title_en="Derived fact 'end of shelter right' for COA",
        regel="Het COA krijgt alleen het afgeleide gegeven tot wanneer het recht op opvang loopt, met een neutrale redencode, en nooit de beschikking van de IND.",
        rule_en="COA receives the derived facts (right to shelter yes/no, basis category, end date, reason code, changed on) without access to the IND decision.",
        plicht="De einddatum van de opvang aan het COA doorgeven",
        bron=(
            "Report 3.4",
            "AVG art. 5(1)(b)(c), 6(1)(e); Wet COA; Leidraad Terugkeer en Vertrek: Beëindigen voorzieningen",
        ),
        gevolg="taak",
        gedrag="When termijn opvang.eindigt_op (or the fact that there is no end) changes, a derived fact {recht, categorie, einddatum, redencode, geldig_vanaf, correctie_van} is sent to COA within 1 werkdag and acknowledged. No free text, no link to a document; a correction keeps the history. redencode is one of termijn-verstreken, uitstel, nieuw-recht, gezin-minderjarig, overplaatsing, correctie.",
    )
)

registreer(
    Norm(
        id="informatiedeling-grondslag",
        soort="poort",
        tier=1,
        origin="report",
        titel="Delen alleen met grondslag en doel",
        title_en="Share only with basis and purpose",
        regel="Gegevens gaan alleen naar een partner als er voor dat gegeven, die ontvanger en dat doel een grondslag is vastgelegd. Anders wordt niet gedeeld.",
        rule_en="Every disclosure to a partner is field-based with purpose, legal basis, recipient role and log; ad-hoc requests outside standard flows follow a decision record.",
        plicht="De grondslag en het doel van het delen vastleggen",
        bron=(
            "Report 3.4",
            "Leidraad Terugkeer en Vertrek: Informatieuitwisseling en privacy",
            "AVG art. 5, 6, 9, 30",
        ),
        gevolg="blokkeert",
        gedrag="Deny by default per field x role x purpose; every disclosure is logged with field, recipient, purpose, basis and moment. Break-glass asks a reason, is limited in time and is reviewed afterwards. Blocks the disclosure itself, not a handeling of handelingen.json.",
    )
)

registreer(
    Norm(
        id="training-vervolg",
        soort="kwaliteit",
        tier=2,
        origin="report",
        titel="Vervolgopleiding en kennis NGO-projecten",
        title_en="Continued training",
        regel="Regievoerders volgen de verplichte modules en houden hun kennis bij, ook over projecten van NGO's en de eigen bijdrage van de DT&V.",
        rule_en="New regievoerders complete mandatory modules (Vw 2000, toetsingsmomenten, WIGK incl. practice with feedback, culture); existing staff follow privacy/data-security e-learning and refreshers incl. NGO projects and DT&V contribution.",
        plicht="De verplichte module volgen",
        bron=("Report 3.1 Opleiding; recommendation DT&V-2",),
        gevolg="waarschuwt",
        gedrag="Per staff member. A missing or expired module gives a reminder to that person and the manager; colleagues do not see it.",
    )
)

registreer(
    Norm(
        id="kwaliteitsmeting-vertrekplan",
        soort="kwaliteit",
        tier=2,
        origin="report",
        titel="Kwaliteitsmeting vertrekplannen",
        title_en="Quality measurement of plans",
        regel="De kwaliteit van vertrekplannen wordt regelmatig gemeten op vaste punten en vergeleken met de meting van de Inspectie.",
        rule_en="Periodic sample of plans scored on fixed criteria (strategy present, analysis, four reviews, wishes, actions, currency), reported per location and over time against the inspection baseline.",
        plicht="De kwaliteit van vertrekplannen meten",
        bron=("Report recommendation DT&V-3",),
        parameters=(parameter("sample", 200, "plan", status="same as inspection; configurable"),),
        gevolg="meting",
        gedrag="measure-kwaliteit: counts dossiers with a substantive toetsing (feiten and afweging non-blank) per moment and for all four, strategy present, three gesprekken; percentage with one decimal, afgerond half up, 95 % Wilson interval.",
        opmerking="Use ROUND_HALF_UP: 58.5->59, 22.5->23, 18.5->19, 7.5->8.",
    )
)

registreer(
    Norm(
        id="dialoog-uniforme-werkwijze",
        soort="plicht",
        tier=1,
        origin="report",
        titel="Dialoogsessies en terugkoppeling Inspectie",
        title_en="Dialogue sessions, feedback to Inspectorate",
        regel="Regievoerders voeren een dialoog over aantal en inhoud van gesprekken en toetsingen. De uitkomsten gaan naar de Inspectie.",
        rule_en="DT&V organises dialogue between regievoerders on number/content of interviews and reviews and reports the results to the Inspectorate.",
        plicht="De uitkomst van de dialoog aan de Inspectie melden",
        bron=("Report recommendation DT&V-1",),
        gevolg="taak",
        gedrag="Dialogue session with topic, date, outcome and report date; an unreported outcome reminds the manager.",
    )
)

registreer(
    Norm(
        id="regelset-versie",
        soort="poort",
        tier=2,
        origin="project",
        titel="Regelset per datum",
        title_en="Rule set by date",
        regel="Elke uitkomst draagt de versie van de regels waarmee zij is berekend, zodat latere wijzigingen oude zaken niet herschrijven.",
        rule_en="Every calculated deadline and guard result stores the rule-set version valid on the relevant legal date (decision date / event date), so that post-2022 changes never rewrite old cases.",
        plicht="De versie van de regels bij de uitkomst bewaren",
        bron=("Project rule; Regulation (EU) 2024/1348 ff. (12-06-2026), WBV 2023/11 transition",),
        gevolg="blokkeert",
        gedrag="Every Bevinding carries regelset (non-empty). A norm outside geldig_van/geldig_tot on the peildatum answers niet_van_toepassing. Blocks storing a result without version, not a handeling.",
        opmerking="Transitional law decides which date counts; make it a parameter per norm.",
    )
)
