"""The pages of coming in, of one's own ways to log in, and of where one is logged in."""
