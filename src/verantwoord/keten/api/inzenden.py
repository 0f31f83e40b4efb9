"""What a partner sends about one case, each by its own right: once, and set apart with a reason when it does not fit now."""

from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from django.utils import timezone
from ninja import Router, Status

from verantwoord.keten.api.gevraagdvormen import (
    AankomstIn,
    FrequentieIn,
    MeldmomentIn,
    MeldplichteindeIn,
    MeldplichtIn,
    MeldredenIn,
    OverdrachtsverklaringIn,
    OverplaatsingsantwoordIn,
    WeigeringIn,
)
from verantwoord.keten.api.vormen import (
    AanwezigheidIn,
    AfrondingIn,
    AfwezigheidIn,
    BetwistingIn,
    ControleIn,
    InzendingIn,
    InzendingOut,
    OpvangbesluitIn,
    PolitieantwoordIn,
    VertrekberichtIn,
    VerwijzingsantwoordIn,
    ZorgIn,
)
from verantwoord.keten.api.wie import partner
from verantwoord.keten.inzendingen import Ingezonden, deliver_inzending
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest

router = Router(tags=["inzendingen"], by_alias=True)
_CODES: Final = {
    "opgenomen": HTTPStatus.CREATED,
    "dubbel": HTTPStatus.OK,
    "quarantaine": HTTPStatus.ACCEPTED,
}
_ANTWOORDEN: Any = {code.value: InzendingOut for code in _CODES.values()}
_ZAAK: Final = "/zaken/{uuid:dossier_id}"


def _neem(
    request: StaffRequest, dossier_id: UUID, inzending: InzendingIn, *, soort: str, recht: Recht
) -> Status[InzendingOut]:
    ingezonden = Ingezonden(
        door=partner(request, recht),
        soort=soort,
        dossier_id=dossier_id,
        bericht_id=inzending.bericht_id,
        velden=inzending.model_dump(exclude={"bericht_id"}),
    )
    uitkomst = deliver_inzending(ingezonden, peildatum=timezone.localdate())
    uit = InzendingOut.model_validate(
        {
            "bericht_id": inzending.bericht_id,
            "status": uitkomst.status,
            "reden": uitkomst.reden,
            "uitleg": uitkomst.uitleg,
        }
    )
    return Status(_CODES[uitkomst.status].value, uit)


@router.post(
    f"{_ZAAK}/afwezigheidsmeldingen",
    response=_ANTWOORDEN,
    operation_id="report_afwezigheid",
    summary="Meld dat u de persoon niet meer ziet",
)
def report_afwezigheid(
    request: StaffRequest, dossier_id: UUID, inzending: AfwezigheidIn
) -> Status[InzendingOut]:
    """Er verandert niets aan opvang of procedure; de regievoerder hoort het."""
    return _neem(request, dossier_id, inzending, soort="afwezigheid", recht=Recht.AFWEZIGHEID_MELDEN)


@router.post(
    f"{_ZAAK}/aanwezigheidsmeldingen",
    response=_ANTWOORDEN,
    operation_id="report_aanwezigheid",
    summary="Meld dat de persoon er weer is",
)
def report_aanwezigheid(
    request: StaffRequest, dossier_id: UUID, inzending: AanwezigheidIn
) -> Status[InzendingOut]:
    """Een eerdere melding van afwezigheid telt dan niet meer."""
    return _neem(request, dossier_id, inzending, soort="weer_gezien", recht=Recht.AFWEZIGHEID_MELDEN)


@router.post(
    f"{_ZAAK}/aanwezigheidscontroles",
    response=_ANTWOORDEN,
    operation_id="report_controle",
    summary="Geef de uitkomst van een aanwezigheidscontrole",
)
def report_controle(request: StaffRequest, dossier_id: UUID, inzending: ControleIn) -> Status[InzendingOut]:
    """Is de persoon niet aangetroffen, zeg dan waar is nagevraagd."""
    return _neem(request, dossier_id, inzending, soort="controle", recht=Recht.AANWEZIGHEID_CONTROLEREN)


@router.post(
    f"{_ZAAK}/berichten-van-vertrek",
    response=_ANTWOORDEN,
    operation_id="give_bericht_van_vertrek",
    summary="Geef een bericht van vertrek",
)
def give_bericht_van_vertrek(
    request: StaffRequest, dossier_id: UUID, inzending: VertrekberichtIn
) -> Status[InzendingOut]:
    """Alleen de AVIM, en pas na een aanwezigheidscontrole. Het sluit het dossier niet."""
    return _neem(
        request, dossier_id, inzending, soort="bericht_van_vertrek", recht=Recht.BERICHT_VAN_VERTREK_GEVEN
    )


