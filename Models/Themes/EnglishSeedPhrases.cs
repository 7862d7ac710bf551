using CommunityDemand.Domain.Feedback;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// English phrases of each theme, separated by commas, without apostrophes. The last word may be inflected (<i>queue, queues,
/// queued</i>); a star stands for any ending. The phrases are written from the usual wording of hotlines and surveys, grouped by kind
/// of wording.
/// </summary>
internal static class EnglishSeedPhrases
{
    public static IReadOnlyList<(CommentTheme Theme, string Phrases)> All { get; } =
    [
        (CommentTheme.SlowResponse, """
            slow*, so slow, too slow, very slow, painfully slow, sluggish, snail*, wait, waits, waiting, wait list, waiting list,
              waiting time, kept waiting, long wait, had to wait, still waiting, queue, queuing, queueing, in line, line was, long line,
              lines are
            delay*, late, arrived late, came late, runs late, running late, turned up late, minutes late, hours late, an hour late, overdue,
              never on time, not on time, behind schedule, postpone*, keeps being put off, put off again, drag on, dragged on, drags on
            take ages, takes ages, took ages, for ages, an age, ages ago, taking forever, takes forever, took forever, forever, eternity,
              too long, so long, took long, far too long, long time, takes weeks, took weeks, takes months, took months, for weeks,
              for months, weeks later, months later, in weeks, in six weeks, in months
            for hours, hours, hour wait, two hours, three hours, over an hour, more than an hour, half an hour, all morning, all afternoon,
              whole day, whole morning, half a day, days ago, weeks ago, months ago, a month ago, two weeks, three weeks, six weeks,
              two months, three months, six months, last month, since last
            no reply, no response, no answer yet, no action, not replied, not responded, not answered, unanswered, never replied,
              never answered, never responded, never got back, got back to me, get back to me, got back to us, getting back, called back,
              call back, calls back, ring back, rang back, return my call, returned my call, heard back, hear back, heard nothing,
              heard anything, not heard, havent heard, never heard back, still nothing, still no, still not, still havent, still hasnt
            response time, respond, reply, replied, chasing, chased, chase up, follow up, followed up, reminded them, reminder*, backlog*,
              earliest appointment, next appointment, next free slot, next slot, first available, no appointment, get an appointment,
              finally saw, finally came, finally, understaffed, short staffed, not enough staff, more staff, one counter, only one counter,
              only one window, one person serving, speed up, faster, hurry, prompt reply, urgent*
            """),
        (CommentTheme.ComplicatedProcess, """
            form, forms, fill in, filled in, fill out, filled out, filling in, filling out, paperwork, papers, document, documentation,
              documents, procedure*, process, processes, complicated, complex, complexity, bureaucra*, red tape, hoops, rigmarole, hassle,
              cumbersome, tedious, convoluted, long winded, confusing process, confusing form, too many steps, steps, step, formality,
              formalities, admin*
            sent back, sent away, send me back, back and forth, to and fro, different window, another window, window to window,
              pillar to post, from one office to, one office to another, another office, other office, from one department,
              one department to another, passing me from, passed me from, passed around, passed from, pass the buck, run around, runaround,
              running around, going in circles, round in circles, start again, start over, from scratch, all over again
            photocop*, copies, two copies, certificate, approval, approve, stamp, signature, signed by, sign it again, proof, prove,
              prove again, identification, id card, birth certificate, submit*, resubmit*, reapply, re apply, apply again, register again,
              reregister, renew every, every single month, every year that, same details, same questions, same information, again and again,
              same form, same paper, twice over, three different, five different, four different
            come back again, came back again, several trips, several times, many trips, several visits, three visits, one visit, trips to,
              trip after trip, multiple visits, hard to apply, difficult to apply, hard to register, difficult to register, apply online,
              application, application form, application is, eligibility, simplify, simpler, simple to apply, legal terms, jargon,
              small print, legalese, pages long, password*, log in, login, verification, verify, code again, another code, wants a code,
              a code then, captcha, upload*, gave up, give up, too difficult, not straightforward, unnecessarily, nightmare to, requirement,
              requires, require
            """),
        (CommentTheme.Attitude, """
            rude*, so rude, very rude, impatien*, unfriendly, not friendly, not very friendly, not polite, not nice, not kind,
              not welcoming, unwelcoming, impolite*, unkind, uncaring, disrespect*, no respect, without respect, lack of respect, respect,
              courtesy, no courtesy, discourte*, insensitive, inconsiderate, nasty, mean to, grumpy, moody, surly, sullen, sour, short with,
              curt, brusque, abrupt*, blunt, sharp with, harsh, cruel, aggressive, hostil*, intimidat*, threaten*, bully, bullied, bullying
            shout*, yell*, scream*, raised his voice, raised her voice, raised their voice, raise their voice, bark, barked, scold*,
              told off, tell off, telling me off, snap, snapped, snapped at, swore, sworn, swear, insult*, mock, mocked, laughed at,
              laugh at, made fun, sneer*, sarcas*, roll their eyes, rolled her eyes, rolled his eyes, rolled their eyes, rolling eyes, sigh,
              sighed, tutted, frown, glare, stared at, dirty look
            ignore, ignored, ignoring, ignored us, ignored me, ignored my, ignores, look up, looked up, looked away, no eye contact,
              eye contact, on her phone, on his phone, on their phone, on their phones, playing with, chatting, were chatting,
              kept chatting, gossip*, walked off, walked away, turned away, turned his back, turned her back, hung up, hang up, hung up on,
              hanging up, slammed, brushed off, brush off, brushed me, fobbed off, fob off, dismiss*, wave me away, waved me away,
              sent me off, interrupt, interrupted, cut me off, not listen, didnt listen, doesnt listen, dont listen, never listen,
              wouldnt listen, refused to listen, nobody listens
            attitude, bad attitude, unhelpful, not helpful staff, arrogan*, bossy, patroni*, condescend*, talked down, talk down,
              talking down, spoke down, spoken to like, spoke to me like, talked to me like, like a child, like children, like dirt,
              like rubbish, like an idiot, as if i was, as if i were, as though i, like a nuisance, a nuisance, a burden, feel stupid,
              felt stupid, feel small, made me feel, makes you feel, made to feel, humiliat*, embarrass*, belittl*, looked down,
              look down on, discriminat*, racis*, prejudice*, because of my accent, my accent, cold, cold staff, no patience, lost patience,
              manner, manners, tone, tone of voice, did not care, didnt care, dont care, doesnt care, couldnt care, nobody cares,
              no compassion, compassion, empathy, no empathy, couldnt be bothered, cant be bothered, treated us, treated me, treated my,
              treat people, treat us, treats people, never smile, no smile, without a smile, smile
            """),
        (CommentTheme.MissingService, """
            there is no, there are no, theres no, there isnt any, there isnt a, there arent any, theres nothing, there is nothing,
              we have no, have none, have nothing, not offered, isnt offered, not available, isnt available, unavailable, not provided,
              dont provide, doesnt exist, does not exist, dont have, doesnt have, do not offer, dont offer, dont do, nothing for,
              nothing here for, nothing to do, no one offers, nobody offers, none near, none in, nowhere near, nowhere to, nowhere for,
              no place for, no place to, no home visits, no home, no bus, no activities, no classes, no class, no courses, no group,
              no groups, no service, no services, no support, no help for, no interpreter, no doctor, no dentist, no nurse, no clinic,
              no creche, no playground, no library
            please add, please open, please offer, please start, please bring, please provide, please organi*, wish there, i wish, we wish,
              wish you, wish we, would like to have, would love, would love a, would love to have, we would like, id like, would like a,
              would like more, would be nice, would be nice to have, would be lovely, it would help, would help if, could we have,
              could we get, can we have, can we get, could you offer, could you add, could you start, could there be, why isnt there,
              why is there no, why dont we have, why cant we have, when will there be, when will we, when do we get, should offer,
              should open, should have, should be open, should be a, should be more, should run, should provide, we need, need a, need more,
              needs a, needs more, there needs, in need of, bring back, brought back, missing, more classes, more types, more places,
              more activities, more groups, more courses, more sessions, more options, more choice, more often, more variety, a wider,
              longer hours, open longer, open earlier, open later, extend*
            not enough places, not enough classes, not enough activities, no places left, no places, no spaces left, no room left,
              places are gone, fully booked, full up, always full, already full, was full, is full, oversubscribed, waiting list closed,
              no vacancies, limited places, cancelled, canceled, discontinu*, closed down, shut down, stopped running, stopped coming,
              no longer, no longer runs, scrapped, axed, withdrawn, cut back, been cut, was cut, taken away, used to be, used to have,
              used to come, only on weekdays, only weekdays, only on, only once a week, only once a month, only in the morning, weekend*,
              evening, on saturday, saturdays, on sunday, sundays, closed on, after work, working people, people who work,
              office hours only, during work hours, at night, holidays, school holidays
            too far, far away, long way, miles away, an hour away, nearest, closest, does not cover, doesnt cover, dont cover, not covered,
              cover our, never comes, never come, doesnt come to, do not come to, dont come, not in our, our area, our side, this side of,
              our part of, our village, our estate, our street, our neighbourhood has no, our neighborhood has no, in our neighbourhood,
              in our neighborhood, left out, forgotten, excluded, lack of, lack, lacks, lacking, shortage of, not for, nothing is offered,
              only for, same activities, same two, deaf, sign language, blind, teenager, toddlers, creche
            """),
        (CommentTheme.Quality, """
            quality, poor quality, low quality, unprofessional*, not professional, careless*, sloppy, shoddy, slapdash, rushed,
              half hearted, poorly, badly, poor, bad, very bad, so bad, terrible, awful, horrible, dreadful, appalling, shocking, atrocious,
              pathetic, rubbish, crap, worst, worse, getting worse, got worse, gone downhill, downhill, not as good as, used to be better,
              mediocre, below average, below standard, substandard, subpar, not up to, not good, not good enough, no good, not great,
              not very good, not the standard, let down, lets down, disappoint*, not satisfied, unsatisf*, dissatisf*, not happy with,
              unhappy, not impressed, unacceptable, expected more, expected better
            half done, half the job, only half, did half, did only, unfinished, not finished, never finished, not fixed, didnt fix,
              still broken after, broke again, came off again, same problem again, problem again, back again after, fell apart, botch*,
              bodge*, mistake, error, wrong, wrong treatment, wrong dose, wrong person, wrong address, wrong meal, the wrong, mixed up,
              mix up, mixing up, muddled, confused me with, forgot, forgotten to, forget, lost my, lost our, misplaced, missed a, missed my,
              missed the, skipped, misdiagnos*, mess, made a mess, left a mess, left the, incorrect*, inaccurate, inconsistent, unreliable,
              not reliable, cant rely, hit and miss, never the same, different every time, different carer
            tasteless, no taste, bland, tastes, taste, cold food, food was, food is, food is cold, arrives cold, arrived cold, was cold,
              is cold by, stone cold, lukewarm, stale, overcooked, undercooked, raw, burnt, soggy, greasy, salty, too salty, dry, inedible,
              uneatable, portion, small portions, tiny portions, meal, meals are, menu, unhealthy, mouldy, out of date food, sick after,
              hair in, dirty, filthy, dust, dusty, unclean, not clean, not cleaned, isnt clean, wasnt clean, never cleaned, unhygienic,
              stain, stained, still dirty, useless, no use, of no use, no help, not helpful, didnt help, did not help, doesnt help,
              made no difference, no difference, ineffective, no effect, waste of time, wasted, pointless, learnt nothing, learned nothing,
              didnt learn, boring, too basic, superficial, box ticking, going through the motions, on paper only
            incompeten*, untrained, not trained, no training, need training, needs training, better trained, inexperienced, no experience,
              unqualified, not qualified, no idea what, no clue, clueless, didnt know what she was, didnt know how, doesnt know how,
              does not know how, dont know what they, not done, not done properly, properly, not properly, thorough, not thorough,
              barely looked, hardly looked, hardly examined, examined, in a hurry, five minutes and, two minutes and, standard of,
              standards, pain got worse, infected, infection, hurt me, bruise*, injur*, neglect*, unsafe care, dangerous*
            """),
        (CommentTheme.Facility, """
            equipment, facilit*, machine, machinery, treadmill, computer, computers are, printer, broken, broken down, broke, damaged,
              cracked, rusty, rust, rusted, torn, ripped, wobbly, loose, out of order, out of service, not working, doesnt work,
              isnt working, never works, stopped working, repair*, needs repair, fix the, be fixed, maintenance, maintain, worn, worn out,
              rundown, run down, shabby, ancient, old fashioned, falling apart, dilapidated, decrepit, needs painting, paint, peeling,
              renovat*, refurbish*, moderni*
            lift, the lift, elevator, escalator, ramp, wheelchair, wheelchairs, walker, walking frame, pram, pushchair, stroller, buggy,
              stairs, staircase, steps up to, steep, step free, handrail, rail, railing, accessib*, inaccessible, cant get in, fit through,
              doorway, narrow, too narrow, door, doors, heavy door, automatic door, entrance, corridor, hallway, slippery, slipped,
              trip hazard, tripped, uneven, pothole, pavement, path, floor, flooring, carpet
            toilet, toilets, restroom, bathroom, washroom, loo, shower, sink, tap, soap, toilet paper, seat, seats, seating, chair, chairs,
              bench, benches, table, tables, nowhere to sit, sit on the floor, standing room, air condition*, aircon, heating, heater,
              radiator, ventilation, stuffy, airless, no air, too hot, boiling, freezing, too cold, chilly, draught*, drafty, damp, mould,
              mold, leak*, flood*, drip*, roof, ceiling, window is, windows, wall, walls, light, lighting, lights, lamp, bulb, dark,
              too dark, dim, gloomy, smell, smells, stink*, stench, rats, mice, cockroach*, rubbish bins, bins, litter
            room, rooms, hall, building, building is, building was, premises, space, not enough space, no space, crowded, overcrowded,
              cramped, packed, too small, tiny room, small room, squeeze, parking, car park, parking space, park the, nowhere to park,
              bike rack, garden, playground, swing, swings, slide, court, pitch, pool, gym equipment, changing room, kitchen, noisy, noise,
              loud, echo, hear each other, privacy, no privacy, screen, projector, microphone, loudspeaker, wifi, internet, socket,
              socket is, hazard, unsafe, safety, shelter, shade, bus stop, lockers, fence, gate
            """),
        (CommentTheme.Cost, """
            expensive, too expensive, so expensive, very expensive, cost, costs, costly, costing, price, prices, priced, pricing, pricey,
              pricy, dear, steep price, fee, fees, charge, charges, charged, charging, charged twice, charged me, charged for, extra charge,
              surcharge, overcharg*, overpriced, hidden, hidden fee, hidden cost, rip off, ripoff, ripped off, extortion*, exorbitant,
              daylight robbery, robbery, scam, profiteer*, greed*, unreasonable price, too high, so high
            afford, cant afford, cannot afford, couldnt afford, can not afford, not afford, unaffordable, out of reach, out of my budget,
              budget, tight budget, money, my money, money back, my money back, waste of money, value for money, worth the money, not worth,
              save money, income, low income, on my income, wage, wages, salary, my rent, rent, pension, pensions, pensioner, on a pension,
              my savings, savings, poor people, poor families, hard up, make ends meet, only the rich, rich people
            pay, pays, paid, paying, payment, have to pay, had to pay, pay for, pay twice, pay more, pay extra, out of pocket, own pocket,
              from my pocket, in advance, upfront, up front, deposit, deposits, instalment, membership, subscription, ticket, tickets, fare,
              fares, entry, invoice, bill, bills, billed, receipt, debit, debited, deducted, deduct, bank account, cash only, card,
              increase, increased, price increase, went up, gone up, goes up, go up, going up, put up, raised the, doubled, tripled, hike,
              per hour, per month, a month, an hour for, a day for, each time, per visit, per meal, more than last year
            subsid*, benefit, grant, voucher, refund*, reimburs*, discount*, concession, concessions, reduced rate, reduction, allowance,
              means test*, insurance, not covered by, free of, used to be free, was free, should be free, for free, free, cheap, cheaper,
              cheap elsewhere, lower the, lower price, half the price, half price, twice the price, yuan, rmb, euro, dollar, pound, bucks,
              quid
            """),
        (CommentTheme.Information, """
            information, info, no information, not enough information, wrong information, more information, notice, no notice, short notice,
              at the last minute, last minute, without notice, without warning, no warning, without telling, notif*, website, web site,
              webpage, homepage, online says, on the internet, facebook, app says, newsletter, leaflet, brochure, flyer, poster,
              noticeboard, notice board, bulletin, email list, mailing list
            not told, wasnt told, werent told, was never told, were never told, never told, nobody told, no one told, noone told,
              no one tells, nobody tells, tell us, tell anyone, told different, told me different, different things, something different,
              somebody else said, said something else, contradict*, conflicting, mixed messages, mislead*, misinform*, could tell me,
              couldnt tell, can tell me, cant tell me, no one could tell, nobody could tell, nobody could say, nobody explained,
              no one explained, not explained, never explained, explain, explained, explanation, no explanation, didnt know, did not know,
              dont know, do not know, doesnt know, never knew, had no idea, no idea, have no idea, nobody knows, no one knows,
              nobody seems to know, who knows, i only heard, only heard, heard about, hear about, found out, find out, finding out,
              only found out, too late to, by chance, by accident, word of mouth, a neighbour told, from a neighbour, from my neighbour
            unclear, not clear, isnt clear, wasnt clear, vague, confusing, confused, confuses, hard to find, difficult to find, cant find,
              couldnt find, cannot find, could not find, impossible to find, where to go, where to find, where do i, where can i, where is,
              where to, who to ask, who to call, who to contact, whom to ask, who is responsible, who is in charge, whos in charge,
              in charge of, how to apply, how do i, how to register, how to get, what documents, which office, which floor, which bus,
              which number, when it opens, when does, what time, what day, is it open, are you open
            announce*, announcement, opening hours, opening times, open till, open until, was shut, was closed, door was shut,
              door was locked, found it closed, stood in front of, schedule, timetable, programme, program, calendar, dates, date,
              changed the time, times changed, changed without, moved without, moved and, phone number, number is, wrong number, number on,
              no one picks up, nobody picks up, picks up, pick up the phone, never pick, answers the phone, answer the phone,
              phone just rings, rings and rings, just rings, rings out, phone is, engaged, busy tone, line is busy, always busy, voicemail,
              hotline, switchboard, sign, signs, signage, signpost*, out of date, outdated, up to date, not updated, never updated, update,
              transparen*, publish*, published, results, decision was, criteria, secret, inform, informed, inform us, keep us informed,
              kept in the dark, in the dark, advertis*, publici*, publicity, contact details, contact, contact person, translat*,
              in my language, in other languages, in plain, large print, letters are too small, print is, communicat*, poor communication,
              lack of communication, aware, unaware, awareness
            """),
        (CommentTheme.Praise, EnglishPraise.Phrases),
    ];
}
