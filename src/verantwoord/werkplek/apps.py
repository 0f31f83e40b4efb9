from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    name = "verantwoord.werkplek"
    label = "werkplek"

    def ready(self) -> None:
        """Say how a talk is prepared and finished: here all rooms are known that it touches."""
        from verantwoord.gebeurtenis.actions import hoor_gebeurtenissen  # noqa: PLC0415 - models are loaded only now
        from verantwoord.toegang.inzage import lees_voor_elk_blad  # noqa: PLC0415 - idem
        from verantwoord.vertrekgesprek.samenstelling import stel_samen  # noqa: PLC0415 - models are loaded only now
        from verantwoord.werkplek.actions import pak_passage_op, rond_gesprek_af  # noqa: PLC0415 - idem
        from verantwoord.werkplek.kader import lees_kop  # noqa: PLC0415 - idem
        from verantwoord.werkplek.meldingen.bewaring import hoor_bewaring  # noqa: PLC0415 - idem
        from verantwoord.werkplek.meldingen.inzage import hoor_inzage  # noqa: PLC0415 - idem
        from verantwoord.werkplek.meldingen.luisteraar import hoor  # noqa: PLC0415 - idem
        from verantwoord.werkplek.meldingen.vakmanschap import hoor_vakmanschap  # noqa: PLC0415 - idem
        from verantwoord.werkplek.voorbereiding import bereid_voor  # noqa: PLC0415 - idem

        lees_voor_elk_blad(lees_kop)
        hoor_gebeurtenissen(hoor)
        hoor_gebeurtenissen(hoor_inzage)
        hoor_gebeurtenissen(hoor_bewaring)
        hoor_gebeurtenissen(hoor_vakmanschap)
        stel_samen(afronden=rond_gesprek_af, voorbereiden=bereid_voor, oppakken=pak_passage_op)
