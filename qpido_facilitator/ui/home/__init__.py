"""The window the app opens with."""
