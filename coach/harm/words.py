"""The words that the phrases of harm are made of: who, whom, deeds, and what colours them. Pure.

To have a word heard, add it to its class; to have a new class, add a line: its name, a colon, its words, and
further lines set in by four spaces. It knows no harm: the phrases are in the modules named for their harm.
"""

IRREGULAR = """
hit/hit beat/beat/beaten bite/bit/bitten throw/threw/thrown take/took/taken give/gave/given break/broke/broken cut/cut
put/put slit/slit split/split shoot/shot hang/hanged/hung hold/held get/got/gotten go/went/gone swing/swung
fling/flung spit/spat/spit tell/told say/said send/sent sleep/slept see/saw/seen lose/lost swallow/swallowed
drink/drank/drunk drive/drove/driven fall/fell/fallen come/came shake/shook/shaken stick/stuck keep/kept leave/left
let/let make/made pay/paid find/found think/thought feel/felt bury/buried run/ran bring/brought draw/drew/drawn
carry/carried wear/wore/worn stand/stood have/had steal/stole/stolen lay/laid burst/burst weep/wept grind/ground
tear/tore/torn show/showed/shown wake/woke/woken write/wrote/written withdraw/withdrew/withdrawn rub/rubbed set/set
hide/hid/hidden freeze/froze/frozen bleed/bled call/called forbid/forbade/forbidden bind/bound catch/caught
want/wanted buy/bought bust/busted lie/lied die/died sit/sat overtake/overtook know/knew/known
"""
"""The verbs that are not formed by rule: first form, past, and participle where that is another one."""

VERBS = """
STRIKE: hit punch slap shove kick choke strangle throttle headbutt assault stab smack thump batter whip flog cane bite
    spank knee lash knife rape whack clobber pummel glass belt thrash wallop smother attack deck nut elbow claw
    scratch backhand ram trample bash manhandle suffocate bludgeon maul
BEATEN: punch slap headbutt assault stab strangle knife rape flog cane throttle spank whip glass thrash shove
HURT: hurt harm injure abuse threaten burn scald starve
KILL: kill murder shoot stab strangle hurt harm beat punch smash burn slap hit choke knife lynch butcher
THROW: throw chuck hurl fling lob launch swing aim sling pelt
GRAB: grab take hold seize catch pin drag pull yank lift get
PUSH: push slam throw shove knock drag hurl fling ram pin bang smash
BREAK: break split bust bloody smash fracture twist dislocate burn crush snap rearrange
TOUCH: touch grope stroke fondle kiss caress squeeze pinch rub cuddle tickle lick pat feel brush cup massage smell
    nuzzle slap smack
SEND: send text message whatsapp forward show share post e-mail email airdrop get receive
HIRE: hire rehire promote take employ interview put recruit shortlist call appoint consider pick choose onboard invite
    renew send let give
BIN: bin reject skip filter discard delete avoid refuse block weed
CRY: cry weep sob bawl
"""
"""Verbs by their first form; in any form they are CLASS, in the past CLASS_ED, in -ing CLASS_ING."""

