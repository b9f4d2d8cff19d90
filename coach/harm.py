"""Disclosures of harm: what coaching must stop for, heard by its wording. Pure.

It errs towards speech about people: "I hit my target" and "this quarter is killing me" must pass. Words
that harm nobody ("career suicide", "the harassment policy") are struck out before the harms are looked
for. It knows nothing of what is then said; the bank has those words.
"""

import re
from enum import StrEnum

from coach.conversation import straight


class Harm(StrEnum):
    """What stops the coaching for a turn; the first that is heard, in this order, counts."""

    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    HARASSMENT = "harassment"
    DISCRIMINATION = "discrimination"
    EXHAUSTION = "exhaustion"


def _after(who: str, *deeds: str) -> str:
    """Return the pattern of any of these deeds by them; one search for who did it, not one for each deed."""
    return rf"{who}(?:{'|'.join(deeds)})"


# People, as the subject or the object of what is done.
_NAME = r"(?-i:(?!(?:It|Th(?:is|at|e|ese|en)|Wh(?:at|ich|en)|And|But|So|We|You|Nobody|If)\b)[A-Z][a-z]+)"
_ROLE = (
    r"(?:(?:co-?worker|colleague|nurse|doctor|driver|guy|bloke|lad|boy|girl|kid|child|member|employee|worker|"
    r"apprentice|trainee|intern|assistant|secretary|receptionist|deputy|manager|supervisor|director|boss|oga|chef|"
    r"cook|waiter|waitress|barman|customer|client|patient|guest|visitor|supplier|engineer|developer|analyst|lead|"
    r"designer|teacher|student|report|friend|brother|sister|cleaner|guard|cashier|picker|temp|junior|senior|"
    r"graduate|operator|mechanic|carer|vp|ceo|owner|founder|teammate|agent|technician|recruit|passenger)s?|"
    r"(?:fore|sales|crafts)?(?:wo)?m[ae]n|staff|people|(?:new|old|other|young) ones?)"
)
_THE = r"(?:an?|the|my|our|his|her|their|your|that|this|another|some|one|two|three|several)"
_OF = r"(?:one|two|three|four|some|half|most|both|another) of (?:(?:my|the|our|his|her|their) \w+|them|us)"
_HER = (
    r"her(?=\W*$|\W*[.,;:!?\n]| (?:in|at|on|with|after|when|and|again|yesterday|last|this|so|because|hard|for|"
    r"by|up|every|once|twice|down|into|against|while|if|before|or|but|over|to|off|all|most|badly|like|as)\b)"
)
_SOMEONE = rf"(?:him|them|me|us|some(?:one|body)|{_OF}|{_THE} (?:\w+ )?{_ROLE}|{_NAME}|{_HER})\b"
_WHO = rf"(?:s?he|they|who|some(?:one|body)|{_OF}|{_THE} (?:\w+ )?{_ROLE}|{_NAME})"
_LOVED = (
    r"(?:husband|wife|partner|spouse|boyfriend|girlfriend|fianc[eé]e?|ex|(?:step-?|grand)?(?:father|mother|dad|"
    r"mum|mom)|parents|kids?|child(?:ren)?|son|daughter|baby|toddler|little (?:one|boy|girl)|uncle|in-laws)"
)

# What comes between a person and a deed.
_SOFTLY = (
    r"(?:(?:just|really|so|very|completely|totally|utterly|absolutely|nearly|almost|already|actually|still|always|"
    r"often|sometimes|even|literally|then|also|all|been|being|started|simply|seriously|constantly|clearly|"
    r"slowly|quite|physically|mentally|emotionally|feeling|having|keeps?|kept|keeping|once|twice|now|getting|"
    r"about to|going to|gonna|tried to|trying to|want to|wanted to|wanting to|wants to) ){0,4}"
)
_I = rf"i(?:'m|'ve|'d|'ll| am| was| have| had| will| feel| felt| get| got| did)? {_SOFTLY}"
_THEY = rf"{_WHO}(?:'s|'ve|'re|'d| is| are| was| were| has| have| had| looks?| seems?| feels?| got)? {_SOFTLY}"
_CANT = r"(?:can't|cannot|can not|cant|couldn't|could not)"
_DONT = r"(?:don't|do not|dont|doesn't|does not|didn't|did not|no longer|never)"
_WONT = rf"(?:won't|wouldn't|(?:will|would) (?:not|never)|refuse[sd]? to|avoid|stopped|(?:try )?not to|{_DONT})"
_END = r"(?=\W*$|\W*[.,;:!?\n]| and\b| but\b| because\b)"
_ANY_MORE = r"(?:any ?more|any ?longer|like this)"
_GAP = r"[^.!?\n]"

