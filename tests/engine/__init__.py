import lenet_gui  # noqa: F401  keeps BLAS to one thread, if imported before numpy
