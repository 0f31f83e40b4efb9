"""The desk of the privacy officer: what must be looked at afterwards, and the log of who looked; nothing of a dossier."""
