"""Which language the manager writes in, so that a reader is not trusted with one it was not made for."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FEWEST_LETTERS = 40
FEWEST_OTHER_LETTERS = 8
_SURELY = 0.5
_SURELY_NOT = 0.05
_ALSO = {"en": ("en", "pcm", "sco")}  # Nigerian Pidgin and Scots share English words and scenes


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def foreign_language(text: str, languages: frozenset[str] | None) -> str | None:
    """Return the ISO code of the text's language when it is surely none of `languages`, else None.

    Short texts are given the benefit of the doubt: in Latin letters a language cannot be told from fewer than 40.
    """
    letters = [character for character in text if character.isalpha()]
    mostly_latin = 2 * sum(letter < "\u0250" for letter in letters) >= len(letters)
    if languages is None or len(letters) < (FEWEST_LETTERS if mostly_latin else FEWEST_OTHER_LETTERS):
        return None
    ranked = _identifier().rank(text)
    known = {code for language in languages for code in _ALSO.get(language, (language,))}
    ours = sum(float(probability) for code, probability in ranked if code in known)
    code, probability = str(ranked[0][0]), float(ranked[0][1])
    surely = not mostly_latin or (ours < _SURELY_NOT and probability >= _SURELY)
    return code if code not in known and surely else None
