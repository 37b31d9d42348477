"""From printed lines to a contract: furniture off, headings told, text as blocks, doubts named, corrections taken."""
