"""What now: a dossier's facts put to the norms, and what is open kept ready for work lists.

After every event the dossier is asked again in the same transaction; a stored answer keeps its rule set and date.
"""
