"""The glossary: the program's terms in plain words, with numbers of the network in use.

``terms/`` holds the texts as data, a file for each theme, and ``numbers/`` beside it the pure
functions that put numbers of a network into sentences. ``table`` joins them, ``search`` finds them
by their names in every language and by synonyms, ``entry`` makes an entry's rich text, ``window``
shows it. ``help_text`` links What's This to terms, ``what_is`` explains the columns of the network
picture.
"""
