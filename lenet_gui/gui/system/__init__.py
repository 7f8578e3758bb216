"""Settings, background threads, the log, memory, and errors."""
