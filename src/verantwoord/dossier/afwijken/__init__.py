"""Deviating from policy with reasons: ask, decide, withdraw, and show it wherever the norm is shown."""
