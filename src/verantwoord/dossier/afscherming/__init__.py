"""Shielding a dossier, so that only its regievoerder sees it, with one colleague of another team who signs as the second.

Legal base: AVG art. 5(1)(f) and 32. ADR 22.
"""
