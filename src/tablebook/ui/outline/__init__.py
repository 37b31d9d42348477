"""A contract just read, as an outline that a person looks over before the book is made."""
