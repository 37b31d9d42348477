"""Word files: their words, numbers, looks and tracked changes, from the XML itself."""
