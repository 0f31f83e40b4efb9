"""Dialogue between regievoerders about how they work, and its report to the Inspectie.

Report *Verantwoord Vertrek*, recommendation 1 to the DT&V; norm dialoog-uniforme-werkwijze.
"""
