using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Values;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// The rows of an upload, one at a time, every value as text. Spans are valid until the next <see cref="ReadAsync"/>.
/// </summary>
internal abstract class RowSource : IAsyncDisposable
{
    /// <summary>Column names as the file has them. Grows while reading where a format names columns row by row.</summary>
    public abstract IReadOnlyList<string> Header { get; }

    /// <summary>Whether later rows may bring further columns.</summary>
    public virtual bool HeaderGrows => false;

    /// <summary>Whether the format stores numbers as numbers, so that their text has a decimal point.</summary>
    public virtual bool HasTypedNumbers => false;

    /// <summary>Style that numbers of such files have most often, where no number tells.</summary>
    public virtual NumberStyle TypicalNumbers => NumberStyle.Point;

    /// <summary>Whether the file names its columns; otherwise the names of <see cref="Header"/> are made up.</summary>
    public virtual bool HasHeader => true;

    /// <summary>Values of the current row; a row may end before its last columns.</summary>
    public virtual int ValueCount => Header.Count;

    /// <summary>Columns of most rows where they are more than the header names.</summary>
    public virtual int Width => Header.Count;

    /// <summary>What had to be assumed to read the file. Complete once all rows are read.</summary>
    public virtual IReadOnlyList<Message> Assumptions => [];

    /// <summary>Physical line, sheet row or row number of the current row, from 1.</summary>
    public long Line { get; protected set; }

    /// <summary>Why the current row can't be split into values, or null.</summary>
    public Message? Fault { get; protected set; }

    /// <summary>
    /// The values of a row with a fault as they are most likely meant, for a person to look at; null where that can't be told.
    /// </summary>
    public virtual IReadOnlyList<string>? Mended => null;

    /// <summary>The sheet or table of the current row, where a file may have several; otherwise null.</summary>
    public virtual string? Sheet => null;

    /// <summary>Name of the sheet of the current row, also where the file has no other; null for formats without sheets.</summary>
    public virtual string? SheetName => Sheet;

    /// <summary>Moves to the next row that is not blank.</summary>
    /// <exception cref="UnreadableUploadException">Nothing further can be read.</exception>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The value of a column, untrimmed; empty where the row has none.</summary>
    public abstract ReadOnlySpan<char> this[int column] { get; }

    /// <summary>Why a column of the current row has no value that can be read, or null.</summary>
    public virtual Message? FaultOf(int column) => null;

    /// <summary>Says which columns will be asked for; the others may be left unread.</summary>
    public virtual void Select(IReadOnlySet<int> columns)
    {
    }

    /// <summary>The current row as the file has it (text formats) or as CSV.</summary>
    public abstract string Original { get; }

    /// <summary>The row as <see cref="Original"/> has it, with one value rewritten; null where the value can't be singled out.</summary>
    public abstract string? Rewrite(int column, Func<string, string> rewrite);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
