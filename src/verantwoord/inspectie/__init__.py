"""The research of the Inspectie: draws dossiers in a way that anybody can check, and accounts for each that was drawn.

Report *Verantwoord Vertrek*, methode and §3.3: a hundred dossiers of four locations and a hundred of all others. Who treats
a dossier is never told that it was drawn, so that nobody works otherwise because of it.
"""
