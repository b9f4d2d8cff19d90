"""How people speak of violence and threats of it, done by themselves or by others."""

OWN = """
i ~ STRIKE THEM
i ~ beat THEM !(at | to | on | in | by | for | hands | again | fair)
i ~ (<beat> | <bash> | <rough> | <duff>) THEM up !(over | about | on | for)
i SAME*9 (and | then | ,) ~ (STRIKE_ED | beat) THEM
i ~ (<hit> | <lash> | <swing>) out (at | and) ... (lip | nose | bleed* | blood | face | eye | hurt | fell)
i ~ GRAB THEM (hard | roughly)? (by | round | around) .. HEAD
i ~ GRAB .. by (the | his | her | their) HEAD
i ~ (GRAB | <pin>) THEM .. (against | to the floor | to the ground | on the floor | up against)
i ~ <drag> THEM
had (him | her | them | THEM) by the (throat | neck | collar | hair)
my hands (round | around | on | at | about) (WHOSE | the) (neck | throat)
i ~ (held | hold) .. down
i SAME*9 ~ PUSH THEM ~ (up | right | hard | back)? (against | into | onto | over | down | out | off | to | through) ..
    WALL
i SAME*9 ~ PUSH THEM (over | down | hard | around) $
i SAME*9 ~ (<push> | <shove>) THEM (so | and) .. (fell | hard)
i SAME*9 ~ THROW .. THING ... (at | over | on) (THEM | WHOSE (head | face | feet))
i SAME*9 ~ THROW .. (at | over) (WHOSE (head | face) | HER $)
i ~ THROW .. THING ... (hit | cut | caught | struck) .. (THEM | WHOSE (face | head))
i ~ (gave | give | given | <land> | <deliver>) THEM ~ NUMBER? .. (slap | slaps | beating | hiding | kicking | black
    eye | thrashing | clout | punch | punches | smack | pasting | belting | headbutt | flogging | backhand | strokes)
    !(on the wrist)
(slap | slaps | punch | blow | kick | smack) .. i ~ (gave | give | landed) (him | her | them | NAME)
i ~ <spit> (at | on | in) (THEM | WHOSE face)
i ~ BREAK (his | her | their | NAME 's | someone 's) .. BONE
BREAK (his | her | their) face in
i ~ (knee | elbow | clip | clap | cuff | box | boot | knock | stamp | punt)* THEM ... (stomach | head | ear | ears |
    floor | round | face | ground | ribs | out)
i ~ (boot | stamp)* (THEM | on THEM)
i ~ (kneed | elbowed | clipped | cuffed | booted | stamped | tripped | decked | floored) .. (THEM | him)
i ~ (want to | going to | will | will one day | swear | would like to | ready to | might | about to | planning to) ~
    KILL (him | them | her !(NOUN) | someone | somebody | that ANY*1 ROLE) !(on | with | in)
i ~ <see> (myself | me) ~ (killing | stabbing | hurting | strangling | hitting)
i ~ (want to | going to | will | would) ~ KILL (my | the | one of) .. (boss | manager | director | supervisor |
    colleague* | staff)
i ~ (will | going to | would | could | want to) ~ <put> (him | her | them | NAME) in .. (hospital | coffin | ground |
    grave | wheelchair)
i ~ (will | going to | would | could | want to) .. (<break> | <smash> | <snap> | <rearrange>) (his | her | their |
    NAME) .. BONE
i ~ (will | would) have .. (legs | arms | fingers) broken
i ~ (<carry> | <bring> | <keep> | <have> | <take> | <pull> | <get> | <wave> | <hold>) .. WEAPON ~ (to work | because
    of (him | her | them) | with me | at THEM | on THEM | in my (bag | drawer | desk) | for (him | her | them)) !(for
    the | to the kitchen)
i ... (going round | going over | go round | know where (he | she | they) lives) ... (bat | knife | gun | hammer |
    tonight | machete)
i ~ (threatened | threaten | threatening) ~ (THEM | to) .. (KILL | with .. WEAPON | life | hit | violence | break)
i ~ (will | going to | want to | ready to) .. (shoot | stab | bomb | burn down | blow up) .. (place | office |
    building | everyone | them all | lot of them | THEM)
i ~ <leave> .. (bruises | bruise | marks | black eye) on (him | her | them | WHOSE)
i ... it left (bruises | a bruise | a mark | marks)
i ~ <twist> (WHOSE | NAME 's) (arm | wrist | ear | fingers)
i ~ (<ram> | <run>) .. (THEM | him) (over | down)
i ~ (raped | assaulted | assault | knifed | drugged) THEM
i ~ (forced | force) (myself on) THEM
i ~ (<put> | <lay> | <raise>) .. (hands | hand | fist | fists) on (THEM | him | her | them) !(NOUN)
i ~ (<lay> | <laid>) hands on THEM
i ~ (<whip> | <flog> | <cane> | <lash>) .. (THEM | apprentice | boys | trainees)
i SAME*9 (and | then | ,)? ~ <put> (my | a) (fist | foot | boot | knee | elbow | head) (in | into | on | through | to)
i SAME*9 ~ (stuck | drove | buried | landed | sank) (my | a) (fist | foot | boot | knee | elbow)
backhander
(scared | frightened | afraid) of what i .. (do | might) ... (fists | hands | knife | hurt | him | her | them)
(scared | frightened | afraid) .. i (will | might | could) ~ (hurt | hit | kill | harm) (someone | somebody | him |
    her | them)
i .. swing for (him | her | them)
i ~ <shake> THEM !(hands | out | on | into | by the hand)
i ~ (tied | taped | gagged) THEM ... (hurt | beat | chair)
i ~ (want to | going to | will | would | about to) .. (break | smash | cave | bash | kick) (his | her | their) .. (in
    | face | head | teeth | legs)
i ~ beat up .. (THEM | ROLE)
i ~ (brought | bring | carried | keep | have | got) (my | a) (gun | pistol | rifle | knife | machete | bat | taser) ~
    (to | in | into | at | under) .. (work | office | meeting | school | drawer | desk | car | bag | site | jacket)
i ~ threatened THEM
i ~ THROW .. THING .. at THEM
i ~ GRAB THEM .. and .. (shook | threw | pushed | slapped | dragged | shouted)
i ~ (lost control | lost it | snapped | saw red | lost my temper) ... (STRIKE_ED | beat | pushed) (THEM | him | her |
    them)
(he | she | they) (fell | went) ... (hit (his | her) head | blood | bleeding | unconscious)
i ~ (slit | cut | break | wring) (his | her | their | NAME 's) (throat | neck)
i ~ (physically | violently) (attack | attacked | restrain* | remov* | thr* | assault*)
i ~ (got | get) (physical | violent) (with | and | $)
i SAME*6 (fist fight | fistfight | punch-up | brawl | scuffle | came to blows | exchanged blows | physical fight)
i SAME*6 had a fight .. with THEM ... (hit | punch* | blood | bleed* | fists | hospital)
i ~ <kick> THEM 's chair
i ~ <put> (THEM | the other | each other | one another) through (a | the) ANY*2 (door | window | wall | table | glass)
i ~ THROW .. THING .. at (THE ANY*2 ROLE 's | NAME 's) HEAD
i ~ <give> (THEM | (mr | mrs | miss | ms) NAME) a (shove | punch | clout | thump | smack | beating | hiding)
(use | using | used) the (stick | cane | whip | belt | rod) (a little | a bit | on (THEM | the ANY*1 ones))
i ~ (<force> | <run> | <ram>) (him | her !(NOUN) | THEM | (his | her | NAME 's) (car | van | bike)) off the road
"""

