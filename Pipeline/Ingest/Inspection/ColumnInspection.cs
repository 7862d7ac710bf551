using System.Globalization;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ingest.Surveys;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Tells what the columns of a file have, and what their values are read as.</summary>
internal static class ColumnInspection
{
    /// <summary>The columns of a table that is no dataset.</summary>
    public static IReadOnlyList<ColumnReport> Plain(IReadOnlyList<SurveyedColumn> columns) =>
        [.. columns.Select(column => Report(column, [.. column.Samples.Select(text => new SampleReport(text, null, null))], null))];

    /// <summary>The columns of a table that is a dataset.</summary>
    /// <param name="mapping">The mapping that it is read by; null in the dataset's own terms.</param>
    /// <param name="styles">How its values are written.</param>
    public static IReadOnlyList<ColumnReport> Bound(
        IReadOnlyList<SurveyedColumn> columns, DatasetSchema schema, Mapping? mapping, ValueStyles styles, TimeProvider time)
    {
        var header = columns.Select(column => column.Name).ToArray();
        var bound = HeaderBinding.Bind(schema, header, mapping, partial: true);
        var context = new ParseContext(schema, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), styles);
        return
        [
            .. columns.Select((column, place) =>
            {
                var target = Array.Find(bound, b => b.Index == place || b.Others.Contains(place));
                return Report(column, [.. column.Samples.Select(text => Sample(text, target, context))], target?.Column.Name);
            }),
        ];
    }

    /// <summary>A row in the columns of its dataset.</summary>
    public static IReadOnlyList<string?> Shown(DatasetSchema schema, Cell[] cells) =>
        [.. schema.Columns.Select((column, place) => Shown(column, cells[place]))];

    private static ColumnReport Report(SurveyedColumn column, IReadOnlyList<SampleReport> samples, string? means) =>
        new(column.Name, NameOf(column.Kind), samples, column.Empty, means);

    private static SampleReport Sample(string text, BoundColumn? target, ParseContext context)
    {
        if (target is null) return new SampleReport(text, null, null);
        var fault = target.Parse(text, context, out var cell);
        return new SampleReport(text, fault is null ? Shown(target.Column, cell) : null, fault);
    }

    private static string? Shown(Column column, Cell cell) =>
        cell.IsMissing ? null
        : column is DayColumn ? cell.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : cell.Text ?? cell.Number.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(CellKind kind) => kind switch
    {
        CellKind.Empty => "empty",
        CellKind.Number => "number",
        CellKind.Date => "date",
        CellKind.Time => "time",
        _ => "text",
    };
}
