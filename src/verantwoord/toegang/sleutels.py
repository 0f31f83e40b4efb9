"""How a token is kept."""

import hashlib


def digest_of(token: str) -> str:
    """What is kept of a token; a random token of this length needs no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()
