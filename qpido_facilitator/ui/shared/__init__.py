"""What every window uses: the look, the keys, the open run, small widgets."""
