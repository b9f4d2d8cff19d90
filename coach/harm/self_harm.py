"""How people speak of suicide and self-harm, their own or another's."""

ANYBODY = """
WHO ~ (<want> | <wish> | <hope> | <prefer> | <long> | would rather | rather) (to | i was | i were | he was | she was)?
    ~ DEATH
WHO ~ (going to | will | gonna | about to | plan* to | thinking of | ready to) ~ (<kill> | <hang> | <shoot> | <drown>
    | <harm> | <hurt> | <cut>) SELF
(<kill> | <hang> | <drown> | <poison> | <starve> | <top> | unalive | <electrocute>) SELF
(offed | offing | offs | (to | will | would | might) off) SELF
<do> (myself | himself | herself | themselves) in $
(<end> | <take> | took | <finish>) (WHOSE own? (life | lives) | it all $)
WHOSE own? life (is | was) not worth
(thought* | <think> | <fantasise> | <talk> | <speak> | feeling* | <dream> | <consider> | <contemplate> | <plan>) ..
    (of | about)? ~ (suicide | dying | death $ | <end> (it | everything | things | it all | WHOSE (own | whole)? life)
    ($ | all | now | for good) | <kill> SELF | DEATH | <cut> SELF | <jump> (off | from | in | out) | <step> off |
    <drive> into | <crash>)
(suicidal | self-harm* | selfharm*)
self harm*
<slit> .. wrists
WHO ... <overdose>
WHO ~ not ~ (<want> | <care> | <like> | <intend> | <plan> | <wish>) to ~ ALIVE
WHO no longer <want> to ~ ALIVE
WHO ~ (do | does | did) not see .. (point | reason | future | sense) ~ (AGAIN $ | in (living | life | going on | being
    (here | alive | around) | anything | <carry> on))
(reason | point | will | sense | purpose) .. (to | in | of | left) ~ (<go> on living | living $ | live $ | living
    AGAIN | be* (alive | around) | be* here AGAIN)
(nothing | no reason | no point | not .. anything) .. (to live for | in living | living for)
(tired of | done with | had enough of | sick of | fed up with) (this | my | the | his | her)? (life $ | living $ |
    being alive | existing | life)
(go | went | fall | sleep) .. (never wake | not wake) up
(not | never) (wake | waking) up $
(not | never) <wake> up (tomorrow | AGAIN | in the morning | one day | at all)
worth more .. dead
(life insurance) ... (worth | than i am)
if WHO (was | were) not (around | here) (AGAIN)? , and WHO ~ CRY
if (he | she | they) (was | were) not (around | here) (AGAIN)? $
WHO ... <jump> .. (off | from | out of) .. EDGE
WHO ... (<step> | <walk> | <run> | <jump> | <throw> | <go> | <lie> | <stand>) .. (in front of | under) .. TRAIN
WHO ... (<drive> | <steer> | <crash> | <swerve>) .. into .. (bridge | wall | tree | river | lorry | truck | traffic |
    barrier) ... (purpose | myself | end | deliberately | nearly)
noose
WHO ... (keep* | bought | have | has | had | got) .. (rope | blade | razor*) .. (boot | ready | drawer | garage |
    there | bag | cupboard | hide* | hidden)
(rope | blade | razor | pills | tablets) (in WHOSE (hand | hands | lap | pocket) | ready | lined up)
have the note (written | ready)
WHO ... (planned | <plan> | know* | decided | worked out) (how | when | where) (to | i | he | she | they) .. (do it |
    die | end)
(worked out | planned | planning | researching | googling | looking up) how to (do it | die | disappear | end)
(she | he) (has | have | 's got) a plan and a date $
(do | does | did | can) not trust SELF (near | with | around | alone)
(danger to | safe from) SELF
WHO ~ (<cut> | cutting) ($ | AGAIN | WHOSE (arm | arms | leg | legs | wrist | wrists | thighs | skin)) ... (nobody |
    no | hide* | again | on purpose | sees | secret)
(started | been | is | am) cutting ($ | again $ | on WHOSE | WHOSE (arm | arms | leg | legs | wrist | wrists |
    thighs))
marks up .. (arm | arms) .. (self | does)
WHO ~ (rest | sleep | gone | disappear | vanish) (for good | for ever | forever) $
give* up on life
voice* ... (<end> (things | it | everything) | do it $ | <kill> | <jump> | die)
(sorted | sorting | changed | wrote | written) .. (will | affairs) ... (not | longer | without | goodbye | gone)
(affairs in order)
life ~ not worth (living | it $ | anything)
(no will | lost the will | lost .. will) to (live | go on)
<cry> for help .. pills

i ~ overdosed
i ~ (attempted | attempt | considered | considering | commit | committing | contemplating | planning) suicide
(i | my | me | having | have) ... suicidal
i ~ (die | dead) inside and
<put> up with me much longer

suicide*
<overdose>
WHO ~ (<hang> | hanged | hung) (himself | herself | themselves)
(hanged | hung) (himself | herself | themselves)
WHO ~ (talk* | spoke | speak* | joke* | joking | post* | wrote | writing | text*) .. (about | of | that)? ~ (dying |
    death $ | suicide | ending (it | everything | things | her | his | their) | not being here | being dead | killing
    SELF | DEATH | jumping off)
(says | said | told | keeps saying | joked | joking | jokes) .. (WHO) ~ top SELF
(wants | wanting | wanted | wish | wishes) to (die | be dead | end it | not be here) !(on | of | with)
(took | takes | taken) .. overdose
(locked | shut) SELF in .. (garage | car) ... (engine | running | fumes | exhaust)
engine running ... garage
found .. on .. (roof | ledge | bridge)
WHO ... (<ring> | rang | <call> | text* | phone*) .. from .. (bridge | roof | ledge | cliff | platform | tracks)
WHO ~ (jumped | threw) .. (in front of | under | off) .. (TRAIN | EDGE)
WHO ~ (walked | stepped | jumped | ran | lay) .. (in front of | onto) .. (TRAIN | tracks | line)
(forgive me) ... (look after | love | take care | children | kids)
(saying | said | says) (goodbye | good bye | farewell) ... (can not go on | pills | world | forever | loved | last)
(where | who) (she | he | they) .. (wants | want) .. (ashes | funeral)
(gave | given | giving | gives) (his | her | their) .. (dog | cat | things | belongings | watch | car | stuff) away
(does | did | do) not see .. (point | reason | future) ... (gave | giving)
(sectioned | psychiatric | on watch) ... (hang | kill | overdose | suicid* | wrists)
(he | she | they | NAME | ROLE) .. can not go on ... (goodbye | forgive | sorry)
texted .. (goodbye)
(drank | drinks | drunk | swallowed) .. (bleach | pills | pesticide | tablets | acid | poison)
(burn | cut | fresh | new) (marks | scars | cuts) .. (on | up | down | all) .. (arm | arms | wrist | wrists | leg |
    legs)
(painless | easy | easiest | quick | quickest | best) (way | ways) to (die | go | end | do it)
(way | ways) to (die $ | kill SELF | end (it | my | her | his))
(heart | it all | everything) stopped tonight
rather be dead
(had | have | been) never been born
close to (jumping $ | jumping (last | yesterday | off | in) | ending (it | everything | my | her | his) | doing it |
    killing SELF)
sounded like .. goodbye
(carve* | slash* | <slice> | <scratch> | <cut> | <burn>) WHOSE (arm | arms | wrist | wrists | thigh | thighs | legs |
    skin) !(on | at)
can not promise .. (be here | be around | be alive | still be)
(christmas | birthday | summer) .. be (his | her | my | their) last
(be here | be alive | be around) .. (next christmas | by christmas | next year) , i doubt
(manage | cope | fine | happier | better) without me ... (paperwork | insurance | will $)
(taking | took | swallowed) (all | too many) .. (pills | tablets)
(hate | hates | hated) being alive
not care .. (live or die | lives or dies | wakes up | wake up)
(do | does | did | done | doing) something (silly | stupid | drastic | bad) (to SELF | $) ... (scared | afraid |
    worried)
(scared | afraid | worried | fear | frightened | terrified) .. (he | she | they | i) ~ (do | does) something (silly |
    stupid | to SELF | drastic)
(do | does | did | done | doing) something to SELF
(found | find) (him | her | NAME) hanging
(drink | drinking | starve | starving | work) SELF to death
(bullet) (in | through) WHOSE (head | brain)
gun (in WHOSE mouth | to WHOSE (own | temple))
dark thoughts
(my | his | her) life (is | was) over
(flatmate | wife | husband | sister | brother | mother | police) found a (letter | note)
see (his | her | my) (name | face) on a (grave | headstone)
(be | join | see) (him | her) in heaven
want* out of (this | my | her | his) life
(<gas> | <suffocate> | <strangle> | <electrocute> | <drown>) SELF
(had | have | get | got) a (gun | rope | knife) ... (use* | used) (it | on SELF)
(giving | give | gave | given | gives) (my | his | her | their) ANY*1 (things | belongings | possessions | stuff |
    savings | pets | dog | cat | books | tools) away
(giving | give | gave | given | gives) away (my | his | her | their) ANY*1 (things | belongings | possessions |
    savings | pets | dog | cat)
(happier | better | rather | prefer | rather be) ~ (dead | be dead | not alive)
(took | take | takes | taken | swallowed) (ten | fifteen | twenty | thirty | forty | fifty | sixty | NUMBER) ANY*1
    (pills | tablets | capsules)
life ~ (no | without | not .. any) (meaning | purpose | point | sense)
life ~ (meaningless | pointless | worthless | unbearable | over $)
(rather | want to | wants to | wish* | hope* to | will | going to | soon) ~ (be | join | follow | see) (with)? .. (my
    | his | her) (late | dead) (mother | father | wife | husband | son | daughter | brother | sister | mum | dad)
<jump> (from | out of | off) .. (floor | window | roof | balcony | building | bridge | train | hostel)
no (desire | wish | will | reason | energy | strength) to (live | be alive | exist | stay alive | keep living)
(stay | staying | keep | keeping) (alive | living) ... (no reason | only reason | hard | for the (kids | children) |
    only for)
only reason .. (alive | here | not done | not jumped)
(kill | hurt | harm) (myself | himself | herself | themselves)
(fantasise | fantasize | fantasising | fantasizing | dreaming | thinking) .. (crash* | accident | dying | death |
    funeral) ... (over | peace | rest | relief | end)
(<plan> | <imagine> | <picture> | <dream> | think* | <arrange>) ... (my | his | her) own funeral
(going to | want to | will | would | might | should | about to | rather | just | literally) kms !(per | an | away | from
    | to)
!(INSIDE) kms !(per | a | an | from | to | are | is | was | were | on | of | driven | away)
(<overdose> | od'd)
(<try> | <attempt> | attempted | tried) .. (end (it | his | her | my) | take (his | her | my) (own)? life)
(crossed | cross | step* | walk*) .. (into | in front of) (traffic | the traffic | a bus | a lorry | oncoming)
(hands | arms | wrists) ... (razor | blade)
(nobody | no one | everyone | everybody) ~ (care | notice | miss me | relieved | happier | better off | glad) (if |
    when | until) (i | he | she) ~ (gone | dead | died | disappeared | jumped | not (here | around) | <die>)
(nobody | no one) would miss (me | him | her)
WHO ~ (want* | wish* | ready | prefer* | going) to (go | leave) this (world | life | earth) !(of)
(near | on | onto | by) the (train | railway) tracks
(platform | bridge | tracks | roof | edge) ... <think> (of | about) ~ (jumping | stepping | falling | ending)
WHO ... (<jump> | <leap> | <throw> | <step> | <go> | <drive> | <fall>) (myself | himself | herself)? off (the | a |
    that) (roof | bridge | balcony | cliff | ledge | building)
no way out (for me | left $)
no way out ... except one
(i | he | she) SAME*4 (disappear | vanish) (for ever | forever | for good)
goal ~ not to be alive
WHO ~ not be (around | alive | with us) (much longer | for long | any more | by)
who would look after (my | his | her | their) (cat | dog | kids | children | mother | daughter | son | family | baby |
    parents) ... (gone | not | dead)
(say* | said | think* | feel* | wrote | told | believes | joke* | joking) ... (better | easier | happier) (off | of |
    place | if)? .. without (him | her | them) $
(say* | said | think* | feel* | wrote | told | believes) ... (better | easier | happier) ... if (he | she | they) ..
    (gone | dead | not)
(world | family | kids | everyone | everybody | life | wife | husband | people) ~ .. (better | easier | happier) ..
    (without | if) .. (me | gone | dead | i ~ not)
(better | happier) (off | of) without me $
(better | easier | happier) (off | of)? if i ~ (dead | gone | not (here | around | alive)) $
easier if i .. not (exist | alive)
(goodbye | suicide) (letter | letters | note | notes | video)
(farewell | final | last) (letter | letters) to
(voicemail | text | message | post | e-mail) ... like a goodbye
saying goodbye and
(scars | cuts | marks) .. (on | all over | up | down) (WHOSE | both) .. (arm | arms | wrist | wrists | thighs | legs)
(marks | scars | cuts) .. (does | did | doing | made) (them | it | that) SELF
hosepipe ... (exhaust | garage | car | back | floor)
garage ... hosepipe
(bottle | bottles | handful) of ANY*1 (pills | painkillers | paracetamol)
how many (pills | tablets) .. (it would take | would take | kill | enough to)
(<count> | <save> | <hoard> | <stockpile> | <collect>) .. (pills | paracetamol | painkillers | sleeping)
WHO ~ (<swallow> | took | taken | <take>) ~ (all (her | his | my | the) | a? whole | a handful | a bunch | a bottle |
    a box | too many | a lot of | a load of | a strip | a packet) .. PILLS
WHO ~ (<swallow> | <drink>) .. (PILLS | bleach | pesticide | poison | acid)
not see SELF ~ (alive | living (past | beyond | to) | living $ | growing old | getting old)
WHO ~ <look> (at | down | over | into) the (river | bridge | tracks | canal | rope | pills) ... (wonder* | wish |
    jump)
(<want> to | going to | urge to | thoughts of | thought of | <think> (of | about) | threaten* to | tried to | <try> to
    | <talk> (of | about) | started | start* | keep* | like to) ~ (<hurt> | <cut> | <burn> | <harm> | <injure> |
    <shoot> | <stab>) SELF
(<hurt> | <cut> | <burn> | <injure>) SELF (on purpose | deliberately | again | with (a | the) (lighter | razor | blade
    | cigarette))
<harm> SELF
(been | is | 's | was | am) (cutting | hurting | burning) SELF $
(shot | stabbed) SELF
nearly (<steer> | drove | <crash> | <swerve>) (THE (car | van | lorry | bike | truck))? into .. (bridge | wall | tree
    | river | lorry | truck | traffic | barrier)
WHO ~ not ~ (mind | care) (if | whether)? (i | he | she | my heart) ~ (dead | die | died | <die> | live* | wake | woke
    | gone | stopped)
my heart stopped .. not mind
not (deserve | deserves) to (live | be alive | exist)
death would be .. (relief | release | mercy)
(<want> to | going to | will | would) ~ end it (tonight | today | now | tomorrow | here | soon)
i can not see (me | myself) .. alive
(bothered | bother | care | notice) .. if (i | he | she) ~ not (here | around | alive) AGAIN
better off with .. (insurance (money | payout) | payout | life cover)
(insurance | payout) ... than (with | having)? (me | him | her)
(get | gets | have) the (payout | insurance money) ... (free | rid) of (me | him | her)
WHO SAME*6 PILLS ~ (saved up | stashed | hoarded | put by | put aside | counted out)
(stood | standing) SENTENCE*3 (yellow line | platform | edge | tracks | bridge) SENTENCE*9 (one (more)? step | jump*)
WHO ... (bridge | roof | balcony | ledge | cliff) ... how (long | far | high) .. (fall | drop | jump)
one (more)? step off (the | a | that) EDGE
i ~ not ~ (plan | intend | planning | intending | expect) to be around !(at | this | on | today | tomorrow)
fresh ANY*1 (burns | cuts | scars | gashes | scratches) ANY*6 LIMB !(tied)
(burns | cuts | scars | gashes) ANY*6 LIMB ... (to SELF | doing it SELF |
    sleeves)
sleeves ... (cuts | burns | scars)
no (more | longer any) (desire | wish | will | reason | energy | strength) to (live | be alive | exist)
i ~ not ~ (plan | planning | intend | intending | expect | expecting) (to | on) (see | seeing) (christmas | the
    new year |
    my next birthday | next (year | summer | spring))
(lost | lose | have | has | without) (any | all | my | his | her | the) (wish | will | desire) to (live | be alive)
(message* | text* | wrote) ... say goodbye ... (love* | thank* | sorry)
if (i | he | she) ~ stopped existing
(written | wrote | writing) (letters | a letter) to !(!((each of)? (my | the | his | her) (kids | children |
    wife | husband
    | parents) ANY*2 for (after | when (i | he | she))))
(<burn> | burnt) (himself | herself | themselves) with (a | the | his | her) (lighter | cigarette | match | iron)
not be a (bother | burden | trouble) to (anyone | anybody | you | them | us) (after | much longer | AGAIN | from)
(rail | railing | stairwell | window | roof | bridge) ... it would be (quick | easy | over)
"""

NAMED = """
LIMB: (arm | arms | forearm | forearms | wrist | wrists | thigh | thighs)
DEATH: (die !(of | on | from | laughing | a) | be dead | dead $ | be gone $ | <end> (it all | it $ | everything | my
    life | his life | her life | their life) | not (be | being) (here | alive | around) $ | not (to)? (be | being)
    (here | alive | around) (AGAIN | by | much longer | next) | not exist | disappear (for ever | forever | for good)
    | never (been born | wake) | never have been born | not wake up | be with .. in heaven | <kill> SELF)
ALIVE: (live $ | live (AGAIN | on) | be alive | be here AGAIN | be around AGAIN | wake up | exist $ | exist AGAIN | go
    on living | go on $ | go on AGAIN | carry on living | be in this world | see tomorrow | see another day | being
    here AGAIN | being alive)
"""
