"""Watching a colleague's talk, and feedback on it: in words, about what was seen and heard, between two people.

Report *Verantwoord Vertrek* §3.1: a trainer or an experienced regievoerder attends talks and gives feedback. There is no
grade and no score, and nobody else reads it; a manager sees that it took place.
"""
