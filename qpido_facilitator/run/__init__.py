"""A run: what happened, as facts, and what they add up to.

One module is one feature: its facts, its verbs, and the values it shows. `run.py` only opens, records,
accepts and hands out.
"""
