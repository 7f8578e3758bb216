"""The first impression: the opening, the samples, and the tour. Imported when they are asked for.

``opening`` lets a digit draw itself on the page at the first start. ``samples`` is the table of
what the gallery offers, ``samples_window`` the gallery. ``stops`` is the table of the tour,
``tour`` goes from stop to stop in the real window, and ``bubble`` says what each is about.
"""
