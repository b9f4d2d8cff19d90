"""How people speak of a death or a grave illness near to them, or near to somebody on the team."""

OWN = """
MINE ~ DIED
MINE , SENTENCE*6 , ~ DIED
(i | we) ~ lost (my | our) ANY*1 (KIN | parents) !('s)
(i | we) ~ lost (the | our | a) (baby | pregnancy | child | twins)
(i | we) ~ <bury> (my | our) ANY*1 KIN
(i | we) ~ had (a | another | the) (miscarriage | stillbirth)
(i | we) ~ miscarried
(my | our) .. (stillborn | stillbirth)
MINE ~ GRAVELY
MINE 's (cancer | tumour | leukaemia) ~ (back | spread | terminal | returned | inoperable)
(found | find | discovered) .. (tumour | tumor | lump | growth | cancer) in (my | our)
i ~ (diagnosed with | got | has | have | told .. have) .. (cancer | leukaemia | leukemia | mnd | tumour | lymphoma |
    parkinson's | stage (four | 4 | three | 3))
i ~ (terminally ill | dying $)
(my | our) ANY*3 KIN 's (funeral | burial | cremation | wake) (is | was | on | tomorrow | today | yesterday | last |
    this | next)
(back from | straight from | tomorrow is | planning | arranging | organising) (my | our) ANY*3 KIN 's (funeral |
    burial | cremation | wake)
(my | our) ANY*1 KIN 's (death | passing | last rites | body)
(funeral | burial | death | loss | passing | anniversary) (of | for) (my | our) .. KIN
(my | our) .. (best | closest | oldest)? (friend | mate) 's (funeral | burial | death)
anniversary of (my | our) .. (death | passing)
since (my | our) ANY*1 KIN ~ (died | passed | went | gone)
since (he | she) died ... (i | my)
(i | we) ... for (him | her) ... since (he | she) (died | passed)
i ~ (grieving | bereaved | in mourning | mourning)
(hospice | palliative | intensive care | icu | life support) ... (my | our) ANY*1 KIN
MINE ~ .. (hospice | palliative | intensive care | icu | life support | on a ventilator | in a coma)
we are doing the rites
(rang | called | call | phone) ... (my | our) ANY*1 KIN 's gone
(days | weeks | months) (left | to live) ... (my | our) KIN
MINE ~ (has | have | got) (days | weeks | NUMBER (days | weeks | months)) ($ | left | to live)
MINE ~ (given | has) .. (NUMBER (months | weeks | days) | months | weeks) ($ | to live | left)
we ... <bury> (him | her | my)
(my | our) (dog | cat) ~ died and i can not
(switched | turned) off (my | our) ANY*1 (KIN 's)? ANY*1 (machine | ventilator | life support)
(scan | biopsy | results | doctors | tests) ... (my | our) ANY*1 KIN
(scattered | scatter | scattering) .. (ashes)
(no heartbeat)
MINE ~ (in the icu | in icu | in intensive care | on a ward .. dying | losing (his | her) fight)
i (am | was) ~ (widow | widower | widowed | orphan)
(i | we) ~ (say | said | saying) goodbye to (my | our) ANY*1 KIN
(heartbroken | devastated | in pieces | in bits) since ... (died | passed | funeral | gone)
(my | our) ANY*1 KIN .. (spread to | spread)
(my | our) ANY*2 (mate | friend) ~ (not (survive | make it) | died | passed)
MINE ~ not (survive | make it | pull through)
(death | deaths) in (my | our | the) family
i ~ (miss | missing) (him | her | my ANY*1 KIN) ... (died | death | funeral | dead)
(i | we) ~ at the hospice
(i | we) ~ <bury> me (mam | mum | mom | ma | dad | da | nan | gran | granny | granda | nana | brother | sister)
(, | and) (mummy | daddy | mum | dad | mam | mama | papa | gran | nan | nana) 's gone $
since NAME 's (funeral | death | passing) and i
"""

