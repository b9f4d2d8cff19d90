"""What people really say: disclosures by (harm, is the speaker at its centre), and sentences that are none.

A line that starts with "! " is one that coach/harm.py gets wrong so far.
"""

import pytest

DISCLOSURES = {
    ("self_harm", True): """
I want to end it all.
Some nights I think about killing myself.
Honestly I don't want to be alive any more.
I've been thinking about suicide since the layoffs.
I feel suicidal.
My kids would be better off without me.
I keep wanting to hurt myself after these meetings.
I don't want to live like this, I just want to be dead.
I'm going to end my life.
I've been having suicidal thoughts for weeks.
last night i nearly killed myself
I'm thinking of ending it.
I just want to die.
I can't see a reason to go on living.
I sat in the car park with the pills in my hand.
I don't think I can go on any longer, honestly I've started planning how I'd do it.
""",
    ("self_harm", False): """
One of my guys tried to kill himself at the weekend.
Priya told me she's been cutting herself.
He said he wants to kill himself.
An apprentice took an overdose last month and nobody at work knows.
My deputy is suicidal and I'm the only one he told.
Tom ended his life in March and the team has not been the same.
She hurts herself on purpose, I saw the marks on her arms.
There was a suicide on the night shift.
A driver of mine attempted suicide and he's back on Monday.
Someone on the team self-harms and I found out by accident.
We lost a colleague to suicide in January.
She overdosed on Friday.
Our best engineer took his own life two weeks ago.
He told me he doesn't want to be here any more.
One of the girls says she wants to die.
One of my engineers tried to kill herself over the weekend.
I saw fresh cuts on her arms when she rolled up her sleeves.
! He texted me at 2am saying goodbye and that he can't go on.
My team lead slit her wrists in August, she is back now.
""",
    ("violence", True): """
I hit him.
I slapped one of my staff in the kitchen yesterday.
I nearly punched Dave on Friday.
I lost it and shoved her against the lockers.
I've hit someone at work.
I kicked a trainee.
I'm going to hurt him if he does that again.
I just punched a guy on the loading bay.
I grabbed him by the throat.
I threw a stapler at her and it cut her face.
I hit her when she talked back.
I slapped Maria.
I pushed him down the stairs.
I'm about to punch somebody.
I have assaulted a colleague.
I lost my temper and pushed Dave up against the wall.
I swear if he talks to me like that one more time I'll break his jaw.
I gave the boy two slaps in front of everyone, that is how we correct people here.
""",
    ("violence", False): """
One of my drivers punched a colleague last night.
He pulled a knife on the foreman.
A customer attacked Sam in the car park.
She threatened to kill him in front of everyone.
Kwame got punched at the depot.
Two of them had a fight and one got stabbed.
He physically threatened me in my own office.
somebody hit me at the warehouse yesterday
She slapped her in the canteen.
My foreman shoved a trainee into the racking.
A patient attacked one of my nurses.
He said he would shoot the lot of us.
The chef threw a pan of hot oil at the new lad.
He came in with a gun.
Jake was beaten up by two of the night crew.
A customer spat in Leah's face and then hit her.
There was a fight in the canteen and Tunde got his nose broken.
""",
    ("abuse", True): """
I hit my wife.
I beat my kids when I get home from this place.
Last night I hurt my daughter.
I slap my son when he won't listen.
I hit my partner last week and I can't stop thinking about it.
I've started hitting my wife.
I hit my husband, twice now.
I hurt my kids, and then I come in here and act normal.
I slapped my girlfriend on Sunday.
I come home so wound up that I hit my children.
Sometimes I slap my kids when I come home from a day like that.
I scream at my team until someone cries, every single week.
""",
    ("abuse", False): """
Her husband beats her, she came in with a black eye.
My husband hits me.
I think her boyfriend is abusing her.
One of my team is living with domestic violence.
His father hits him, he's only seventeen.
She told me her partner hurts her.
My ex has been abusing me for years.
There's domestic abuse at home, she asked me not to tell.
One of the apprentices is being abused at home.
My wife hits me.
Her husband hits her, everybody on the ward knows it.
Her husband won't let her leave the house or have her own money.
She's scared to go home because of her boyfriend.
My dad beats my mum.
A receptionist of mine is a victim of child abuse and it came up yesterday.
Her partner hits her if she comes home late.
Her ex hit her in our car park.
My partner has been hitting me.
She says her stepfather was abusing her.
Anna's husband hits her.
My partner takes my salary and doesn't let me see my friends.
His wife locks him out and hits him, he sleeps in the car.
Her boyfriend controls her money and she's terrified of him.
""",
    ("harassment", True): """
I touched her.
I kissed one of my staff at the Christmas party.
I keep asking her out even though she says no.
I groped him when I was drunk.
I sent her dirty messages and now she won't look at me.
I kept making comments about her body.
I grabbed one of the girls.
I've been sending her explicit pictures.
I made a pass at my assistant and she cried.
I slept with an intern and told her it would help her career.
I put my hand on her leg in the car.
I kissed Priya, she didn't want it.
I touched her bum, it was a joke.
I keep making jokes about her legs.
I've been bullying her.
I keep asking my assistant out although she has said no three times.
I sent her a picture I shouldn't have sent, you know the kind.
""",
    ("harassment", False): """
My boss keeps touching me.
He keeps touching her inappropriately.
She says the site manager groped her.
One of my managers is harassing a waitress.
The director made sexual comments to two of the interns.
He sends her explicit pictures at night.
I'm being bullied by my own director.
She was sexually harassed at the client's office.
A supplier won't stop following her.
He bullies her every day and everyone looks away.
The chef keeps bullying the young ones.
Somebody put a camera in the women's changing room.
The lead told her she'd get the shift if she slept with him.
One of the lads touched me up at the do.
My manager asked me for sex in return for the promotion.
! He sends the young women messages late at night asking for photos.
she told me he follows her to the car park after every shift
They call him the retard and hide his tools.
A senior partner keeps asking the interns to sleep with him.
She gets sexual messages from the shift lead at night.
""",
    ("discrimination", True): """
I don't hire women of that age, they just get pregnant.
We don't take on Muslims here, between us.
I fired her because she was pregnant.
I won't promote women with children to lead a shift.
I let him go because he got too old.
I try not to hire foreigners.
I stopped hiring mothers, they are never in.
We would never promote a gay guy, the clients wouldn't have it.
I got rid of her as soon as she got pregnant.
I pay the women less because their husbands earn anyway.
I never interview people with foreign names.
I avoid hiring older people.
I bin the CVs with African names on them.
I sacked him when he came out as gay.
We don't hire black people for front of house.
I would not take an Igbo man for that role, I've had bad experience with them.
""",
    ("discrimination", False): """
My boss won't hire women.
The owner told me not to hire Indians.
She was passed over because she's pregnant.
He makes racist comments on every shift.
There's a lot of racist abuse from customers.
HR never promotes disabled people here.
She was fired because of her race.
They discriminate against anyone with an accent.
The company refuses to hire people over 50.
The lads make sexist jokes about her all day.
I was demoted because I'm a woman.
He was sacked because he's gay.
I was told I'm too old for the job.
They pay me less than the men for the same work.
My director said he doesn't want blacks on the counter.
HR bins the CVs with African names before anyone looks at them.
We have an unwritten rule here, no Muslims in client-facing roles.
They let her go three weeks after she told them she was expecting.
! I am Dalit and since they found out nobody in the team eats with me.
She was moved aside because she is on maternity leave.
""",
    ("exhaustion", True): """
I'm burnt out.
I am completely burned out and I don't know how to say it.
I can't go on.
I can't cope any more.
I break down crying in the car most days.
I cry every night before a shift.
I can't take it any more.
I feel like I'm at breaking point.
I'm falling apart.
I can't sleep any more.
I'm so burnt out I can hardly talk.
I've got nothing left.
I have panic attacks before every board meeting.
I cried in the toilets for an hour yesterday.
I just can't do this any longer.
i cannot take this anymore
I'm having a breakdown.
I haven't slept properly in three weeks and I'm shaking as I write this.
I'm totally burned out.
The doctor has signed me off with burnout.
! I'm so exhausted I fell asleep at the wheel.
""",
    ("exhaustion", False): """
My deputy is completely burnt out, she cries at her desk.
Jan broke down in tears in front of me and could not stop.
She says she can't go on.
He's having panic attacks at work.
One of my nurses is at breaking point.
Three of them are off sick with burnout.
Maria collapsed at work from exhaustion.
He told me he can't cope any more.
She had a breakdown on Tuesday.
He's burning out in front of my eyes.
""",
}

