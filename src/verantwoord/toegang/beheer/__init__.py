"""Looking after staff, teams and tokens. Whoever does this sees no dossier: of a dossier only a number is known here."""
