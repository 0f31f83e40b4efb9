"""Who may do what, and who looked at whom.

Staff, their organisation, role and team; the rights of each role; the log of every look at a dossier. What is
*visible* is said by the room that owns the data (``visible_to``). Legal base: AVG art. 5(1)(f), 25 and 32.
"""
