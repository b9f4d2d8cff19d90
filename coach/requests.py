"""What the manager asks of the coach in so many words: to stop, to say why, to explain, to advise… Pure.

And replies with nothing in them, yes and no to an offer, and steps with a day. It knows nothing of what
the coach then does.
"""

import re
from enum import StrEnum

from coach.conversation import straight


class Request(StrEnum):
    """Something the manager asks of the coach, in so many words."""

    STOP = "stop"
    VERDICT = "verdict"
    WHY = "why"
    UNCLEAR = "unclear"
    MISSED = "missed"
    PRIVACY = "privacy"
    WHO = "who"
    LENGTH = "length"
    ADVISE = "advise"
    EXPLAIN = "explain"


_SAID_FIRST = (
    r"(?:(?:so|and|but|well|also|ok(?:ay)?|sorry|please|hang on|wait|hm+|no|now|right|look|sure|thanks|thank you|"
    r"before (?:we|i) (?:go on|answer|start)|"
    r"(?:can|could|may) i (?:just )?(?:say|ask)(?: (?:you )?(?:something|that))?|"
    r"first|honestly|actually|by the way|one thing|my question is)\b[,:]? )*"
)
_THANKS = (
    r"(?:[,.]? (?:thanks|thank you|cheers|bye|please|sorry|then|mate|for (?:now|today|the day)|now|here|there|today|"
    r"right (?:here|now|there)))*"
)
_BEFORE_STOP = (
    r"(?:(?:ok(?:ay)?|no|nope|yes|yeah|please|pls|sorry|right|well|so|and|but|actually|look|honestly|hey|now|just|"
    r"all ?right|thanks|thank you|i think|i guess|i'm sorry)[,.!:;]* )*"
)
_END_IT = (
    r"(?:stop|quit|finish|end|leave|wrap)(?: (?:it|this|that|things|up|here|there|at that|for|a|the|day|today|"
    r"talk|chat|conversation|session|asking(?: me)?(?: (?:any more |so many |these |your )?(?:questions|things))?))*"
)
_GO = r"(?:go|leave|run|dash|stop|get going|head off)"
_HAVE_TO_GO = (
    rf"(?:(?:i(?:'ve| have)? |i'll )?(?:have to|got to|gotta|need to|must) {_GO}|gtg|g2g|i'm off|i(?:'m| am) leaving)"
)
_STOP_ASKING = r"stop asking(?: me)?(?: (?:(?:any more |so many |these |your )?questions|things|this|that))?"
_MEANT_TO_STOP = (  # stops also beside other sentences, first or last
    rf"(?:(?:can|could|will|would|shall|should) (?:we|you|i) (?:please |just )*{_END_IT}|"
    rf"we (?:can|could|should) (?:please |just )*{_END_IT}|let's (?:just )?(?:call it a day|{_END_IT})|"
    rf"i(?:'d| would) (?:rather|prefer to|like to|love to) (?:stop|leave|go)(?: (?:it|this))?|"
    r"i want (?:to (?:stop|leave)|out)|i(?:'ll| will|'m going to) (?:stop|leave it)|gotta go|"
    rf"{_HAVE_TO_GO} now|that's (?:all|it|enough) for (?:today|now)|no more questions|"
    r"(?:i(?:'ve| have) had )?enough (?:of (?:this|that|these questions|your questions)|questions|for (?:today|now))|"
    r"(?:i'm|we're|i am|we are) done (?:here|for today|for now|with (?:this|these questions))|leave me alone|"
    r"i (?:don't|do not) want to (?:go on|continue|carry on|(?:do|talk about) this)(?: any ?more| any longer)?|"
    r"i (?:don't|do not) want to answer (?:any more |these |your )?questions)"
)
_WHOLE_MESSAGE = re.compile(
    rf"^\W*{_BEFORE_STOP}(?:(?:stop|quit|exit|end|bye|goodbye|that's (?:all|it|enough)|"
    rf"(?:i'm|we're|i am|we are) (?:done|finished)|stop (?:it|this|now|right now)|{_STOP_ASKING}|{_MEANT_TO_STOP}|"
    rf"{_HAVE_TO_GO}|i (?:want|would like) to (?:go|run)|i(?:'ve| have) had enough|enough|no more|see you|"
    rf"talk (?:to you )?later){_THANKS}|"
    r"(?:ok(?:ay)?|thanks|thank you|cheers)[\w ,]{0,20}\b(?:good)?bye)\W*$",
    re.IGNORECASE,
)
_FIRST_SENTENCE = re.compile(
    rf"^\W*{_BEFORE_STOP}(?:(?:stop(?: (?:it|this|now))?|{_STOP_ASKING}|{_MEANT_TO_STOP}){_THANKS}\W*$|"
    rf"{_HAVE_TO_GO}(?: now)?[,;]? (?:sorry|bye|(?:my|a|the|there's (?:a|my)|i've got (?:a|my)) (?:\w+ ){{0,2}}"
    r"(?:call|meeting|customers?|shift|phone|boss|doctor|appointment|train|kids?)\b))",
    re.IGNORECASE,
)
_LAST_SENTENCE = re.compile(rf"^\W*{_BEFORE_STOP}{_MEANT_TO_STOP}{_THANKS}\W*$", re.IGNORECASE)
_TOLD_ABOUT = re.compile(
    r"^\W*(?:that's (?:what|all) (?:i|we|they|he|she)|(?:i|we|they|he|she|it|nobody|everybody) "
    r"(?:\w+ )?(?:sa(?:y|ys|id)|tell|told|went|goes|shout(?:ed)?)\b)",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(
    r"[.!?,]\s+(?:ok(?:ay)?,? |thanks,? (?:and )?|thank you,? (?:and )?)?(?:good)?bye\W*$|"
    r"^\W*(?:i think )?that(?:'ll| will) do"
    r"(?:[,.]? (?:for (?:now|today)|thanks|thank you|cheers|then|and|(?:good)?bye))*\W*$",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r"\b(what|that|let|how|who|where|it)s\b|\b(don|didn|doesn|isn|can|couldn)t\b|\bi(m|ve)\b", re.I)
_IN_QUOTES = re.compile(r"“[^”]*”|\"[^\"]*\"")
_REPORTED = re.compile(
    r",\s*(?:they|he|she|people|everybody|everyone|somebody|someone)(?: \w+)? (?:say|says|said|ask|asks|asked)\b|"
    r",\s*i (?:asked|wondered)\b|"
    r"\bis (?:what|all) (?:i|we) (?:ever )?(?:hear|get|ask)\b",
    re.IGNORECASE,
)
_TELL = r"(?:(?:can|could|will|would) you )?(?:please )?(?:just )?"
_ENDS = r"(?:,? please)?\W*$"
_WHAT_IS_SAID = (
    r"(?:(?:this|that|it|these|any of (?:this|it))(?: (?:talk|chat|conversation))?\W*$|what i\b|"
    r"my (?:answers|words)\b|(?:our|the) (?:talk|chat|conversation|transcript)\b)"
)
_KEPT = r"(?:private|confidential|recorded|stored|kept|saved|anonymous|safe)"
_NO_MATTER_OF_FACT = (
    r"(?!(?:they|he|she|it|that|this|we|you|wrong|going|happening|stopping|my|our)\b)"  # "what is wrong with them?"
)
_NO_FRAGMENT = (
    r"(?!(?:the|an?|his|her|their|your|its|them|him|these|those|left|missing|next|new|more|worse|best|better|needed|"
    r"clear|up|there|done|true|left|important|hard|difficult|funny|sad|certain|good|bad|not|in|on|to|for)\b)"
)
_FEW_WORDS = (  # a thing, not a clause: "a 30-60-90 plan"
    r"(?:(?!(?:is|are|was|were|i|i'm|they|he|she|we|you|my|our|his|her|their|me|him|them|us|has|have|had|do|does|did|"
    r"don't|that's)\b)[\w'+*/-]+ ?){1,9}"
)
_SENTENCE: tuple[tuple[Request, re.Pattern[str]], ...] = tuple(
    (request, re.compile(rf"^\W*{_SAID_FIRST}(?:{pattern})", re.IGNORECASE))
    for request, pattern in (
        (
            Request.VERDICT,
            rf"(?:{_TELL}(?:give|show|tell|let) (?:me|us) (?:have |see )?(?:the|your|a|my) "
            r"(?:verdict|result|assessment)|(?:can|could|may) i (?:see|have|get) (?:the|your|a|my) "
            r"(?:verdict|result|assessment)|"
            r"what(?:'s| is) (?:the|your|my) (?:verdict|assessment|result|conclusion)|"
            rf"(?:(?:the|your) )?verdict(?: (?:so far|as it stands))?{_ENDS}|"
            r"(?:so )?how (?:are we|am i) doing\W*$|where do(?:es)? (?:we|i|this|that) stand\W*$|"
            r"what (?:do|did) you make of (?:us|me|my team|(?:all )?this|it)\W*$|verdict now\W*$|"
            r"what's your (?:view|opinion|judgement) (?:of|on) (?:us|me|my team|this))",
        ),
        (
            Request.WHY,
            r"(?:why (?:do|are|did|would) you (?:ask|want to know|asking)|"
            r"why (?:are we|all these questions)|how is (?:that|this) relevant|"
            r"why\W*$|why (?:that|this)(?: question)?\W*$|where (?:are you going|is this going)(?: with (?:this|that))?"
            r"\W*$|what(?:'s| is) the point of (?:that|this|your|the) question|"
            r"what(?:'s| has| does) (?:that|this) (?:got |have )?to do with)",
        ),
        (
            Request.UNCLEAR,
            r"(?:what do you mean(?: by (?:that|this))?\W*$|what are you (?:asking|getting at)\b|"
            r"i (?:don't|didn't|do not|did not) (?:understand|get|follow)"
            r"(?: (?:you|that|it|(?:this|that|the|your) (?:question|sentence|word|one)|"
            r"what you (?:mean|are asking)))?\W*$|"
            r"you(?:'ve| have)? lost me\b|what means\b|what does (?:that|this|[\"'“‘][\w ]+[\"'”’]) mean\b|"
            r"(?:that|this|your question) (?:doesn't|does not|makes no) (?:make )?sense(?: to me)?\W*$|"
            r"(?:can|could) you (?:rephrase|repeat|say|put) (?:that|it|the question)|"
            r"not sure what you(?:'re| are| mean))",
        ),
        (
            Request.MISSED,
            r"(?:that(?:'s not| isn't) what i (?:said|meant|mean|asked|came (?:for|about))|"
            r"are you (?:even )?listening\b|"
            r"did you (?:even )?(?:read|hear)\b|"
            r"you (?:don't|do not|never) (?:answer|listen to|read)\b.{0,30}|"
            r"i(?:'ve| have)? (?:already |just )+told you\b.{0,60}|"
            r"i (?:didn't|did not|never) (?:say|said|mean|ask|asked) that(?:\W*$|[,;])|you(?:'re| are) not listening|"
            r"you(?:'ve)? (?:misunderstood|missed (?:the|my) point|got (?:that|me) wrong)|"
            r"you (?:didn't|did not|don't|do not|never|haven't) answer(?:ed)?(?: (?:me|that|my question|the question))?"
            r"\W*$|you(?:'ve)? (?:already|just) asked (?:me )?(?:that|this)|you keep asking\b|"
            r"i(?:'ve| have)? (?:already|just) (?:told|answered|said)\b(?: you)?(?: that)?(?: already)?\W*$|"
            r"(?:that|this)(?:'s| is) (?:a )?(?:stupid|silly|daft|pointless|irrelevant|odd|weird) question|"
            r"(?:stupid|silly|daft|pointless|wrong) question\W*$|"
            r"(?:that|this)(?:'s| is) (?:not relevant|irrelevant|beside the point|not the point)\W*$)",
        ),
        (
            Request.PRIVACY,
            r"(?:(?:does|will|is) (?:this|it|any of (?:this|it)) (?:all )?(?:go(?:ing)?|get|sent|passed on) "
            r"(?:on |back )?to (?:hr|head office|my (?:boss|manager|company)|the (?:company|board)|anyone|anybody)\W*$|"
            rf"who (?:else )?(?:(?:can|will|could|gets to) )?(?:see|read|hear|get)s? {_WHAT_IS_SAID}|"
            rf"(?:is|are) (?:this|it|what i (?:say|type|write)|my answers)(?: (?:talk|chat|conversation|here|being))* "
            rf"{_KEPT}\W*$|"
            r"(?:will|can|does|could) (?:my (?:boss|manager|company)|head office|"
            r"the company|management|hr|anyone|anybody)\b[\w ]{0,20}?\b"
            r"(?:see|read|hear) "
            rf"{_WHAT_IS_SAID}|(?:do|are|will) you (?:keep|keeping|record|recording|store|storing|save|saving) "
            rf"{_WHAT_IS_SAID}|where (?:does|is|do) (?:this|it|what i (?:say|type|write)|my answers)\b(?: all)? "
            r"(?:go|stored|kept|saved)\W*$)",
        ),
        (
            Request.WHO,
            r"(?:who (?:are|r) you\W*$|what are you\W*$|"
            r"(?:are you|is this) (?:really )?(?:a |an )?"
            r"(?:real|human|person|bot|robot|machine|ai|chatbot|computer|chatgpt)\b|"
            r"am i (?:talking|speaking|writing) to (?:a )?(?:real )?(?:human|person|bot|machine|computer)|"
            r"how does this (?:thing |tool |app )?work\W*$|what (?:is|does) this (?:thing|tool|app|program)|"
            r"what can you do(?: for me| here)?\?)",
        ),
        (
            Request.LENGTH,
            r"(?:how long (?:will|does|is|would) (?:this|it|that)(?: (?:talk|chat|going to))?"
            r"(?: (?:take|last|go on|be))?\W*$|"
            r"how (?:much longer|many (?:more )?questions)(?: (?:are (?:there|left)|will (?:this|it|there)\b|"
            r"is this|do you have|have you)[\w ]{0,20})?\W*$|"
            r"are we (?:nearly |almost )?done\W*$|is (?:this|that) the last)",
        ),
        (
            Request.ADVISE,
            rf"(?:{_STOP_ASKING}(?:,? and| -|[,;])? )?(?:(?:if you were (?:me|in my (?:place|shoes|position))|"
            rf"in my (?:place|shoes|position)),? )?{_TELL}(?:just tell me|"
            r"tell me (?:straight|what (?:to do|you'd do|you would do|i should do))|"
            r"i want to know how|what (?:would you|should i|do i|can i) (?:do|say|try)\b|"
            r"what (?:do|would) you (?:suggest|recommend|advise)|what do you think(?: i should (?:do|say|try)\b|\W*$)|"
            r"how would you (?:handle|go about|do|deal|approach|tackle)\b|"
            r"i (?:need|want|would like) (?:some |your )?advice|i'd like (?:some |your )?advice|"
            r"give me (?:some |your |a )?(?:advice|straight answer|ideas?|tips?)|"
            r"(?:(?:do you have|have you(?: got)?|got) )?any (?:advice|tips|suggestions|ideas)"
            r"(?: (?:on|for|about|how|please)\b|\W*$)|"
            r"how (?:do|can|would|should) i (?:get|make|stop|start|bring|teach|"
            r"motivate|handle|deal|help|find|keep|build|develop|give|let|tell|hire|recruit|promote|coach|lead)\b|"
            r"what(?:'s| is| would be) your (?:advice|suggestion|recommendation|tip|take)\b|"
            r"how (?:often|much|many|long|soon|early|far|detailed|big|late) should (?:i|we)\b.{3,140}|"
            r"should (?:i|we) .{3,140}\?)",
        ),
        (
            Request.EXPLAIN,
            rf"(?:what(?:'s| is| are) {_NO_MATTER_OF_FACT}(?:(?:a|an|the)?\b.{{3,140}}\?|"
            rf"(?:an? (?!(?:mess|shame|pity|joke|nightmare)\b)|"
            r"the (?:difference|meaning|definition|purpose|best way|right way|idea behind) |"
            rf"(?!the ){_NO_FRAGMENT}){_FEW_WORDS}{_ENDS})|what does .{{3,140}} mean|"
            r"how does (?!(?:he|she|it|that|this|anyone|anybody)\b).{3,140}\?|"
            rf"how (?:does|do) (?!(?:he|she|it|that|this|anyone|anybody|they|we|i|you)\b){_FEW_WORDS} work{_ENDS}|"
            r"how (?:often|much|many|long|soon|early|far) should (?!(?:they|he|she|it|that|this)\b).{3,140}\?|"
            r"is it (?:really )?(?:normal|usual|common|ok(?:ay)?|typical|a (?:good|bad) idea)"
            r"(?:\W*$| (?:that|to|for|if|when)\b.{3,140}\?)|"
            r"am i (?:(?:too|being|wrong|really|just)\b.{3,140}\?|an? (?:\w+ ){0,2}(?:manager|leader|boss|coach)\W*$)|"
            r"(?:can|could|would|will) you (?:please )?(?:explain|define|tell me (?:what|more|about|how|something))|"
            r"(?:please )?tell me (?:more |something )?about (?!(?:it|them|him|her)\b)|what do you mean by|"
            rf"define (?:what )?{_NO_FRAGMENT}(?!(?:roles|goals|tasks|targets|limits|responsibilities|expectations)\b)"
            rf"{_FEW_WORDS}{_ENDS}|"
            r"explain (?:to me |what |how |the |[\w-]+\W*$)|do you think .{3,140}\?)",
        ),
    )
)
_AIM = re.compile(
    r"\b(?:i(?:'d| would)? (?:\w+ ){0,2}(?:want|need|like|hope|wish|love)|help(?:ing)? me|how (?:do|can|should|could) "
    r"(?:i|we)|how to|figure out|work out|understand|get better|be clear|clearer|whether|know (?:how|what|if)|"
    r"should (?:i|we)|advice|ideas|stop being|tr(?:y|ying) to|struggl\w+|stuck|not sure (?:how|what|if|whether)|"
    r"don't know (?:how|what|if|whether))\b",
    re.IGNORECASE,
)
_SAYS_WHAT = re.compile(
    r"\b(?:how (?:do|can|could|should|would) (?:i|we)|want to know how|(?<!what )should (?:i|we)|"
    r"advice (?:on|about|for)|tips (?:on|about|for)|ideas (?:on|about|for))(?: \w+){2}",
    re.IGNORECASE,
)
_AT_A_LOSS = re.compile(
    r"\b(?:i (?:really |just |honestly )*(?:don't|do not|dont) (?:really |even )*know (?:what|how|where) "
    r"(?:else )?(?:to|i)\b|i'm (?:really |a bit |completely )*(?:stuck|at a loss|out of ideas|lost)\b|"
    r"no (?:idea|clue) (?:what|how|where) (?:to|i)\b|at my wits'? end)",
    re.IGNORECASE,
)
_CLEARLY = (
    r"(?=\W*$|[,.!;:]|\s+(?:by me|thanks|thank you|cheers|please|then|now|today|yet|here|for (?:now|today)|sorry|"
    r"i|i'm|i'd|i'll|let's|we|you|it's|that's|that would|do|show|go|carry|not|no|yes|and|but|really|very|quite|"
    r"helpful|useful|good|great|lovely)\b|\s+[–—-])"
)
_YES = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|sure|ok(?:ay)?|please|go (?:on|ahead)|of course|definitely|absolutely|why not|"
    r"carry on|continue|keep going|let's (?:go on|continue|carry on|see|do (?:it|that))|show me|"
    r"i'd like (?:that|to see it)|that would (?:help|be (?:good|great|useful))|it is|useful|fine|all ?right)\b"
    + _CLEARLY,
    re.IGNORECASE,
)
_NO = re.compile(
    r"^\W*(?:no|nope|nah|not (?:really|now|today|yet|useful|much|helpful)|(?:i'd |i would )?rather not|leave it|later|"
    r"another (?:day|time)|maybe (?:later|another (?:day|time))|stop|enough|it isn't|it's not|no thanks)\b" + _CLEARLY,
    re.IGNORECASE,
)
_GO_ON = re.compile(
    r"\b(?:go on|carry on|continue|keep going|go ahead|let's (?:go on|talk|do this)|i'm (?:ok|okay|fine|alright|good)|"
    r"back to|get on with)\b",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall| can| could|'d| would|'m going to| am going to| plan to| want to| intend to)\b|"
    r"\blet me\b|^\W*(?:maybe )?(?:ask|talk|tell|give|let|try|start|stop|sit down|write|ring|call|meet|speak|have|"
    r"asking|talking|telling|giving|letting|trying|starting|stopping|sitting|writing|ringing|calling|meeting|"
    r"speaking|having)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"^\W*(?:(?:they|we|it|he|she|there|nobody|everybody|everyone|people|the|my|our|this|that|some|most|all)\b|"
    r"i (?:was|am|had|have|did|told|said|don't|do)\b|i'm\b(?! going to))",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"^\W*(?:no\b(?! more)|nope|nah|none|not (?:now|yet|sure|really)|nothing)", re.IGNORECASE)
