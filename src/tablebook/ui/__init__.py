"""The window: what people see and do. The only place, with app, that loads Qt."""
