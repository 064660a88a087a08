"""What looks like a person in a text: a name, a number, a school. Offline, and fast enough for every key.

It is a reminder and no proof: it knows common names and shapes, and it misses what has neither.
"""

from qpido_facilitator.privacy.finding import Finding, Kind
from qpido_facilitator.privacy.recogniser import find, holds_back, standing

__all__ = ["Finding", "Kind", "find", "holds_back", "standing"]
