"""How good the parts are, measured on labelled data from `evals/`."""
