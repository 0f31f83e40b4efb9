"""What supervision keeps besides the facts of the dossierbeeld."""
