"""The form for what was still open in an entry that came along with a dossier."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.overleg.elders import Open
from verantwoord.overleg.keuzes import Actiehouder
from verantwoord.web.formulier import DatumField, Formulier

_ACTIE: Final = "actie_"


class EldersForm(Formulier):
    """One date for each thing that is open; one may stay empty."""

    verslag_op = DatumField(label=lui("Wanneer is het verslag gedeeld"), required=False)
    teruggekoppeld_op = DatumField(
        label=lui("Wanneer is de uitkomst teruggekoppeld aan het LKO"), required=False
    )

    def __init__(self, *args: Any, open_: Open, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not open_.verslag:
            del self.fields["verslag_op"]
        if not open_.terugkoppeling:
            del self.fields["teruggekoppeld_op"]
        for plek, actie in open_.acties:
            self.fields[f"{_ACTIE}{plek}"] = DatumField(
                label=_("%(actie)s (%(wie)s): gedaan op")
                % {"actie": actie["omschrijving"], "wie": Actiehouder(actie["eigenaar"]).label},
                required=False,
            )

    @property
    def gereed(self) -> Mapping[int, date]:
        return {
            int(naam.removeprefix(_ACTIE)): dag
            for naam, dag in self.cleaned_data.items()
            if naam.startswith(_ACTIE) and dag is not None
        }
