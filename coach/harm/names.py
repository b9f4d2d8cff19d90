"""Words that are people's names, and capitalised words that are not. Pure.

A first name counts as a person however it is typed; any other capitalised word does, too, unless it is listed here.
"""

FIRST_NAMES = """
aaron abby abdul abiola ada adam ade adebayo adriana ahmed aisha akira alan alejandro alex ali alice alicia amaka
amara amelia amina amir amit amy ana anand andrea andrew andy angela anil anita anjali ann anna anne anton antonio
arjun asha ashok ayesha babatunde barbara ben benjamin beth bethany bilal blessing bob brian bruce carla carlos carol
caroline cathy charles charlie charlotte chen chidi chika chinedu chloe chris christina claire clara colin dan daniel
danny dave david deepak deepika diana diego dimitri dinesh divya donna doris ebony eddie edward eleanor elena eli
elizabeth ella ellen emeka emily emma eric erik esther eva fatima fatou femi fiona folake funmi gareth gary gavin
gemma geoff george gloria gordon graham greg hana hannah harpreet harry hassan helen henry ian ibrahim ifeoma imran
ines irene isaac isabel ivan jack jackie jacob jake jamal james jamie jan jane janet jason javier jay jean jenny
jeremy jess jessica jim jimmy joan joanna joe john jon jonas jose joseph josh joyce juan judith julia julie kamala
karen karim kate kathy katie kavita kavya keith kelly kemi ken kenneth kerry kev kevin kiran kofi kumar kwame lakshmi
laura leah lee lena leo liam lina linda lisa liz louise lucy luis luke maggie malik manoj marcus margaret maria marie
mario martha martin mary matt matthew maureen maya meera megan mehmet melissa michael michelle mick miguel mike
mohamed mohammed molly monica musa nadia naomi natalie nathan neil ngozi nick nicola nikhil nina noah nora obinna
oliver olivia olu olumide omar oscar owen pam pamela patricia patrick paul paula pedro pete peter phil philip pooja
priya priyanka quentin rachel rahul raj rajesh ramesh ravi rebecca ricky rita robert robin rohan ron rosa roy ruth
ryan sally sam samantha samir samuel sandeep sandra sanjay sara sarah sean segun seun shane sharon sheila shirley
simon sofia sonia sophie stan stella steph stephen steve steven stuart sunil sunita susan suzanne tamara tanya tara
tariq ted teresa terry thomas tim tina toby tola tolu tom tomas tony tracy tunde uche umar vanessa venkat vera vicky
victor vijay vikram wei wendy xavier yasmin yemi yetunde yusuf zainab zoe
"""

NOT_NAMES = """
burnt exhausted drained shattered worn tired knackered broken dead dying grief help mum dad gran
a about across africa african after against all along also although always am amazon america american an and another
any anybody anyone anything apple april are around as asia asian at auditors august be because been before behind
being berlin between black both brexit british but by can china chinese christian christians christmas clients
compliance corona could covid customers day days dear december delhi did didn diwali do does doesn doing don dr during
each easter eid eight emotionally engineering england english europe even every everybody everyone everything excel
facebook february few finance first five for four french friday from german germany getting giving going google had
half has hausa have having he hello her here hey hi hindu his honestly how i if igbo in india indian inflation into is
it its january jew jewish july june just lagos last leeds legal let life linkedin listen london look looking luigi
madam making management many march mario marketing may maybe mentally microsoft might monday money month more morning
most mr mrs ms much mumbai muslim muslims must my never news next nigeria nigerian nine no nobody nor not nothing
november now october of off often ok okay on once one only operations or other our out outlook over paris part people
perhaps physically please polish procurement production prof quality ramadan really sales same sap saturday second
seeing september seven several shall she should since sir six slack so some somebody someone something sometimes sorry
staff still such sunday taking talking teams ten than thank thanks that the their then there these they things
thinking third this those though three through thursday time to today tomorrow tonight too traffic trying tuesday
twitter two under unless until up very was we wednesday week well were what whatsapp when where which while white who
whose why will with within without work working would year yes yesterday yet yoruba you your zoom
"""
