"""The session at the right: clock, notes, what changed hands, the entry line."""
