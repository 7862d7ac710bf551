using System.Globalization;

namespace CommunityDemand.Tests.Local.Dashboard;

// What people of the city say of its services: c1 fares worst, its staff do not see it, and a measure is taken there in May.
public sealed partial class PublishedCity
{
    private static readonly string[] Remarks =
        ["waited two hours and far too slow", "the form is too complicated", "very good and thank you", "staff were rude to us"];

    private static IEnumerable<string> Feedback()
    {
        var random = new Random(11);
        for (var day = new DateOnly(2025, 1, 6); day < new DateOnly(2025, 9, 1); day = day.AddDays(3))
        {
            foreach (var community in (string[])["c1", "c2", "c3", "c4"])
            {
                var poor = community == "c1" && day < new DateOnly(2025, 5, 1) ? 2 : community == "c1" ? 1 : 0;
                var score = 4 - poor + random.Next(2);
                var complaint = random.Next(6) <= poor ? 1 : 0;
                var remark = complaint == 1 ? Remarks[random.Next(4)] : "";
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{community},{day:yyyy-MM-dd},library,resident,"
                        + $"{score},{Math.Max(1, score - 1)},{score},{score},{score},{complaint},{remark}");
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{community},{day:yyyy-MM-dd},library,staff,{4 + random.Next(2)},4,5,4,4,0,");
            }
        }
    }

    private static IEnumerable<string> Participation()
    {
        foreach (var (community, rate) in ((string, int)[])[("c1", 400), ("c2", 620), ("c3", 640), ("c4", 660)])
        {
            for (var quarter = 0; quarter < 8; quarter++)
            {
                var date = new DateOnly(2023, 10, 15).AddMonths(3 * quarter);
                foreach (var (channel, mode, share) in ((string, string, int)[])[("meeting", "offline", 60), ("app", "online", 40)])
                    yield return string.Create(
                        CultureInfo.InvariantCulture,
                        $"{community},{date:yyyy-MM-dd},{channel},{mode},{(rate + (10 * quarter)) * share / 100},1000");
            }
        }
    }
}
