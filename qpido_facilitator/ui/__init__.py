"""The windows. Views take values and send wishes; controllers turn wishes into verbs of the run."""
