"""The co-trainer's window: half a screen beside the call."""
