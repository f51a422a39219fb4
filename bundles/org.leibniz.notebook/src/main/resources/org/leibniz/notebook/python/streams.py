"""What stands in for the standard streams of a program."""
import io


class Stream(io.TextIOBase):
    """sys.stdout and sys.stderr: hands on what is written at once, so that the order is kept."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, channel, emit):
        self._channel = channel
        self._emit = emit

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        self._emit(self._channel, str(text))
        return len(text)

    def flush(self):
        pass

    def close(self):
        pass

    def writable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        raise io.UnsupportedOperation("fileno")


class Input(io.TextIOBase):
    """sys.stdin: there is nobody to ask."""

    def readable(self):
        return True

    def read(self, size=-1):
        return ""

    def readline(self, size=-1):
        return ""
