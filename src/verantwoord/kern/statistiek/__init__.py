"""Counting with its margin: shares, samples, agreement and correction. Plain Python, no dossier and no clock."""

from verantwoord.kern.statistiek.aandeel import Aandeel, Verschil, aandeel, verschil

__all__ = ["Aandeel", "Verschil", "aandeel", "verschil"]
