"""Invented dossiers to try the program with: people who do not exist, in procedures that could.

A dossier is first a dossierbeeld, made from a seed and a day, so that the same seed and day give the same people. Then
it becomes rows through the same functions with which a dossier is taken over from elsewhere. Nothing comes from a real
file: names are put together from lists, v-numbers begin with 99, which are not given out.
"""
