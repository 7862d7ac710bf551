using System.Text.RegularExpressions;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;
using CommunityDemand.Pipeline.Ingest.Surveys;

namespace CommunityDemand.Pipeline.Ingest.Inspection.Proposals;

/// <summary>Where the year of dates stands whose headers have none: in a column, or in the name of the file or of each sheet.</summary>
/// <param name="Year">What a mapping says of the year, as JSON.</param>
/// <param name="Month">The same of the month; null where the headers have it.</param>
/// <param name="Layout">Keys by which names give values.</param>
internal sealed record DateSource(string Year, string? Month, IReadOnlyList<(string Key, string Json)> Layout, Message Why)
{
    private const string YearPattern = "(?<year>(?:19|20)[0-9]{2})";
    private const string MonthPattern = YearPattern + "[-_. ]?(?<month>0[1-9]|1[0-2])";
    private const string ChineseMonthPattern = YearPattern + "年(?<month>[0-9]{1,2})月";

    // As headers are compared.
    private static readonly string[] Years = ["year", "jahr", "année", "año", "年", "年份", "年度"];
    private static readonly string[] Months = ["month", "monat", "mois", "mes", "月", "月份"];

    /// <summary>The source of the year; null where nothing tells it.</summary>
    public static DateSource? OfYear(string file, IReadOnlyList<string> sheets, IReadOnlyList<SurveyedColumn> columns)
    {
        if (Find(columns, Years) is { } year) return new DateSource(ProposalText.Quoted(year), null, [], ProposalMessages.FromHeaders());
        return OfNames([YearPattern], file, sheets, hasMonth: false);
    }

    /// <summary>The source of year and month; null where nothing tells them.</summary>
    public static DateSource? OfMonth(string file, IReadOnlyList<string> sheets, IReadOnlyList<SurveyedColumn> columns)
    {
        if (Find(columns, Years) is { } year && Find(columns, Months) is { } month)
            return new DateSource(ProposalText.Quoted(year), ProposalText.Quoted(month), [], ProposalMessages.FromHeaders());
        return OfNames([MonthPattern, ChineseMonthPattern], file, sheets, hasMonth: true);
    }

    // Of a name with two years nobody knows which is meant.
    private static DateSource? OfNames(IEnumerable<string> patterns, string file, IReadOnlyList<string> sheets, bool hasMonth)
    {
        foreach (var pattern in patterns)
        {
            if (sheets.Count > 0 && sheets.All(sheet => HasOne(sheet, pattern)))
                return Made("sheetName", pattern, hasMonth, ProposalMessages.YearOfSheet());
            if (HasOne(file, pattern)) return Made("fileName", pattern, hasMonth, ProposalMessages.YearOfFile());
        }

        return null;
    }

    private static bool HasOne(string name, string pattern) =>
        Regex.Count(name, YearPattern) == 1 && Regex.IsMatch(name, pattern);

    private static DateSource Made(string key, string pattern, bool hasMonth, Message why) =>
        new("\"year\"", hasMonth ? "\"month\"" : null, [(key, ProposalText.Quoted(pattern))], why);

    private static string? Find(IReadOnlyList<SurveyedColumn> columns, string[] names) => columns
        .FirstOrDefault(column => column.Kind == CellKind.Number && names.Contains(HeaderName.Normalize(column.Name)))?.Name;
}