@router.post(
    f"{_ZAAK}/opvangbesluiten",
    response=_ANTWOORDEN,
    operation_id="decide_opvang",
    summary="Beslis op het verzoek om langere opvang",
)
def decide_opvang(
    request: StaffRequest, dossier_id: UUID, inzending: OpvangbesluitIn
) -> Status[InzendingOut]:
    """Alleen het COA beslist. Tot dan eindigt de opvang niet."""
    return _neem(request, dossier_id, inzending, soort="opvangbesluit", recht=Recht.OPVANG_BESLUITEN)


@router.post(
    f"{_ZAAK}/betwistingen",
    response=_ANTWOORDEN,
    operation_id="contest_einddatum",
    summary="Meld dat de einddatum van de opvang niet klopt",
)
def contest_einddatum(
    request: StaffRequest, dossier_id: UUID, inzending: BetwistingIn
) -> Status[InzendingOut]:
    """De datum blijft staan tot de regievoerder heeft gekeken."""
    return _neem(request, dossier_id, inzending, soort="einddatum", recht=Recht.EINDDATUM_BETWISTEN)


@router.post(
    f"{_ZAAK}/verwijzingsantwoorden",
    response=_ANTWOORDEN,
    operation_id="answer_verwijzing",
    summary="Antwoord op een verwijzing",
)
def answer_verwijzing(
    request: StaffRequest, dossier_id: UUID, inzending: VerwijzingsantwoordIn
) -> Status[InzendingOut]:
    """Dat u ermee aan de slag gaat, of wat ervan is gekomen."""
    return _neem(request, dossier_id, inzending, soort="verwijzing", recht=Recht.VERWIJZING_BEANTWOORDEN)


@router.post(
    f"{_ZAAK}/afrondingen",
    response=_ANTWOORDEN,
    operation_id="finish_opdracht",
    summary="Meld dat een afgesproken actie klaar is",
)
def finish_opdracht(request: StaffRequest, dossier_id: UUID, inzending: AfrondingIn) -> Status[InzendingOut]:
    """Het nummer is de plaats in uw opdrachten, vanaf 0."""
    return _neem(request, dossier_id, inzending, soort="opdracht", recht=Recht.ACTIE_AFRONDEN)


@router.post(
    f"{_ZAAK}/zorgmeldingen",
    response=_ANTWOORDEN,
    operation_id="report_zorg",
    summary="Meld dat u zich zorgen maakt",
)
def report_zorg(request: StaffRequest, dossier_id: UUID, inzending: ZorgIn) -> Status[InzendingOut]:
    """Die toetsing gaat opnieuw open. Wat u over mensenhandel meldt, leest alleen wie dat moet."""
    return _neem(request, dossier_id, inzending, soort="zorg", recht=Recht.ZORG_MELDEN)


@router.post(
    f"{_ZAAK}/overplaatsingsantwoorden",
    response=_ANTWOORDEN,
    operation_id="answer_overplaatsing",
    summary="Antwoord op een gevraagde overplaatsing",
)
def answer_overplaatsing(
    request: StaffRequest, dossier_id: UUID, inzending: OverplaatsingsantwoordIn
) -> Status[InzendingOut]:
    """Een plaats, of eerst een vraag. Hoort er een gezin bij, dan geldt het voor het hele gezin; niemand verhuist hierdoor."""
    return _neem(request, dossier_id, inzending, soort="overplaatsing", recht=Recht.OPVANG_BESLUITEN)


@router.post(
    f"{_ZAAK}/overdrachtsverklaringen",
    response=_ANTWOORDEN,
    operation_id="declare_overdracht",
    summary="Verklaar dat u als casemanager heeft overgedragen",
)
def declare_overdracht(
    request: StaffRequest, dossier_id: UUID, inzending: OverdrachtsverklaringIn
) -> Status[InzendingOut]:
    """De helft van de overdracht die van het COA is; de regievoerder doet de andere helft zelf."""
    return _neem(request, dossier_id, inzending, soort="overdracht", recht=Recht.OPVANG_BESLUITEN)


