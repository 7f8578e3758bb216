"""Moving pictures: cameras, network cameras, video files, and the screen."""
