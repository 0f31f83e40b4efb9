"""Craft: courses, watching each other's talks, intervision, short pieces of knowledge, and dialogue about the work.

Report *Verantwoord Vertrek* §3.1 (opleiding) and its recommendations 1 and 2 to the DT&V; norms training-vervolg and
dialoog-uniforme-werkwijze. What is learned from is retold: this room cannot reach a dossier, and a contract keeps it so.
It compares nobody with anybody: feedback is in words, between two people.
"""
