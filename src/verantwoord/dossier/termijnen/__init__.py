"""The two clocks of a dossier, departure term and reception, on one page, and what people decide about them."""
