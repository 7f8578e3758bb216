"""The suffixes of video files; kept apart so that they are known without QtMultimedia."""

VIDEO_SUFFIXES = (
    "mp4",
    "mov",
    "avi",
    "mkv",
    "webm",
    "m4v",
    "mpg",
    "mpeg",
    "mjpeg",
    "wmv",
    "3gp",
    "ogv",
)
