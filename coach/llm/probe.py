"""Does an OpenAI-compatible server answer? Asked by `coach doctor`, and only when a model is switched on."""

_SECONDS = 5.0


def reachable() -> str | None:
    """Return None when the server lists its models, else what went wrong, in a line."""
    from openai import OpenAI, OpenAIError

    try:
        OpenAI(timeout=_SECONDS, max_retries=0).models.list()
    except OpenAIError as error:
        return " ".join(str(error).split())[:160]
    return None
