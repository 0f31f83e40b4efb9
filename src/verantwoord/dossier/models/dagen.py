"""The facts of a dossier that are one value each and belong to a category of their own.

They stand apart from the dossier's row, for that one is there for everybody who works on it. What is left open has no row.
"""

from typing import ClassVar

from django.db import models

from verantwoord.dossier.models.dossier import Dossier


class Proceduredagen(models.Model):
    """The end of the appeal period, and the vertrektermijn; fields of one name hold one fact of the dossierbeeld."""

    categorie: ClassVar[str] = "ind_besluit"

    dossier = models.OneToOneField(
        Dossier, on_delete=models.CASCADE, primary_key=True, related_name="proceduredagen"
    )
    beroepstermijn_tot = models.DateField(null=True, blank=True)
    startgebeurtenis = models.CharField(max_length=40, null=True, blank=True)
    start_op = models.DateField(null=True, blank=True)
    verlenging_gevraagd_op = models.DateField(null=True, blank=True)
    doorgezonden_ind_op = models.DateField(null=True, blank=True)
    verlengd_tot = models.DateField(null=True, blank=True)
    verlenging_kenmerk = models.CharField(max_length=200, null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.dossier_id}"


class Opvangdagen(models.Model):
    """Until when there is a right to shelter by a decision, and when staying in the vbl was decided."""

    categorie: ClassVar[str] = "opvang_einddatum"

    dossier = models.OneToOneField(
        Dossier, on_delete=models.CASCADE, primary_key=True, related_name="opvangdagen"
    )
    recht_eindigt_op = models.DateField(null=True, blank=True)
    vbl_lko_besluit_op = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.dossier_id}"
