using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Surveys;

/// <summary>A table whose columns are values: a column a month, a column a service.</summary>
/// <param name="Dimension">What they are values of.</param>
/// <param name="Columns">Headers of the columns.</param>
/// <param name="Periods">The times that the headers name; empty of other dimensions.</param>
internal sealed record WideTable(WideDimension Dimension, IReadOnlyList<string> Columns, IReadOnlyList<HeaderPeriod> Periods)
{
    private const int FewestWithYear = 2;
    private const int Fewest = 3;
    private const int MonthsOfAYear = 12;
    private const int MostRows = 200;

    private static readonly HashSet<string> ServiceNames = Normalized(
        ServiceCatalogue.BuiltIn.Services.SelectMany(service => new[] { service.Code, service.NameEn, service.NameZh }));

    private static readonly HashSet<string> UsageNames = Normalized(
        UsageFact.Schema.Columns.SelectMany(column => column.Aliases.Prepend(column.Name)));

    private static readonly HashSet<string> ServiceHeaders = Normalized(
        UsageFact.Schema.Columns[UsageFact.Schema.PlaceOf(nameof(UsageFact.Service))] is var column
            ? column.Aliases.Prepend(column.Name) : []);

    private static readonly HashSet<string> Measures = Normalized(
        UsageFact.Schema.Columns.OfType<NumberColumn>().SelectMany(column => column.Aliases.Prepend(column.Name)));

    // Figures that are labels.
    private static readonly HashSet<string> Labels = Normalized(
    [
        "id", "no", "nr", "number", "code", "year", "month", "week", "quarter", "hour", "weekday", "lat", "latitude", "lon", "longitude",
        "zip", "postcode", "phone", "ward", "序号", "编号", "编码", "年", "年份", "月", "月份", "日", "周", "时", "邮编", "电话",
    ]);

    /// <summary>What the headers name in a time, all of one kind.</summary>
    public HeaderPeriodKind? PeriodKind => Periods.Count == 0 ? null : Periods[0].Kind;

    /// <summary>Says what the columns are.</summary>
    public Message Told => Dimension switch
    {
        WideDimension.Period => WideMessages.Periods([.. Columns.Select(Shown)]),
        WideDimension.Service => WideMessages.Services([.. Columns.Select(Shown)]),
        _ => WideMessages.Groups([.. Columns.Select(Shown)]),
    };

    /// <summary>The wide table that a file is; null where it is none.</summary>
    /// <param name="fits">Whether the file is a dataset as it is, so that only names can make its columns doubtful.</param>
    public static WideTable? Of(IReadOnlyList<SurveyedColumn> columns, bool fits)
    {
        var figures = columns.Where(column => column.Kind is CellKind.Number or CellKind.Empty && column.Name.Length > 0).ToList();
        return OfPeriods(figures) ?? OfServices(figures) ?? (fits ? null : OfFigures(columns, figures));
    }

    /// <summary>Says of a file whose header fits nothing that it is wide, and what makes rows of it.</summary>
    /// <param name="rows">The rows that are left of the file.</param>
    /// <param name="name">Name of the file.</param>
    public static async Task<IReadOnlyList<Message>> ExplainAsync(RowSource rows, string name, CancellationToken cancellationToken) =>
        Explain(Of(await ColumnSurvey.ReadAsync(rows, cancellationToken, MostRows), fits: false), name);

    /// <inheritdoc cref="ExplainAsync"/>
    public static IReadOnlyList<Message> Explain(WideTable? wide, string name) =>
        wide is null ? [] : [wide.Told, WideMessages.TwoCommands(Shown(name), Mapping.FileSuffix)];

