"""The proof of a final contract, pure: every word of it against the signed texts and the current contract."""
