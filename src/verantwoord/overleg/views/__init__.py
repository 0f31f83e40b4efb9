"""The screens of the overleg: lists, a meeting, an item, its minutes, figures, and the tab of a dossier."""