_DEED = (
    r"(?:ask|begin|start|stop|talk|tell|speak|call|ring|meet|sit|let|leave|give|hand|write|try|show|invite|put|take|"
    r"go|keep|hold|bring|send|book|arrange|set|step|wait|shut|answer|pass|say|find|make|walk|visit|do)\b"
)
_COMMITS = re.compile(
    rf"\b(?:i|we)(?:'ll| will|'m going to| am going to|'re going to) (?!be\b|have\b|like\b|need|never\b|not\b)\w+|"
    rf"\bi (?:could|would)(?: just| simply| first)? {_DEED}|\bi'd like to {_DEED}|\blet me {_DEED}",
    re.IGNORECASE,
)
_INWARD = re.compile(
    r"\bi (?:thought|asked myself|wonder(?:ed)?),? why (?:did|do|am|was) i\b|\bit was me\b|"
    r"\bi(?:'m| am)? (?:getting|got|a bit|feeling|feel)(?: a bit| quite| so)? (?:upset|emotional|sad|tearful)\b|"
    r"\b(?:makes|made) me (?:sad|angry|think|cry|ashamed|proud)\b|\bi only (?:thought of|saw|see) that (?:just )?now\b|"
    r"\bi never (?:told|asked|thanked) (?:her|him|them)\b|\bi could (?:cry|have cried)\b|\bi miss (?:it|that|them)\b|"
    r"\bi (?:think |guess |suppose )?i (?:(?:really|just|kind of|quite) )?(?:like|enjoy|love|hate|fear|need)\b|"
    r"\bi(?:'ve| have| only| never| just)? (?:now |just )?(?:reali[sz]ed?|noticed)\b|"
    r"\b(?:that|this|it) (?:really )?(?:hit me|hits me|hurts?|scares me|scared me|stings|stung|shames me)\b|"
    r"\bi never (?:saw|noticed|looked at) (?:it|that)\b|\bi(?:'m| am) (?:the (?:problem|bottleneck|one who)|part of)\b|"
    r"\b(?:maybe|perhaps|so|probably) (?:it's|it is) me\b|"
    r"\bi(?:'m| am| feel| felt| was) (?:a bit |so |very |really )?"
    r"(?:afraid|scared|proud|ashamed|guilty|lonely|sad|relieved|uncomfortable|embarrassed|torn)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat)\b|today|tonight|"
    r"tomorrow|(?:this|next|the) (?:week|month|afternoon|evening|morning|shift|weekend|one-to-one|meeting|huddle)|"
    r"(?:by|before|on|in|within|at) (?:the )?(?:end of|\d|a (?:week|month|day|fortnight)|two|three|ten|next|lunch)|"
    r"\d{1,2}(?:st|nd|rd|th)|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_HOLLOW = re.compile(
    r"^\W*((ok(ay)?|yes|yeah|yep|no|nope|nah|dunno|(i )?(really |honestly |just )*don't (really |actually )?know|"
    r"(i'm )?not (really |too |so )?sure|idk|maybe|fine|sure|whatever|(i |i really )?(can't|couldn't) (really )?"
    r"(say|tell)|(it's |that's )?(hard|difficult) to (say|tell)|(i've )?(no|not a) (clue|idea)|who knows|beats me|"
    r"hm+|right|i guess( so)?|nothing|next|k|same|good|thanks|hi|hello|hey|good (morning|afternoon|evening)|"
    r"it depends|(there'?s )?(not|nothing) much( to (say|tell|add))?|"
    r"pass|don't care|not really|kind of|sort of|so so|meh|cool|great|lol|what|huh|skip|nvm|n/?a|"
    r"tbh|really|honestly|to be honest|sorry|i'm afraid)(\W+|$)){1,4}$",
    re.IGNORECASE,
)


