using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Quarantine;
using CommunityDemand.Pipeline.Ingest.Rows;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Stores nothing of a pass, and remembers its first good rows.</summary>
internal sealed class DryHarvest : IHarvestStore
{
    private const int MostRows = 5;

    /// <summary>The first good rows of the last pass.</summary>
    public IReadOnlyList<Cell[]> FirstRows { get; private set; } = [];

    public IFactParts OpenFacts(DatasetSchema schema, string uploadId) => new Parts(schema.PartitionIndex);

    public IRejectedRows OpenRejected(string name, string path) => new Rejected();

    public IFactSink Watch(IFactSink sink)
    {
        var rows = new List<Cell[]>();
        FirstRows = rows;
        return new Watched(sink, rows);
    }

    private sealed class Watched(IFactSink sink, List<Cell[]> rows) : IFactSink
    {
        public ValueTask AddAsync(Cell[] cells, CancellationToken cancellationToken)
        {
            if (rows.Count < MostRows) rows.Add([.. cells]);
            return sink.AddAsync(cells, cancellationToken);
        }

        public Task CompleteAsync(CancellationToken cancellationToken) => sink.CompleteAsync(cancellationToken);
    }

    private sealed class Parts(int dateColumn) : IFactParts
    {
        public (DateOnly First, DateOnly Last)? Span { get; private set; }

        string IFactParts.Parts => "";

        public Task WriteAsync(IReadOnlyList<Cell[]> rows, CancellationToken cancellationToken)
        {
            if (dateColumn < 0) return Task.CompletedTask;
            var (first, last) = (rows[0][dateColumn].Day, rows[^1][dateColumn].Day);
            Span = Span is { } span ? (first < span.First ? first : span.First, last > span.Last ? last : span.Last) : (first, last);
            return Task.CompletedTask;
        }
    }

    private sealed class Rejected : IRejectedRows
    {
        public string? Name => null;

        public ValueTask AddAsync(
            long line, string? sheet, string column, Message reason, string original, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;

        public ValueTask CompleteAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
