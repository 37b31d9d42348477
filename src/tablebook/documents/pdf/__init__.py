"""PDF files: their words, lines and marks, read in the worker only."""
