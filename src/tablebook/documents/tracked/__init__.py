"""Word files with tracked changes: two files compared into one, and marked text written as one."""
