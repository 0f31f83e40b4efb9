"""The jobs of this room, where the program looks for them."""

from verantwoord.inspectie.leesdesk import taken as leesdesk

__all__ = ["leesdesk"]
