from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "verantwoord.dossier"
    label = "dossier"

    def ready(self) -> None:
        from verantwoord.dossier.feiten import register_eigen_feiten  # noqa: PLC0415 - models are loaded only now
        from verantwoord.dossier.gezin import gezinsdossiers  # noqa: PLC0415 - idem
        from verantwoord.dossier.queries import dossier_visible_to  # noqa: PLC0415 - idem
        from verantwoord.dossier.weigering import weiger  # noqa: PLC0415 - idem
        from verantwoord.toegang.middleware import (  # noqa: PLC0415 - idem
            dossiers_worden_bewaakt_door,
            weigering_wordt_gezegd_door,
        )

        register_eigen_feiten()
        dossiers_worden_bewaakt_door(dossier_visible_to, gezin=gezinsdossiers)
        weigering_wordt_gezegd_door(weiger)
