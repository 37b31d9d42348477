"""The successor agreement written into the contract's own Word file: only what TAs changed is touched."""
