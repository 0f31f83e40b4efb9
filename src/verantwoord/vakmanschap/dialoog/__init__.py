"""Dialogue between regievoerders about how they work, and its report to the Inspectie.

A session starts from a picture of how far apart the work is, kept as it was told that day. It is about the work and not
about who does it: nobody is named in what comes of it. Report *Verantwoord Vertrek*, recommendation 1 to the DT&V; norm
dialoog-uniforme-werkwijze.
"""
