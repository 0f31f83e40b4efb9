"""Words of the four toetsingsmomenten."""

from typing import Final

from verantwoord.kern.begrippen.begrip import Begrip

TOETSING: Final = (
    Begrip(
        "toetsingsmoment",
        "Een van de vier vragen die in elk stadium worden gesteld: medisch, buiten schuld, schrijnend en mensenhandel.",
        "Rapport 2.2, 3.3",
        ("checklist", "vinkje"),
        ("toetsingen[].moment",),
    ),
    Begrip(
        "toetsing",
        "De vastlegging van een toetsingsmoment, met feiten en een afweging. Een conclusie alleen telt niet.",
        "Rapport 3.3",
        ("beoordeling van geloofwaardigheid",),
        ("toetsingen",),
    ),
    Begrip(
        "signaal",
        "Een nieuwe aanwijzing voor een toetsingsmoment. Na een signaal wordt opnieuw getoetst.",
        "Rapport 3.3",
        ("melding", "alarm"),
        ("signalen",),
    ),
    Begrip(
        "artikel 64",
        "Uitstel van vertrek omdat reizen of het ontbreken van behandeling medisch niet verantwoord is.",
        "Vw 2000 art. 64; Vc 2000 A3/7",
        ("ziekteverlof",),
        ("medisch.art64_besluit",),
    ),
    Begrip(
        "buiten schuld",
        "Iemand kan Nederland niet verlaten en daar zelf niets aan doen. De DT&V kan dan een zwaarwegend advies aan de IND geven.",
        "Vb 2000 art. 3.48(2)(a); Vc 2000 B8/4",
        ("onuitzetbaar",),
        ("buiten_schuld",),
    ),
    Begrip(
        "zwaarwegend advies",
        "Het positieve advies van de DT&V aan de IND als de voorwaarden voor buiten schuld zijn vervuld.",
        "Rapport 3.3; Leidraad Terugkeer en Vertrek: Buiten schuld",
        ("voorstel",),
        ("buiten_schuld.zwaarwegend_advies_op",),
    ),
    Begrip(
        "schrijnend",
        "Een samenloop van bijzondere omstandigheden die in Nederland zijn ontstaan en waarvoor geen ander beleid is.",
        "Vb 2000 art. 3.6ba; Rapport 2.2",
        ("zielig",),
        ("schrijnend",),
    ),
    Begrip(
        "bedenktijd",
        "Ten hoogste drie maanden waarin een mogelijk slachtoffer van mensenhandel kan beslissen over aangifte. Het vertrek ligt stil.",
        "Vw 2000 art. 8(k); Vc 2000 B8/3.1",
        ("wachttijd",),
        ("mensenhandel.bedenktijd_van",),
    ),
    Begrip(
        "afwijking",
        "Een met reden vastgelegde en door een ander goedgekeurde uitzondering op een beleidsnorm, met een einddatum.",
        "Projectbegrip",
        ("override",),
        ("afwijkingen",),
    ),
    Begrip(
        "norm",
        "Wat er in het vertrekproces hoort te gebeuren, met een bron. Een norm zegt wat de feiten betekenen; een mens beslist.",
        "Projectbegrip",
        ("business rule",),
    ),
    Begrip(
        "peildatum",
        "De dag waarvoor een antwoord geldt. Feiten van na die dag bestaan voor het antwoord niet.",
        "Projectbegrip",
        ("rapportdatum",),
    ),
    Begrip(
        "onbekend",
        "Het antwoord van een norm als een feit ontbreekt. Het is nooit een gunstig antwoord: wat daarop wacht, mag nog niet.",
        "Projectbegrip",
        ("n.v.t.",),
    ),
)
