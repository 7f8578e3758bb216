"""Import of networks that other programs wrote.

A file is read in a process that can be killed (``foreign_file``; the readers are ``readers/``, and
``trainer/importing/`` for PyTorch). It gives tensors and, for ONNX and Keras, steps: the layers as
the file says them (``steps``). For weights without layers, ``weighted_steps`` finds which tensors
belong together, and ``structures`` lists how poolings and paddings make their shapes fit.
``building`` makes an architecture and its weights of steps; ``candidates`` lists what the file does
not say, ``trials`` tries it on MNIST, and ``imported`` ends in a checkpoint.
"""
