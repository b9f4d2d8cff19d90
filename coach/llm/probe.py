"""Does an OpenAI-compatible server answer? Asked by `coach doctor`, and only when a model is switched on."""

_SECONDS = 5.0


def reachable(model: str) -> str | None:
    """Return None when the server answers and lists the model, else what is wrong, in a line."""
    from openai import OpenAI, OpenAIError

    try:
        listed = [entry.id for entry in OpenAI(timeout=_SECONDS, max_retries=0).models.list()]
    except (OpenAIError, ValueError, TypeError, AttributeError) as error:  # the latter: an answer of another kind
        return f"not reachable ({' '.join(str(error).split())[:120]})"
    return None if model in listed else f"reachable, but it does not list {model}"
