"""Intervision: colleagues think along about a case that one of them retells, so that nobody in it can be recognised.

Report *Verantwoord Vertrek* §3.1. What is said stays with those who were there.
"""