def request_of(text: str) -> Request | None:
    """Return what the manager asks of the coach in this message, if anything; a later sentence counts first."""
    said = _with_apostrophes(text.strip())
    if _WHOLE_MESSAGE.search(said) or _LAST_WORD.search(said):
        return Request.STOP
    sentences = re.split(r"(?<=[.!?])\s+|\n+", _IN_QUOTES.sub(" … ", said))
    if _LAST_SENTENCE.search(sentences[-1]):
        return Request.STOP
    for sentence in reversed(sentences):
        if _REPORTED.search(sentence):
            continue
        for request, pattern in _SENTENCE:
            if pattern.search(sentence):
                return request
    told_about = len(sentences) > 1 and _TOLD_ABOUT.search(sentences[1])
    return Request.STOP if _FIRST_SENTENCE.search(sentences[0]) and not told_about else None


def _with_apostrophes(text: str) -> str:
    """Return text with every apostrophe straight, and those that were left out ("whats", "dont") put in."""

    def mended(found: re.Match[str]) -> str:
        word = found[0]
        return f"{word[0]}'{word[1:]}" if found[3] else f"{word[:-1]}'{word[-1]}"

    return _LEFT_OUT.sub(mended, straight(text))


def agrees(text: str) -> bool | None:
    """Say whether an offer is taken (True) or turned down (False); None where the reply says neither."""
    said = straight(text)
    if _NO.search(said):
        return False
    return True if _YES.search(said) else None


