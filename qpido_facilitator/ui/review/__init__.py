"""The review window: after the session, from what was written down to documents, and on to forgetting."""
