"""The staff desk: the pages on which rooms come together.

The caseload, the page of a dossier with what is owed now, the timeline, who looked, and the acts that touch two
rooms at once. It holds no data of its own. Report §2.2 and §4.1: the regievoerder keeps the overview and the lead.
"""
