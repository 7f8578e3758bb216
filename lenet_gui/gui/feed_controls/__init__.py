"""Controls of a feed: choose, start, freeze, mirror, seek; and the notice when it fails."""