# Deeds and words.
_BLOW = (
    r"(?:(?:punch|slapp?|shov|kick|chok|strangl|head-?butt|assault|stabb?|smack|thump|attack)(?:e?s|ed|ing|e)?|"
    r"hit(?:s|ting)?|beat(?:s|ing)?(?: up)|beats|beating|sp[ai]ts? (?:at|on)|bit|raped|caned)"
)
_BEATEN = (
    r"(?:punched|slapped|kicked|choked|strangled|head-?butted|assaulted|stabbed|smacked|beaten up|raped|knifed|"
    r"spat (?:at|on)|attacked (?:by|at|on|with|outside)|hit (?:in|on) the (?:face|head|mouth))"
)
_FATAL = r"(?:kill(?! for| it| the| off)|shoot|stab|hurt|harm|beat|strangle|murder|punch|smash|burn)"
_HURTS = rf"(?:{_BLOW}|beat|hurt(?:s|ing)?|abus(?:es?|ed|ing)|threaten(?:s|ed|ing)?|shake|shook)"
_HELD = r"(?:the|his|her|their|my) (?:throat|neck|collar|hair|arm|wrist|shirt|shoulders|ear|scruff)"
_BONE = r"(?:his|her|their|my|your|\w+'s) (?:nose|jaw|teeth|ribs|face|neck|legs)"
_THING = (
    r"(?:stapler|mug|cup|phone|chair|pan|pot|plate|tray|bottle|glass|tool|hammer|spanner|laptop|keyboard|book|"
    r"file|folder|brick|stone|shoe|box|knife|keys|punch|stool|coffee|oil|water|acid|something|things|stuff)"
)
_ARM = r"(?:an?|his|her) (?:\w+ )?(?:knife|gun|machete|cutlass|blade|pistol|weapon|hammer|bat|razor|axe)\b"
_STICK = rf"(?:an?|the|his|her|my|both) (?:\w+ ){{0,2}}(?:{_THING}|fists?|hands?|belt|stick|pipe|hose|cane)\b"
_WALL = r"(?:up )?(?:up against|down the|against|to the (?:floor|ground)|into the (?:wall|door|rack\w*))"
_BODY = r"(?:legs?|knee|thigh|waist|bum|bottom|arse|ass|backside|breasts?|boobs?|chest|skirt|lower back|hips?)\b"
_OWNED = r"(?:my|her|his|their|\w+'s)"
_ABOUT_LOOKS = rf"(?:comments?|jokes?|remarks?) (?:about|on) {_OWNED} (?:body|looks|figure|clothes|dress|{_BODY})"
_LEWD = (
    r"(?:nudes|(?:explicit|dirty|sexual|nude|naked|lewd|obscene|inappropriate|intimate|porn\w*|dick) "
    r"(?:pic(?:ture)?s?|photos?|images?|messages?|texts?|videos?|selfies?|stuff|things|jokes|comments|remarks)|"
    r"(?:pictures?|photos?|messages?|texts?) (?:that )?(?:i|he|she) shouldn't)"
)
_SEND = r"(?:send|sends|sent|sending|texts?|texted|texting|messag(?:es?|ed|ing)) (?:\w+ ){1,3}"
_BAD = r"(?:burn-?out|stress|exhaustion|anxiety|depression|nerves|a breakdown)"
_WORN = (
    r"(?:burn(?:ed|t)[- ]?out|burning (?:\w+sel\w+ )?out|at (?:\w+ )?breaking point|falling apart|breaking down|"
    r"(?:at|near) the end of \w+ (?:tether|rope|strength)|close to (?:a )?(?:collapse|breakdown|collapsing)|"
    r"on the (?:edge|verge|brink) of (?:an? )?(?:\w+ )?(?:breakdown|burn-?out|collapse)|"
    r"(?:emotionally|mentally|physically) (?:drained|exhausted|spent|finished|broken)|depressed(?! about| by| at))"
)
_CRYING = (
    r"(?:br(?:eak|eaks|eaking|oke|oken) down (?:crying|in tears|sobbing)|"
    r"(?:cry|cries|cried|crying|weeps?|wept|weeping|sobbed|sobbing|in tears) (?:every|most|myself|for (?:an )?"
    r"hours?|(?:at|in) (?:\w+ )?(?:desk|car|van|toilets?|loo|bathroom|shower|stock ?room|stairwell)))"
)
_FAILING = (
    rf"(?:{_CANT}|don't think (?:i|s?he) can) (?:go on{_END}|cope{_END}|cope with (?:it|this|life|everything)|"
    rf"(?:go on|cope|keep going|take (?:it|this)|bear (?:it|this)|carry on) {_ANY_MORE}|take much more|"
    r"stop (?:crying|shaking)|get out of bed)"
)
_BREAKDOWN = r"(?:an?|some sort of) (?:\w+ )?breakdown(?! of| by| in the| on the (?:road|motorway|m\d)| service)"
_SLEEPLESS = r"(?:haven't|hasn't|have not|has not|not|barely|hardly) (?:really )?slept(?: \w+)? (?:in|for|since) "
_GROUP = (
    r"(?:wom[ae]n|girls|females|ladies|mothers|mums|blacks?|black \w+|asians?|indians?|africans?|nigerians?|poles|"
    r"pakistanis?|romanians?|arabs?|chinese|gypsies|travellers|igbos?|yorubas?|hausas?|dalits?|low(?:er)? castes?|"
    r"immigrants|foreigners|refugees|muslims?|jews|jewish \w+|christians|hindus|gays?|lesbians?|trans \w+|"
    r"disabled \w+|older (?:people|workers|staff)|old people|(?:over|above|past)[- ](?:\d0s?|fift\w+|sixt\w+)|"
    r"pregnant \w+|(?:foreign|african|muslim|asian|polish|ethnic) names?|an accent)\b(?! only\b| just\b)"
)
_HIRE = r"(?:(?:hir|promot|tak|employ|interview|putt?)(?:es?|s|ing)?(?: on)?)"
_BIN = r"(?:bin(?:s|ned)?|rejects?|skips?|throws? (?:away|out)|filters?(?: out)?)"
_TRAIT = (
    r"(?:pregnan\w*|expecting(?=\W*$|[.,;]| a)|maternity|race|skin|religion|caste|tribe|gay|lesbian|trans|black|"
    r"asian|muslim|jewish|hijab|a woman|a mother|gender|(?:her|his|my|their|of) age|"
    r"(?:too|so) old|disab\w*|wheelchair|accent|came out)\b"
)
_OUST = (
    r"(?:passed (?:\w+ )?over|sacked|fired|dismissed|paid less|demoted|turned (?:\w+ )?down|rejected|"
    r"denied|moved aside|"
    r"treated (?:differently|worse)|laid off|pushed (?:\w+ )?out|let \w+ go|got rid of)"
)
_AS = rf"{_GAP}{{0,25}}\b(?:because|due to|for (?:being|her|his|my)|when|after|as soon as|once) {_GAP}{{0,30}}\b"
_ISM = r"(?<!anti-)(?:racis[tm]|racial(?:ly)? abuse\w*|sexis[tm]|casteis[tm]|(?:homo|trans)phobi\w+|antisemiti\w+)"

