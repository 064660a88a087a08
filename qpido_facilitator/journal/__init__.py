"""Facts, kept for good: how they are written down, signed, read back and settled.

Nothing here knows what a workshop is; another app could keep its facts the same way.
"""
