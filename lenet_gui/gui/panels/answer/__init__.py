"""The answer panel: the class, how certain it is, and the scores of all classes as bars."""
