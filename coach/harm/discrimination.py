"""How people speak of discrimination, their own deciding or what is done to others."""

OWN = """
(i | we) ~ (try | prefer | tend)? (not to | not | never | stopped | avoid | rather not | refuse to) ~ (HIRE |
    HIRE_ING) .. (on | to)? .. GROUP !(only | just)
(i | we) ~ (BIN | <pass> over | <overlook> | <exclude> | <sideline> | <bypass>) .. GROUP !(only)
TRAITS ... (so | therefore | which is why | that is why) (i | we) SAME*4 (OUSTED | dropped | AVOIDED)
(GROUP | (any* | candidates | women | applicants) with ANY*1 (kids | children | babies)) SENTENCE*6 (my | the | our)
    (bin | no pile | reject pile | shredder)
GROUP i ~ <put> (in | on | to) the (no | reject | back)
(i | we) ~ (BIN | <pass> | <ignore> | <throw>) ... OF_GROUP (surname | surnames | name | names | sounding)
(i | we) ~ only ~ HIRE (MEN | blokes | guys) $
(i | we) ~ (<mark> | <score> | <rate> | <grade>) .. GROUP .. (lower | down | worse)
(i | we) ~ <hide> .. GROUP
(i | we) ~ <keep> .. GROUP .. (minimum wage | less | lower pay | lower wages)
(i | we) would ~ (sack | fire | dismiss) (any | a | every) ... (make-up | makeup | TRAIT)
(i | we) ~ (<make> | <tell> | <crack>) .. (joke | jokes) (about | on) (his | her | their | NAME 's) ANY*1 (TRAIT |
    religion | ethnicity)
(i | we) ~ <tell> THEM SENTENCE*5 (pray | hijab | headscarf | turban) SENTENCE*3 or (not | find | <lose> | leave | go |
    look)
(i | we) SAME*4 (younger | younger one | young) ... (too old | (over | past) (fifty | sixty | 50 | 60))
(i | we) ~ (refused | denied | <give> (him | her | them | NAME) the (sack | boot | push)) ... BECAUSE ... TRAITS
(i | we) ~ <put> .. (foreign | african | muslim | asian | indian | women 's) (cv | cvs | resumes | applications) ..
    (shredder | bin | bottom)
(i | we) ~ <say> no .. BECAUSE .. TRAITS
(i | we) ~ (<get> rid of | <sack> | <fire> | <dismiss>) (the | a | an | my | our | that | every) ANY*1 OF_GROUP ROLE
(i | we) ~ (not | never) ~ serve (any)? GROUP !(only)
GROUP SENTENCE*10 (so | therefore | which is why | that is why) (i | we) SAME*4 (OUSTED | AVOIDED)
(i | we) ~ (<leave> | <put> | <push> | <move> | <sort>) .. GROUP .. (bottom | last $ | back of | in the back)
(i | we) ~ only ~ HIRE ... (english | western | white | christian | british | european) (names | name | people | accents
    | faces)
(i | we) ~ <give> ... to (NAME | him | another | someone | somebody | a) ... because she ~ .. (have | having | has |
    wants | start* | off) .. (kids | children | baby | babies | family)
(i | we) ~ (<cut> | <reduce> | <halve> | <stop> | <drop> | <freeze>) (her | his | their | NAME 's) ANY*1 (hours | shifts
    | pay | salary | bonus | clients | accounts | projects | budget) ... BECAUSE ... TRAITS
(i | we) ~ (<make> | <force>) .. GROUP (do | clean | carry | wait | use | eat | sit | stay | work)
(i | we) ~ <give> .. GROUP .. (dirty | dirtiest | worst | hardest | heaviest | lowest)
(i | we) ~ <ask> ... (<have> | <get> | <start> | <want>) (children | kids | babies | a baby |
    a family | pregnant) !('s | day)
(i | we) ~ <send> THEM home SENTENCE*8 (beard | hijab | turban | headscarf | dreads | dreadlocks | braids | praying)
(i | we) ~ (<tell> | <order> | <ask>) THEM ~ (to stop | not to | never to | to quit) ~ (speak | speaking | talk |
    talking) .. TONGUE
(i | we) ~ (<ban> | <forbid> | not (allow | let | permit)) .. (speak | speaking | talk | talking | <pray> | hijab* |
    headscar* | turban* | TONGUE) .. (TONGUE | at work | here | in (my | our | the) | during | on (my | our | the) | $)
(i | we) ~ (<tell> | <ask> | <order> | <advise> | <force> | <want> | <make>) THEM ... TERMINATE
(i | we) ~ (stopped | avoid | refuse | quit) .. HIRE_ING .. GROUP
(i | we) ~ (stopped | stop | avoid) .. (HIRE_ING | inviting) (mothers | women | the older ones | older people | GROUP)
(i | we) ... not ~ (HIRE | <want> | <take> | <like> | <have>) .. (older | old) (people | ones | workers | staff |
    candidates)
(i | we) ~ (avoid | stopped | never) .. (HIRE_ING | hiring) (older | old)
(i | we) ~ (not | never) ~ <want> (any | the | a)? GROUP !(only | just | to)
(i | we) ~ (not | never) ~ (have | let | allow) .. GROUP .. (run | lead | on | in | at | near | serve | do | work |
    manage)
(i | we) ~ never ~ have a (woman | man | GROUP) .. (run | lead | on | in)
(i | we) ~ (not | never) ~ (<give> | <offer> | <assign>) .. (role | job | shift* | work | work | post | promotion |
    nights | overtime | accounts | account | lead) .. to .. GROUP
(i | we) ~ (not | never) ~ (<give> | <offer>) .. to .. GROUP
(i | we) ~ (not | never) ~ (<put> | <place> | <send>) .. GROUP (on | in | at | to | there | near | out)
(i | we) ~ (not | never) ~ (<call> | <ring> | interview | shortlist | consider | take) .. (back)? .. with (foreign |
    african | muslim | asian | polish | nigerian | ethnic | indian | arab | funny | strange) (name | names | accent |
    accents | sounding)
(i | we) ... (foreign | african | muslim | asian | polish | nigerian | ethnic | indian | arab | chinese) (name |
    names) !(right | correctly)
(i | we) ~ <keep> .. GROUP .. (out of | off | away from | in the back | from the | at the back)
(i | we) ~ (pay | paid | paying) .. GROUP .. (less | half)
(i | we) ~ (discriminate | discriminated) against
my rule ... no (GROUP | mums)
(i | we) ~ (told | asked | tell) .. (agency | recruiter | hr | recruiters | them) ... (no | no more | not .. any |
    only | stop sending) .. (GROUP | white | whites | men)
(i | we) ~ (prefer | only | like) .. (HIRE | HIRE_ING | take | hire) ... (own (caste | tribe | kind | people |
    religion | community | village) | men $ | white | whites | males | young (men | guys))
(i | we) ~ (only | just) (hire | take | employ | want | interview) (white | whites | men | males | young | christians
    | hindus | brahmins | people from my | our own | girls under | people under)
own caste
(i | we) ~ (make sure | made sure | ensure | see to it) ... GROUP .. (not | never)
GROUP ~ (that)? ... i do not (renew | hire | keep | promote | take)
(when | if | once | as soon as) i (see | hear | notice) .. (headscarf | hijab | turban | accent | african name |
    foreign name | wheelchair | name) ... (no | bin* | know | reject | next | skip)
(i | we) DID*2 OUSTED ... BECAUSE ... TRAITS
(i | we) SAME*6 (and | then | ,) ~ OUSTED ... BECAUSE ... TRAITS
(i | we) SAME*9 ~ OUSTED ... (too old | old enough | over (fifty | sixty | 50 | 60 | 55))
(when | once | after | as soon as | because) (she | he | they | i) .. (told | said | announced | got | found | came
    out | became | was) ... TRAITS ... (i | we) SAME*9 ~ OUSTED
(i | we) ~ <get> rid of .. (older | over (fifty | sixty | 50 | 60) | pregnant | everybody over | everyone over |
    anyone over)
(i | we) ~ (pushed | push | forced | managed | eased) out .. (everybody | everyone | older | old | over | anyone |
    GROUP)
(any* | every*) (over | above | past) (forty | fifty | sixty | 40 | 45 | 50 | 55 | 60) ... (bin | out | reject* | no |
    rejected | never)
(i | we) SAME*9 (young ones | younger ones | men) ... (over (fifty | forty | sixty | 50 | 40) | babies | bin)
(i | we) ~ (gave | give | giving) .. to (the | a) (man | bloke | guy | men | younger | white) ... (baby | babies |
    children | pregnan* | maternity | kids | she will)
(i | we) ~ (not | never) ~ (give | put | promote | consider | hire | invite | send) ... (women | woman | girls |
    mothers | mums) .. (with (small | young)? (kids | children))?
(i | we) ~ (stopped | not | never) (inviting | training | invite | train | send | sending | promote | promoting |
    develop) .. (older | old) (ones | people | staff | workers | ladies | men)
(i | we) ~ (mark* | score* | rate* | graded) .. (down | lower) ... (accent | pregnan* | age | religion | hijab |
    because she | headscarf)
(i | we) ~ (move* | took | take | put | kept | had) (him | her | them | NAME | the ANY*1 ROLE | THEM) .. (moved | off
    | away | in the back | out of sight) ... TRAITS
<move> .. (with)? .. (stammer | stutter | wheelchair | black | headscarf | pregnant | hijab | gay | disabled) .. (off
    | out | away)
customers .. not .. (want | like | served) .. by (a | an | the)? .. GROUP
(because of the | for the) (clients | customers) ... (muslims | blacks | gays)
(told | asked | tell | ask) (her | him | them) ... (take off | remove) .. (hijab | headscarf | turban | cross)
(i | we) ~ (made | make | told | tell | said | say | crack) ... (racist | sexist | homophobic | racial | transphobic)
let .. (wheelchair | disabled) .. (wait | candidate) ... (gave up | no place | left)
(i | we) ~ not <want> (any | the | a)? (blacks | muslims | gays | women | mothers | jews | gypsies | foreigners)
(i | we) ~ (withdraw | withdrew | cancelled) (the | her | his) (offer | promotion) ...
(because | since | as) (she | he) ~ (pregnant | disabled | gay | muslim | black | a woman | too old | a mother) ... (i
    | we) ~ not ~ (hire | promote | extend | renew | keep)
(i | we) ~ not ~ (hire | promote | extend | renew | keep) (her | him | them | NAME | THE ANY*1 ROLE) ... BECAUSE ..
    TRAITS
(i | we) ~ (screen | weed | filter | rule | sort | leave | throw | keep) .. out ... (GROUP | prayers | pregnan* |
    anyone over | anybody over | BELIEF)
(i | we) ~ (screen | weed | filter) out
(i | we) ~ (steer clear | stay away | shy away | keep clear) (of | from) .. GROUP
(lose | lost | bin | shred | ignore | hide) (the | their | her | his) (application | cv | cvs | applications | resume
    | resumes) ... (GROUP | name | names | BELIEF)
(if | when | once) (she | he | they) ~ .. (engaged | married | pregnant | expecting | GROUP | TRAIT) ... i ~ not
    (shortlist | hire | call | interview | promote | take | consider | renew)
(i | we) ~ keep .. GROUP .. (off | away from | out of | at the back | in the back | behind)
GROUP ~ (too | not | never | always | all) ~ (emotional | lazy | weak | reliable | slow | dirty | stupid | unreliable
    | thieves | suited | cut out | soft | loud | difficult | trouble)
GROUP (belong | should stay) .. (home | kitchen | country)
(man 's job | job for a man | no job for a (woman | girl | lady) | no place for a (woman | girl | lady) | woman 's
    (work | job) | men only)
(i | we) ~ (gave | give) .. to NAME ... (sari | hijab | turban | accent | pregnan* | headscarf | wheelchair)
(i | we) ~ (prefer | only (hire | want | take) | look for) (young | younger | white | single | unmarried | childless |
    english | european) (people | ones | men | women | girls | staff | candidates | faces)
(i | we) ~ not ~ (promote | hire | train) .. (pushing | over | past) (40 | 45 | 50 | 55 | 60 | forty | fifty | sixty)
(i | we) ~ (reject | refuse | bin | skip | decline | avoid | ignore | turn away | turn down | dismiss) .. (everyone |
    anyone | anybody | all | any | people | those | everybody | candidates | applicants)? .. (with | who | from)? ..
    GROUP
(i | we) ~ (always | only | usually | mostly) ~ (choose | hire | pick | take | promote | prefer | employ | select) ..
    (the | a)? (white | men | male | males | whites | young | younger | christian | hindu | brahmin | english | local
    | native)
(i | we) ~ not ~ <want> (any)? (more)? (women | girls | blacks | muslims | GROUP)
(i | we) ~ not ~ (HIRE | promote) (someone | somebody | a (woman | man) | people | anyone | anybody) (his | her | my |
    their | of (his | her | that)) (age | colour | religion | background | kind)
(i | we) ~ (employ | hire | take) no GROUP
no (place | room | job | use | need) ~ for (GROUP | women | old people | that sort | those people | mothers) ~ (here |
    on my | in my | in our)
no (mums | mothers | muslims | blacks | foreigners | gays | women | girls) (please | on this project | on my watch)
"""

