"""What a functional administrator looks after: staff, teams, countries and the numbers an organisation chooses.

These pages show no dossier. Of a dossier only a number is said: how many somebody leaves behind.
"""
