"""Which files are taken for videos, known without QtMultimedia."""

SUFFIXES = ("mp4", "mov", "avi", "mkv", "webm", "m4v", "mpg", "mpeg", "mjpeg", "wmv", "3gp", "ogv")