WORDS = """
SOFT: just really so very completely totally utterly absolutely nearly almost already actually still always often
    sometimes even literally then also all been being be started start simply seriously constantly clearly slowly
    quite physically mentally emotionally feeling feel feels felt having have has had keep keeps kept keeping once
    twice can now getting get gets got am is are was were 's did do does would will could might may must about going
    to tried try trying tries want wants wanted wanting begun began ended end up honestly basically probably maybe
    only well too pretty bit deliberately purposely repeatedly regularly secretly quietly suddenly accidentally kind
    sort of continuously recently finally lately again ever in fact like should seems seem looks look looking used
    gone went came come coming there's currently daily both since each badly
DENIAL: not never no nobody none neither without hardly
THE: a an the my our his her their your this that some another one two three four several both these those every 's
    any half most
HIS: his her their 's whose
HER: her him me us them
PRONOUN: he she they who someone somebody
SUBJECT: he she they it who we you that which this these what everyone nobody people
JOINING: and but because so since when while after before or as if that then until till though although which who
    where about for in on at with by again any every today tonight yesterday last this now next sometimes to
ENDING: and but because so since when while until till though although sometimes today yesterday tonight now either
    before after if or
DID: just then have had also finally even once would will 's always already never simply
TIME: yesterday today tonight last this on in at two three four five six seven eight nine ten a weeks months days week
    month day recently suddenly just over since during early earlier monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december christmas easter
    morning night
FEW: one two three four five six seven eight nine ten a few couple several
ROLE: coworker co-worker colleague nurse doctor driver guy bloke lad boy girl kid child member employee worker
    apprentice trainee intern assistant secretary receptionist deputy manager supervisor director boss oga chef cook
    waiter waitress barman bartender customer client patient guest visitor supplier engineer developer analyst lead
    designer teacher student report friend brother sister cleaner guard cashier picker temp junior senior graduate
    operator mechanic carer vp ceo owner founder co-founder cofounder teammate team-mate agent technician recruit
    passenger foreman salesman craftsman man woman men women foremen staff people ones one fella chap rep welder
    contractor subcontractor labourer loader porter resident pupil tenant punter partner chairman chairwoman md cfo
    coo head buyer clerk teller accountant bookkeeper planner dispatcher rider courier cyclist steward pilot
    consultant associate principal professor lecturer tutor coach trainer pharmacist therapist physio dentist vet
    electrician plumber bricklayer scaffolder roofer fitter machinist butcher baker barista usher person individual
    executive officer inspector warden captain sergeant soldier constable sous-chef dishwasher housekeeper maid sir
    madam ma'am uncle auntie aunty superior subordinate freshman newbie starter joiner leader crew mate workmate hr
    operative attendant housemaid house-help househelp helper nanny houseboy house-girl farmhand watchman gardener
    fitters pa neighbour team crewmember volunteer candidate stranger father
    mother parent relative probationer host hostess postman handyman bouncer security
FAMILIAR: boy girl kid child brother sister father mother parent partner man woman uncle auntie aunty relative mate
OTHERS: there him her them his their himself herself themselves hers theirs
LOVED: husband wife spouse boyfriend girlfriend fiancé fiance fiancée fiancee ex ex-husband ex-wife ex-boyfriend
    ex-girlfriend partner stepfather stepmother stepdad stepmum father mother dad mum mom mam mummy daddy parent son
    daughter baby toddler kid child uncle in-law in-laws father-in-law mother-in-law bloke fella hubby missus mrs man
    feller old-man grandmother grandfather gran grandma grandad nan nana granny niece nephew brother sister cousin
    aunt stepson stepdaughter boy girl children wifey
KIN: husband wife spouse boyfriend girlfriend fiancé fiance fiancée fiancee partner father mother dad mum mom mam
    mummy daddy papa mama amma appa baba parent son daughter baby kid child toddler uncle aunt auntie aunty
    grandmother grandfather gran grandma grandad grandpa nan nana granny niece nephew brother sister cousin twin
    father-in-law mother-in-law brother-in-law sister-in-law friend stepfather stepmother stepdad godson goddaughter
    children parents boy girl son-in-law daughter-in-law grandson granddaughter stepson stepdaughter
WORKMATE: colleague teammate team-mate workmate coworker co-worker member friend apprentice driver nurse
WOMEN: women woman girl girls ladies lady waitress waitresses interns intern secretary assistant cleaner trainee
    student students trainees apprentice pa hostess nurse nurses cashier receptionist
BODY: leg legs knee knees thigh thighs waist bum bottom arse ass backside breast breasts boobs chest skirt hip hips
    behind butt lap crotch groin bra cleavage hair cheek tits neck shoulders back privates shoulder
HEAD: throat neck collar hair arm arms wrist shirt shoulders ear scruff face head ears hand jacket tie
BONE: nose jaw teeth tooth ribs rib face neck legs leg arm arms finger fingers wrist lip lips skull head kneecaps
    knees hand bones bone eye
THING: stapler kettle mug cup phone chair pan pot plate tray bottle glass tool hammer spanner wrench laptop
    keyboard book
    file folder brick stone shoe box knife keys punch stool coffee oil water acid something things stuff tea bleach
    rock ashtray screwdriver paperweight scissors bin ladle crate bar helmet tape monitor soup boot plates
WEAPON: knife gun machete cutlass blade pistol weapon hammer bat razor axe crowbar bottle rifle hatchet panga bar
    sword iron pipe stick cable belt hose cane whip rod spanner wrench shotgun screwdriver chain taser fist fists
    broom ruler brick stone plank shovel wood sticks rods pipes bats bricks stones chains belts canes hammers knives
WALL: wall walls door floor ground lockers locker racking rack stairs steps van car desk window fridge frame oven
    table counter cupboard pavement corner shelves river road
PILLS: pills tablets pill paracetamol painkillers aspirin valium sleepers ibuprofen
EDGE: roof bridge balcony platform cliff building ledge window tower scaffold scaffolding car-park overpass flyover
    viaduct silo crane gantry mast pylon chimney multi-storey cliffs rooftop
TRAIN: train trains bus lorry truck traffic tube car metro tram
LEWD: explicit dirty sexual nude naked lewd obscene inappropriate intimate rude filthy sexy pornographic topless
    suggestive flirty creepy nudes porn sexually
PICTURES: picture pictures pic pics photo photos photograph image images message messages text texts video videos
    selfie selfies stuff things jokes comments remarks joke comment remark e-mails emails voicemails gestures note
    notes calls
SLUR: retard spastic cripple slut whore bitch tart paki curry chinki chinky monkey ape faggot fag poof poofter queer
    dyke tranny nigger nigga coon darkie gypsy pikey terrorist spaz fatty mongol wog abo kaffir savage bimbo bombay
    jungle tribal n-word
MEANLY: piggy fatso porky lardy useless worthless stupid idiot pathetic moron dumb fatty fat ugly donkey animal
GROUPS: women woman girls girl females ladies mothers mother mums mum moms blacks asians indians africans nigerians
    poles pakistanis romanians arabs gypsies travellers igbo igbos yoruba yorubas hausa hausas dalit dalits caste
    immigrants foreigners foreigner refugees muslim muslims jew jews christians hindu hindus gays lesbians homosexuals
    aboriginals filipinos mexicans latinos migrants fifty-plus over-fifties over-50s sikhs somalis kurds turks roma
    albanians bulgarians hijab headscarf headscarves turban turbans osu albino albinos biharis sari saris disabilities
OF_GROUP: black brown asian indian african nigerian polish pakistani romanian arab chinese aboriginal indigenous
    filipino jewish gay lesbian trans transgender disabled pregnant autistic deaf blind female foreign roma gypsy
    muslim hindu hausa igbo yoruba dalit bihari maori wheelchair dyslexic bipolar turkish arabic ethnic
TRAIT: pregnant pregnancy expecting maternity race skin colour religion caste tribe gay lesbian trans transgender
    black asian muslim jewish hijab headscarf gender disabled disability wheelchair accent hiv epilepsy epileptic baby
    babies motherhood ethnicity turban autistic autism faith sex brown foreign bipolar sari mosque engaged sexuality
    nationality deaf dreads dreadlocks stammer stutter dyslexia menopause transitioned osu dalit albino chemo
MEN: men men's male males white whites guys boys bloke blokes locals man lads
ILLNESS: cancer leukaemia leukemia lymphoma tumour tumor tumours melanoma metastases dementia alzheimer's mnd als
    motor malignant terminal terminally sepsis parkinson's stroke chemo chemotherapy aneurysm glioblastoma sarcoma hiv
    myeloma cirrhosis
BAD: burnout burn-out stress exhaustion anxiety depression nerves overwork fatigue tiredness
ILL: abuse violence bullying harassment discrimination racism burnout burn-out suicide self-harm sexism stress racist
    sexist bereavement grief suicidal
LESSON: training trainings policy policies course courses workshop workshops module modules law laws procedure
    procedures book books webinar e-learning seminar session poster posters week day month campaign report reports
    statistics act officer helpline hotline leave prevention awareness guidance guidelines line charity
SPORT: squash tennis football boxing judo karate playstation cricket rugby chess golf pool
    darts wrestling hockey badminton
AFTER: up down into against over off out hard all most badly twice once or at like round around across from there
    inappropriately because a the right real really when very pretty too so daily repeatedly regularly without
SOMEONE: one two three some both them
I: i my me myself we our
MANY: twenty thirty forty many
COMMON: i it we you they not to of with one what who do out up people team me my all time work them him so be
"""
"""Words by class. The classes that are made of these, and their plurals, are in classes.py."""

PHRASES = """
WHO: (i | THEY | !(INSIDE))
SELF: (myself | himself | herself | themselves | themself | hisself | ourselves | yourself | itself)
WHOSE: (my | his | her | their | NAME 's)
THEM: (him | me | us | them | someone | somebody | NAME !('s) | her !(NOUN) | (my | our | his | her | their | 's)
    ANY*1 WORKER !('s) | (a | an | the | that | this | another | some | one | two | three | these | those) ANY*1 ROLE
    !('s) | (one | two | three | some | most | half | both | many | another) of (them | us | THE ANY*2 ROLE))
KINDRED: (my | our | the) (own | little | eldest | youngest | old | elderly | teenage | two | three)? LOVED
AGAIN: (any more | any longer | no more | again | like this)
"""
"""Phrases that have a name, and may stand in any phrase."""
