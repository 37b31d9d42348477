"""What a received paper says and does not say: its text in place, the text it started from, and what is not marked."""
