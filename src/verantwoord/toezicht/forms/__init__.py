"""One form a step. Each says its title, what it explains, which gate it stands before, and how it acts."""
