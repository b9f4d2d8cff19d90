"""Strong words that harm nobody, and what makes a harm one that is not here and now."""

STRUCK = """
# Sayings
(career | professional | political | commercial | financial | brand | social | pure | sheer | economic | be) suicide
(suicide-prevention | suicide-watch)
suicide (mission | squad | prevention | hotline | poster | awareness | pact)
(numbers | margin* | price* | pricing | deadline | timeline | plan | schedule | discount* | move | strategy | idea |
    target*) ~ suicidal
(is | was | be | 's | been) ANY*1 suicide (for | to | in (this | the | our) market)
!(INSIDE) (threats | calls | threat) of (self-harm | self harm | suicide)
rather die than !(live | go on | stay | be here | carry on | face | keep | wake)
(fell | fallen | falls | falling | dropped | went | goes | gone) off a cliff
suicidal (callers | patients | clients | pupils | caller)
suicidal (pric* | move | plan | decision | deadline | timeline | strategy | idea | discount*)
<overdose> (on | of) (coffee | caffeine | meetings | slides | sugar | powerpoint | chocolate)
killing SELF (laughing | trying | working | over | for | to)
(<hurt> | <cut> | <burn> | <injure>) SELF (shaving | playing | lifting | some | short | off | out | on (the | a) | at
    | with the | in the | cooking | slicing)
(die | dying | dies | died | dead | death | cry | crying | cried) (of | from | with | by) (embarrassment | shame |
    boredom | laugh* | powerpoint | joy)
die on (that | this | a | the) hill
(burn* | burnt | burned) the (toast | midnight | candle | coffee)
stab* .. in the back
(hit | hits | hitting | slapped | slap | slaps | attacked | attack | smacked | struck | hammered | kick*) .. (up for |
    up with | with (a | an | the | some | new | another | his | her | their | more | extra)) !(WEAPON | fist | chair |
    hammer | bottle | THING)
(hit | hits | hitting | slapped | slaps | slap | smacked) THEM with !(ANY*3 (WEAPON | THING))
(was | were | got | been | get | gets) (slapped | hit | smacked | hammered | punched) with !(ANY*3 (WEAPON | THING))
(hit | hits | hitting) .. (hard | for six | where it hurts)
(attack* | attacked | attacks) .. (in (the | a | our | that) ANY*1 (meeting | review | press | call | board | demo) |
    on (social | linkedin | facebook | price | e-mail | email | twitter | the internet) | for | over | about |
    verbally)
<kick> THINGS_OR_WHO (off | out | around | upstairs | into (touch | shape | gear | action) | under | up the backside |
    in the pants)
(kick | kicks) (up the | in the) (backside | pants | arse | butt | ass)
slap on the wrist
(slap | slapped | slaps | smacked) THEM (down | on the back | on the shoulder)
(shove | shoved | push | pushed | pushing | pushes) THEM (into | out of | to | towards | for | on | hard on | through)
    .. (role | job | position | project | management | numbers | meeting | decision | apply | take | training | course
    | target*)
(push | pushed | pushing | pushes) THEM hard (on | and (he | she | they) (came | delivered))
(push | pushed | pushing | shov*) (it | that | this | the !(other through) ANY*1)
(beat | beats | beating) .. (to | at | by | in | on) (the | it | a | price | delivery | squash | tennis | chess |
    mario | golf | table | pool | darts | cards | fifa | us | it | two | three | NUMBER)
(beat | beats | beaten | beating) .. up (over | about | on)
(beat | beats | beating) (the | his | her | their | our | my) .. (target* | quota | forecast | record | budget |
    competition | odds | plan | girls in | system)
(threw | throw | throws | thrown | throwing) .. (under the bus | in at the deep | toys | a party | money | ideas |
    light)
(grab | grabbed | grabs | grabbing) .. for (a | an | five | ten | two | the | lunch | coffee)
touch* (base | on | a nerve | wood)
(touched | touches) .. (by (the | her | his) | with (her | his) | base | nerve)
(choke | choked | chokes) (in | on) (the | a | approvals)
(shot | shoot | shooting) SELF in .. foot
(shot | shoot) (down | THEM (a | an) | me a | a (glance | look | film | video | photo) | off)
(blood | bleeding) (sugar | pressure | cash | money | edge)
(follow | follows | followed) .. (on linkedin | advice | lead | instructions | up)
(kiss | kissed | kisses | kissing) .. (goodbye | ass)
(can | could | may | should) kiss (my | our) (arse | ass | backside)
it (is | was | 's | were) touching
(whoever | anyone | anybody | nobody) (touched | touches | touch*)
<touch> (his | her | their | the) ANY*1 feet
<get> (my | his | her | their) (hair | nails) (cut | done)
(like | as if | as though) (he | she | they | i | we | someone | somebody) ANY*1 (STRIKE | hit | slapped) THEM
(grandmother | mother | father | gran | dad | mum | nan | granny) would have ANY*1 STRIKE (me | us | him | her)
(would | could) have ANY*6 (wept | cried | CRY)
would have ANY*1 in (bits | pieces)
(asking | ask | asked | asks) THEM out (to | on site | for a walk)
(ask* | asked) .. for (pictures | photos) of (the | damaged)
(killed | kill | killing | kills) (it | the | this | off | two birds | us on | with)
(better off) without me (as | in | answering | on | at | there)
(want | wants) to (die | kill | strangle | murder) (whoever | that printer | the printer)
could have (killed | strangled | hit | slapped | murdered)
(hurt | hurts) (his | her | their | my) (feelings | pride | back | knee | foot | ankle | shoulder)
(hung | hanged) (himself | herself) with (that | this | his | her)
(i | we) <take> (two | one | a | a couple of) paracetamol
(locked | lock | locks) .. out of the system
way out of (the | this | our)
breaking point (on | of | for) .. (storage | space | capacity | budget | server* | system*)
(<break> | broke) down (the | costs | figures | on | again | in the middle | by | into | silos | barriers)
(van | machine | car | line | system | lorry | truck | bus | server | lift | press) ~ (breaking | broke | broken |
    breaks | has had) .. down?
(van | machine | car | line | system | lorry | press) ~ had a breakdown
breakdown of
(system | deal | server | market | company | talks | roof) ~ (collapse | collapsed | collapsing)
(nothing | strength) left (to teach | to learn | in the (training | budget | warehouse) | to say | to do | on)
(drowning | buried | drown) in
(sick | tired | sick and tired) of (being told | chasing | excuses | this | the | hearing | waiting | repeating |
    doing)
(sick | tired) (and tired) of
# Ways of speaking of a group as such
(hire | hired | promote | promoted) .. (only for | more women | a woman)
more (women | black | disabled | older)
(customers | clients | target | product) ~ (are mostly | mostly | the over-fifties)
(beaten | beat) by .. (in the race | to the | to it | on price | on points | for the)
nail in .. coffin
(hit | hits | hitting) THEM (for | up | where)
(threw | throw | throws) the book at
(life | lives) in (hand | WHOSE own hands)
knife to the (budget | costs | plan | team | forecast)
stroke of (luck | genius)
# Ends of things and departures
(lost | lose | losing) THEM (to (the | a | our | another | better | competitor* | maternity | google | amazon | NAME)
    !(cancer))
(lost | lose | losing) .. to (a | the | our | another | their | better | maternity) .. (competitor* | company | office
    | rival | firm | team | pay | leave | branch | department | startup | offer | job)
(project* | process* | idea* | battery | phone | laptop | market | deal | conversation | plan | bill | proposal |
    initiative | momentum | thing | it | system | machine | line) ~ (died | dead | die | passed | expired | buried)
(client | customer) passed away from us
(contract* | licence* | license* | certificate* | offer | visa | card | warranty | password) ~ (expired | expire*)
(process | project | system | product | it) ~ on life support
(cancer | tumour) (in (this | the | our) (company | team | organisation | organization | business | culture) |
    research | charity | screening | unit | ward | centre | drug*)
(the | a) cancer .. is .. (approval | process | culture | bureaucracy)
my heart (stopped | sank | skipped | stops | jumped) (when | as | every | for a | at)
(when | after) (my | our) ANY*1 KIN (died | passed away | passed) ,? (i | we | my ANY*1) (took over | inherited | got
    the)
(queen | king | pope | president) ~ (died | passed away | dead)
(queen | king | pope | president) 's (funeral | death | burial)
hospice (care provider | client | contract | sector)
(over my dead body | dead (stock | line | end | on arrival | weight | slow | wood | horse | lock | zone | heat))
(drop-dead)
said every ANY*2 ever
# Law, policy, training
ILL (and | or) ILL LESSON
ILL LESSON
(bullying-and-harassment)
(anti-harassment | anti-bullying | anti-racism | anti-discrimination)
ILL (and ILL)? (awareness | prevention) LESSON?
(child | domestic | substance | sexual) (abuse | violence) (awareness | training | policy | charity | helpline |
    prevention | course)
(train* | brief* | taught | educat* | learn* | lectur*) .. (on | in | about) ILL
<harass> (me | us | him | her | them | THEM) (for | about) !(being | sex | a date | my | her | his | nudes | photos |
    money | favours)
<harass> (me | us | them | THEM) with (emails | e-mails | questions | requests | tickets | complaints | forms |
    reminders)
twist* (his | her | my | their | NAME 's) (arm | arms) (to | into | about | a bit | for)
let (her | him | them | me | NAME | THEM) go ,? (at | early | home | to | for (the | a) | by | on (leave | holiday | a)
    | back | first | ahead | in)
expecting (a !(baby | child) | an | the | to | some | more | that | it | him | them | NUMBER)
engaged (on | in | with | by | at)
baby (in | at) (this | the | our) (trade | job | business | field)
(strangled | choked | killed | murdered | slaughtered | squeezed) (us | me | them) on (price | margin* | cost* | terms |
    time)
for a woman who (had | has | is | knows | was | can)
let (a | the | my | her | him | them) ANY*2 finish
(in case of | event of | for | or) (a)? bomb threat
bomb threat (or | drill | procedure | protocol | training)
(a)? (bit | little) ANY*1 (afraid | scared | frightened) of
(irish | english | french | polish | spanish | german | italian) ~ (desperate | broken)
hopeless ,
<cry> every (quarter | year | season)
(<fall> | <fell> | <get> | got | went | down | falls) ANY*1 on (his | her | their | my) knees
LESSON (on | about | against | for | in | around) ANY*3 ILL (and ILL)?
(run | teach | attend* | did | do | had) the .. ILL .. (course | training)
(abuse | abuses | abused | abusing) (of | my | the | our | his | their) (discount* | system | expense* | power |
    privilege* | overtime | trust | patience | sick | process | flexitime | policy | position | credit | company)
(says | said | say | states | state) that (discrimination | harassment | bullying | ILL) (is | are | will) not
ILL (is | are | will) (be)? not .. tolerated
(no | zero | tolerates | against | prevent* | not tolerate) .. (ILL | racist | sexist)
cover* .. maternity
(is | are | off | 's) on (maternity | paternity) leave (until | and NAME | so)
after maternity cover
(bully | bullied | bullying) .. into
(mental health) (first | day | week | awareness | training)
(i | we) ~ (<run> | <manage> | <lead> | work (at | for | in | on)) (a | the | our) ANY*1 ILL (team | service |
    services | unit | desk | shelter | refuge | helpline | charity | clinic)
carrot ... stick
(burns | cuts) ... (oven | fryer | kitchen | grill | welding)
"""

