"""The five stages of a negotiation, each one page of the window."""