def goes_on(text: str) -> bool:
    """Say whether somebody who was offered a pause would rather go on."""
    return bool(_GO_ON.search(straight(text)))


def names_aim(text: str) -> bool:
    """Say whether somebody says what they want from a talk, or what they want to know."""
    return bool(_AIM.search(straight(text)))


def says_what(text: str) -> bool:
    """Say whether a request for advice says what it is about ("how do I get them to decide?"), so may be a goal."""
    return bool(_SAYS_WHAT.search(straight(text)))


def is_at_a_loss(text: str) -> bool:
    """Say whether somebody says that they do not know what to do."""
    return bool(_AT_A_LOSS.search(straight(text)))


def says_step(text: str) -> bool:
    """Say whether some words say what will be done, or when."""
    return bool(_STEP.search(straight(text))) or names_day(text)


def may_be_step(text: str) -> bool:
    """Say whether an answer to the question about a step names one.

    It is neither empty, a request nor a refusal, and says what will be done, or at least is no account of
    how things are: "Both of them, together".
    """
    said = straight(text)
    if is_hollow(text) or request_of(text) is not None or _REFUSED.match(said) or is_at_a_loss(text):
        return False
    return says_step(text) or not _ACCOUNT.match(said)


def commits(text: str) -> bool:
    """Say whether somebody says, unasked, what they are going to do: firmer than `may_be_step`."""
    return bool(_COMMITS.search(straight(text)))


def turns_inward(text: str) -> bool:
    """Say whether somebody has just seen or felt something about themselves."""
    return bool(_INWARD.search(straight(text)))


def names_day(text: str) -> bool:
    """Say whether a day or date is named."""
    return bool(_DAY.search(straight(text)))


def is_hollow(text: str) -> bool:
    """Say whether a reply carries nothing to go on ("ok", "dunno")."""
    return bool(_HOLLOW.match(_with_apostrophes(text.strip()))) or not any(character.isalnum() for character in text)