@router.post(
    f"{_ZAAK}/aankomstmeldingen",
    response=_ANTWOORDEN,
    operation_id="report_aankomst",
    summary="Meld of de persoon is aangekomen",
)
def report_aankomst(request: StaffRequest, dossier_id: UUID, inzending: AankomstIn) -> Status[InzendingOut]:
    """Alleen voor deze persoon. Wie niet aankwam, is niet altijd weg: er verandert niets aan de opvang."""
    return _neem(request, dossier_id, inzending, soort="aankomst", recht=Recht.OPVANG_BESLUITEN)


@router.post(
    f"{_ZAAK}/meldplichten",
    response=_ANTWOORDEN,
    operation_id="impose_meldplicht",
    summary="Leg een meldplicht op",
)
def impose_meldplicht(
    request: StaffRequest, dossier_id: UUID, inzending: MeldplichtIn
) -> Status[InzendingOut]:
    """Alleen de AVIM beslist, met een reden die bij deze persoon past."""
    return _neem(request, dossier_id, inzending, soort="meldplicht", recht=Recht.MELDPLICHT_OPLEGGEN)


@router.post(
    f"{_ZAAK}/meldplichtwijzigingen",
    response=_ANTWOORDEN,
    operation_id="change_meldplicht",
    summary="Verander hoe vaak de persoon zich meldt",
)
def change_meldplicht(
    request: StaffRequest, dossier_id: UUID, inzending: FrequentieIn
) -> Status[InzendingOut]:
    """Voor de meldplicht die loopt."""
    return _neem(request, dossier_id, inzending, soort="frequentie", recht=Recht.MELDPLICHT_OPLEGGEN)


@router.post(
    f"{_ZAAK}/meldplichtbeeindigingen",
    response=_ANTWOORDEN,
    operation_id="end_meldplicht",
    summary="Beëindig de meldplicht",
)
def end_meldplicht(
    request: StaffRequest, dossier_id: UUID, inzending: MeldplichteindeIn
) -> Status[InzendingOut]:
    """De persoon hoeft zich daarna niet meer te melden."""
    return _neem(request, dossier_id, inzending, soort="einde", recht=Recht.MELDPLICHT_OPLEGGEN)


@router.post(
    f"{_ZAAK}/meldplichtweigeringen",
    response=_ANTWOORDEN,
    operation_id="refuse_meldplicht",
    summary="Antwoord dat u niet doet wat is gevraagd",
)
def refuse_meldplicht(
    request: StaffRequest, dossier_id: UUID, inzending: WeigeringIn
) -> Status[InzendingOut]:
    """De regievoerder leest uw reden. Er verandert niets aan het toezicht."""
    return _neem(request, dossier_id, inzending, soort="weigering", recht=Recht.MELDPLICHT_OPLEGGEN)


@router.post(
    f"{_ZAAK}/meldmomenten",
    response=_ANTWOORDEN,
    operation_id="record_meldmoment",
    summary="Geef door of de persoon zich meldde",
)
def record_meldmoment(
    request: StaffRequest, dossier_id: UUID, inzending: MeldmomentIn
) -> Status[InzendingOut]:
    """Wie zich niet meldde, heeft nog niets gemist: eerst hoort u de reden."""
    return _neem(request, dossier_id, inzending, soort="melding", recht=Recht.MELDPLICHT_OPLEGGEN)


@router.post(
    f"{_ZAAK}/meldredenen",
    response=_ANTWOORDEN,
    operation_id="record_meldreden",
    summary="Geef de reden dat de persoon zich niet meldde",
)
def record_meldreden(request: StaffRequest, dossier_id: UUID, inzending: MeldredenIn) -> Status[InzendingOut]:
    """Ook later nog: wie een goede reden had, heeft niets gemist."""
    return _neem(request, dossier_id, inzending, soort="reden", recht=Recht.MELDPLICHT_OPLEGGEN)


@router.post(
    f"{_ZAAK}/politieantwoorden",
    response=_ANTWOORDEN,
    operation_id="answer_politie",
    summary="Antwoord op een gemelde aanwijzing van mensenhandel",
)
def answer_politie(
    request: StaffRequest, dossier_id: UUID, inzending: PolitieantwoordIn
) -> Status[InzendingOut]:
    """Alleen de AVIM mensenhandel. Tot dit antwoord liggen alle vertrekstappen stil."""
    return _neem(request, dossier_id, inzending, soort="politieantwoord", recht=Recht.POLITIE_ANTWOORDEN)
