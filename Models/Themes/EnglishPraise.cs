using CommunityDemand.Domain.Feedback;

namespace CommunityDemand.Models.Themes;

/// <summary>English praise, and phrases that cancel it. The form of the phrases is that of <see cref="EnglishSeedPhrases"/>.</summary>
internal static class EnglishPraise
{
    /// <summary>Phrases of praise.</summary>
    public const string Phrases = """
        excellent*, great, so great, good, very good, really good, so good, wonderful*, fantastic*, amazing*, awesome, brilliant,
          superb, outstanding, exceptional, marvellous, marvelous, terrific, fabulous, lovely, delightful, first class, first rate,
          top notch, top class, five stars, top marks, ten out of ten, second to none, couldnt be better, could not be better,
          cant fault, cannot fault, no complaints, nothing to complain, nothing but praise, gem, treasure, lifesaver, life saver,
          godsend, blessing, angel, star, stars, best, the best, best thing, perfect, perfectly, spot on, impressive, impressed,
          exceeded
        helpful, very helpful, so helpful, really helpful, helped me, helped my, helped us, friendly, very friendly, so friendly, kind,
          very kind, so kind, kindness, kindly, warm, warmly, warm welcome, welcoming, made welcome, caring, gentle, patient and,
          very patient, so patient, patient with, patiently, polite*, courteous, respectful, considerate, thoughtful, attentive,
          understanding, listened, listens, listen to me carefully, always smiling, with a smile, cheerful, compassionate, supportive,
          went out of, out of her way, out of his way, out of their way, extra mile, above and beyond, always time, have time for,
          took time, took the time, looked after, looks after, taken care of, took care, nothing is too much, nothing was too much,
          in good hands, like family, felt at home, feel at home
        satisfied, very satisfied, fully satisfied, happy, very happy, so happy, happier, pleased, very pleased, delighted, glad,
          content, grateful, thankful, thanks to, thanks a lot, many thanks, big thanks, huge thanks, thank you so much, thank you for,
          thank you to, big thank you, thank you all, thank you everyone, a thousand thanks, cheers to, appreciate, appreciated, love,
          loves, loved, love it, love the, enjoy, enjoyed, enjoys, enjoyable, enjoying, looking forward, look forward, made my day,
          made a difference, changed my life, recommend, highly recommend, keep it up, keep going, keep up, well done, bravo,
          congratulations, kudos, hats off, thumbs up, credit to, praise, proud, nice, very nice, nice people, so nice, pleasant,
          pleasure, fun, lots of fun
        easy, so easy, very easy, easy to use, easier, smooth, smoothly, hassle free, straightforward, simple and, convenient, handy,
          well organi*, well run, well kept, well maintained, improved, improvement, much better, so much better, better than before,
          better than ever, better now, feel better, feels better, quick, quickly, very quick, fast, very fast, prompt, promptly,
          on time, always on time, punctual, efficient, efficiently, in minutes, in five minutes, in no time, same day,
          the very next day, straight away, right away, no waiting, no queue, without waiting, didnt have to wait, no wait, sorted,
          sorted out, sorted it, solved, clean, very clean, spotless, tidy, bright, spacious, comfortable, comfy, cosy, beautiful*,
          delicious, tasty, yummy, fresh, healthy, professional, very professional, knowledgeable, skilled, competent, expert,
          experienced, thoroughly explained, explained everything, reliable, safe, feel safe, not expensive, affordable,
          reasonable price, reasonably priced, good value, great value, informative, learnt a lot, learned a lot, interesting, useful,
          very useful
        """;

    /// <summary>Neutral phrases: politeness, and longer phrases that contain a theme's phrase without its meaning.</summary>
    public const string Neutral = """
        thank you, please reply, good morning, good afternoon, good evening, good day, would be good, would be great, not slow, no problem,
          not rude, a good idea, good idea, as soon as, kind of, kind regards, best regards, best wishes, all the best, one more time,
          latest, lately, a great deal, great need, a good deal, good luck, good reason, good job that, coldest, lighting up, formal*,
          former*, informal, performance, processed, patient, the patient, patients,
        like to see, the kind, what kind, this kind, better be, in time, free time, spare time, same as, free to, feel free, parking permit,
          bus pass, fast food, warm up, star sign, safe to say, easy to forget, love to see, at last, light hearted, not bad, sign up,
          signed up, phone call, more than happy, happy to, room for improvement, improve, please improve
        """;

    /// <summary>Negations that cancel praise directly, or one word, after them.</summary>
    public const string Negations = """
        not, isnt, wasnt, arent, werent, never, no, dont, doesnt, didnt, hardly, cant, cannot, wont, wouldnt, couldnt, aint, nothing,
          neither, nor, without, less, far from, not at all, anything but, should be, could be, if only
        """;

    /// <summary>Pain points that negated praise stands for.</summary>
    public static IReadOnlyList<(CommentTheme Theme, string Phrases)> Denied { get; } =
    [
        (CommentTheme.SlowResponse, """
            quick, quickly, very quick, fast, very fast, prompt, promptly, on time, punctual, efficient, efficiently
            """),
        (CommentTheme.ComplicatedProcess, """
            easy, so easy, very easy, easier, smooth, smoothly, straightforward, convenient, hassle free, simple and
            """),
        (CommentTheme.Attitude, """
            friendly, kind, polite*, courteous, respectful, considerate, attentive, welcoming, caring, warm, gentle, understanding,
              compassionate, very friendly, very kind, so kind, very helpful, patient with, very patient, nice, very nice, pleasant
            """),
        (CommentTheme.Quality, """
            good, great, helpful, satisfied, very satisfied, professional, very professional, clean, very clean, tidy, fresh, tasty,
              delicious, healthy, reliable, competent, skilled, knowledgeable, useful, very useful, interesting, happy, pleased
            """),
        (CommentTheme.Facility, "comfortable, spacious, bright, safe"),
        (CommentTheme.Cost, "affordable, good value"),
    ];
}
