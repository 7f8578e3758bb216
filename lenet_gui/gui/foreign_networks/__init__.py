"""Networks of other programs, looked at before they are put into the library."""
