from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """What became of a message, as its sender is told."""

    bericht_id: str | None
    status: str
    reden: str | None
    uitleg: str
    dossiernummer: str | None
