using System.Buffers;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>Writes rows of one table in one format. Columns are named as in the table, with a small first letter.</summary>
internal abstract class RowWriter(IReadOnlyList<string> columns, IBufferWriter<byte> output) : IDisposable
{
    // What an instant's column is called. A time under another name is a day, unless it has a time of day.
    private const string InstantSuffix = "At";

    /// <summary>What parameter <c>format</c> may say.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["json", "page", "csv"];

    public abstract string ContentType { get; }

    protected IReadOnlyList<string> Columns { get; } = columns;

    protected IReadOnlyList<string> Names { get; } = [.. columns.Select(NameOf)];

    protected IBufferWriter<byte> Output { get; } = output;

    /// <param name="format">One of <see cref="Formats"/>.</param>
    public static RowWriter For(string format, PublicTable table, IBufferWriter<byte> output) => format switch
    {
        "json" => new JsonRows(table.Columns, output),
        "page" => new JsonPage(table.Columns, output),
        "csv" => new CsvRows(table.Columns, output),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "An answer is JSON or CSV."),
    };

    /// <summary>What a column is called in an answer.</summary>
    public static string NameOf(string column) => char.ToLowerInvariant(column[0]) + column[1..];

    public abstract void Begin();

    public abstract void Row(TableEntity entity);

    /// <param name="next">Value of parameter page for the page that follows; null on the last one.</param>
    public abstract void End(string? next);

    public virtual void Dispose() => GC.SuppressFinalize(this);

    protected static string Time(string column, DateTimeOffset time) =>
        column.EndsWith(InstantSuffix, StringComparison.Ordinal) || time.TimeOfDay != TimeSpan.Zero ? $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : $"{time.UtcDateTime:yyyy-MM-dd}";
}
