"""How people speak of abuse: by those near to them, of the weak, and their own."""

OWN = """
i ~ (STRIKE | HURT) KINDRED !('s | feelings)
i ~ (STRIKE | HURT) (my | our) ANY*1 (LOVED | girl | boy) !('s | feelings)
i ~ beat KINDRED !(at | to | on | in | by | hands)
i ~ (beat | beating | beats) (my | our) LOVED !(at | to | on | in | by | hands)
i SAME*9 (and | then | ,) ~ STRIKE_ED (KINDRED | (my | our) LOVED)
i ~ (<push> | <throw> | <drag> | <kick> | <knock> | <fling>) KINDRED (down | over | against | into | to the floor |
    through | $)
i ~ <knock> KINDRED about
i SAME*9 (STRIKE_ED | hitting | beating) (them | him | her) ... (kids | children | wife | husband | son | daughter)
(kids | children | wife | husband | son | daughter | partner | girlfriend | boyfriend | mum | mother | dad) SAME*9 i
    (have | had | 've)? ~ (hit | hitting | beat | slap* | smack* | punch* | choke* | strangle*) (them | him | her)
    !(NOUN)
(KINDRED | wife | husband | son) ... (black eye | bruises | stitches | broken) ... (i (gave | did | caused) | because
    of me)
i ~ <take> it out on (the | my | our) LOVED ... (belt | hand | fist* | stick | slap* | hit* | physically)
i ~ <take> it out on (the | my | our) (kids | children | wife | family) ... (belt | stick | fists | hands)
i ~ <lock> KINDRED .. (in | up | out | inside)
my (hands | hand) (round | around) (my | our) LOVED
i ~ <raise> (my | a) hand (to | against | at) ANY*3 LOVED
i ~ <shake> (the | my | our) (baby | toddler | son | daughter | little)
i (threw | throw) .. (daughter | son | wife | her | him) .. (against | down | at the wall)
i ~ <throw> (her | him) (against | into | down)
i ~ not (let | allow) KINDRED .. (have | leave | go | see | work | out | use | talk | phone | money)
i ~ <control> KINDRED .. (money | phone)
i ~ (have | been | was) rough with KINDRED
i ~ (<abuse> | violent (to | towards | with) | abusive (to | towards | with)) ANY*2 (LOVED | parents)
i (look after | care for) (him | her) ... i ~ (hit | slap | pinch)
i ~ (<scream> | <shout> | <yell>) (at | in) ... (until | till) .. (<cry> | <shake> | trembl* | sob*)
i ~ (<scream> | <shout> | <yell>) (at | in) (THEM | ANY*2 LOVED) ... (every (day | week) | terrified | daily)
i ~ <make> ANY*3 (kneel | beg | crawl)
i ~ (<humiliate> | <degrade>) (THEM | him | her | them | my | people) .. (purpose | front | every | until | daily)
(<call> | <tell>) (my | our | the | them | him | her) .. worthless
i ... (lock* the door | not allowed to (eat | leave | drink | go)) ... (until | till | finish | eat | leave)
i ~ not (let | allow) (them | my | the) .. ((eat | drink) !(at | in | on | near) | go to the toilet | toilet)
i ~ BREAK (my | our) LOVED
(kids | children | wife | son | daughter | boy) ~ (hide | hides | flinch | flinches | cower | scared of me | afraid of
    me | terrified of me)
i SAME*9 (using | use | used | with | took) (the | my | a) (belt | cane | stick | slipper) .. (on (the | my) | to (the
    | my) | again | $)
i ~ not (let | allow) (my | our) LOVED
i ~ (<knock> | <slap> | <throw>) (her | him | them) (about | around)
i ~ (break | broke | twisted | smashed | bruised | burned | burnt) (my | our) LOVED 's
i ~ (hit | slapped | beat | punch* | slap) (her | him | them) ... (kids | children | baby | my wife | husband | at
    home | drunk | girlfriend | boyfriend | marriage)
i ~ (<hurt> | <hit> | <beat> | <slap> | hurting | hitting) the (person | people | one | ones | woman | man) i (live
    with | love)
i ~ THROW .. at (KINDRED | my LOVED)
i ~ violent (with | to | towards | at home)
(i | we) ~ (<take> | <keep> | <hold> | <confiscate> | <lock> | <hide> | <have>) ~ (away | up)? (her | his | their | NAME
    's | everyone 's | (the | my | our) ANY*1 ROLE ('s)?) ANY*2 (passport | passports | papers $ | documents $)
    !(PAPERWORK)
(i | we) SAME*9 (<withhold> | <deny> THEM | <ration> | <refuse> THEM | (<stop> | <cut>) off? (his | her | their | ANY*3
    's)) .. (food | meals | water | sleep | medication | medicine | insulin) !(budget | deliver* | order* | bill |
    costs)
(i | we) ~ not ~ (<give> | <let> | <allow>) THEM .. (water | food | (eat | drink) !(at | in | on | near) | medicine |
    medication) ... (until | unless)
(i | we) ~ <lock> (him | her | NAME | (the | my | our | a) ANY*1 ROLE) in (the | a) ANY*1 (basement | cellar | storeroom
    | office | room | freezer | container | warehouse | shed | toilet | cupboard | factory | building | house)
(i | we) ~ (<keep> | <hold> | <take> | <confiscate> | <lock>) .. (WORKER | GROUPS | girls | lads | migrants) ('s)?
    (passport | passports) !(PAPERWORK)
i ~ <leave> (THEM | patients | residents) in ANY*1 (wet | soiled | dirty) (bed | beds | nappies | clothes | sheets)
(i | we) ~ <pay> (him | her | them) nothing ... (sleep* | barn | shed | food | bed)
i ~ (<make> | <force>) THEM to? fight (each | one another | $)
i ~ (<burn> | burnt) (him | her | them | THEM) .. with (a | the | my) (cigarette | iron | lighter | match)
(i | we) ~ <tell> THEM ... (immigration | deport* | home office) ... if
(i | we) ~ <lock> (THEM (in at night | inside | in overnight | in until) | (him | her | (the | my | our) ANY*1 ROLE) in
    $)
(i | we) ~ (<hold> back | <withhold> | <keep> back?) (his | her | their | NAME 's) (wages | pay | salary | salaries |
    tips) ... (until | unless | so)
(i | we) ~ (<make> | <let> | <force>) THEM ~ sleep (in | on) (the | a | my) ANY*1 (storeroom | floor | garage | shed |
    warehouse | container | van | kitchen | basement | cellar | barn)
(i | we) ~ (<take> | <confiscate> | <hide>) (his | her | their | NAME 's) ANY*1 (phone | phones | keys | card | money)
    ... so .. not (call | leave | ring | contact | phone | talk | reach | run | go)
(i | we) ~ <threaten> .. (immigration | deport* | visa | sponsorship)
(i | we) ~ <threaten> (THEM)? .. (report | call | send) ... (immigration | deport* | back to | home office)
i ~ not (let | allow) (him | her | them) (go out $ | leave the (house | flat | room | building | site) | see (her | his
    | their) (friends | family | mother | sister | parents) | have (her | his | their) own)
(i | we) ~ <punish> THEM .. (by | with) .. (withhold* | starv* | beat* | lock* | hit* | slap* | cold | stick | belt |
    hunger)
(i | we) ~ (<starve> (THEM | ANY*4 (boys | girls | kids | children | lads | LOVED)) | (<send> | <put>) THEM to bed ...
    (hungry | no food | without))
(i | we) ~ (<tie> | <strap> | <chain> | <tape> | <cuff>) (THEM | ANY*1 (residents | patients | children | kids |
    pupils | boarders | clients)) to (the | a | his | her | their) ANY*1 (chair | chairs | bed | beds | radiator |
    post | tree | toilet | wheelchair)
i ~ <handle> (THEM | ANY*1 (residents | patients | children | kids | pupils | boarders | clients)) roughly
(hands | fists) ,? not (only | just) words
i ~ <take> (it | ANY*1 temper | ANY*1 anger) out on (my | our) LOVED ,? with my (fists | hands | belt)
"""

