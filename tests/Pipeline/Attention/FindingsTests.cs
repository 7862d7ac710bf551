using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Attention;
using CommunityDemand.Pipeline.Indicators.Themes;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Attention;

public sealed class FindingsTests
{
    private static readonly DateOnly Origin = new(2026, 6, 30);

    private static readonly RunPlan Plan = new(
        "r",
        Origin,
        28,
        null!,
        null,
        "City",
        [
            new Area(AreaLevel.City, "City", "City", null),
            .. Enumerable.Range(1, 5).Select(index => new Area(AreaLevel.Community, $"c{index}", $"Community {index}", "s")),
        ],
        new ServiceNames(new Dictionary<string, ServiceName> { ["library"] = new("Library", "图书馆"), ["meals"] = new("Meals", "助餐") }),
        [],
        []);

    private static readonly RowNames Names = new(Plan);

    [Fact]
    public void Uploads_Doubtful_AreToWatchWithFileAndDoubt()
    {
        PathRow[] uploads =
        [
            new()
            {
                Path = "usage/a.csv",
                Status = UploadStatus.Ingested,
                Read = 5,
                Doubts = [new Message("doubt.more_blocks", ("count", 2))],
            },
            new() { Path = "usage/b.csv", Status = UploadStatus.Ingested, Read = 5 },
        ];

        var finding = UploadFindings.Of(uploads, "City").Single();

        finding.Severity.ShouldBe(Severity.Watch);
        finding.Text.Code.ShouldBe("uploads.doubts");
        finding.Text["file"].ShouldBe("usage/a.csv");
        finding.Text["doubt"].ShouldBe(uploads[0].Doubts[0]);
        finding.Count.ShouldBe(1);
    }

    [Fact]
    public void Supply_ServiceThatFallsShort_IsToActOnWithItsWorstPlaces()
    {
        SupplyDemandRow[] rows =
        [
            Supply(AreaLevel.City, "City", "library", shortage: 25, status: "short"),
            .. Enumerable.Range(1, 5)
                .Select(index => Supply(AreaLevel.Community, $"c{index}", "library", shortage: index, status: "short")),
            Supply(AreaLevel.City, "City", "meals", shortage: 0.2, status: "tight"),
        ];

        var found = SupplyFindings.Of(rows, "City", Frequency.Daily, Names).ToArray();

        found.Select(row => (row.Severity, row.Code)).ShouldBe([(Severity.Act, "shortage.service"), (Severity.Watch, "shortage.tight")]);
        (found[0].Value, found[0].Reference, found[0].Share, found[0].Until, found[0].Scope).ShouldBe(
            (25, 100, 0.25, Origin.AddDays(28), ServiceScope.OfService("library")));
        found[0].Text.Text().ShouldBe(
            "Library: about 25 of 100 visits (25%) will go unserved by Tue 28 Jul, above all in Community 5 (5), Community 4 (4) and "
                + "Community 3 (3). "
            + "The worst day is Wed 1 Jul.");
        found[1].Text.Text().ShouldBe("Nearly full, though still enough: Meals.");
    }

    [Fact]
    public void Supply_NoCapacity_SaysThatNobodyCanSay() =>
        SupplyFindings.Of([], "City", Frequency.Daily, Names).ShouldHaveSingleItem().Code.ShouldBe("shortage.no_capacity");

    [Fact]
    public void Feedback_RateAboveItsLimit_IsToActOnWithBothFigures()
    {
        FeedbackThemesRow[] rows =
        [
            Feedback("library", rate: 4, limit: 3),
            Feedback("meals", rate: 2, limit: 3),
            Feedback("all", rate: 2, limit: 3) with { EmergingTerms = "lift; queue" },
            Feedback("library", rate: 9, limit: 3) with { Period = Origin.AddYears(-1), PeriodEnd = Origin.AddYears(-1).AddDays(89) },
        ];

        var found = FeedbackFindings.Of(rows, Origin, "City", Names).ToArray();

        found.Select(row => (row.Severity, row.Code)).ShouldBe([(Severity.Act, "complaints.above"), (Severity.Watch, "themes.emerging")]);
        (found[0].Value, found[0].Reference).ShouldBe((4, 3));
        found[0].Text.Text().ShouldBe("City, Library: 4 complaints per 1,000 visits in Q2 2026, above the limit of 3 around the usual 2.");
        found[1].Text.Text().ShouldBe("In what people write, clearly more common than a quarter ago: lift and queue.");
    }

    [Fact]
    public void Book_FindingsOfSeveralTables_AreRankedBySeverityThenByTheirSource()
    {
        var book = new AttentionBook(Plan, Names, [Finding.Of("City", Severity.Watch, AttentionMessages.NoUploads())]);
        book.Look(FeedbackThemesRow.Table, [Feedback("library", rate: 4, limit: 3)]);
        book.Look(SupplyDemandRow.Table, [Supply(AreaLevel.City, "City", "library", shortage: 30, status: "tight")]);

        book.Ranked().Select(row => (row.Rank, row.Code)).ShouldBe([(1, "complaints.above"), (2, "shortage.service"), (3, "uploads.none")]);
    }

    private static SupplyDemandRow Supply(AreaLevel level, string area, string service, double shortage, string status) => new()
    {
        Level = level,
        Area = area,
        Scope = ServiceScope.OfService(service),
        From = Origin.AddDays(1),
        To = Origin.AddDays(28),
        Capacity = 70,
        ExpectedDemand = 100,
        ExpectedShortage = shortage,
        ExpectedSurplus = 0,
        ShortageProbability = 0.9,
        Utilisation = 1,
        MatchRate = 1 - (shortage / 100),
        Status = status,
        WorstDate = Origin.AddDays(1),
        WorstShortage = shortage / 10,
    };

    private static FeedbackThemesRow Feedback(string service, double rate, double limit) => new()
    {
        Level = AreaLevel.City,
        Area = "City",
        Scope = service == "all" ? ServiceScope.All : ServiceScope.OfService(service),
        Quarter = "2026Q2",
        Theme = "all",
        Period = new DateOnly(2026, 4, 1),
        PeriodEnd = Origin,
        ComplaintRate = rate,
        UpperLimit = limit,
        CentreLine = 2,
        OutOfControl = rate > limit,
        EmergingTerms = null,
    };
}
