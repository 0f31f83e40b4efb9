"""Other names and spellings by which a person is known: for finding somebody, not for saying who somebody is."""
