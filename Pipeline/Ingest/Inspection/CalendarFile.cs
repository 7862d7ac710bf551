using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>A file of dataset <c>calendar</c>, read as ingest reads it, without storage. Every row counts, or none.</summary>
public static class CalendarFile
{
    /// <param name="path">A file on this machine, of any format that ingest reads.</param>
    /// <param name="time">Tells which days are too far ahead.</param>
    /// <exception cref="IOException">The file can't be opened.</exception>
    public static async Task<CalendarFileRows> ReadAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var reading = new TableReading(path, ReadingHints.None);
            await reading.OpenAsync(cancellationToken);
            if (reading.Header.Count == 0) return Refused(FileMessages.Empty());
            var columns = HeaderBinding.Bind(CalendarFact.Schema, reading.Header, mapping: null, partial: false);
            var rows = new List<TableRow>();
            await foreach (var row in reading.RowsAsync(cancellationToken)) rows.Add(row);
            var entries = new List<CalendarEntry>(rows.Count);
            var context = new ParseContext(CalendarFact.Schema, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), Styles(columns, rows));
            foreach (var row in rows)
            {
                if (Read(row, columns, context, out var entry) is { } fault) return Refused(InspectionMessages.OnLine(row.Line, fault));
                entries.Add(entry!);
            }

            return new CalendarFileRows(entries, [.. reading.Assumptions.Select(MessageTexts.English.Render)], null);
        }
        catch (UnreadableUploadException unreadable)
        {
            return Refused(unreadable.Reason);
        }
    }

    private static CalendarFileRows Refused(Message problem) => new([], [], MessageTexts.English.Render(problem));

    // The whole column tells whether its days or its months stand first.
    private static ValueStyles Styles(BoundColumn[] columns, List<TableRow> rows)
    {
        var date = Column(columns, nameof(CalendarFact.Date));
        var days = new DayEvidence();
        foreach (var row in rows)
        {
            if (row.Fault is null) days.Add(row.Cells![date.Index].AsSpan().Trim());
        }

        var orders = new Dictionary<string, DayOrder> { [date.Column.Name] = days.Order };
        return new ValueStyles(NumberStyle.Point, orders) { IsSurveyed = true };
    }

    private static Message? Read(TableRow row, BoundColumn[] columns, ParseContext context, out CalendarEntry? entry)
    {
        entry = null;
        if (row.Fault is { } fault) return fault;
        var cells = new Dictionary<string, Cell>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns.Where(column => column.Index >= 0))
        {
            if (column.Parse(row.Cells![column.Index], context, out var cell) is { } why)
                return Fault(column.Column, row.Cells[column.Index].Trim(), why);
            cells.Add(column.Column.Name, cell);
        }

        string? Text(string name) => cells.TryGetValue(name, out var cell) && !cell.IsMissing ? cell.Text : null;
        if (Text(nameof(CalendarFact.Community)) is not null || Text(nameof(CalendarFact.District)) is not null)
            return InspectionMessages.ScopedDay();
        var kind = Text(nameof(CalendarFact.Kind));
        if (!CalendarEntry.TryParseKind(kind, out var known)) throw new InvalidOperationException($"Kind '{kind}' is no kind of a day.");
        entry = new CalendarEntry(cells[nameof(CalendarFact.Date)].Day, known, Text(nameof(CalendarFact.Name)));
        return null;
    }

    private static Message Fault(Column column, string text, Message why) => column is DayColumn
        ? InspectionMessages.UnreadDay(column.Name, text)
        : InspectionMessages.InColumn(column.Name, text, why);

    private static BoundColumn Column(BoundColumn[] columns, string name) =>
        columns.Single(column => column.Column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
