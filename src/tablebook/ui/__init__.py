"""The window: what people see and do. The only place, with app, that loads Qt."""

from tablebook.ui.imports import plain_imports
from tablebook.ui.lasting import keep_constants

keep_constants()  # before any of our modules can call Qt
plain_imports()
