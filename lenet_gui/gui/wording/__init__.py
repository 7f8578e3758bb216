"""Words for values: recognitions, evaluations, reject rules, data, and the same as CSV."""
