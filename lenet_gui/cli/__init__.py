"""The commands of the command line, one file each: ``run(options)`` returns the exit code."""