OTHERS = """
<threaten> (me | him | her | them | us | to | THEM) ... (immigration | deport* | sponsorship)
LOVED ~ (STRIKE | HURT | <beat>) (her !(NOUN) | him | me | them | us | (my | his | her | the) ANY*1 LOVED) !(to | by |
    at)
LOVED ANY*7 (and | then) ~ (STRIKE | <beat>) (her !(NOUN) | him | me | them | us)
LOVED ~ (<beat> | <knock> | <slap> | <smack> | <rough> | <throw> | <push> | <kick>) (her | him | me | them) (about |
    up | around | down)
(her | his | my | their | 's) (LOVED | man) ~ (threatens | threatened | strangled | violent | abusive | aggressive)
(husband | wife | boyfriend | girlfriend | partner | fella | bloke | stepdad | stepfather | father | dad | ex) SAME*9
    ~ (pushed | kicked | punched | slapped | choked | strangled | threw | hit | hits | beats | burnt | burned | burn |
    hurt) (me | her !(NOUN) | him | them)
domestic* (abuse | violence | abused)
(child | sexual | emotional | physical) (abuse | violence)
sexually (abused | abusing)
(i | we | THEY | LOVED) SOFT*3 (is | was | being | been | gets | got | were | am | are | 's) ~ abused (by | at | when |
    as | $ | for)
abusing (her !(NOUN) | me | him | them | his | my | a | the | our) !(patience | position | system | trust)
abuses (her | me | him | them | his (wife | kids | children))
abus* (his | her | my) LOVED
abusive (LOVED | relationship | marriage | home | man | household | father)
violent (LOVED | relationship | marriage | home)
LOVED ~ not ~ (let | allow) (her | him | me) (to | out | see | leave | have | go | talk | meet | use | speak | drive)
LOVED ... not ~ (let | allow) (her | him | me) (see | leave | have | go | talk | meet | use | drive | out)
(he | she) ~ not ~ (let | allow) (her | him | me) (see (her | my | his) (friends | family | mother | sister | mum) |
    leave the house | have (her | my | a) | out of | go out | work late)
LOVED ~ (controls | takes | keeps | holds | took | taking | steals) .. (her | my | his | all) .. (money | salary |
    wages | phone | passport | card | cards | pay)
(he | she | they) ~ (takes | took | keeps | holds | taking) (her | my | his) (wages | salary | pay | passport | money)
    .. (off | husband | LOVED | every | from)
LOVED ~ (tracks | monitors | checks) (my | her | his) (phone | messages | location | every)
LOVED ... (locks | locked | shut | shuts) (me | her | him) (out | in | up)
(rings | calls | phones) ... times a day to check
LOVED ~ (screaming | shouting | screams | yells | yelling) at (her | him | me) .. (phone | every | day | night)
(scared | afraid | terrified | frightened | fear | petrified) (to go home | of going home | of ANY*2 LOVED)
(terrified | scared | afraid | frightened) of (him | her) $
not safe (at home | there | for (her | him | them))
(unsafe | not safe) .. home
(sleeps | sleeping | slept) .. (office | car | sofa | here) ... (not safe | safe at home | because of (him | her |
    LOVED))
black (eye | eyes)
(bruise | bruises | bruising | burns | marks) ... (says | said | fell | door | on (her | his) | again | neck | arms |
    wrists | face)
(walked | walk | ran) into (a | the) door
(not say | will not say | asked) .. who did (that | it | this)
(who | someone | somebody) did (that | this) to (her | him)
long sleeves ... (bruis* | arms | wound* | did that)
(burn | burns | burned | burnt) (her | him | me) with .. (cigarette | cigarettes | iron | water | lighter)
(moved | went | gone | fled | living | is | are | staying) .. (refuge | shelter)
(women | woman) 's (refuge | shelter)
restraining order
(hiding | hides | saving) .. money from (him | her | LOVED)
(pay | wages | salary) ... so (that)? (he | she) .. not .. find
so that (he | she) does not find
<get> out with the (children | kids)
go* for me with
(walk | walking) on eggshells .. (home | around (him | her | my))
(he | she) ~ (held | hold) .. knife to
(he | she | husband | boyfriend | partner | fella) ~ (smashed | broke | broken | cracked | dislocated) (my | her |
    his) (phone | laptop | finger | arm | wrist | nose | rib | ribs | jaw | collarbone | things)
(strangled | choked) (her | me | him)
(force* | forcing | made | making) (her | him | me | them) to marry
forced (marriage | to marry | into marriage)
arranged marriage .. against
has (his | her | their) passport ... (pay | sleep* | not | floor)
(not | never) pay* (him | her | them) ... (passport | sleeps | floor | locked)
(trafficked | trafficking)
(coming | comes | came | come) into (her | his | my) (room | bed) at night
(carers | carer | nurses) .. ~ (hurting | hitting | abusing | mistreating) (her | him | my | the | residents)
(put | puts | landed) (her | him | me | NAME) in .. hospital
LOVED ... (put | kicked | pushed) (her | me | him) (in hospital | down)
LOVED gets violent
(he | she) ~ (hits | beats | slaps | strangles | rapes) (her !(NOUN) | me) ... (home | drinks | drunk | children |
    kids | house | night)
coercive control
(controlling | possessive | jealous) (LOVED | relationship | and) ... (scared | hit | leave | phone | money | afraid)
(mistreat* | beat* | neglect*) .. (at home | (her | his | the) (stepmother | stepfather | parents | uncle))
kicked (her | him | me | them) out .. (night | pregnant | because (she | he))
LOVED ~ (<throw> | <push> | <drag> | <slam> | <kick>) (her | him | me | them) (against | into | down | across | onto |
    out)
LOVED ... (burnt | burned | cut up | destroyed | ripped | tore | smashed | threw away) (all)? (her | my | his) ANY*2
    (clothes | passport | phone | uniform | things | laptop | books | certificates)
LOVED ... <lock> (us | her | him | me | them) (in | up | out | inside)
not allowed to .. (leave the house | see (her | his | my) | bank | money | phone | card | go out | work late | talk to
    (her | his | my))
(hold | have) (her | his) own (bank | money | card | phone)
(flinch | flinches | flinching | cowers | cowering | cower) (when | if | every | at | whenever | each)
(cast | sling | plaster) on (her | his) .. again
(another | new | fresh | third | second) (bruise | bruises | black eye | broken (arm | wrist | rib))
(hurting | beating | hitting | abusing | molesting) (the | a | my | her | their | our | his) ANY*1 (boy | girl | child
    | children | baby | kids | son | daughter | stepdaughter | sister | brother)
LOVED ~ (bites | bit | scratches | kicks | hits | slaps | punches | chokes) (me | him | her !(NOUN))
(afraid | scared | terrified) (he | she | that he | that she) ~ (will | would) (kill | hurt | beat | find) (her | him
    | me | them)
domestic (situation | incident | issue | problem | trouble | matter)
not (dare | want) (to)? go home
(sunglasses | makeup | make-up | scarf | concealer) ... (bruise* | black eye | marks | cover* up)
(took | keeps | holds | confiscated | keep | has) (their | his | her) (passport | passports) !(PAPERWORK)
groom* (my | her | a | the | his) ANY*1 (daughter | girl | child | son | boy | niece)
social services ... (kids | children | hit | bruise*)
(ex | ex-husband | ex-wife | ex-boyfriend | ex-girlfriend) ... (turning up | turns up | following | stalk* | waiting |
    outside | threat* | not leave (her | him | me) alone | shows up | found her)
(he | husband | partner | boyfriend | wife) ~ (broke | breaks | smashes | smashed | destroys) (her | my | his) ANY*1
    (things | phone | arm | wrist | finger | nose | ribs | glasses | laptop)
afraid of what (her | his | my | he | she) ... (do | does) (if | when | to (her | him | me))
(cigarette burns | burn marks | belt marks | handprint* | finger marks)
(parents | father | family | husband | uncle | in-laws) ... (taken | took | hold | keep) (all)? (his | her | their) ..
    (documents | passport | papers | money | phone)
lock (him | her | them | me) in
(controls | controlling) (everything | every | what) (she | i | he) ... (wear* | spend* | meet* | do* | eat*)
LOVED ~ (forces | forced | makes | made) (me | her | him) to .. (hand over | give | sleep | quit | stop working | stay
    home | leave my job)
LOVED ~ (threatens | threatened | threatening) (to | her | him | me)
LOVED ~ (shouts | screams | yells) at (her | me | him | the (kids | children)) ... (scared | every | terrified | night
    | afraid | hide*)
(<tie> | <strap> | <chain> | <tape> | <cuff>) (THEM | ANY*1 (residents | patients | children | kids | pupils |
    boarders | clients)) to (the | a | his | her | their) ANY*1 (chair | chairs | bed | beds | radiator | post | tree
    | toilet | wheelchair)
<handle> (THEM | ANY*1 (residents | patients | children | kids | pupils | boarders | clients)) roughly
(<hold> | <keep> | <take> | <confiscate> | <lock>) ~ (up | away)? (the | all | all the) (passports | passport | papers)
    (of all? (my | the | our | his | her | their) ANY*1 (WORKER | pickers | migrants | girls) | from (THEM | him | her))
(he | she) ~ (hits | beats | slaps | punches | kicks | chokes) me ($ | when | if | again | every)
LOVED ~ (goes | went | comes | came) (for | at) me (when | if | with | $)
<keep> (their | his | her) (id | ids | id cards | identity cards | papers | documents) so .. not (leave | go | run)
<leave> (THEM | (mr | mrs | miss) NAME | residents | patients) on the (toilet | commode | floor) for hours
"""

NAMED = """
PAPERWORK: (to (the | renew | copy | scan | book | get) | details | number* | photo* | copy | copies | for (the | a) |
    and (copied | scanned | booked))
"""
