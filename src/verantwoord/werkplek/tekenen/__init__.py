"""What waits for the second signature of somebody who may not see the dossier it is about (ADR 22)."""