OTHERS = """
BOSSES ... (not | never | stopped | avoid* | refuse to | refuses to | refused to) ~ (HIRE | HIRE_ING) .. (on | to)? ..
    GROUP !(only | just)
BOSSES ~ BIN .. GROUP
BOSSES ~ BIN .. (foreign | african | muslim | asian | polish | nigerian | ethnic | indian) (name | names)
BOSSES ... (told | tells | asked) (me | us | hr | them | the agency) ... (not to | never | skip* | avoid* | no | stop)
    ... (hire | HIRE | interview | any*)? ... (GROUP | part of town)
(not | never) ~ <want> (any | the | a)? GROUP (on | in | at | here | near | for | around | $)
BOSSES ... not ~ <want> ... GROUP !(to | only)
BOSSES ~ not ~ (<give> | <offer> | <let>) .. (GROUP | women) .. (big | accounts | account | nights | roles | role |
    lead* | the | shifts | overtime)
BOSSES (say* | said | thinks | believes) .. (women | mothers | girls | muslims | blacks | gays | GROUP | older people)
    (can not | are not | do not | should not | should | cannot | belong)
(unwritten | secret | golden)? rule ... no (GROUP | one over | any* over)
rule ... (nobody | no one | any* | no) .. over (40 | 45 | 50 | 55 | 60 | forty | fifty | sixty)
(whites | men | white | whites | males | christians | hindus | locals) only
(nobody | no one | people | any* | every*) over (40 | 45 | 50 | 55 | 60 | forty | fifty | sixty) (gets | is hired | is
    allowed | can | ever)
(refuse* | not | never | avoid*) .. HIRE .. AGED
<pay> .. (less | under) ... (than the (MEN | bloke | man) | who does .. same | because .. TRAITS | for the same)
(less | more) than .. (MEN | bloke | man) (for | who) .. same
(told | says | say | said) .. (i | she | he) (am | is | was | 's | were) .. too (old | fat | foreign | dark)
(young and dynamic | dynamic and young) ... (fit | old | age | 5* | i)
(not fit | not fitting) .. i am (fifty* | 50 | 51 | 52 | 53 | 54 | 55 | 56 | 57 | 58 | 59 | 60 | 61)
(racist | racism | racial | racially | sexist | sexism | casteist | casteism | homophobic | homophobia | transphobic |
    transphobia | antisemitic | antisemitism | islamophobic | islamophobia | ageist | ableist | misogynist* |
    misogyny) !(policy | training | act)
facing discrimination
(i | she | he | they | we | NAME | ROLE | people) SAME*9 ~ OUSTED_PASSIVE ... BECAUSE ... TRAITS
OUSTED_PASSIVE .. (again)? ... for (a | another | some) (man | bloke | white | whites | younger | guy)
OUSTED ... BECAUSE ... TRAITS
(when | once | after | since | because | as soon as | the (week | day | month | moment)) (she | he | they | i | we)
    ... (told | said | announced | found out | came out | TRAIT | got) ... TRAITS ... OUSTED
(since | after | because) (i | she | he) (came out | transitioned | told) ... (OUSTED | dropped | not .. client* |
    nobody | stopped | ignored)
(let | got rid | put) .. (her | him | NAME | me | of) .. (go | on (a | the) .. plan) ... TRAITS
TRAITS ... (they | he | she | boss | company | hr) ... (put | move* | let | push*) (her | him | me) (on (a | the) ..
    plan | off | aside | go | out)
(stopped | stop) (giving | inviting | putting) (her | me | him) ... (baby | pregnan* | came out | hijab | leave)
(stop* | stopped) .. (shifts | hours) ... (baby | pregnan* | maternity)
asked .. to leave ... (pregnan* | gay | muslim | hiv | trans)
(asked | asking | ask) (me | her | whether (i | she)) .. (planning | have | having | going to have | want) ..
    (children | kids | babies | pregnan*) ... (turned | reject* | not | interview | down)
(cut | shave | remove | take off) (his | her | my | their) (dreads | dreadlocks | hair | beard | hijab | turban |
    headscarf | braids | afro | locs) .. (or)? .. (go | home | fired | $)
(go | went) back to (my | her | his | your | their) (own)? country
(make | makes | do | does | doing | made) (monkey | gorilla) (noises | sounds | jokes)
SLUR (and | in the | behind | to (my | her | his) face)
(refuse* | refused | not want | will not | not) .. (work | be served | serve* | sit | eat | deal | shake hands) ..
    (with | by) (her | him | me | a | an | them | us | the) .. (because | GROUP | SLUR | TRAIT)
(not | never | nobody | no one | refuse*) ... (eat | eats | sit | sits | drink | share | mix) with (me | us | him |
    her | them) ... (caste | dalit | muslim | gay | black | hiv | tribe)
(dalit | caste | muslim | hiv | gay | osu) ... (nobody | no one | not | refuse*) SENTENCE*8 (eat | eats | sit | sits |
    with me)
because of (my | her | his) .. (caste | religion | tribe | race | skin | colour | accent | age | pregnancy |
    disability | gender | hijab | sexuality | faith)
(everyone | everybody | all | people) from (her | his | my | that | the other | their) (tribe | caste | community |
    village) ... (out | moved | sacked | no | fired | removed | gone)
(not | never) (promote* | hire*) .. any* .. (one | body)? from
(mothers | women | mums | girls | muslims | blacks) (can not | cannot | are not allowed) ~ (be | on | in | lead | do |
    work | allowed)
(not) .. step-free ... (committed | can not | meetings)
(won't | will not | not) .. (adjust | step-free | ramp | accessible | lift) ... (wheelchair | disabled | can not come)
(wrong | different | same) (caste | tribe | religion)
(am | is | was | are | were | 's) (the | a) (wrong | different) (colour | race) (for | here | and)
can not take (me | her | him) because
not <promote> .. north east
BOSSES ~ not ~ (have | let | allow | employ | serve | see | consider | want | take) ~ (a | any | the)? GROUP (on | in
    | near | at | for | $ | work* | lead | run)
(customers | clients | guests | patients | they) ~ not ~ (buy | want | like | accept | be served | deal | trust | be
    treated) .. (from | by | to | with) .. GROUP
(gave | given | give | giving) (my | her | his) (job | role | position | desk | clients | accounts) (away | to) ...
    (maternity | pregnan* | baby | leave | sick | chemo)
(told | asked | made) to (straighten | cover | change | cut | shave | remove | hide | lose | tone down | lighten) (her
    | his | my | their) (hair | accent | name | dreads | beard | skin | headscarf | braids | tattoos | religion)
(diversity hire | quota (woman | hire | girl) | tick a box | token (woman | black | female | asian))
(without | no) .. interpreter ... (deaf | mark* | disengaged)
(mark* | rated) (him | her | me | them) (as | down) ... (disengaged | slow | deaf | autis* | wheelchair | accent |
    pregnan*)
(crossed | crosses | crossing) (out | off) ... (names | name | GROUP)
(name | names) ... (GROUP) .. crossed
not allowed to speak (polish | spanish | hindi | urdu | arabic | french | punjabi | romanian | tamil | our | their |
    my)
THEY ~ too old for (the | a | this | that) (job | role | post | promotion | training | team | shift)
GROUP ... (get | gets | got | given) the (worst | dirty | dirtiest | heavy | heaviest | night | toilets | cleaning |
    hardest)
because (she | he | i | they) (am | is | 's | are | was | were) ~ (brown | black | asian | muslim | gay | trans |
    foreign | a woman | indian | african | disabled | jewish | dalit)
(man 's job | job for a man | no job for a (woman | girl | lady))
BELIEF ... LOSS
GROUP ~ (not | never | refused | rarely) ~ (HIRE_ED | given | allowed | considered | welcome | wanted | paid | chosen
    | served | get .. (promoted | interview* | hired))
(people | those | anyone | candidates) with (disabilities | a disability | an accent | dark skin | foreign names |
    headscarves | children) ... (not | never | rejected | refused | skipped)
(people | those | anyone) from (that | our | my | her | his) (tribe | caste | village | community | religion | area |
    region | side) ... (not | never | rejected | refused | out)
(says | said | told | thinks | believes | saying) ... (woman | women | girl | girls | GROUP) (can not | could not |
    should not | are not | is not | do not | belong | must not) ~ (do | be | run | lead | drive | handle | manage |
    understand | belong | work | cope | fit | suitable | good | strong)
no (place | room | job | use | need) ~ for (GROUP | women | gays | old people | mothers | people like (me | her | him
    | us))
BOSSES ... only ~ (HIRE | hires | promotes | promote | gives | takes | picks | chooses | HIRE_ED | appoints |
    recruits) ... (own (tribe | caste | people | village | kind | religion | community | church | region) | men $ |
    white | whites | (his | her) (tribe | caste | people | village))
(refuse* | refused | declin*) .. (to)? (hire | promote | serve | employ | interview | rent | train | work) ...
    (because | due to | for) .. (skin | race | religion | caste | tribe | colour | age | accent | TRAIT | GROUP)
(denied | refused) ... (after | because | when | once) ... TRAITS
(n-word | the n word | slurs | racial slur | monkey chants)
(jokes | comments | remarks | comment | joke) about (my | his | her | their | NAME 's) (accent | religion | skin |
    race | caste | age | turban | hijab | colour | nationality | tribe | country)
(jokes | comments | remarks) about (muslims | blacks | jews | gays | women | indians | poles | foreigners | africans |
    immigrants | GROUP)
(swastika | n-word)
(call | calls | called | calling | nicknamed) (me | him | her | them | us | people | NAME | THE ANY*1 ROLE) (,)? ..
    (,)? SLUR
like (a | an) (monkey | ape | darkie | nigger | terrorist | slave)
(pay | paid | pays | paying | earn | earns | salary | money) .. (less | half) .. (than | as | because) .. (MEN |
    husband* | her male | male)
(women | girls | GROUP) ... (get | gets | got | paid | earn | given) (less | half) (money | pay)?
(discriminat*) (against | because of | me | us | her | him | at work | on the basis)
(not | refuse*) ~ (HIRE | promote) (him | her | me | them | NAME) ... because .. (wheelchair | disab* | TRAIT | accent
    | hijab)
(<tell> | <ask> | <order> | <force> | <want> | pressur*) (me | her | them | NAME | THEM) ... TERMINATE
LOSS ... (because | for | after | when | while | since | as soon as | once) ... (BELIEF | TRAITS)
(told | said | says | saying | want* | wrote | order*) ... no (GROUP | women | blacks | muslims | foreigners) (here |
    in | on | at the | for)
not (warm | relate | respond | take) to 's? (my | her | his | NAME 's) (TRAIT | headscarf | name | hair)
(<take> | <move>) (me | THEM) off (reception | ANY*1 front | ANY*1 desk | ANY*1 tills) ... (hair | TRAIT)
(in a wheelchair | deaf | blind | disabled | autistic) and? ~ OUSTED_PASSIVE
as the only (OF_GROUP | TRAIT) ... i ~ (made to | told to | not allowed)
(told | tells) (me | us | him | her | them | everyone) that? (she | i | he) ~ (expecting | pregnant) , ... (handed
    | given
    | taken | vanished | cut | gone | stopped)
after (i | she | he) <tell> ... that (i | she | he) ~ (epilepsy | autism | hiv | bipolar | dyslexia | TRAIT) , (he |
    she | they) ... (gave | took | moved | removed)
people like (me | us | her | him | them) (can | will) (not | never) be? (trusted | lead | belong) !(at | on | the)
(use | uses | used | using | call | calls | called | calling) (my | her | his) (old | dead) name
(deadnam* | misgender*)
(<spray> | <paint> | <write> | <scratch> | <call>) ANY*3 (n-word | nword | swastika*)
"""

