using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>
/// Sorts any number of facts in bounded memory: sorted runs lie in temporary files, and are merged as they are read. Sums of one cell
/// become one row.
/// </summary>
internal sealed class FactSorter(DatasetSchema schema, int mostInMemory = FactSorter.DefaultInMemory) : IDisposable
{
    public const int DefaultInMemory = 1 << 15;

    private readonly FactOrder _order = new(schema);
    private readonly List<FactRun> _runs = [];
    private List<Cell[]> _rows = [];

    public void Add(Cell[] row)
    {
        _rows.Add(row);
        if (_rows.Count < mostInMemory) return;
        _runs.Add(FactRun.Write(schema.Facts, Sorted()));
        _rows = [];
    }

    /// <summary>All rows in order.</summary>
    public IEnumerable<Cell[]> Rows()
    {
        Cell[]? last = null;
        foreach (var row in Merged())
        {
            if (schema.IsSummed && last is not null && _order.Compare(last, row) == 0)
            {
                AddTo(last, row);
                continue;
            }

            if (last is not null) yield return last;
            last = row;
        }

        if (last is not null) yield return last;
    }

    public void Dispose()
    {
        foreach (var run in _runs) run.Dispose();
    }

    // Equal rows come in the order in which they were added, so that sums of doubles are always the same.
    private IEnumerable<Cell[]> Merged()
    {
        var queue = new PriorityQueue<IEnumerator<Cell[]>, (Cell[] Row, int Run)>(Comparer<(Cell[] Row, int Run)>.Create(
            (left, right) => _order.Compare(left.Row, right.Row) is var order && order != 0 ? order : left.Run.CompareTo(right.Run)));
        IEnumerable<Cell[]>[] sources = [.. _runs.Select(run => run.Read()), Sorted()];
        for (var run = 0; run < sources.Length; run++) Enqueue(sources[run].GetEnumerator(), run);
        while (queue.TryDequeue(out var next, out var place))
        {
            yield return next.Current;
            Enqueue(next, place.Run);
        }

        void Enqueue(IEnumerator<Cell[]> rows, int run)
        {
            if (rows.MoveNext()) queue.Enqueue(rows, (rows.Current, run));
            else rows.Dispose();
        }
    }

    private IEnumerable<Cell[]> Sorted() => _rows.Order(_order);

    private static void AddTo(Cell[] sum, Cell[] row)
    {
        for (var place = 0; place < sum.Length; place++)
        {
            if (row[place].NumberOrNull is { } number && !UsageCells.Identity.Contains(place))
                sum[place] = Cell.Of((sum[place].NumberOrNull ?? 0) + number);
        }
    }
}
