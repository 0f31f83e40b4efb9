from django.apps import AppConfig


class ToezichtConfig(AppConfig):
    name = "verantwoord.toezicht"
    label = "toezicht"

    def ready(self) -> None:
        """A new sign during detention asks for a review in the same transaction."""
        from verantwoord.gebeurtenis.actions import hoor_gebeurtenissen  # noqa: PLC0415 - models are loaded only now
        from verantwoord.toezicht.bewaring.luisteraar import hoor  # noqa: PLC0415 - idem

        hoor_gebeurtenissen(hoor)