ELSEWHERE = """
# Hypothetical, general or denied: the rest of the clause is not about a person here and now.
(if | when | unless | whenever) (anyone | anybody | someone | somebody | a (person | colleague | manager | member) |
    people | one)
(what would you | what do you | how do i | how do you | what should i | what if | imagine | suppose | supposing | let
    us say | in case | hypothetically | for example if | say someone | how would)
without (anyone | anybody | somebody | someone)
(no | not | never) (evidence | proof | sign | suggestion | case | question) (that | of)
(nobody | no one | none of ANY*2) .. (has | is | was | ever | have | are | were | gets)
(it is | it 's | is | am) not (that | as if | because | like)
(do | does | did) not (think | believe | mean | say | feel) (that)? (he | she | they | it | anyone | i (am | was |
    have))
(not | never) (once)? (hit | punch* | slap* | kick* | bull* | touch* | harass* | shove* | hurt | threat* |
    discriminat* | abus*)
(nobody | no one) 's being
"""

WHOEVER = """
# A rule about whoever does so; only the speaker's own deciding by such a rule is itself a harm.
(anyone | anybody | whoever | nobody | everyone | those | people) who
"""

CONDITIONS = """
# An if: what follows need not have happened.
!(INSIDE) if !(ANY ANY SENTENCE*5 (he | she) ~ (hits | beats | slaps | punches | kicks | chokes) me) i?
(, | and | but | so) if i?
"""

