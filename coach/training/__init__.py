"""Making the shipped models (the `models` extra): the only owner of torch. Never imported at run time."""

from coach.settings import silence_libraries

silence_libraries()