# Wording that harms nobody, struck out before anything else is looked for.
_ILL = r"(?:abuse|violence|bullying|harassment|discrimination|racism|burn-?out|suicide)"
_LESSON = r"(?:training|polic(?:y|ies)|courses?|workshops?|modules?|laws?|procedures?|books?)"
_HARMLESS = (
    r"(?:career|professional|political|commercial|financial|brand|social|would be|'d be|pure|sheer) suicide",
    r"suicide (?:prevention|mission|squad|hotline|poster)",
    r"suicidal (?:pric\w+|move|plan|decision|deadline|timeline|strategy|idea|discount\w*)",
    r"overdos\w+ (?:on|of) (?:coffee|caffeine|meetings|slides|sugar|powerpoint)",
    r"killing \w+sel(?:f|ves) (?:laughing|trying|working|over|for|to\b)",
    r"(?:hurt|cut)(?:ting)? \w+self (?:shaving|playing|lifting|some slack|short|off|out|on (?!purpose)|at)\b",
    r"(?:back|return\w*) (?:after|from) (?:\w+ )?maternity|after maternity cover",
    r"(?:die|dead|death) (?:of|from) (?:embarrassment|shame|boredom|laugh\w+)",
    rf"(?:{_ILL} (?:and|or|&) )?{_ILL} (?:awareness |prevention )?{_LESSON}",
    rf"{_LESSON} (?:on|about|against) (?:\w+ ){{0,2}}{_ILL}(?: and {_ILL})?",
    rf"(?:nobody|no one|none of \w+|isn't|aren't) (?:\w+ ){{0,3}}(?:discriminated|harassed|bullied|abused|{_ISM})",
    rf"(?:no|zero|tolerates?|against|prevents?|avoid) (?:any )?(?:{_ILL}|{_ISM})",
    r"bull(?:y|ied|ying) (?:\w+ )?into\b|(?:never|didn't|not|don't) (?:hit|punch|slap|kick|bully|touch)\w* ",
    rf"(?:hits?|slapped|attacked) \w+ (?:up for|up with|with (?!{_ARM}|{_STICK}))",
    r"attacked \w+ (?:in (?:the|a|our) (?:\w+ )?(?:meeting|review|press|call)|on social|for|over|about)\b",
    r"stab\w* (?:\w+ ){0,2}in the back|grab\w* (?:\w+ ){1,3}for (?:an?|five|ten|two|the|lunch|coffee)\b",
    r"kick\w* (?:\w+ ){1,2}(?:off|out|around|upstairs|into (?:touch|shape|gear|action)|under)\b",
    r"shov\w* (?:\w+ )?(?:\w+ (?:into|out of) (?:\w+ )?(?:role|job|position|project|management)|report|paper)\b",
    r"(?:beats?|beating) (?:\w+ ){1,2}(?:to|at|by|in|on)\b|beat(?:en|ing|s)? (?:\w+ )?up (?:over|about|on)\b",
    rf"(?:died|dying|death|funeral|passed away|cancer)\b{_GAP}{{0,60}}(?:in tears|down|cry|cries|cried|crying)\b",
    rf"(?:in tears|cry|cries|cried|crying)\b{_GAP}{{0,60}}(?:died|dying|death|funeral|passed away|laughter|joy)\b",
)

