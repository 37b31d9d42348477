"""Papers printed: sheets say what may be on a paper, one module per paper draws it, one shared page design."""
