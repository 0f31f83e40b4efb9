from django.apps import AppConfig


class OverlegConfig(AppConfig):
    name = "verantwoord.overleg"
    label = "overleg"

    def ready(self) -> None:
        from verantwoord.gebeurtenis.actions import hoor_gebeurtenissen  # noqa: PLC0415 - models are loaded only now
        from verantwoord.overleg.feiten import register_feiten  # noqa: PLC0415 - idem
        from verantwoord.overleg.toelating import shut_out  # noqa: PLC0415 - idem

        register_feiten()
        hoor_gebeurtenissen(shut_out)
