"""The little language that harms are written in, read into phrases. Pure.

    slap            this word                     <slap>   this verb in any of its forms
    suicid*         any word that begins so       ROLE     a word of this class, or the phrase of this name
    (a | b c)       either; "(…)?" and "word?" may be left out
    ~               up to four words that only colour a verb ("just", "really", "been")
    ..              up to three words of any kind, but no denial and no comma
    ...             up to eight words, commas too, but no denial and no end of a sentence
    SAME*9          up to nine words of a class
    !(a | b c)     none of these comes next
    $               here the clause ends: a stop, or a joining word such as "and", "but", "because"

Words are as coach/harm/tokens.py cuts them: lower case, "can't" is "can not", "I'm" is "i am".
It knows nothing of harm: the classes are in classes.py, the phrases in the modules named for their harm.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from coach.harm.phrase import Either, NoneOf, OneOf, Phrase, UpTo

Belongs = Callable[[str], bool]
WORD = -1
"""The set of all words."""

_ITEM = re.compile(r"\.{2,3}|!?\(|[)|~$?,]|<[\w-]+>|[A-Z_]+\*\d+|[A-Z_]+\b|'?[\w-]+\*?|\S")
_OFTEN = 10_000
"""The weight of a set of words that most messages have a word of."""
_SHORT = {"~": ("SOFT", 4), "..": ("ANY", 3), "...": ("ACROSS", 8)}


class Vocabulary:
    """The sets of words that phrases speak of, each with a number."""

    def __init__(
        self,
        classes: Mapping[str, frozenset[str] | Belongs],
        named: Mapping[str, str],
        forms: Callable[[str], frozenset[str]],
        common: frozenset[str],
    ) -> None:
        """Take the classes of words, named phrases, what gives the forms of a verb, and the commonest words."""
        self._common = common
        self._classes, self._named, self._forms = classes, named, forms
        self._numbers: dict[object, int] = {}
        self._of_word: dict[str, list[int]] = {}
        self._rules: list[tuple[int, Belongs]] = []
        self._weights: dict[int, int] = {}
        self._sets_of = lru_cache(maxsize=20_000)(self._look_up)

    def phrases(self, block: str, names: Mapping[str, str]) -> tuple[Phrase, ...]:
        """Return the phrases of a block, one a line; `names` are named phrases beside the vocabulary's own.

        ValueError with the line if one cannot be read.
        """
        whole = re.sub(r"#.*", "", block).replace("\n    ", " ")
        lines = (line.strip() for line in whole.splitlines())
        return tuple(self._phrase(line, {**self._named, **names}) for line in lines if line)

    def number(self, name: str) -> int:
        """Return the number of a class of words; ValueError if there is none of that name."""
        if name not in self._classes:
            raise ValueError(f"No class of words and no phrase is called {name}.")
        return self._numbered(name, self._classes[name])

    def masks(self, message: Sequence[tuple[str, ...]]) -> dict[int, int]:
        """Return where in the message each set of words is found."""
        kinds: dict[str, int] = {}
        for place, token in enumerate(message):
            bit = 1 << place
            for kind in token:
                kinds[kind] = kinds.get(kind, 0) | bit
        found = {WORD: (1 << len(message)) - 1}
        for kind, mask in kinds.items():
            for number in self._sets_of(kind):
                found[number] = found.get(number, 0) | mask
        return found

    def keys(self, phrase: Phrase) -> frozenset[int]:
        """Return sets of words of which a message with this phrase has at least one, the rarest such sets.

        Most phrases are passed by for want of a key; that is what makes an ordinary message quick to hear.
        """
        needs = []
        for item in phrase:
            if isinstance(item, OneOf):
                needs.append(frozenset({item.words}))
            elif isinstance(item, Either):
                ways = [self.keys(way) for way in item.ways]
                needs += [frozenset().union(*ways)] if all(ways) else []
        return min(needs, key=lambda need: sum(self._weights[number] for number in need), default=frozenset())

    def _look_up(self, word: str) -> tuple[int, ...]:
        by_rule = () if word.startswith("<") else (number for number, belongs in self._rules if belongs(word))
        return (*self._of_word.get(word, ()), *by_rule)

    def _numbered(self, key: object, members: frozenset[str] | Belongs) -> int:
        if key not in self._numbers:
            number = self._numbers[key] = len(self._numbers)
            if callable(members):
                self._rules.append((number, members))
                self._weights[number] = _OFTEN
            else:
                self._weights[number] = _OFTEN if members & self._common else len(members)
                for word in sorted(members):
                    self._of_word.setdefault(word, []).append(number)
        return self._numbers[key]

    def _phrase(self, line: str, named: Mapping[str, str]) -> Phrase:
        items = iter(_ITEM.findall(line))
        phrase, end = self._sequence(items, named, line)
        if end:
            raise ValueError(f"A bracket or bar too many in {line!r}.")
        return phrase

    def _sequence(self, items: Iterator[str], named: Mapping[str, str], line: str) -> tuple[Phrase, str]:
        """Return the items up to a bar, a closing bracket or the end of the line, and which of these it was."""
        phrase: list[OneOf | UpTo | NoneOf | Either] = []
        for item in items:
            if item in ("|", ")"):
                return tuple(phrase), item
            if item == "?":
                phrase[-1] = Either(((phrase[-1],), ()))
            elif item in ("(", "!("):
                ways = self._ways(items, named, line)
                phrase.append(Either(ways) if item == "(" else NoneOf(ways))
            elif item in named:
                phrase.append(Either((self._phrase(named[item], named),)))
            else:
                phrase.append(self._simple(item, line))
        return tuple(phrase), ""

    def _ways(self, items: Iterator[str], named: Mapping[str, str], line: str) -> tuple[Phrase, ...]:
        ways, end = [], "|"
        while end == "|":
            way, end = self._sequence(items, named, line)
            ways.append(way)
        if end != ")":
            raise ValueError(f"A bracket is left open in {line!r}.")
        return tuple(ways)

    def _simple(self, item: str, line: str) -> OneOf | UpTo | NoneOf:
        name, _, most = item.partition("*")
        if item in _SHORT:
            return UpTo(_SHORT[item][1], self.number(_SHORT[item][0]))
        if item == "$":
            return NoneOf(((OneOf(self.number("GOES_ON")),),))
        if name.isupper():
            return UpTo(int(most), self.number(name)) if most else OneOf(self.number(name))
        if item.startswith("<"):
            return OneOf(self._numbered(item, self._forms(item.strip("<>"))))
        if item.endswith("*"):
            number = self._numbered(item, lambda word: word.startswith(name))
            self._weights[number] = 1
            return OneOf(number)
        if item == "," or item.strip("'-").isalnum() or "-" in item:
            return OneOf(self._numbered(item, frozenset({item})))
        raise ValueError(f"What does {item!r} mean in {line!r}?")