_OWN: dict[Harm, tuple[str, ...]] = {
    Harm.SELF_HARM: (
        r"(?:kill|hurt|harm|hang|cut|drown)(?:ed|t?ing)? myself\b|danger to myself|slit my wrists",
        r"(?:end|ending|take|taking) (?:it all|my (?:own )?life)\b|my life (?:is not|isn't|is no longer) worth",
        _after(
            _I,
            rf"(?:think|thinking|thought) (?:\w+ )?(?:of|about) (?:suicide|dying|ending it{_END}|not being alive)",
            r"(?:die|be dead|not be (?:here|alive)|not wake up|never wake up)\b",
            r"suicidal|self[- ]harm\w*|overdosed|attempted suicide|consider(?:ed|ing) suicide",
            r"(?:have |keep |took |taken )?(?:having )?(?:an |the |these |some )?(?:overdose|suicidal)",
        ),
        r"i (?:\w+ )?(?:wish|hope|pray) (?:that )?i (?:(?:was|were) (?:dead|not here)|\w+(?:'t| not)? wake up)",
        rf"i (?:\w+ )?{_DONT} want to (?:(?:live|exist|be here|go on) {_ANY_MORE}|be alive|wake up|go on living)",
        rf"i (?:\w+ )?{_DONT} want to live{_END}|nothing (?:left )?to live for",
        r"(?:reason|point|will|sense) (?:to|in|left to) (?:go(?:ing)? on living|liv(?:e|ing)|be(?:ing)? alive)\b",
        r"(?:pills|tablets|rope|razor) (?:in my (?:hands?|lap|pocket)|ready)\b|planning how i'd (?:do it|die)",
        r"(?:about|of) (?:jump|stepp|driv)ing (?:\w+ )?(?:in front of|off|into) (?:a|the) (?:train|bus|bridge)",
        r"(?:better off|happier) (?:without me(?! as| in)|if i (?:was|were|wasn't) (?:dead|gone|here|around))",
    ),
    Harm.VIOLENCE: (
        _after(
            _I,
            rf"{_BLOW} (?!(?:my|our) (?:own )?{_LOVED}\b){_SOMEONE}",
            rf"(?:grabbed|took|had|held) {_SOMEONE} (?:hard )?by {_HELD}",
            rf"(?:threw|thrown|chucked|hurled) (?:\w+ ){{0,2}}{_THING} (?:\w+ ){{0,2}}at {_SOMEONE}",
            rf"(?:push|pushed|threw|slammed) {_SOMEONE} {_WALL}",
            rf"(?:gave|give) {_SOMEONE} (?:\w+ )?(?:slaps?|beating|kicking|black eye|thrashing)",
            rf"(?:{_FATAL} (?:him|them|some(?:one|body)|{_HER})|break {_BONE})",
        ),
        r"i (?:lost|went|got|turned|walked|flipped|snapped|saw|ran|came) (?:[\w']+ ){0,6}(?:and|then) (?:just )?"
        rf"(?:(?:hit|punched|slapped|shoved|kicked|choked) {_SOMEONE}|(?:pushed|threw) {_SOMEONE} {_WALL})",
    ),
    Harm.ABUSE: (rf"{_I}{_HURTS} (?:my|our) (?:own )?(?:\w+ )?{_LOVED}\b|i (?:scream|yell) at \w+ \w+ until",),
    Harm.HARASSMENT: (
        _after(
            _I,
            rf"(?:touch|grop|kiss|fondl)(?:ed|ing) {_SOMEONE}|(?:touched|groped|grabbed|pinched) {_OWNED} {_BODY}",
            rf"grabbed (?:her|him|them|one of (?:the|my|our) (?:girls|women|staff|waitresses)){_END}",
            rf"(?:put|putting|slid) my (?:hands?|arms?) (?:on|up|down|round|around) {_OWNED} {_BODY}",
            rf"(?:make|made|making) (?:\w+ )?{_ABOUT_LOOKS}|{_SEND}{_LEWD}",
            rf"(?:made a pass at|came on to|hit(?:ting)? on|tried it on with) {_SOMEONE}",
            r"asking (?:her|him|my \w+) out(?! to\b| on\b| for (?!drinks|a drink|dinner|a date))",
            rf"(?:slept|sleeping) with (?:an?|my|one of|our|the) (?:\w+ )?{_ROLE}\b",
            rf"(?:bully|bullied|bullying|harass(?:ed|ing)?|stalk(?:ed|ing)?|molested) {_SOMEONE}",
        ),
    ),
    Harm.DISCRIMINATION: (
        _after(
            r"(?:i|we)(?:'d|'ve| would| have| had)? (?:just )?",
            rf"(?:(?:{_WONT}|not) {_HIRE}|{_BIN}) {_GAP}{{0,25}}\b{_GROUP}",
            rf"(?:don't|never|didn't) want (?:any )?{_GROUP}(?! to)|discriminat\w+ against",
            rf"(?:pay|paid) (?:the |our )?{_GROUP} less|{_OUST} {_AS}{_TRAIT}",
            rf"(?:made|make|told|tell|said) (?:\w+ ){{0,2}}{_ISM}",
        ),
    ),
    Harm.EXHAUSTION: (
        r"\bso (tired|exhausted|worn out)( that)? i (cried|broke down|could cry|can't stand up)\b",
        _after(
            _I,
            rf"(?:have )?(?:{_WORN}|{_CRYING}|{_BREAKDOWN}|(?:an? )?panic attacks?)|{_FAILING}|{_SLEEPLESS}",
            rf"{_CANT} (?:do (?:it|this) {_ANY_MORE}|sleep{_END}|sleep {_ANY_MORE}|face another)",
            rf"(?:got )?nothing left(?:{_END}| to give| in me| in the tank| inside)|running on (?:empty|fumes)",
            rf"(?:signed off|off) (?:sick |work )?(?:with|for) {_BAD}|collapsed (?:at|from|in)\b",
        ),
        rf"signed me off (?:sick |work )?(?:with|for) {_BAD}",
    ),
}

