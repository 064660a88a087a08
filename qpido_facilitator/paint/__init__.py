"""Painting on whatever QPainter it is given: no widgets, no state, no time."""
