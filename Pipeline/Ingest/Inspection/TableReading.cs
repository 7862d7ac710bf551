using System.Runtime.CompilerServices;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>
/// Any table, whether or not it is one of ours, read as ingest reads it: by its content, without a dataset and a mapping.
/// </summary>
/// <param name="path">A file on this machine.</param>
/// <param name="hints">What its owner says of it.</param>
internal sealed class TableReading(string path, ReadingHints hints)
{
    private UploadContent? _content;
    private long _unreadable;
    private (long Line, Message Why)? _first;

    /// <summary>Names of the columns; empty of an empty file.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Whether the file names its columns.</summary>
    public bool HasHeader { get; private set; }

    /// <summary>What had to be assumed; complete once all rows are read.</summary>
    public IReadOnlyList<Message> Assumptions { get; private set; } = [];

    /// <summary>Finds out how to read the file.</summary>
    /// <exception cref="UnreadableUploadException">It can't be read.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length == 0)
        {
            Assumptions = [AssumptionMessages.EmptyTable()];
            return;
        }

        await using (var stored = Stored())
            _content = await UploadContent.InspectAsync(stored, UploadFile.Parse(Path.GetFileName(path)), cancellationToken, hints);
        await using var rows = await RowSources.OpenAsync(Stored(), _content, cancellationToken);
        // Columns that later rows bring stand in the header too.
        if (rows.HeaderGrows)
        {
            while (await rows.ReadAsync(cancellationToken))
            {
            }
        }

        (Header, HasHeader) = ([.. rows.Header, .. Enumerable.Repeat("", rows.Width - rows.Header.Count)], rows.HasHeader);
        Assumptions = [.. _content.Assumptions, .. rows.Assumptions];
    }

    /// <summary>The rows from the first; after <see cref="OpenAsync"/>.</summary>
    /// <exception cref="UnreadableUploadException">The file can't be read to its end.</exception>
    public async IAsyncEnumerable<TableRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_content is null) yield break;
        (_unreadable, _first) = (0, null);
        await using var rows = await RowSources.OpenAsync(Stored(), _content, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (rows.Fault is null) yield return new TableRow(rows.Line, CellsOf(rows), null, "");
            else if (rows.Mended is { } mended) yield return new TableRow(rows.Line, mended, rows.Fault, "");
            else yield return new TableRow(rows.Line, null, rows.Fault, rows.Original);
        }

        Assumptions = [.. _content.Assumptions, .. rows.Assumptions];
        if (_first is var (line, why)) Assumptions = [.. Assumptions, AssumptionMessages.UnreadableCells(_unreadable, line, why)];
    }

    /// <summary>The rows with the place of each value, for readers of a few columns; after <see cref="OpenAsync"/>.</summary>
    /// <returns>Null of an empty file.</returns>
    /// <exception cref="UnreadableUploadException">The file can't be read.</exception>
    public async ValueTask<RowSource?> OpenRowsAsync(CancellationToken cancellationToken) =>
        _content is null ? null : await RowSources.OpenAsync(Stored(), _content, cancellationToken);

    private string[] CellsOf(RowSource row)
    {
        var cells = new string[Header.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = row[i].ToString();
            if (row.FaultOf(i) is not { } why) continue;
            _unreadable++;
            _first ??= (row.Line, why);
        }

        return cells;
    }

    private MeteredStream Stored() => new(File.OpenRead(path), static _ => { });
}
