using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Quarantine;

/// <summary>
/// The rejected rows of one upload, streamed to a CSV of <see cref="QuarantineColumns"/>. The blob appears whole when
/// <see cref="CompleteAsync"/> is done, and not at all where nothing was rejected.
/// </summary>
internal sealed class QuarantineWriter(BlobContainerClient container, string name, string file) : IRejectedRows
{
    private const int BufferBytes = 1 << 20;

    // Rows are many and reasons few.
    private readonly Dictionary<Message, (string Text, string Data)> _reasons = [];

    private Stream? _blob;
    private StreamWriter? _text;

    public string? Name => _text is null ? null : name;

    public async ValueTask AddAsync(
        long line, string? sheet, string column, Message reason, string original, CancellationToken cancellationToken)
    {
        if (_text is null)
        {
            _blob = await container.GetBlockBlobClient(name).OpenWriteAsync(
                overwrite: true,
                new BlockBlobOpenWriteOptions
                {
                    BufferSize = BufferBytes,
                    HttpHeaders = new BlobHttpHeaders { ContentType = "text/csv; charset=utf-8" }
                },
                cancellationToken);
            // The mark tells Excel that this is UTF-8.
            _text = new StreamWriter(_blob, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await _text.WriteAsync($"{string.Join(',', QuarantineColumns.All)}\r\n".AsMemory(), cancellationToken);
        }

        var (text, data) = CellsOf(reason);
        var row =
            $"{CsvField.Quoted(file)},{line},{CsvField.Quoted(column)},{text},{CsvField.Quoted(original)},"
            + $"{data},{CsvField.Quoted(sheet ?? "")}\r\n";
        await _text.WriteAsync(row.AsMemory(), cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        if (_text is null) return;
        await _text.FlushAsync(cancellationToken);
        await _blob!.DisposeAsync();
        _blob = null;
    }

    private (string Text, string Data) CellsOf(Message reason)
    {
        if (_reasons.TryGetValue(reason, out var cells)) return cells;
        var data = CsvField.Line([reason.Code, MessageJson.WriteArguments(reason)]);
        return _reasons[reason] = (CsvField.Quoted(MessageTexts.English.Render(reason)), data);
    }

    // An unfinished blob is never committed: its blocks are dropped by the service.
    public ValueTask DisposeAsync()
    {
        _blob = null;
        return ValueTask.CompletedTask;
    }
}
