"""A session on paper: what a trainer writes, and what the app makes of it."""
