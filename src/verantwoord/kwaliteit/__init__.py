"""Measures what is recorded, with the question of the Inspectie; changes nothing and knows no actions.

Report *Verantwoord Vertrek* §3.1 and §3.3, recommendation DT&V-3; norm kwaliteitsmeting-vertrekplan.
"""
