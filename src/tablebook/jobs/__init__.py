"""One module per act of a person at the table. The window and the command line call the same functions."""
