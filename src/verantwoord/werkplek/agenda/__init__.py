"""The agenda: talks, hearings, overleg and last days of the dossiers one works on, on a page and in one's own calendar.

The page names people and leaves a look at each of them. The feed for another calendar names nobody: it leaves this
house, so it holds a dossier number and a kind (AVG art. 5(1)(c) and 32).
"""
