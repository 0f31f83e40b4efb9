"""Jobs of the house as a whole."""

import os
import subprocess
import sys

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verantwoord.bewaking.queries import achterstallig
from verantwoord.taken.register import taak
from verantwoord.toegang.models import Medewerker


# Every hour, because it is over at once when nothing is behind: a night in which no worker ran is made up for.
@taak(
    "bewaking.herbeoordeel",
    titel=_("De normen opnieuw vragen voor alle open dossiers"),
    rooster="5 * * * *",
    eigen_transacties=True,
)
def herbeoordeel(*, door: Medewerker) -> None:
    """Run the command in a process of its own: it splits itself up, which a worker full of threads must not."""
    del door
    if next(achterstallig(op=timezone.localdate(), aantal=1), None) is None:
        return
    paden = {"DATABASE_URL": settings.PADEN.app, "DATABASE_URL_EIGENAAR": settings.PADEN.eigenaar}
    subprocess.run(
        [sys.executable, "-P", "-m", "verantwoord.project.cli", "herbeoordeel"],
        check=True,
        env=os.environ | paden,
        stdout=subprocess.DEVNULL,
    )
