"""How rows are painted and measured."""
