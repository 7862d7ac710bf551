using Azure.Storage.Blobs;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Stores batches of an upload's facts, each as one file a year, and remembers what it stored.</summary>
internal sealed class FactPartWriter(BlobContainerClient container, DatasetSchema schema, string uploadId) : IFactParts
{
    private readonly SortedDictionary<int, int> _countByYear = [];

    public (DateOnly First, DateOnly Last)? Span { get; private set; }

    public string Parts => FactPartNames.Write(_countByYear);

    public async Task WriteAsync(IReadOnlyList<Cell[]> rows, CancellationToken cancellationToken)
    {
        for (var from = 0; from < rows.Count;)
        {
            var year = YearOf(rows[from]);
            var to = from + 1;
            while (to < rows.Count && YearOf(rows[to]) == year) to++;
            await WriteAsync(year, rows.Skip(from).Take(to - from).ToArray(), cancellationToken);
            from = to;
        }
    }

    private async Task WriteAsync(int year, Cell[][] rows, CancellationToken cancellationToken)
    {
        var number = _countByYear.GetValueOrDefault(year);
        var name = FactPartNames.Of(schema.Name, year == 0 ? null : year, uploadId, number);
        await using var file = await FactFile.WriteAsync(schema.Facts, rows, cancellationToken);
        await container.GetBlobClient(name).UploadAsync(file, overwrite: true, cancellationToken);
        _countByYear[year] = number + 1;
        if (schema.PartitionIndex >= 0) Extend(rows[0][schema.PartitionIndex].Day, rows[^1][schema.PartitionIndex].Day);
    }

    private int YearOf(Cell[] row) => schema.PartitionIndex < 0 ? 0 : row[schema.PartitionIndex].Day.Year;

    private void Extend(DateOnly first, DateOnly last) =>
        Span = Span is { } span ? (first < span.First ? first : span.First, last > span.Last ? last : span.Last) : (first, last);
}
