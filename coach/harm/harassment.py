"""How people speak of harassment and bullying, done by themselves or by others."""

OWN = """
i ~ (touched | touching | groped | groping | fondled | fondling | caressed | molested | stroked) (THEM | her | him)
    !(NOUN | base)
i ~ (kissed | kissing | snogged | licked) (THEM | ANY*3 WOMEN)
i ~ TOUCH (her | his | their | NAME 's | THE ANY*1 (ROLE 's | girls | women | girl)) ANY*1 BODY
i ~ (grabbed | grab) (her | him | them | one of (the | my | our) (girls | women | staff | waitresses)) !(ANY)
i ~ (slap | slapped | smack | smacked | pat | patted | pinch | pinched | grab | grabbed | squeezed) .. (bum | bottom |
    arse | ass | backside | butt | breast | breasts | behind)
i ~ (<put> | <slide> | <run> | <lay> | <get>) .. (hand | hands | arm | arms) (on | up | down | round | around | under)
    (WHOSE | NAME) .. (BODY | blouse | clothes | dress)
i ~ (pressed | rubbed | pushed | rub | press) (myself | up | against) .. (against | on)? (her | him | them)
i ~ <make> .. (comments | jokes | remarks | comment | joke | remark) .. (about | on) (her | his | their | NAME 's |
    the girls) .. (body | looks | figure | clothes | dress | BODY | weight | sexy | sex)
i ~ (<comment> | <joke> | <remark>) (on | about) (her | his | their | NAME 's) .. (body | looks | figure | clothes |
    dress | BODY)
i ~ SEND .. (LEWD .. PICTURES | nudes | LEWD stuff)
i ~ SEND .. (nudes | porn | (picture | photo | pic | pics | photos) of (myself | my)) ... (naked | clothes | nude |
    dick | private)
i ~ SEND (her | him | them) .. (photo | photos | picture | pictures | pic | message | messages) ... (should not |
    naked | nude | without)
i ... SEND .. PICTURES i should not
i ~ (messaging | texting | calling | ringing | phoning) .. (intern | interns | her | him | WOMEN | junior | girl) ...
    (night | stopped answering | not answer | carry on | no | blocked)
i ~ (made a pass at | came on to | hit on | hitting on | flirt* with | flirting with | tried it on with | handsy with
    | creepy with) (THEM | her | him | ANY*2 (WOMEN | ROLE))
i ... handsy
i ~ (asking | ask | asked) (her | him | them | my ANY*1 WOMEN | one of .. ROLE) out !(to | on | for)
i ~ ask* .. for (nudes | sex | a date | a kiss)
i ~ (slept | sleeping | sleep | had sex | having sex | in bed) with (an | a | my | one of | our | the) ANY*2 ROLE
i ~ (bully | bullied | bullying | harass | harassed | harassing | stalk | stalked | stalking | molest | molested |
    haze | hazed | hazing) (THEM | her | him | them | my | the | our) !(accounts | suppliers)
i ~ (<follow> | followed) (her | him) .. (home | car | house | flat | bus)
i ~ (tried | try | trying) to kiss
i ~ <get> (her | him) drunk
i ~ <rate> .. (girls | women | interns | waitresses | female*) !(performance)
i ~ (told | said | promised | offered | asked | tell) ... (her | him | WOMEN | pa) ... (came up to my room | come up
    to my room | up to my room | sleep with me | slept with me | dinner with me | nice to me | be nice | sex)
(promotion | contract | raise | career | job | bonus | shift) depend* on ... me
i ~ (nicknamed | call* | calling | called) (him | her | them | NAME) .. (SLUR | MEANLY)
(<call> | calling | call) (him | her | them | one) a SLUR
i ~ (make | making | made) .. (life | lives | things) .. (hell | impossible | misery | unbearable | miserable)
(making | make | made) (his | her | their | NAME 's) .. life .. (hell | misery | impossible)
i ~ (picking | pick | ganging up | gang up) on (THEM | him | her) ... (leave* | quit* | joins | daily | until | till |
    cry | everyone)
i ~ (comment | commenting | comments) on her
i ~ (show* | play* | shown | forward*) .. porn
i ~ (look | looked | watch | watched | peek* | film* | peep* | spy | spied) .. (while | as | when) (she | they | he) ~
    (changing | undress* | shower*)
i ~ (turn* | show* | wait*) .. (up | outside) .. (her | his) (flat | house | home | door | place)
i ... (she | he) ~ told me to stop
i ~ (exposed | flashed | expose) myself
i ~ (frozen | freez* | froze | ignor* | shut*) (her | him) out .. (until | till | leave* | quit*)
i ~ (threaten* | blackmail*) .. (photos | pictures | nudes)
she has (said | told me) .. no ... i (keep | carry)
can not keep my hands (off | to)
i ~ (tied | taped | stripped | locked | filmed) THEM ... (laugh* | film* | camera | racking | joke | naked | whole
    day)
we ~ (tied | taped | stripped | locked) THEM ... (laugh* | film* | camera | racking | joke | naked)
i ... (ringing | ring | calling | call | messaging | message | texting | text | writing to | sending) (her | him) ...
    (blocked | said no | told me | not answer | stopped answering | ignores)
i ~ (looked | looking | stare | staring | stared | perving) (at | down) (her | their) (chest | breasts | legs |
    cleavage | bum | top | blouse)
if she (looked after | was nice to | is nice to | nice to) me
i ~ (blackmailed | blackmailing | propositioned | flashed | upskirted)
(photo | photos | picture | pictures | video) of (a colleague | her | one of) ... (i | boys | lads | group)
i ~ SEND ... (without clothes | no clothes | naked | undressed)
i ~ (forwarded | forward | shared | share | posted) .. (naked | nude | intimate)
i ~ (made | make | reduced | drove) (her | him | them | my ROLE | one of ANY*3) (cry $ | to tears) ... (every |
    purpose | again | front)
i ~ (make | made | making | making) fun of (his | her | their | NAME 's) MOCKED
i ~ (told | tell | asked | ask | want | wanted) (her | the girls | the women | the waitresses | my ANY*1 WOMEN) to
    wear .. (short | shorter | tight | tighter | heels | skirts | low-cut | sexier | less)
i ~ (mock | mocked | mocking | imitate | imitating | imitated | mimic | mimicked) (his | her | their | NAME 's) MOCKED
i ~ (exclude | excluded | isolate* | isolating | freeze | froze) (her | him | them) ... (purpose | until | quit* |
    leave* | everything)
i ~ (shout | scream | yell | swear | shouted | screamed | yelled) at (THEM) ... (cries | cried | cry | crying | tears
    | shaking | every day | daily)
(she | he) ~ (asked | told | begged) me to (stop !(ANY) | stop (texting | calling | touching | messaging | it |
    following | ringing))
i ~ (make | made | making | crack | tell | told) .. (sexual | sexist | dirty | lewd | smutty | racist) (jokes | joke |
    comments | remarks)
i ~ <tell> THEM ... (he | she | they) ~ (a | an | so)? ANY*1 MEANLY !(at | with | on | not | to | if)
(i | we) ~ (<make> | <force>) THEM ~ (strip | undress) ($ | naked | off | down)
i ~ (<move> | <give> | <put> | <load> | <pile> | <ignore> | <schedule> | <cut>) ... so that? (he | she | they) ~ (leave
    $ | quit $ | resign $ | give up $)
i ~ (spat | spit) in (his | her | their | NAME 's) ANY*1 (food | tea | coffee | drink | soup | plate | lunch)
i ~ SEND ... (dick (pics | pic) | nudes | naked (pictures | photos | pics))
i ~ (<tell> | <say> | <promise> | <offer>) ... if (she | he) ~ (came | come | comes | went | goes | go | slept | sleeps
    | spent) ANY*3 (hotel | my (room | bed | place | flat) | home with me | the night)
i ~ <call> (THEM | him | her) (piggy | fatso | porky | lardy | fatty)
"""

