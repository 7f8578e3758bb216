"""Values in words and as CSV: recognitions, evaluations, reject rules, data."""
