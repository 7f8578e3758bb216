"""Files and folders of labelled pictures: IDX, CSV, Keras' npz files, folders by class.

None of them says whether ink is dark or light, and which way up its pictures are. How a network
trained on MNIST reads a sample tells (``form_noticing.py``); the user decides
(``picture_forms.py``).
"""
