"""Films: opened under guard, looked at in a process of their own, played, and read along with subtitles."""
