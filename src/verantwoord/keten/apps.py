from django.apps import AppConfig


class KetenConfig(AppConfig):
    name = "verantwoord.keten"
    label = "keten"

    def ready(self) -> None:
        """Let what happens and what became another answer reach the messages that go out."""
        from verantwoord.bewaking.antwoorden import hoor_antwoorden  # noqa: PLC0415 - models are loaded only now
        from verantwoord.gebeurtenis.actions import hoor_gebeurtenissen  # noqa: PLC0415 - idem
        from verantwoord.keten.uit.klaarleggen import (  # noqa: PLC0415 - idem
            leg_antwoorden_klaar,
            leg_gebeurtenissen_klaar,
        )

        hoor_antwoorden(leg_antwoorden_klaar)
        hoor_gebeurtenissen(leg_gebeurtenissen_klaar)
