"""Making the shipped models (the `models` extra): the only owner of torch. Never imported at run time."""
