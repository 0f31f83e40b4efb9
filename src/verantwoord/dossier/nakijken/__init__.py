"""By night: which looks at dossiers of the day before deserve a question. It only asks; a person judges."""
