from django.apps import AppConfig


class ToetsingConfig(AppConfig):
    name = "verantwoord.toetsing"
    label = "toetsing"

    def ready(self) -> None:
        from verantwoord.dossier import poort  # noqa: PLC0415 - models are loaded only now
        from verantwoord.toetsing.feiten import register_feiten  # noqa: PLC0415 - models are loaded only now
        from verantwoord.toetsing.wachter import wacht_op_antwoord  # noqa: PLC0415 - models are loaded only now

        register_feiten()
        poort.register_wachter(wacht_op_antwoord)
