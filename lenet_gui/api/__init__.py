"""The program from Python: what ``import lenet_gui`` offers, beside the window and the commands.

``lenet_gui/__init__.py`` has the table of these names, and imports a file of this room when one of
its names is first asked for: neither Qt, nor torch before a training. ``lenet_gui/__init__.pyi``
tells their types.

``pictures.py`` makes pictures of ink of arrays, Pillow images and files; ``named_network.py`` reads
them; ``training.py`` trains, with the settings of ``settings.py``; ``evaluation.py`` evaluates on
what ``data.py`` reads.
"""
