using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Ingest.Schemas;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>Records from rows of fact files; the cells stand in the order of the dataset's columns.</summary>
internal static class FactRecords
{
    private const string DefaultSource = "resident";

    public static UsageFact Usage(Cell[] row) => new(
        Text(row[UsageColumns.Community]),
        Text(row[UsageColumns.Service]),
        row[UsageColumns.Date].Day,
        row[UsageColumns.Group].Text,
        row[UsageColumns.Visits].Number,
        row[UsageColumns.Unmet].Number,
        row[UsageColumns.StaffHours].NumberOrNull,
        row[UsageColumns.ResponseMinutes].NumberOrNull is { } sum
            ? new ResponseTimes(sum, [.. row.AsSpan(UsageColumns.FirstBin, UsageColumns.Bins).ToArray().Select(bin => (int)bin.Number)])
            : null);

    public static FeedbackFact Feedback(Cell[] row) => new(
        Text(row[0]),
        row[1].Day,
        row[2].Text,
        row[3].Text ?? DefaultSource,
        row[4].Text,
        row[5].Text,
        Score(row[6]),
        Score(row[7]),
        Score(row[8]),
        Score(row[9]),
        Score(row[10]),
        row[11].Number == 1,
        row[12].Text,
        row[13].Text);

    public static Community Community(Cell[] row) => new(
        Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), row[4].Text ?? Domain.Geography.Community.DefaultCity, Day(row[5]), Day(row[6]));

    public static Service Service(Cell[] row) => new(
        Text(row[0]),
        Text(row[1]),
        Text(row[2]),
        NeedClasses.TryParse(row[3].Text, out var need) ? need : throw Damaged("need class", row[3]),
        SupplyTypes.TryParse(row[4].Text, out var supply) ? supply : throw Damaged("supply type", row[4]),
        row[5].Number == 1,
        (int)(row[6].NumberOrNull ?? Domain.Catalogue.Service.DefaultResponseTargetMinutes));

    public static CapacityFact Capacity(Cell[] row) => new(
        Text(row[0]),
        Text(row[1]),
        row[2].Day,
        row[3].Number,
        row[4].NumberOrNull,
        row[5].NumberOrNull,
        row[6].NumberOrNull,
        row[7].NumberOrNull);

    public static PopulationFact Population(Cell[] row) => new(
        Text(row[0]),
        row[1].Day,
        row[2].Number,
        row[3].NumberOrNull,
        row[4].NumberOrNull,
        row[5].NumberOrNull,
        row[6].NumberOrNull,
        row[7].NumberOrNull,
        row[8].NumberOrNull,
        row[9].NumberOrNull);

    public static ParticipationFact Participation(Cell[] row) =>
        new(Text(row[0]), row[1].Day, row[2].Number, row[3].Text, row[4].Text, row[5].NumberOrNull);

    public static ImprovementFact Improvement(Cell[] row) =>
        new(Text(row[0]), row[1].Day, Text(row[2]), row[3].Text, row[4].NumberOrNull, Day(row[5]));

    public static CalendarFact Calendar(Cell[] row) => new(row[0].Day, Text(row[1]), row[2].Text, row[3].Text, row[4].Text);

    private static string Text(Cell cell) => cell.Text ?? throw new InvalidDataException("A fact file lacks a key. Ingest its upload again.");

    private static DateOnly? Day(Cell cell) => cell.IsMissing ? null : cell.Day;

    private static int? Score(Cell cell) => (int?)cell.NumberOrNull;

    private static InvalidDataException Damaged(string what, Cell cell) => new($"A fact file has the unknown {what} '{cell.Text}'. Ingest its upload again.");
}
