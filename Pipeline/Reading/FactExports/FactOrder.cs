using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>
/// The order of exported facts: by key, or by day, then by all other values; of sums by what they are of alone.
/// </summary>
internal sealed class FactOrder : IComparer<Cell[]>
{
    private readonly int[] _places;

    public FactOrder(DatasetSchema schema)
    {
        int[] leading = schema.IsSummed ? UsageCells.ByDay
            : schema.Key.Length > 0 ? schema.Key
            : [schema.PartitionIndex];
        _places = schema.IsSummed ? leading : [.. leading, .. Enumerable.Range(0, schema.Facts.Length).Except(leading)];
    }

    public int Compare(Cell[]? x, Cell[]? y)
    {
        foreach (var place in _places)
        {
            var (left, right) = (x![place], y![place]);
            var order = string.CompareOrdinal(left.Text, right.Text);
            if (order == 0) order = left.Number.CompareTo(right.Number);
            if (order != 0) return order;
        }

        return 0;
    }
}
