"""The ratification packet: one sheet, and the papers drawn from it for members, the board and the web."""