OTHERS = """
HERS ~ DIED
HERS , SENTENCE*6 , ~ DIED
(we | the team | team) ~ lost (a | our | one of .. | another | two | three) ANY*1 (colleague | colleagues | teammate |
    teammates | workmate | co-worker | coworker | friend | team member | member of the team | apprentice | brother) ($
    | TIME) !(to)
we ~ lost (a | our | another) ANY*1 (colleague | teammate | workmate | friend | team member | member of the team |
    apprentice) ... (to (cancer | covid | illness | a heart | an accident | suicide | a stroke) | sat | funeral | died
    | next to me | empty (chair | desk) | heart attack | crash | accident)
we lost (him | her | NAME) ... (to cancer | heart attack | crash | funeral | accident | covid)
(he | she | they | who | NAME | ROLE | 's | someone | somebody | team) ~ lost (his | her | their | a | both | the)
    ANY*2 (KIN | parents | unborn) !('s)
(he | she | they | NAME | ROLE) ~ lost (the | their | a) (baby | pregnancy | child | twins)
(he | she | they | NAME | who) ~ <bury> (his | her | their | a) ANY*1 KIN
(had | having | has had | through | suffered | another | from) (a | another | her | the | two)? (miscarriage |
    miscarriages | stillbirth)
miscarried
stillborn
HERS ~ GRAVELY
(WORKMATES | ROLE | NAME | someone | who) ~ (died !(on (me | us)) | passed away | passed on | expired) ~ (TIME | $ |
    of | from | in | at)
(dropped | drop) dead
(was | were | got | been) killed (in | on | at | by (a | the) (car | truck | lorry | bus | train | drunk | bomb |
    fall* | machine | forklift))
(died | killed) in (a | the) .. (crash | accident | fire | explosion | collision)
(diagnosed | diagnosis) (with | of | is | was) .. (ILLNESS | stage | terminal | a brain | brain)
(he | she | they | who | NAME | ROLE | one | someone) ~ (has | have | got | 's got | had | battling | fighting | with
    | 's) ~ (a | an | the)? ANY*1 (cancer | leukaemia | leukemia | lymphoma | tumour | tumor | mnd | motor neurone |
    melanoma | sarcoma | als | myeloma)
(he | she | who | ROLE) ~ (terminally ill | dying $ | dying of | terminal)
(who | who is | he is | she is) dying $
terminal (cancer | illness | diagnosis | disease)
(his | her | their | NAME 's | 's) (cancer | tumour | leukaemia) ~ (back | spread | returned | terminal | inoperable)
HERS ~ .. (hospice | palliative | intensive care | icu | life support | in a coma | on a ventilator)
not see (the year | christmas | the summer | the spring | easter) out
(given | got) NUMBER (months | weeks) to live
NUMBER (months | weeks | days) to live
(weeks | months | days) to live
(grieving | grieves | bereaved | in mourning | bereavement)
(death | passing | loss | funeral | burial) of (his | her | their | a (colleague | teammate | workmate | team)) ANY*1
    (KIN | $ | member)
(his | her | their | NAME 's | ROLE 's) ANY*1 KIN 's (funeral | burial | death | passing | memorial)
since (he | she | they) lost (his | her | their) .. KIN
since (his | her | their | NAME 's) ANY*1 KIN ~ (died | passed)
(drowned | drowning) (on | in | at | last) ... (holiday | pool | sea | river | lake)
found dead
heart (gave out | stopped $)
(hospice | intensive care | icu) .. with (his | her | their) ANY*1 KIN
(was | were | been) buried (on | yesterday | today | last | this)
since NAME 's (death | funeral | passing)
NAME 's (death | funeral | passing)
(round | rounds | course | cycle) of (chemo | chemotherapy | radiotherapy)
(chemo | chemotherapy | radiotherapy) (on | every | next | this | starts | started | again)
HERS ~ not (make it | survive | pull through)
(widowed | widower | orphaned)
(helicopter | plane | boat) (went down | crashed | sank) ... (crew | never | lost | died)
(losing | lost | lose) (his | her | their) .. (KIN) to (cancer | covid | suicide | a | an | the (disease | war))
(his | her | their | NAME 's | 's) ANY*2 KIN ~ (critical | unconscious | in surgery | fighting | in hospital with)
(a | had a) death (on | in) (the | our | my) (team | crew | office | department | shift | family | ward)
stage (four | 4 | iv | three | 3 | iii) cancer
(he | she | 's | NAME | who) ~ (has | got | have | 's got | with) stage (four | 4 | iv | three | 3 | iii)
(biopsy | scan | lump | tumour | results) ... (malignant | cancer | terminal)
(coffin | casket) for
(cremated | laid to rest)
since (NAME | he | she | they) (died | passed (away | on) | passed $)
(team | everyone | crew | floor | all) ~ (grieving | in mourning | mourning)
(going to | to | from | back from | attend* | (am | is | was | were | been | be | are | 's | day | off) ~ at) (the | a |
    his | her) (funeral | burial) !(director* | home |
    business | parlour | cards | people)
(funeral | burial | cremation | memorial service) (is | was | on (THE | TIME) | of (his | her | my | our) | for (his |
    her | our | my) | tomorrow | this | last | next | yesterday | today)
(a | one) (colleague | friend | teammate | workmate | co-worker | coworker) of (ours | mine) ~ DIED
(his | her | their | 's) ANY*3 KIN ~ .. in (a | the) hospice
"""

NAMED = """
MINE: ((my | our) PLAIN*3 KIN | me (mam | mum | mom | ma | dad | da | nan | gran | granny | granda | nana | brother |
    sister) | !(INSIDE) (mummy | daddy | mum | dad | mama | papa | gran | nan | nana))
HERS: ((his | her | their | 's | whose | a | the | one of .. | another | someone 's) ANY*3 KIN | NAME 's .. KIN |
    WORKMATES)
WORKMATES: ((one | two | three | some) of (my | our | the | his | her | their) ANY*2 | (a | an | my | our | the |
    another) ANY*1 (WORKMATE | operator | manager | engineer | team member | teammate | worker | founder | director |
    boss | secretary | receptionist | foreman | supervisor | chairman | owner) | someone (on | in) (the | my | our)
    team | someone here | teammate | colleague)
DIED: (died !(on (me | us) | down | in the middle | laughing | out) | dead $ | passed away !(from us) | passed $ |
    passed on !(to | the | it | that | a) | passed !(over | the | it | on | his | her | out) (TIME | $) | 's gone $ |
    is gone $ | expired ($ | TIME) | was killed | were killed | drowned | gone to glory | is no more | no more $ |
    lost (his | her) (life | fight | battle) | taken from us | took (his | her) last breath | did not make it $ |
    slipped away | killed (in | by))
GRAVELY: ((has | got | have | 's got | had | is fighting | fighting | battling | diagnosed with | with | is | been
    diagnosed | 's | having) ~ (a | an | the | early | late | advanced | aggressive | breast | lung | pancreatic |
    brain | bowel | prostate | ovarian | liver | massive | skin | blood | bone)? (ILLNESS | stage (four | 4 | three |
    3) | brain tumour | heart attack | terminal) | dying !(to | for | of (embarrassment | boredom)) | terminally ill |
    critically ill | gravely ill | seriously ill | very ill | in (intensive care | a coma | icu | a hospice) | on life
    support | on palliative care | on (a)? ventilator | fighting for (his | her | their) life | will not make it | not
    going to make it | not have long | in (his | her) (last | final) days | paralysed | had a (massive | second |
    bad)? stroke)
"""
