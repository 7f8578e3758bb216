"""Theme, language, reduced motion, and roles for screen readers."""