NAMED = """
GROUP: (GROUPS | AGED | (old | older) (people | workers | staff | women | men | candidates | applicants | ladies | folk)
    | WITH | OF_GROUP (ones | one | men | women | man | woman | people | person | guy | guys | girl | girls | candidate
    | candidates | workers | worker | staff | kids | names | name | surname | surnames | chap | boy | boys | lad | lads
    | folk | colleague* | applicant* | employee* | user | users | manager | managers | teacher* | chef* | mothers |
    nurse* | driver* | blokes | bloke | lady | ladies | gentleman) | (gay | trans | pregnant | disabled) $)
AVOIDED: (<keep> THEM .. (back | away | out | off) | not (bother | interview | promote | hire | shortlist | train |
    consider | renew | extend | invite | call (him | her | them) back) | (<give> | gave) (it | the ANY*2 | that ANY*1)
    to (somebody | someone | another | NAME | a) | <make> (him | her | them) (quit | leave | resign | redundant) | <pay>
    (him | her | them) less)
TONGUE: (polish | spanish | hindi | urdu | arabic | french | punjabi | romanian | tamil | bengali | turkish | kurdish |
    chinese | mandarin | portuguese | russian | ukrainian | welsh | igbo | yoruba | hausa | somali | swahili | (her |
    his | their) (own)? language)
TERMINATE: ((<lose> | <abort> | terminate | <end> | get rid of) (the | her | my | that | this) (baby | pregnancy |
    child) | (an | have an) abortion | (baby | pregnancy | family | child | hijab | headscarf) or .. (the | my | her |
    your)? (job | promotion | career | contract | role | project))
AGED: ((any* | people | someone | somebody | those | candidates | applicants | women | men | workers | staff | folk |
    drivers | nurses) (over | above | past) (forty | fifty | sixty | forty-five | fifty-five | 40 | 45 | 50 | 55 | 60)
    !(hours | k | kilos | pounds | percent | per | quid))
WITH: ((any* | people | someone | somebody | those | candidates | applicants | women | men | workers | staff | folk |
    one) (in (a wheelchair | wheelchairs) | with (a | an | her | their)? (disability | disabilities | autism | epilepsy
    | hiv | wheelchair | accent | accents | stammer | stutter | headscarf | hijab | turban | bump) | who ~ (a | an |
    any)? (TRAIT | muslim | pray | prays | cancer | wears .. (hijab | headscarf | turban) | mother | mothers | over
    (fifty | sixty | 40 | 45 | 50 | 55 | 60))))
LOSS: ((job | role | bonus | promotion | hours | shifts | pay | salary | contract | accounts | clients | projects |
    raise | offer | desk) ~ (cut | gone | taken | given | removed | stopped | halved | reduced | cancelled | withdrawn
    | slashed | not renewed))
BELIEF: (prayers | praying | mosque | temple | church | sabbath | ramadan | eid | hijab | headscarf | turban | sari |
    pregnan* | maternity | wheelchair | dyslexi* | bipolar | epilep* | autis* | hiv | engaged to be | accent)
BOSSES: (he | she | they | boss | manager | director | owner | company | ceo | agency | client | hr | NAME | bosses |
    managers | leadership | firm | oga | madam | md | partner | partners | chef | employer | board | panel | director
    | recruiter | supervisor | foreman | head | management | customer)
BECAUSE: (because | while | due to | for being | for | when | after | as soon as | once | since | the day | on account
    of | the moment | the week | weeks after | having)
TRAITS: (TRAIT | a (woman | mother | mum | girl | foreigner | muslim) | too old | (her | his | my | their) (age | sex
    | condition | illness | cancer | treatment | hair | faith) | came out | coming out | maternity leave | getting old
    | small (kids | children) | fertility | children $ | in a family way | over (50 | 55 | 60 | fifty | sixty) |
    cancer treatment | ramadan | prayers | prays | got too old)
OUSTED: (<fire> | <sack> | <dismiss> | <demote> | <reject> | <overlook> | <sideline> | <exclude> | <make> (her | him |
    them | NAME | THEM) redundant | let (her | him | them | NAME | me | THEM) go | <get> rid of | passed ANY*2 over |
    (moved | took | taken) (her | him | me | them | NAME) (off | aside | away) | turned ANY*2 down | pushed ANY*2 out |
    withdrew | withdrawn | not (renew* | extend*) | stopped (giving | inviting) | laid ANY*2 off | marked ANY*2 down |
    replaced | forced ANY*2 out | took back | cancelled | (put | on) ANY*2 plan | paid ANY*2 less | treated ANY*1 (worse
    | differently))
OUSTED_PASSIVE: (passed over | passed up | let go | sacked | fired | dismissed | demoted | turned down | rejected |
    overlooked | denied .. (promotion | job | role | loan) | pushed out | moved (aside | off | out) | laid off |
    dropped | left out | paid less | treated (worse | differently) | excluded | not (promoted | hired | renewed |
    given | considered) | skipped | asked to leave | replaced | written off | sidelined | kept out)
"""