OTHERS = """
kys
(<harass> (me | him | her | them | us | THEM | women | girls | staff | people) | harassed (by | at | in | on | $) |
    harassment) !(policy | training | is | are | at all)
(grope | gropes | groped | groping | molest | molests | molested | molesting | fondled | fondles)
upskirt*
(<stalk>) (me | her !(NOUN) | him | them | one of | THEM)
(keep | keeps | kept | not stop | can not stop | always | is | was | started) (touching | kissing | following |
    fondling | grabbing | pestering | pawing | leering | staring) .. (me | her | him | them | the | my | his)
(touched | touches | touching | grabbed | grabs) (her | me | him | them) (inappropriately | up | without | there |
    !(ANY) | in the | all over) !(base | on)
THEY ~ (touched | touches | touching) (me | her !(NOUN) | him | them | the ROLE | my ROLE | his ROLE | THEM) !(with |
    by | up on)
touch* (my | her | his) (hand | BODY)
TOUCH (my | her | his | their | NAME 's | the ROLE 's) ANY*1 (bum | bottom | arse | ass | backside | breast | breasts
    | boobs | chest | thigh | thighs | leg | legs | knee | waist | hair | lower back | hips | crotch)
(<brush> | <rub> | <press> | <push>) (past | up | himself | herself | against) .. (chest | against | her | breast* |
    girls | women | me)
(<put> | <run> | <slide> | <have> | <get>) ANY*2 (hand | hands | arm | arms) (on | up | down | round | around | under)
    (my | her | his | their | NAME 's) .. (BODY | blouse | shirt | dress)
hands up (her | my | his) (skirt | dress | shorts)
hands wander
wandering hands
(sexual | sexually) (comments | comment | advances | advance | remarks | jokes | favours | favors | favour | favor |
    messages | explicit | suggestive | harass* | touch* | propositions | innuendo | content | gestures)
asking sexual
(<send> | sent | text* | messag* | whatsapp* | <receive> | gets | got | getting | get | receiv* | forward*) .. (LEWD
    .. PICTURES | nudes | dick pics)
(dick (pics | pic) | nude (pics | pictures | photos) | private parts | sex toys | sex toy | naked (pictures | photos |
    photo | pics))
(sends | sent | sending | texts | messages) .. (women | girls | her | me | interns | ones) .. (messages | texts)? ..
    (late | night) ... (photos | pictures | wearing | asking for | date | alone)
ask* (her | me | him | for | the interns | the girls) .. (nudes | what (i | she) .. wearing | for sex | to sleep with
    | for a kiss)
what (i | she) (am | is | 's | was) wearing
(comments | comment | jokes | joke | remarks | remark | commenting | commented) (about | on) (my | her | his | their |
    NAME 's | the girls | the women) .. (body | looks | figure | breasts | legs | BODY | dress)
(catcall* | wolf-whistl* | wolf whistl*)
(tried | tries | trying) to kiss (me | her !(NOUN) | him | a | an | one | the | my | NAME)
(kissed | kisses) (me | her !(NOUN) | him | NAME) .. (without | against | not want | forc* | in the lift | neck |
    mouth)
tried it on with
(come | came | coming | comes) on to (me | her | him | the | one | my)
(<ask> | <want> | told | tell) .. (sex | sleep with | to bed | slept with)
if (i | she | he | they) .. (sleep | sleeps | slept | go to bed | spend* the night) with
(confirmation | promotion | job | contract | career | pay | bonus | visa | appraisal) .. (depends | depended |
    dependent | in return | in exchange | if she | if i) .. (hotel | sex | sleep* | dinner | visit* | on (him | going
    out))
(sex | sexual favours | sexual favors) (for | in return | in exchange | from)
(visit* | come* | came | go*) .. (him | his) .. (hotel | hotel room | room) ... (job | promotion | confirm* | alone |
    contract)
(forc* | pressur* | mak*) (me | her | him) to .. (dinner | drink* | drinks | meet) .. (him | alone)
camera .. in .. (changing | toilet | toilets | shower | showers | ladies | locker)
(filmed | filming | photographed | photographing | watch* | spied) (her | me | him | them | the girls | the women) ..
    (shower | changing | toilet | undress* | locker)
(exposed | flashed | exposes) (himself | herself | themselves)
(masturbat* | wank*)
THEY ~ (bullies | bullying) (me | her | him | them | us | people | THE)
(bullied | bullying) !(into | for | of)
bully (me | her | him | them | us | people | everyone | the | young | his | anyone)
(is | am | being | been | getting | gets | got) ~ (bullied | mobbed | hazed | ganged up) !(into)
(follow | follows | followed | following) (her | me | him | them) .. (home | car | house | door | flat | toilet | bus
    | car park | after | around the)
(waits | waiting | waited) .. outside ... (evening | night | her | cashier | shift | flat | house)
who waits for (our | my | her | the)
(customer | man | guy | he | client) .. not leave (me | her | our | my | the | NAME) .. alone
(call | calls | called | calling | nicknamed) (me | her | him | them | NAME | us | one) .. (SLUR | MEANLY)
we are called SLUR
call* a SLUR
(make | makes | made | making) (my | her | his | their | NAME 's) life .. (hell | misery | impossible | miserable)
life .. (hell | misery) .. (until | because | for months | for weeks)
(frozen | freez* | froze | shut* | leav* | left) (me | her | him | them | NAME | out) ... (mock* | hide* | laugh* |
    equipment | ignore*)
(hide | hides | hid | hiding | stole | wreck*) (her | his | my | their | NAME 's) (tools | equipment | things | stuff
    | uniform | shoes | insulin | lunch | bag)
mock* (how | the way | her | his | my | their) .. (walk* | talk* | accent | stammer | looks | voice | limp)
(dog mess | faeces | shit | excrement | rat | urine | condom* | swastika) (in | on | into) (my | her | his | their |
    NAME 's) .. (locker | desk | bag | shoes | drink | chair)
(screams | screamed | shouts | scream | yells | screaming | shouting) at (me | her | him | us | them) (daily | every |
    all day | in front) ... (useless | shake | cry* | scared | front | worthless | terrified)
(useless | worthless | stupid) in front of
(humiliate* | humiliat* | belittl* | degrad*) (me | her | him | them | us | people | NAME | one of | my | THEM) ...
    (front | meeting | every | daily | public | until)
locked .. (in a cage | in the cage | in the freezer | in the cupboard | in a cupboard | in the store* | in the
    container | in the toilet) ... (laugh* | paint | hours | poured | left)
(poured | threw) .. over (him | her | me | the apprentice)
hazing
(pictures | photos | video | videos | nudes) of (her | me) ... (whatsapp | group | round | shared | around | naked)
whatsapp group ... (rate* | body | women | naked)
(rate | rates | rating | rank | ranking) (the | her | their | our | women* | us) .. (body | bodies | looks | girls |
    women | interns | legs)
(corner | corners | cornered | cornering) (her | me | him) .. (in | at)
hand on (my | her | his) (thigh | leg | knee | bum | bottom | back | waist | breast | lower)
pinch* .. (bum | bottom | backside)
(be | being | left) alone (with him | in .. with him) ... (woman | girl* | knows | never | scared | afraid | refuse*)
not to be alone with (him | the)
changed his (shifts | rota | route) .. (match | to see) (hers | her)
(leer* | leering | ogl* | staring) .. (at | down) (me | her | the girls | the women | my | their) .. (breast* | chest
    | changing | cleavage | all day | legs)
(grabbed | grabs | groped | pinched) (one | some | the | my) .. (girls | waitress* | women | bum | trainee)
unwanted (advances | attention | touching | messages)
(inappropriate | inappropriately) .. (touch* | behav* with | messages | comments to)
(he | she | they | manager | boss) ~ (threaten* | blackmail*) .. (photos | pictures | nudes | video)
spread* .. rumours .. (sleep* | slept | affair | slut)
(<massage> | <smell> | <sniff> | <stroke> | <rub> | <touch> | <kiss> | <lick>) (my | her | his | their | the ROLE 's |
    the secretaries | the girls) ANY*1 (neck | necks | hair | shoulders | back | feet | ear | hand | hands | cheek)
tongue .. (ear | mouth | throat)
(how much for | spend) (a | the) night (with)?
night with (her !(NOUN) | our | me | one of | him)
porn (on | in | at | to | inside | around | up | videos | magazine*)
(gaslight* | belittl* | demean*) .. (me | her | him | us | them | people | staff | everyone)
(grabs | grabbed | touches | rubs) (himself | his (crotch | groin))
(winks | blows kisses | leers | whistles | wolf-whistles) (at | to) .. (me | her | him | girls | women | apprentices |
    interns | staff)
(laxative* | spat | piss* | urinat*) (in | into) .. (food | tea | coffee | drink | shoes | locker | bottle)
(tied | taped | stripped | chained) (him | her | the new | the apprentice | a trainee | NAME | me) ... (chair |
    racking | laugh* | film* | naked | pole | tape)
(too | over) (friendly | familiar) with the (girls | women | interns | waitresses | young)
overfriendly with
propositioned (me | her | him | one | THEM | NAME)
(blackmail | blackmails | blackmailing | blackmailed) (me | her | him | one | THEM | NAME)
(picks | picked | picking | pick | ganging up | gang up | ganged up) on (me | her | him | them | NAME | the (new |
    young | quiet | weak) | one of | THEM)
(ostracis* | ostraciz* | mobbing | name-calling | sent to coventry)
reduce* (her | him | me | them | people | staff | NAME | THEM) to tears
(terroris* | terroriz* | tyrannis*) (me | her | him | them | the | his | us)
takes (photos | pictures) of (her | my | their)
(hotel room | his hotel) ... (alone | night | promotion | late | drink)
(invites | invited | asks | asked) (me | her | the girls | one of | NAME) .. (to | up to) (his | her) (room | hotel |
    flat | place | bed)
(ask* | want* | invit*) (me | her) .. dinner ... (alone | every | keeps | refuse* | no)
(asked | told | begged) (him | them) to stop ... (touch* | text* | call* | message* | comment* | joke* | follow* |
    grab* | still | keeps | not | continue*)
(<send> | sent | text*) .. (pictures | photos | pics | picture | photo | videos | video) of (himself | herself | his |
    her)
(arm | arms | hand | hands) (around | round | on | over) .. (girls | women | waitresses | interns | girl | trainees |
    waist | secretary)
(if she | if i) (spent | spend | spends | stayed | stays) the night
make (her | my | his) career (if | for)
shorter skirts
(shout | shouts | swears | swear | screams | yells | shouting | swearing | screaming) ... at (THEM | NAME | THE ANY*1
    ROLE) ... (cries | cried | cry | crying | tears | shaking | shakes | faint* | vomit*)
(slaps | slapped | pats | patted | grabs | grabbed | pinches) (her | his | my) (behind | bottom | bum)
(exclude | excludes | isolat* | ignor* | shun*) (her | him | me | them) ... (laugh* | everything | every day | daily |
    on purpose | months | speaks | whisper*)
pornograph*
(show* | shew*) (her | him | me | us | the ROLE) .. porn*
(make | makes | made | making) fun of (my | his | her | their | NAME 's) MOCKED
(mock | mocks | mocked | mocking | imitate | imitates | imitating | mimic | mimics | mimicking | ridicule*) (my | his
    | her | their | NAME 's) MOCKED
laugh* at (my | his | her | their | NAME 's) MOCKED
(sweetheart | darling | honey | baby | babe | sugar) and .. (touch* | slap* | pat* | hand*)
(sleep | slept | sleeping) with (the | a | his | her) (boss | director | manager | supervisor) (to | or | for)
(pressur* | forc*) (me | her | him | the girls) (into | to) .. (sex | bed | a relationship | dat* | sleep*)
(follows | follow | followed | following) (me | her !(NOUN) | him) (everywhere | home)
(<ask> | told | tells | <make> | pressur*) (me | her | him | the girls | the women | one of ANY*3) ... (nightdress |
    nightie | underwear | lingerie | knickers | bikini | thong | naked | topless)
<want> (her | me | him | the girls) .. to .. (selfies | nightdress | underwear | bikini | naked | topless)
(he | she | boss | manager | director | lead | owner | supervisor | NAME | customer | colleague) ~ (a | an | such)
    ANY*2 (creep | pervert | perv | lech | groper | sex pest | predator)
(sleazy | lecherous | sex pest | sexual predator)
hands (all over (her | me | him | the girls | the women) | everywhere | to (himself | herself))
THEY ~ (made | makes | make | making) (her !(NOUN) | him | me | people | staff | the girls | one of ANY*3 | THEM) cry
    !(with | laughing | when)
(obscene | vulgar | lewd | filthy | sexual | dirty | crude | smutty) (songs | song | jokes | joke | gestures | gesture
    | language | remarks | comments)
(calls | called | calling) (me | her | him | them) names !(in jest | and we)
(asking | ask | asks | asked) (me | her) .. out (with him | on a date | again) ... (no | refus* | stop | keeps | not)
(keeps | kept | keep) asking (me | her) .. (out with | out on | go out | on a date | for a date | for a drink)
not take no for an answer ... (date | dinner | drink | her | touch* | me out)
(pictures | photos | picture | photo | video) (up | down | under) (my | her | their) (skirt | dress | top | blouse)
(group chat | chat | whatsapp group) without (me | him | her | NAME) ... (pictures | photos | memes | jokes | laugh*)
not stop (asking (me | her | him | NAME) out | touching | following | messaging (me | her | him | NAME))
(wait | waits | waiting) (by | at | beside | next to) (my | her | his | NAME 's) (car | door | flat | house | bus stop)
(been | being | was | is | were | gets | got | getting) ~ followed (home | to (my | her | his) (car | flat | house))
(he | she) ~ (<turn> up | <show> up | <wait>) outside (my | her | his | NAME 's) ANY*1 (flat | house | home)
"""

NAMED = """
MOCKED: ANY*1 (stutter | stammer | accent | weight | looks | walk | limp | voice | body | hair | skin | teeth |
    religion | turban | name | disability | hearing | wheelchair | clothes | speech | english | colour | nose | height
    | autism)
"""
