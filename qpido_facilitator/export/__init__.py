"""Documents from a run: a report as a value, and one module per format."""
