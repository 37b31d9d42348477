"""Papers coming in: contracts, proposals and other documents read from DOCX, PDF, plain text and Markdown."""
