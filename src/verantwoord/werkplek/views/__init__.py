"""The pages of the staff desk: lists of people, and the pages of one dossier that belong to no single room."""