NOT_NOW = """
# Told of the past, or settled: the whole sentence is not about now.
(in | back in | since | of | from | during) YEAR
(years | decades | year) (ago | back | before)
long (ago | time ago)
in the (eighties | nineties | seventies | sixties | fifties | noughties)
as a (child | boy | girl | student | young man)
before (my | our) time
(when | since) (i | he | she | we) (was | were) (a | an | young | little | small | NUMBER | at (school | university |
    college))
at (my | our | his | her) (last | previous | old | former) (job | company | firm | employer | place)
(my | our) (first | previous | former) (job | company | agency | firm | role | employer | boss)
in (my | a) (last | previous | former | old) (job | company | role | firm | life)
(dealt with | sorted out | long settled | was settled | was resolved | been resolved | been dealt | was closed)
so i changed (the | that | it | how)
# A sport or a game.
(in | after | during) (the | a | that) (match | game)
(play* | playing | watch* | watching) ANY*1 SPORT
at SPORT
(sparring | referee | goalkeeper)
(beat | beats | beaten | played) .. at SPORT
(charity | pub)? quiz
accident book
near miss
i box
"""

TOLD = """
# A story: nobody here is harmed.
(a | an | the | that | this | one | horror | action | old) (film | films)
(movie | series | novel | podcast | documentary | thriller | netflix | opera | episode)
(in the | a) book
on (tv | telly | the news | the telly)
(trainer | speaker | facilitator | instructor | lecturer) (told | gave | described) (us | me)? (a | an | the)
    (story | example)
"""

NAMED = """
THINGS_OR_WHO: (him | her | them | me | us | it | NAME | the ANY*2 | this | that | NAME 's ANY*1 | her ANY*1)
"""

HEARERS = """
# The speaker only hears of it, so "me" is not the one it is about.
(<tell> | <text> | <ring> | <phone> | <call> | <message> | <write> | <email>) (to)? me
"""
