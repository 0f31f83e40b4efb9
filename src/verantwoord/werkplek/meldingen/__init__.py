"""Notifications: what happened in one's dossiers that one did not do oneself, and what is almost due.

They tell; they decide nothing and they order nobody's work. On the page they name the dossier, and looking is recorded.
By mail they name nobody: a number, the kinds, and the way to the page (AVG art. 5(1)(c) and 32).
"""
