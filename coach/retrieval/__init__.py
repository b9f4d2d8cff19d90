"""The source material: passages, their embeddings, and the disposable index that finds them."""
