"""The rules of the field in plain Python: no Qt, no SQL, no PDF, no files."""