ORDINARY = """
This quarter is killing me.
I hit my target.
We killed it last month.
He attacked her proposal in the meeting.
I fired a warning shot about the deadline.
She fought her corner.
We got hammered on price.
I punched in the numbers twice.
Maria beat her target by ten per cent.
I'm dying to see the results.
We took a hit on margins.
I'd kill for a decent night's sleep.
The meeting was murder.
He hit the ground running.
I hit him with the numbers and he went quiet.
She smashed it.
I let him go in March because he never met his plan.
We stopped hiring in June because of the budget.
I don't hire people who only want the money.
We never promote on tenure.
I'm flogging a dead horse with this process.
That project nearly finished us.
They are at each other's throats about the rota.
He stabbed me in the back with that email.
I was shot down in front of the board.
The deadline hit her hard.
The news hit them hard.
I kicked off the meeting at nine.
We kicked her idea around for a while.
I kicked him off the project.
I beat him to the answer every time.
I hit Anna up for the figures.
I hit send too early.
I slapped a new label on the same process.
I pushed him to take the decision himself.
She shoved the report across my desk.
He choked in the presentation.
I touched base with her on Friday.
I grabbed him for a coffee.
They bombed the audit.
I'm tired and it's been a long week.
I can't go on holiday without the phone ringing.
I can't take on any more projects this year.
I can't cope with another spreadsheet.
I don't want to live in meetings.
I want to die of embarrassment when I remember it.
I could have killed him when he missed the call.
The new system is abusing my patience.
My partner in the firm hits every target he sets.
We discriminate between urgent and important.
I keep asking her out to the site so she learns.
I kissed that bonus goodbye.
She threatened to leave if nothing changed.
He threatened to walk out.
We hired two women and a man this spring.
I interview older people and younger people alike.
I want to hire more women.
We don't hire women only for reception, they lead the shifts.
Our harassment policy is written down and everyone has signed it.
We had the domestic abuse awareness training on Monday.
The suicide prevention poster fell off the wall again.
I run the bullying and harassment course for new managers.
Nobody here is discriminated against because of age.
Traffic was brutal and the supplier let us down.
He is a killer salesman.
I'm going to kill this feature.
It's career suicide to say no to the director.
They were crying with laughter.
I burnt the toast and we still opened on time.
My boss hits me with new requests at five o'clock.
We let her go in May and she came back after maternity cover ended.
He said he'd burn the midnight oil.
He held the knife for me while I explained the cut.
The customer attacked us on social media.
My partner won't let me work on Sundays, and he's right.
I told her I'd never promote someone because of their age.
He hit me with a surprise resignation on Friday.
The client slapped us with a penalty.
I fired him when he missed the age checks a third time.
! They never put women on the panel by default, so I changed the process.
"""


def lines(block):
    return [line for line in block.strip().splitlines() if line]


def cases(block, reason, *fixed):
    """Return the lines of a block as parameters; those known to be wrong are expected to fail."""
    wrong = pytest.mark.xfail(strict=True, reason=reason)
    return [
        pytest.param(line.removeprefix("! "), *fixed, marks=wrong if line.startswith("! ") else (), id=line)
        for line in lines(block)
    ]