    // Columns of one kind whose headers are equal but for the time.
    private static WideTable? OfPeriods(List<SurveyedColumn> figures)
    {
        var groups = figures.Select(column => (column.Name, Period: HeaderPeriod.Of(column.Name)))
            .Where(column => column.Period is not null)
            .GroupBy(column => column.Period!.Kind == HeaderPeriodKind.Unread
                ? (column.Period.Kind, "", "") : (column.Period.Kind, column.Period.Before, column.Period.After))
            .Where(group => IsSeries([.. group.Select(column => column.Period!)]))
            .ToList();
        if (groups.MaxBy(group => group.Count()) is not { } largest) return null;
        var periods = largest.Select(column => column.Period!).ToList();
        return new WideTable(WideDimension.Period, [.. largest.Select(column => column.Name)], Recognised(periods));
    }

    private static bool IsSeries(List<HeaderPeriod> periods)
    {
        var hasYear = periods[0].Kind
            is HeaderPeriodKind.Day or HeaderPeriodKind.Week or HeaderPeriodKind.Month or HeaderPeriodKind.Quarter;
        if (periods.Count < (hasYear ? FewestWithYear : Fewest)) return false;
        // Jan 1, Jan 2, Jan 3 are days of a year that nobody says.
        var isDays = periods[0].Kind == HeaderPeriodKind.Month && periods.Count > FewestWithYear
            && periods.TrueForAll(period => char.IsAsciiLetter(period.Text[0]) && period.Text.Count(char.IsAsciiDigit) <= 2)
            && periods.Select(period => period.Text[..3]).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
        return !isDays && periods.Select(period => period.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() == periods.Count;
    }

    // 1, 2 ... 12 are the months of a year, 1, 2 ... 31 the days of a month; first days of months alone are months.
    private static List<HeaderPeriod> Recognised(List<HeaderPeriod> periods) => periods[0].Kind switch
    {
        HeaderPeriodKind.DayOfMonth when periods.TrueForAll(IsPlainMonth) =>
            [.. periods.Select(period => period with { Kind = HeaderPeriodKind.MonthOfYear })],
        HeaderPeriodKind.Day when periods.TrueForAll(period => period.IsFirstOfMonth) =>
            [.. periods.Select(period => period with { Kind = HeaderPeriodKind.Month })],
        _ => periods,
    };

    private static bool IsPlainMonth(HeaderPeriod period) => int.TryParse(period.Text, out var number) && number <= MonthsOfAYear;

    private static WideTable? OfServices(List<SurveyedColumn> figures)
    {
        var services = figures.Select(column => column.Name).Where(name => ServiceNames.Contains(HeaderName.Normalize(name))).ToList();
        return services.Count < Fewest ? null : new WideTable(WideDimension.Service, services, []);
    }

    // A table of days without visits, in which several figures stand beside one another.
    private static WideTable? OfFigures(IReadOnlyList<SurveyedColumn> columns, List<SurveyedColumn> figures)
    {
        var names = columns.Select(column => HeaderName.Normalize(column.Name)).ToList();
        if (!columns.Any(column => column.Kind == CellKind.Date) || names.Exists(Measures.Contains)) return null;
        var meant = figures.FindAll(column => column.Kind == CellKind.Number && IsOfPeople(column.Name)).ConvertAll(column => column.Name);
        var isGroups = names.Exists(ServiceHeaders.Contains);
        return meant.Count < (isGroups ? FewestWithYear : Fewest)
            ? null
            : new WideTable(isGroups ? WideDimension.Group : WideDimension.Service, meant, []);
    }

    private static bool IsOfPeople(string header)
    {
        var name = HeaderName.Normalize(header);
        return !UsageNames.Contains(name) && !Labels.Contains(name) && !ForeignHeader.IsShare(header)
            && SummaryWords.KindOf(header) == SummaryKind.None;
    }

    private static string Shown(string text) =>
        PersonalNumbers.Strip(string.Concat(text.Take(100).Select(c => char.IsControl(c) ? '\uFFFD' : c)));

    private static HashSet<string> Normalized(IEnumerable<string> names) => [.. names.Select(name => HeaderName.Normalize(name))];
}
