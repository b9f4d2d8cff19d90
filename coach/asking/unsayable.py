"""What the coach does not say back, whoever said it: abuse, other voices, chat speak, what is no plain text.

It knows nothing of grammar.
"""

import re

from coach.conversation import straight

_PLAIN = re.compile(r"[A-Za-zÀ-ɏ0-9 '’‘,.:;!%£$€₹&/–—-]*")
_ADDRESSES = re.compile(
    r"\b(?:you|your|yours|you're|you've|you'd|yourself|u|ur|let's|please|pls|dear)\b|[?()]|https?:|www\.|@",
    re.IGNORECASE,
)
_OTHER_VOICE = re.compile(
    r"(?<!\w)'(?!(?:em|cause|til|cos|tis|n)\b)|"
    r"\b(?:say|says|said|saying|goes|shout\w*|repl\w+|(?:is|are|was|were|be|been|'re|'s) like|"
    r"went like|sa(?:y|ys|id|ying) to (?:me|us|him|her|them))\b[,:]? "
    r"(?:i|we|my|me|our|us|i'm|im|i've|i'll|i'd|we're|we've|we'll|what|how|can|do|don't|boss|sir|oh|no|yes|yeah|ok|"
    r"well)\b|\bsa(?:y|ys|id) to (?:me|us)\b(?! that\b)|"
    r"\b(?:boss|sir|madam|oga|chief|guv|gaffer) (?:what|can|do|where|how|i|we)\b|"
    r"\b(?:ask|asks|asked|asking|wonder\w*)\b(?: me| us)?,? (?:what |how |where |when |who )?"
    r"(?:can|could|should|shall|do|may|must|will|would|am|are|is) (?:i|we|this|that|it)\b",
    re.IGNORECASE,
)
_CHAT_SPEAK = re.compile(
    r"(?<![\w'.])[b-hj-z](?![\w'.])|\b(?:ppl|bc|cuz|coz|tho|thx|btw|idk|imo|imho|lol|lmao|omg|smh|wtf|dey|dem|wey|abeg|"
    r"gonna|wanna|gotta|innit)\b|"
    r"(?i:\b(?:i|we|they|he|she|it) (?:done|seen|been|gone)\b)|\b(?:and|but|so|that|if|when|because|then),? (?:id|"
    r"ill)\b|"
    r"(?i:\b(?:i|we) (?:says|goes|wants|needs|thinks|tells|gets|makes|does|knows|sees|asks|comes|takes|works|feels)\b)"
)
_RUNS_DOWN = re.compile(
    r"\b(?:my (?:own )?(?:bad|fault|failure|failing|mess|weakness)|i(?:'m| am| was) (?:\w+ ){0,2}(?:problem|"
    r"bottleneck)|"
    r"i(?:'m| am| was| feel(?: like)?)(?: \w+){0,3} (?:idiot|useless|rubbish|stupid|failure|failing|terrible|awful|bad|"
    r"hopeless|pathetic|crap|shit|fraud|impostor|imposter|coward|weak|incompetent|to blame|ashamed|mess|loser|joke|"
    r"control freak|micromanager|tyrant|monster|bully|dictator|good enough|cut out|worthless|embarrass\w+)|"
    r"i (?:failed|fail|screwed up|messed up|blew it|suck|let (?:them|everyone|everybody|him|her|people) down|"
    r"hate myself|can't do this|can't cope|don't deserve)|i(?:'ve| have) (?:failed|let \w+ down|messed up)|"
    r"blame myself|ashamed|out of my depth|"
    r"idiots?|idiotic|morons?|moronic|stupid|lazy|useless|thick|clowns?|muppets?|liars?|crap|shit\w*|bull\w*|fuck\w*|"
    r"bastards?|bitch\w*|wankers?|arse\w*|ass|asshole\w*|damn|hell|bloody|bollocks|piss\w*|sod|git|twats?|tossers?|"
    r"pricks?|dicks?|cunts?|incompetent\w*|hopeless|pathetic|dumb|brainless|clueless|gormless|childish|toxic|"
    r"slackers?|wasters?|losers?|waste of (?:space|time|money|oxygen)|dead ?wood|sheep|monkeys?|donkeys?|animals|"
    r"dinosaurs?|snowflakes?|psycho\w*|mental|nutters?|crazy|insane|mad|rubbish|garbage|trash|jokers?|jerks?|fools?|"
    r"foolish|retard\w*|spastic\w*|cretins?|chavs?|drama queens?|moan(?:s|ers?|ing)?|whin(?:e|es|ers?|gers?|ing|ging)|"
    r"trouble ?makers?|pain in the|not the sharpest|can't be trusted|rotten|bad apples?|snakes?|rats?|parasites?|"
    r"spineless|cowards?|two-faced|lazies|good for nothing|worthless|cowboys|numpt\w+|not serious|unserious|bogans?|"
    r"drongos?|bludgers?|mumu|"
    r"olodo)\b",
    re.IGNORECASE,
)
_FEWEST_LETTERS = 5


def runs_down(words: str) -> bool:
    """Say whether some words run their speaker or others down."""
    return _RUNS_DOWN.search(straight(words)) is not None


def may_be_said(plain: str) -> bool:
    """Say whether a clause consists of plain words, in one voice, that hurt nobody."""
    letters = [letter for letter in plain if letter.isalpha()]
    shouted = len(letters) > _FEWEST_LETTERS and sum(map(str.isupper, letters)) > len(letters) / 2
    crooked = (_ADDRESSES, _OTHER_VOICE, _CHAT_SPEAK, _RUNS_DOWN)
    return not shouted and bool(_PLAIN.fullmatch(plain)) and not any(found.search(plain) for found in crooked)