OTHERS = """
BY ~ STRIKE THEM
BY ~ <beat> (him | me | NAME !('s) | her !(NOUN) | up | the shit | the hell | THE ANY*1 ROLE) ~ (up | with .. WEAPON |
    $) !(at | to | by)
(<beat> | <bash> | <rough>) THEM up !(over | about | on | for)
BY SAME*9 (and | then | ,) ~ (STRIKE_ED | beat) THEM
(and | then) ~ (hit | punched | slapped | shoved | choked | headbutted | stabbed | kicked) THEM
BY ~ GRAB THEM ~ (hard | roughly)? (by | round | around) .. HEAD
BY ~ (<grab> | <seize> | <catch> | <pull> | <yank> | <drag> | <hold>) (my | his | her | NAME 's) (collar | throat | neck
    | hair | arm | wrist)
BY ~ (<grab> | <seize> | <pull> | <yank>) (my | NAME 's) (shirt | jacket | tie)
(<pull> | pulled) .. (out)? .. handful of .. hair
BY SAME*9 ~ PUSH THEM ~ (up | right | hard | back)? (against | into | onto | over | down | to | through | off) .. WALL
BY ~ (had)? (pushed | shoved | knocked | tripped) (him | her | me | THEM) (over | down | hard)? $
(supervisor | he | she | boss | manager | foreman | husband) ~ (had | has)? (pushed | shoved) (her | him | me) $
<knock> THEM ~ (to the ground | to the floor | out $ | unconscious | down $ | off WHOSE feet)
(held | pinned | hold) (him | her | me | THEM) down
(was | got | were | been) hit (by THEM | in the (face | head | mouth | stomach) | on the head | with .. WEAPON)
THROW .. THING ... at (THEM | WHOSE head)
(threw | throws | thrown | chucked | hurled | flung) .. (THING | chair) .. (at | over) (THEM | me | him | her | us)
(<pull> | <draw> | <wave> | <brandish> | <bring> | came in with | <hold> | <carry> | <produce> | <have> | <point> |
    <come> in with | <swing>) (a | an | his | her) ANY*1 (knife | gun | machete | cutlass | blade | pistol | weapon |
    axe | razor | hammer | bat | shotgun | rifle | crowbar | panga) .. (on | at | to | and | in | into | towards | $)
(threatened | came | went | attacked | lunged | comes | goes | going | waited | waits | waiting | <run>) .. (at | for
    | after | to) .. (THEM | him | her | me) ... with ANY*2 WEAPON
(at | for) THEM with ANY*2 WEAPON
<threaten> .. (to | him | her | me) .. (to)? (kill | shoot | stab | hurt | harm | beat | strangle | murder | punch |
    burn | slap | hit | rape | break WHOSE)
<threaten> (THEM) .. (with .. WEAPON | life | physically)
death threat*
threat* (on | to | against) (my | his | her | their) life
physically (<attack> | <assault> | threatened | intimidat* | violent)
(say* | said | swore | told | telling | swears | wrote | text* | warned | threatens | boasted) .. (he | she | they) ~
    (will | would | going to | wants to | want to) ~ (KILL (THEM | the lot | every* | people | some* | NAME | us) |
    <burn> .. (house | office | place | car | down) | <shoot> | <stab> | <break> WHOSE .. BONE | <bring> .. (gun |
    knife) | sort us out | blow)
(burn | burnt | burned) ANY*5 (hand | arm | face) .. (on purpose | deliberately)
(burn | blow) (her | his | my | their | this | the) (house | office | place | home | building | car) (down | up)
(came | come) to blows
(fist fight | fistfight | punch-up | threw punches | throwing punches | with their fists | with (his | her) fists |
    bare knuckles)
had a fight .. (and | with) ... (stabbed | hospital | nose | blood | broken | bleed* | knife | punched | hit)
fight ... (nose | jaw | teeth | arm) ~ broken
(broke | broken | breaks | fractured | smashed) (his | her | my | their | NAME 's) (nose | jaw | teeth | ribs | arm |
    leg | skull | fingers | cheekbone | wrist) ... (punch* | fight | hit | him | when he | colleague | argument)
<put> (his | her | their) fist (in | into | through) .. (THEM | face | customer | cashier)
(his | her | their) fist (in | into | through)
fist .. into (THEM | my | his | her)
(slashed | slash | smashed | keyed | firebombed | torched) (her | his | my | their | NAME 's) .. (tyres | tires | car
    | windows | windscreen)
(saying | note | message | wrote | said | says | warned) .. (she | he | you | i) (is | are | am | 's) next $
(glassed | knifed | stabbed | raped | lynched | headbutted | flogged | caned | mugged | pistol-whipped | strangled) ..
    (THEM | our ROLE | my ROLE | the ROLE)
BY ~ (raped | rape | rapes)
(came out | come out | came back | came in) .. (bleeding | bruised | with .. (black eye | bruises)) ... (pushed | hit
    | beat | supervisor | he | she | boss)
(<spit> | spat) (at | on | in) (THEM | (my | his | her | NAME 's | THE ANY*1 ROLE 's) face)
spat in (NAME 's | his | her | my | their) face
BY ~ <bite> (me | him | her !(NOUN) | one of | NAME | THE ANY*1 ROLE) !(head | tongue)
(fired | firing) (shots | a shot | shot) .. at THEM
BY ~ (shot | shoot) (at)? (me | him | her !(NOUN) | THE ANY*1 ROLE | NAME | dead) !(down | a | an | in the meeting)
BY ~ (slap | slaps | slapped | slapping | hit | hits | hitting | beat | beats | beating | flog | flogs | cane | canes
    | whips | kicks) (the | his | her | our | my) ANY*1 (waiters | waitresses | waiter | boys | girls | staff |
    apprentices | apprentice | workers | trainees | trainee | cleaner | cleaners | young ones | house-girl | maid |
    pupils | children | lads | boy | girl | drivers)
(hits | slaps | beats) (us | them) !(with | to | by | on | at)
(swung | swing) .. at (my | the | a) .. ROLE
(he | she | they | NAME) ~ (violent | got violent | turned violent | becomes violent | gets violent) .. (with |
    towards | to | at work | last | yesterday | $)
(punched | kicked | stamped | slapped | hit | beat) .. (head | face | unconscious | stomach | ribs)
(intensive care | hospital) ... (stabbed | beat* | punched | attacked | shot)
rapist
<assault> (by | in | at | on | me | him | her !(NOUN) | THEM | one)
(squared up to | square* up to) (me | him | her !(NOUN) | THEM)
(jumped | jump | ambushed | cornered) (the new | one of (our | my) | our | my | NAME) .. (boy | lad | ROLE) ~ (in the
    | on the | outside | after | with | and beat)
(turned up | came | came in | arrived | walked in) with .. (petrol | WEAPON)
(caught | hit | struck | got) (me | him | her | THEM) (on | in) the (temple | head | face | eye | mouth | back |
    shoulder | arm | stomach | chest | ribs | jaw)
twist* .. (arm | wrist | ear) behind
BY ~ beating (us | them | him | me | her !(NOUN) | THE ANY*1 ROLE) !(to | on | at | by | in)
(he | she | NAME | ROLE) ~ has a (gun | knife | machete) (at home | on (him | her) | in (his | her) | with (him | her)
    | and)
(knows | know) where ... (kids | live | lives | school) ... (gun | knife | kill | hurt | threat* | said)
(kick* | stamp* | smash* | bash* | cave*) (his | her | my | their | NAME 's) (head | face | skull | teeth) in
(knock* | punch*) .. (teeth | tooth) out
(brawl | punch-up | scuffle | fisticuffs | knife fight)
(headlock | chokehold)
(bomb threat)
(afraid | scared | terrified) .. (he | she | they) ~ (will | would) ~ (kill | hurt | beat | attack | shoot | stab)
(pushed | shoved | elbowed | punched | poked | kicked | kneed) (me | him | her !(NOUN) | NAME | THEM) in the (chest |
    back | stomach | ribs | face | balls | groin | side | shin)
(an | the | their | his | her | 's | angry) ANY*1 (father | mother | parent | son | brother | relative | boyfriend |
    husband | uncle | man | woman) ~ STRIKE (our | my | one of | the | a | NAME | NAME 's)
physical altercation
(got | gets | turned) physical (with | and | $)
(he | she | they) ~ (strangle* | chok*) .. until
(<pull> | pulled | drew | took | taken) (out)? (a | an | his | her | the) ANY*1 (knife | gun | machete | blade |
    pistol | weapon | axe | razor | hammer | shotgun | rifle | panga)
BY ~ GRAB THEM .. and .. (shook | threw | pushed | slapped | dragged)
(threaten* | said | going to | want* to | will | would) .. (slit | cut | wring) (my | his | her | their | our | NAME
    's) (throat | neck | head | tongue | face | fingers)
(attacked | ambushed | robbed | beaten) (our | my | one of (our | my)) .. ROLE
BY ~ (beat | beaten | hit | thrashed) .. with a (broom | stick | pipe | rod | bottle | chair | belt | cable | plank |
    shovel | spade | phone | ruler | tray | pan | bat | hammer | spanner | brick | stone | wrench | cane)
(afraid | scared) for (my | her | his | their) (life | safety)
fear for (my | her | his | their) (life | safety)
fears for (her | his | their) (life | safety)
(mob | gang) ... (beat* | attack* | lynch*)
(set | sets | setting | torch* | burn) (the | this | my | our | her | his | him | me) ANY*1 (place | office | house |
    car | building | shop | depot)? (alight | ablaze | on fire)
(a | the) (stabbing | shooting) (at | in | outside)
(gunpoint | knifepoint | armed robbery | taken hostage)
(was | were | got | been) (murdered | kidnapped | abducted | ambushed)
(i | we | THEY) ~ (got | was | were | being | been | gets | get) SOFT*2 BEATEN_ED !(down | out | on (the | price) | to
    | together | into | for)
(i | we | THEY) ~ (got | was | were | being | been | gets | get) ~ (beaten (up | $ | by | with) | beaten on (his |
    her) way | attacked (by (a | an | the | our | my | his | her) ANY*1 ROLE | on (his | her | my) way | with ANY*2
    WEAPON) | spat (at | on) | glassed | jumped by | mugged | bottled | lynched | roughed up | kicked in the | hit (in
    the | with ANY*2 WEAPON))
(gang-raped | sexually assaulted | sexual assault | gang-rape)
(stabbed | knifed) (a | an | the | my | our | him | her | me | one | NAME | to death) !(in the back)
<threaten> (me | him | her !(NOUN) | NAME | THEM) (!(ANY) | outside | in (the (car | corridor | lift | yard | kitchen
    | canteen) | my | his | her) | again | physically | personally | yesterday)
would (kill | shoot | hurt | burn | harm) (my | his | her | our | the) (family | children | kids | wife | husband |
    daughter | son | mother)
(fight | fighting | brawl | argument) ... (broke | broken | fractured) (his | her | a) .. BONE
(<put> | <push> | <throw> | <shove>) (THEM | the other | each other | one another) through (a | the) ANY*2 (door |
    window | wall | table | glass)
(know | knows | knew) which school (my | our | his | her | their) ANY*2 KIN
(know | knows | knew) where (my | our | his | her | their) ANY*2 KIN (goes | go | lives | live | sleeps | plays)
(told | tells | said | says | warned | reminded) .. (he | she | they) ~ (know | knows | knew) where (i | we) (live |
    park | sleep)
(<come> | <return> | go | goes | be | <turn> up) ANY*3 (back | in)? with (a | his | her | the | that) ANY*1 (gun |
    rifle | shotgun | pistol |
    machete | knife | axe | crowbar)
(<force> | <run> | <push> | <ram>) (me | him | her !(NOUN) | them | (my | his | her | their | NAME 's) (car | van |
    bike | truck)) off the road
<beat> (THEM | THE ANY*1 ROLE) with ANY*2 WEAPON
THROW .. THING .. at (THE ANY*2 ROLE 's | NAME 's) HEAD
"""

NAMED = """
BY: (ATTACKER | (a | an | the | some | another) ANY*1 FAMILIAR)
"""
