"""Language models behind an OpenAI-compatible server; the only owner of openai."""
