"""The pictures of a film as they come from its own thread, brought to ours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink


class Frames(QObject):
    """A sink, and the last picture that was kept of it.

    The player's thread fills the sink; what comes of that is queued, so that everybody else lives on one thread.
    """

    def __init__(
        self,
        arrived: Callable[[QVideoFrame], None],
        said: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        """Tell who plays of every picture, and of everything that subtitles inside the film say."""
        super().__init__(parent)
        self._arrived = arrived
        self._said = said
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._on_frame, Qt.ConnectionType.QueuedConnection)
        self.sink.subtitleTextChanged.connect(self._on_said, Qt.ConnectionType.QueuedConnection)
        self._frame = QVideoFrame()

    @property
    def picture(self) -> QImage | None:
        """Return the picture that was kept, turned into an image when it is first asked for."""
        # Qt keeps what it made of a frame, so asking again costs nothing
        image = self._frame.toImage() if self._frame.isValid() else QImage()
        return None if image.isNull() else image

    def keep(self, frame: QVideoFrame) -> None:
        """Show this picture until another one is kept."""
        self._frame = frame

    def forget(self) -> None:
        """Keep no picture, and drop what is on its way."""
        self._frame = QVideoFrame()
        self.drop_waiting()

    def drop_waiting(self) -> None:
        """Drop the pictures that are on their way: after a leap they are of another place."""
        QCoreApplication.removePostedEvents(self, QEvent.Type.MetaCall.value)

    @Slot(QVideoFrame)
    def _on_frame(self, frame: QVideoFrame) -> None:
        # at its end a film sends a picture of nothing; the last one stays
        if frame.isValid():
            self._arrived(frame)

    @Slot(str)
    def _on_said(self, text: str) -> None:
        self._said(text)
