"""Moving pictures: cameras, network cameras, video files, and the screen.

A feed emits frames that nothing has decoded yet: a ``FrameDecoder`` is called in a thread and
returns the grey picture, for a video frame from its first plane, since turning it into an image
takes twenty times as long. A feed ends with a sentence (``failed``) or without one (``ended``);
``suspend`` is called whenever its source is hidden. Only a video reports its position (``moved``)
and can be sought; a frame that was sought is shown even while the picture is held, and a video
that was stopped is opened again for it. QtMultimedia is imported in a thread when the tab is first
seen, and may be missing.
"""
