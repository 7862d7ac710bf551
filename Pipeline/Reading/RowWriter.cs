using System.Buffers;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>Writes rows of one table in one format. Columns are named as in the table, with a small first letter.</summary>
internal abstract class RowWriter(IReadOnlyList<Column> columns, MessageTexts texts, IBufferWriter<byte> output) : IDisposable
{
    /// <summary>What parameter <c>format</c> may say.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["json", "page", "csv"];

    public abstract string ContentType { get; }

    /// <summary>Texts of messages in the reader's language.</summary>
    protected MessageTexts Texts { get; } = texts;

    protected IReadOnlyList<Column> Columns { get; } = columns;

    protected IBufferWriter<byte> Output { get; } = output;

    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="language">Language of texts.</param>
    public static RowWriter For(string format, PublicTable table, Language language, IBufferWriter<byte> output) => format switch
    {
        "json" => new JsonRows(table.Columns, MessageTexts.Of(language), output),
        "page" => new JsonPage(table.Columns, MessageTexts.Of(language), output),
        "csv" => new CsvRows(table.Columns, MessageTexts.Of(language), output),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "An answer is JSON or CSV."),
    };

    public abstract void Begin();

    public abstract void Row(TableEntity entity);

    /// <param name="next">Value of parameter page for the page that follows; null on the last one.</param>
    public abstract void End(string? next);

    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>A time as its column's kind has it. A day that has a time of day is told whole.</summary>
    protected static string Time(Column column, DateTimeOffset time) =>
        column.Kind == ColumnKind.Instant || time.TimeOfDay != TimeSpan.Zero
            ? $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"
            : $"{time.UtcDateTime:yyyy-MM-dd}";
}
