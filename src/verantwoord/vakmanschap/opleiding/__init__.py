"""Courses: what there is, for whom it is mandatory, who took it, and what comes next.

Report *Verantwoord Vertrek* §3.1 (opleiding) and recommendation 2 to the DT&V; norm training-vervolg. The catalogue says
which course is mandatory, by when and how long it holds: no law does.
"""
