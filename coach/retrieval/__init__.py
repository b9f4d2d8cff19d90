"""The source material: passages, their embeddings, and the disposable index that finds them.

Chroma and LangChain report home unless told not to before they are imported; so this package tells them,
as encoder/ does for onnxruntime.
"""

from coach.settings import silence_libraries

silence_libraries()
