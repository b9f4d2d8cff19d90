"""A verdict for people and machines. It explains; it never decides."""
