"""What the database itself guards about numbers of norms and of countries. Used by migrations."""

from verantwoord.gebeurtenis.sql import volg_rijen

BEWAKERS = volg_rijen("stamgegevens_parameterwaarde") + volg_rijen("stamgegevens_landmedewerking")
