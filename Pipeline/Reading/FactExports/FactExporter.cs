using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>Writes out the kept facts of a dataset with the columns of its fact files, in an order that the facts alone decide.</summary>
public sealed class FactExporter
{
    private readonly LiveFacts _facts;

    internal FactExporter(LiveFacts facts) => _facts = facts;

    /// <summary>Names of the datasets.</summary>
    public static IReadOnlyList<string> Datasets { get; } = [.. DatasetCatalogue.All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// Writes facts to a stream: those of a dataset with days from the first day to the last, a cell's daily sums of all files added;
    /// those of a dataset with a key once a key, as the newest upload has them. Memory stays bounded however many there are.
    /// </summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentException">There is no such dataset, or it has no column to filter by.</exception>
    public async Task<long> ExportAsync(
        string dataset, FactFilter filter, FactFormat format, Stream stream, CancellationToken cancellationToken)
    {
        if (!DatasetCatalogue.All.TryGetValue(dataset, out var schema))
            throw new ArgumentException($"There is no dataset '{dataset}'. Datasets are {string.Join(", ", Datasets)}.", nameof(dataset));
        var choice = new FactChoice(schema, filter);
        using var sorter = new FactSorter(schema);
        await foreach (var row in RowsAsync(schema, choice, cancellationToken)) sorter.Add(row);
        await using IFactExport export = format == FactFormat.Parquet
            ? new ParquetExport(await FactFileWriter.CreateAsync(schema.Facts, stream, cancellationToken))
            : new CsvExport(schema.Facts, stream);
        long rows = 0;
        foreach (var row in sorter.Rows())
        {
            await export.WriteAsync(row, cancellationToken);
            rows++;
        }

        await export.CompleteAsync(cancellationToken);
        return rows;
    }

    private async IAsyncEnumerable<Cell[]> RowsAsync(
        DatasetSchema schema, FactChoice choice,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (schema.Key.Length == 0)
        {
            await foreach (var row in _facts.RowsAsync(schema, choice.First, choice.Last, cancellationToken))
            {
                if (choice.Has(row)) yield return row;
            }

            yield break;
        }

        var newest = new Dictionary<string, Cell[]>(StringComparer.Ordinal);
        await foreach (var row in _facts.RowsAsync(schema, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken))
            newest[FactReader.KeyOf(schema, row)] = row;
        foreach (var row in newest.Values.Where(choice.Has)) yield return row;
    }
}