_OTHERS: dict[Harm, tuple[str, ...]] = {
    Harm.SELF_HARM: (
        r"(?:kill|cut|hang|harm|drown|poison|shoot)(?:s|ed|ting|ing)? (?:him|her|them)sel(?:f|ves)\b",
        r"(?:hung|shot|drowned) (?:him|her)self(?! in)|slit (?:his|her) wrists",
        r"(?:cuts|scars) on (?:his|her|their) (?:arm|wrist)s?",
        r"hurt(?:s|ing)? (?:him|her|them)sel(?:f|ves) (?:on purpose|deliberately|again)|to hurt (?:him|her)self",
        r"(?:end(?:s|ed|ing)?|took|tak(?:e|en|ing)) (?:his|her|their) (?:own )?li(?:fe|ves)\b(?! in \w+ hands)",
        r"want(?:s|ed|ing)? to (?:die|be dead|end it(?: all)?|not be here)\b(?! of| with)",
        rf"(?:s?he|who|they|{_NAME}) {_DONT} want to (?:(?:live|be here|go on) {_ANY_MORE}|live{_END}|be alive)",
        r"(?:s?he|they) wish(?:es|ed)? (?:s?he|they) (?:was|were) dead|life (?:is not|isn't|wasn't) worth living",
        r"suicide|suicidal|self[- ]?harm(?:s|ed|ing)?|overdos(?:e|ed|es)",
    ),
    Harm.VIOLENCE: (
        _after(
            _THEY,
            rf"{_BLOW} {_SOMEONE}|(?:grabbed|grabs|took|had|held) {_SOMEONE} (?:\w+ )?by {_HELD}",
            rf"(?:pushed|threw|slammed) {_SOMEONE} {_WALL}|spat in \w+(?:'s)? face",
        ),
        rf"(?:and|then) (?:just )?(?:hit|punched|slapped|shoved|choked|head-?butted|stabbed) {_SOMEONE}",
        rf"(?:got|was|were|being|been|gets?) (?:\w+ )?{_BEATEN}|(?:was|got|were) hit by {_SOMEONE}",
        rf"(?:threw|throws|thrown|chucked|hurled) {_GAP}{{0,20}}\b{_THING} (?:\w+ ){{0,2}}at {_SOMEONE}",
        rf"(?:pull|pulled|drew|waved|brought|bring|brings|came in with|held|carries|carrying) {_ARM}",
        rf"(?:threatened|came at|went for|attacked|lunged at) {_GAP}{{1,30}} with {_ARM}",
        rf"threaten(?:s|ed|ing)? to {_FATAL}\b|physically (?:attacked|assaulted|threatened)",
        rf"(?:sa(?:id|ys)|swore|told \w+) (?:that )?(?:s?he|they)(?:'d|'ll| would| will| wants? to) {_FATAL} "
        rf"(?:him|her|them|me|us|the lot|every|people|some|{_NAME})",
        rf"came to blows|fist ?fight|punch-up|threw punches|broke {_BONE}|got {_BONE} (?:broken|smashed)",
    ),
    Harm.ABUSE: (
        rf"{_LOVED}(?:'s| has| had| is| was)? {_SOFTLY}{_HURTS} (?:her|him|me|them|us|(?:my|his|the) \w+)\b",
        r"(?:domestic|child|sexual) (?:abuse|violence)|(?:is|was|being|been|gets) (?:\w+ )?abused\b",
        rf"{_LOVED} {_GAP}{{0,30}}\b(?:won't|doesn't|never|does not) (?:let|allow) "
        r"(?:her|him|me) (?:to )?(?:see|leave|have|go|talk|meet|use|out)\b",
        rf"{_LOVED} (?:\w+ ){{2,5}}and (?:hits|beats|slaps|kicks) (?:her|him|me|them)\b",
        rf"(?:scared|afraid|terrified|frightened) (?:to go home|of (?:my|her|his) {_LOVED})",
        rf"{_LOVED} (?:\w+ )?(?:controls|takes|keeps) (?:all )?(?:my|her|his) (?:money|salary|phone|passport)",
        rf"(?:abusive|violent) (?:{_LOVED}|relationship|marriage|home)|{_LOVED} (?:is|was) (?:abusive|violent)",
        r"black eyes?|bruises (?:on|all over) (?:her|his|their)|abus(?:es|ed|ing) (?:her|him|me|them|a child)\b",
    ),
    Harm.HARASSMENT: (
        r"harass(?:es|ed|ing|ment)?|grop(?:ed|es|ing)|molest\w+|stalk(?:s|ed|ing) (?:me|her|him)|upskirt\w*",
        r"(?:keeps?|kept|won't stop|can't stop) (?:touching|kissing|following) (?:me|her|him|them|the \w+)\b",
        r"(?:touch(?:ed|es|ing)|grabbed) (?:her|me|him|them) (?:inappropriately|up(?! on)|without)",
        rf"(?:touch|grab|squeez|pinch|strok|rub)b?(?:e?s|ed|ing) {_OWNED} {_BODY}",
        rf"(?:put|puts|putting|ran) (?:his|her|a) hands? (?:on|up|down|round|around) {_OWNED} {_BODY}",
        rf"sexual (?:comments|advances|remarks|jokes|favou?rs?)|{_SEND}{_LEWD}|{_ABOUT_LOOKS}|catcall\w*",
        rf"(?:gets?|got|getting|received?) (?:\w+ )?{_LEWD}",
        r"(?:tried|tries|trying) to kiss (?:me|her|him|an?|one)\b|kissed (?:me|her|him) (?:without|against)",
        r"ask(?:s|ed|ing)? (?:\w+ ){1,3}(?:for sex|to sleep with)|if (?:i|s?he|they) (?:sleeps?|slept) with",
        r"camera in the (?:\w+'?s? )?(?:changing|toilets?|showers?|ladies|locker)",
        r"bull(?:ied|ies|ying)\b|follow(?:s|ed|ing) (?:her|me|him) (?:home|to \w+ (?:car|house|door)\b)",
        r"call(?:s|ed|ing)? (?:me|her|him|them) (?:an? |the )?(?:retard|slut|whore|bitch|cripple|spastic)",
    ),
    Harm.DISCRIMINATION: (
        rf"(?:s?he|they|boss|manager|director|owner|company|ceo|agency|client|{_NAME}|hr)\b{_GAP}{{0,30}} "
        rf"(?:{_WONT} {_HIRE}|{_BIN}) {_GAP}{{0,25}}\b{_GROUP}",
        rf"(?:doesn't|don't|didn't) want (?:any |the )?{_GROUP}(?! to)|\brule\b{_GAP}{{0,20}}\bno {_GROUP}",
        rf"{_WONT} (?:hire|promote|interview) (?!some|any|people){_GAP}{{0,20}}\bbecause {_GAP}{{0,25}}\b{_TRAIT}",
        r"pa(?:y|ys|id|ying) (?:\w+ ){0,2}less (?:than|because) (?:the |my )?(?:men|male|white|guys|boys)\b",
        r"(?:told|says?|said) (?:me |her |him |that )?(?:i'm|i am|i was|s?he's|s?he is|s?he was) (?:\w+ )?too old",
        rf"{_ISM}|discriminat(?:ed?|es|ing|ion) (?:against|because|on grounds)|{_OUST} {_AS}{_TRAIT}",
    ),
    Harm.EXHAUSTION: (
        r"\bso (tired|exhausted|worn out)( that)? i (cried|broke down|could cry|can't stand up)\b",
        rf"{_THEY}(?:{_WORN}|{_FAILING}|(?:have )?{_BREAKDOWN}|{_SLEEPLESS})",
        rf"{_CRYING}|(?:has|have|had|having|gets?|getting) (?:an? )?panic attacks?",
        rf"(?:off|signed off|sick|leave) (?:sick |work )?(?:with|for|from) {_BAD}",
        r"collapsed (?:at (?:work|\w+ desk)|from (?:exhaustion|stress|overwork))",
    ),
}


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


_STRUCK = _any_of(_HARMLESS)
_PATTERNS = tuple(
    (harm, own, _any_of(patterns[harm]))
    for harm in Harm
    for own, patterns in ((True, _OWN), (False, _OTHERS))
    if harm in patterns
)


def disclosed(text: str) -> tuple[Harm, bool] | None:
    """Return the harm that a message discloses and whether the speaker is at its centre, or None.

    At the centre means: at risk of hurting themselves, exhausted, or the one who does the harm.
    """
    said = _STRUCK.sub(" - ", straight(text))
    return next(((harm, own) for harm, own, pattern in _PATTERNS if pattern.search(said)), None)
