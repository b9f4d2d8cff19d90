"""How people speak of having no strength left, themselves or others."""

ANYBODY = """
(doctor | gp) .. (told | says | said | thinks) ... (burnout | exhaustion | breakdown)
WHO ~ (burnt | burned) out !(of | on the | NUMBER | the)
WHO ~ (burnt-out | burned-out)
WHO ~ burning (out | myself out | himself out | herself out)
burnout !(rate | rates | policy | in general | generally | prevention | training) ... (signed off | doctor | gp |
    diagnos* | leave since)
(say* | said) .. burnout .. (doctor | gp)
(doctor | gp | psychiatrist) .. (burnout | signed .. off | sign .. off | exhaustion)
(signed | sign) (me | him | her | them | off) ~ (off)? ... (with | for) (stress | burnout | BAD)
(off | signed off | sick | leave) (sick | work)? (with | for | from) BAD
WHO ~ (at | near | past | to | reached | hit | reaching) .. breaking point !(on)
WHO ~ (falling apart | fall apart | falls apart | breaking down $ | breaking $ | breaking apart | cracking up | coming
    apart | cracking under | going under $)
WHO ~ (at | near | reached | reaching | come to | to) the end of (my | his | her | their) (tether | rope | strength |
    wits)
(close to | near | on the (edge | verge | brink) of) .. (collapse | collapsing | breakdown | burnout | breaking)
(mentally | emotionally | physically) .. (drained | exhausted | spent | finished | broken | destroyed)
WHO ... (completely | totally | utterly | so | beyond | just) ~ (exhausted | drained | shattered | overwhelmed |
    depleted) !(by the | options | every | after) $
WHO ~ (exhausted | drained | shattered | worn out) ... (cry* | not cop* | sleep | can not | doctor | signed | shak* |
    collapse* | wheel)
WHO ~ (worn out | wiped out) (to the bone | and | so)
so (worn out | tired | exhausted) (that)? WHO (cried | broke | could cry | fell asleep | can not | could not)
(fell | falling | nodded | dozed) (asleep | off) (at the wheel | driving | standing | while driving | at (his | her |
    my | their) desk)
WHO ~ can not (go on $ | go on AGAIN !(with) | cope $ | cope AGAIN | cope with (it | this | life | everything |
    anything) | keep going | carry on $ | carry on AGAIN | take (it | this) AGAIN | take (it | much more | any more $
    | more $) $ | bear (it | this) AGAIN | stop (crying | shaking) | get out of bed | get up in the morning | face (it
    | going in | another day | work | tomorrow | coming) | breathe | function | do (it | this) (AGAIN | any more) $)
WHO ~ not think .. can (go on | cope | keep going | carry on | do this)
(how much longer | how long) (i | he | she | they) can (keep | go on | carry | take | last | hold | cope)
WHO ~ not (coping | cope) (AGAIN | well | at all | $)
(not able to | unable to | hardly | barely | can not bring (myself | himself | herself) to) .. (cope | get out of bed
    | get up | function | come in | go in | go on | walk in)
WHO ~ (barely | hardly) (holding | hanging | functioning | coping | surviving | standing)
barely holding (it | himself | herself | myself) together
(hanging | holding) (on | in there)? by a thread
WHO ~ (have | has | had | having | going through | heading for | get | on the way to)? .. (breakdown | nervous
    breakdown | mental breakdown | meltdown) !(of | by | in the | on the | service | cover)
(nervous | mental | emotional) (breakdown | collapse | exhaustion)
some kind of (collapse | breakdown)
panic attack* !(about the font)
panic comes
chest (goes tight | tight | pains | pain)
(not | barely | hardly | never) ~ (slept | sleeping) (properly | well | a night | more than)? (in | for | since)
(hardly | barely) slept
(not | never) (had | have) .. (night 's sleep | day off | good night | proper night) .. (since | in | for)
not sleeping .. (not eating | crying | shak*)
not eating , not sleeping
not (sleep | eat) ... shak*
WHO ~ (nothing | no strength | no energy) (left)? (left | in) ($ | to give | in me | in her | in him | in the tank |
    inside | to .. give)
no strength (left | again | any more | in me)
(got | have | has | had | with) nothing left ($ | to give | in (me | her | him | the tank) | inside)
on (my | his | her | their) (last legs | knees !(begging | to | in front | looking | with | for))
WHO ~ <collapse> (at (work | my desk | his desk | her desk | home) | from (exhaustion | stress | tired* | overwork) |
    in (the (meeting | office | ward | corridor | lift | kitchen)) | on)
<faint> (at | in | from | on) ... (desk | meeting | tired* | exhaust* | row | work | shift | overwork)
(passed out | blacked out) (on | at | in | from | during)
(sick | throwing up | vomit*) before (work | every | each | going)
(body | mind) ~ (given up | giving up | shutting down | failing | gave up | breaking)
WHO ... <cry> (every | most | myself | at (my | his | her | their) desk | in (the | my | his | her | their) (car | van
    | toilet | toilets | loo | bathroom | shower | stockroom | stairwell | stock | office | lift | kitchen) | on the
    (bus | train | way | floor) | for (an | a | hours | hour) | before | at every | at night | all (night | day |
    weekend) | daily)
WHO ... (burst | broke | broken | break | breaks | breaking | ended) ~ (into | down | up) .. (tears | crying | sobbing
    | in tears)
(in tears | tearful) (most | every | daily | all | at (my | her | his) desk | again | before | in the)
(broke | breaking | breaks | break) down (crying | in tears | sobbing | in front | and cried | at (work | her | his |
    my))
crying before (she | he | they | i | work | shift | every)
walked out crying
(dread | dreading | dreads) (every | each | the) (morning | day | mornings)
dread (getting up | waking | monday*) ... (can not | cry | sick | up)
WHO ~ (drown | drowns | drowning) ($ | and nobody | and no)
WHO ~ (feel | feels | feeling | felt) (numb | empty | hopeless | dead inside | nothing $)
(numb | empty) ... (nothing left | can not | bed)
WHO ~ not (okay | ok | all right | alright) , i have not
not (okay | ok) in (months | weeks)
everything (is | was) too much
all (is | was | got | gets | getting) too much for (me | him | her | them) $
(on | taking | started) (antidepressants | anti-depressants | sleeping pills | valium | sedatives)
(drink* | drinking) .. (every night | to sleep | just to sleep | each night | to cope | to get through)
(hands | hand) shake
WHO ~ (shaking) ($ | as | and | all)
WHO ~ (depressed | clinically depressed | severely depressed) !(about | by | at)
(going through | suffering from | suffers from | diagnosed with | fell into | deep) (depression | anxiety | burnout |
    exhaustion)
WHO ~ (completely | totally | so) (finished | done | broken | spent) $
WHO ~ (cooked) $
lost .. (kilos | stone | weight | pounds | kg) .. (with | from | because | worry | stress | stares | and (he | she |
    i) just)
lost weight .. (just)? stares
(stare | stares | staring) at the (wall | screen | ceiling)
WHO ~ (overwhelmed | snowed) ... (lie down | cry* | floor | can not | tears)
(lie | lay | lying) down on the .. floor
(hours | days) a week for .. months ... (collapse | can not | breaking)
mentally .. not
(at my | his | her) limit $
(had it $ | had enough $) , i can not
(snap | snapped) .. and could not stop crying
can not (keep | carry) .. (doing this | going like this | on like this)
too (tired | exhausted) to (live | go on | speak | think | stand | eat | cry)
(tired | exhausted) (in my bones | to the bone | all the time | every (day | morning) | of everything | beyond)
WHO ~ hit (the | a) wall and
WHO ~ (a | an) .. (wreck | zombie | mess) ($ | at)
(shadow | shell) of (myself | himself | herself | themselves | (his | her | my) (former | old))
no more in the tank
(<sit> | <stand> | <hide> | <lie> | <lock> | <go> | <disappear>) .. (in | on | into | to) .. and ~ CRY
CRY (in | on) (the | my | his | her | a) ANY*2 (fridge | freezer | car | van | toilet | toilets | loo | bathroom |
    shower | stairwell | cupboard | office | kitchen | corridor | lift | bus | train | floor | canteen | storeroom |
    store | room | stockroom | basement | yard | pantry | ward | lorry | truck | cab)
CRY .. to sleep
hair .. (falling | coming) out
<wake> .. at (two | three | four | five | 2 | 3 | 4 | 5) ... (heart | racing | hammering | panic | sweat* | pounding)
(hands | body | hand) ~ (tremble | trembles | trembling | shake | shakes | shaking) !(with laugh* | at my first | but)
(lay | lie | lying | sat | sitting | curled) .. on the .. (bathroom | office | kitchen | toilet) floor
so (tired | exhausted | worn out | sleepy) that? WHO ~ (forgot | forget | fell | can | could not | crashed | nearly |
    cried | not | shook | collapsed | vomited)
skin and bone*
(hanging | holding) on? .. by (my | his | her | their) (fingernails | fingertips | nails)
can not even (open | get | pick up | answer | read | look | eat | shower | dress) ... (shak* | cry* | panic | bed |
    sick)
WHO ~ <collapse> !(the | laughing | into bed)
(i | he | she | NAME | THEY | WHO) ~ (been | got | was | is | am) signed off (for | until | till | since | sick | by
    (the | my | her | his) | work)
(palpitations | shingles)
(work | working | run | running | worked | ran | drive | driving | works | runs) SELF (to death | into the ground |
    sick | into an early grave | into the grave | ragged)
WHO ~ (about to | going to | ready to | will) ~ (crack | break $ | snap | collapse | drop $ | crack up | break down)
(crack | cracking | cracked) under (it | the (strain | pressure | load))
(lives | living | live) on (coffee | caffeine | pills | adrenaline | red bull | energy drinks) and
(job | work | workload | pressure | place | stress) ~ (breaking | destroying | crushing | eating) (me | him | her |
    them) (alive | up)? $
(job | work | workload | pressure | place | stress) ~ making (me | him | her | them) (ill | sick)
WHO ~ (broken | spent | empty | hollow | desperate) $
blood pressure .. kill
(barely | hardly | not) (eaten | eating | ate) .. (days | weeks | anything | since | and)
dark place
(lost | losing) (his | her | my) (mind | sanity)
no fight left
WHO ~ a nervous wreck !(laughing)
(i | THEY) ~ (in pieces | in bits) !(laughing)
can not remember (the last time | when) .. (slept | day off | ate | rested | laughed)
WHO ~ (despair | despairing | hopeless) $
WHO ~ not slept
close to burning out
exhausted to the point
(no | without) (strength | energy) (for anything | left | to .. (get | go | live | eat | talk) | any more | at all)
WHO ~ (feel | feels | feeling | felt) ~ (numb | empty | hopeless | dead inside | nothing | broken | trapped) $
WHO ~ CRY (through | over | all | during | non-stop | nonstop | constantly | every | daily | alone | silently | again
    | uncontrollably | and (can | could) not)
(look* | looks) like a (ghost | zombie | corpse)
(burning | burn) out $
(team | staff | people | nurses | drivers) ~ (burnt | burned) out !(of | on)
WHO ~ (physically ill | physically sick | making (myself | himself | herself) (ill | sick))
not had a (day | single day | weekend) off in (months | weeks | NUMBER)
(in | into) tears at (the smallest | every | any | least | everything)
can not sleep (AGAIN | !(ANY) | at night) !(, but)
WHO ~ running on (empty | fumes)
(my | his | her) tank ~ empty
WHO ~ could not (go on $ | cope $ | stop (crying | shaking) | get out of bed | face (going | coming | work | another |
    the day) | go in $ | cope AGAIN)
(at | near | past | beyond) (my | his | her | their) (limit | limits | wits | wit) !(for | with | on)
been CRY at work
CRY at (work | home) (every | all | most | daily)
too (worn out | tired | exhausted | drained) to (feel | eat | speak | cry)
WHO ~ had a breakdown
WHO ~ (empty | numb | hollow) for (weeks | months | years)
i ~ (working | running | driving) !(!((them | THEM) into the ground))
"""
