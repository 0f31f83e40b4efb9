"""The dossier: person, family, procedure, terms, reception, assignment; the facts and the gate.

It begins when IND, AVIM or KMar sends a file and ends when a person closes it with a reason (report §1.5).
Rooms above register how their rows become facts (``feiten``); every act that a norm can block asks the gate (``poort``).
"""
