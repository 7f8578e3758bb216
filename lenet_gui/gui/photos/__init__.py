"""The photo viewer: pictures with many digits, from a camera or a file.

``background_recognition.py`` reads one frame at a time in a thread, with a recognizer of its own;
of the frames that arrive meanwhile only the newest waits. A ``PhotoReading`` holds picture and
reading, which are painted together, so boxes belong to the picture below them. ``PhotoViewer``
chooses the digit that all panels show and follows it from frame to frame; ``Session.watch`` has it
read in place of the page, which stays as it is. ``contact_sheet.py`` reads several files one after
the other.
"""
