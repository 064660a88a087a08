"""The film on the trainer's side: the card with its controls, the script of a film by link, notes that come back."""
