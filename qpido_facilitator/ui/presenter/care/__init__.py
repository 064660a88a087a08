"""The care card, and after-care signals."""
