"""The process that reads networks of other programs: the only one that opens PyTorch's files."""
