"""Qpido Facilitator runs a live online workshop."""

__version__ = "0.1.0"
