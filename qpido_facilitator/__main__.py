"""The start: what needs a window goes to `app`, what does not stays Qt-free."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main() -> int:
    """Run the command line and return the exit code."""
    what = _only_opened(sys.argv[1:])
    if what is not None:
        # until the app takes over what Python collects: at a start there is only to be had, and looking takes its time
        gc.disable()
        from qpido_facilitator.app import open_app

        return open_app(what, None)
    if sys.argv[1:] == ["look-at-film"]:
        # an installed program without Python beside it starts itself to look at a film
        from qpido_facilitator.media.probe_child import main as look_at_film

        return look_at_film()
    if sys.argv[1:2] == ["rehearse-along"]:
        # the second process of a rehearsal
        from qpido_facilitator.app import rehearse_along

        return rehearse_along(Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
    from qpido_facilitator.cli import arguments, carry_out

    args = arguments().parse_args()
    if args.command in (None, "open"):
        from qpido_facilitator.app import open_app

        return open_app(getattr(args, "what", ""), args.language)
    if args.command == "join":
        from qpido_facilitator.app import join

        return join(args.folder, args.language)
    if args.command == "rehearse":
        from qpido_facilitator.app import rehearse

        return rehearse(args.session, args.out, args.language)
    return carry_out(args)


def _only_opened(said: list[str]) -> str | None:
    """Return what is to be opened ("" is Home) when the command line says no more than that, else None.

    To build what understands all commands takes longer than to open a run.
    """
    if not said:
        return ""
    return said[1] if len(said) == 2 and said[0] == "open" and not said[1].startswith("-") else None


if __name__ == "__main__":
    sys.exit(main())
