using System.Runtime.InteropServices;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// The sums of one file by cell (community, service, day, group), or of those cells that a hash picks where they are many: the same hash
/// picks the same cells of every file, so that two files can be compared by their samples.
/// </summary>
/// <param name="most">So many cells at most.</param>
internal sealed class CellSample(int most = CellSample.DefaultMost)
{
    public const int DefaultMost = 100_000;

    private readonly Dictionary<ulong, CellSum> _cells = [];
    private ulong _mask;

    public IReadOnlyDictionary<ulong, CellSum> Cells => _cells;

    /// <summary>How many cells each picked one stands for.</summary>
    public long Weight => (long)_mask + 1;

    /// <summary>Takes part of a cell's sum.</summary>
    public void Add(ulong cell, CellSum sum)
    {
        if ((cell & _mask) != 0) return;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, cell, out _);
        known += sum;
        if (_cells.Count > most) Thin();
    }

    /// <summary>Hash of what a row of usage is the sum of, whatever the case of its keys.</summary>
    public static ulong CellOf(ReadOnlySpan<Cell> row)
    {
        var hash = 0UL;
        foreach (var place in UsageCells.Identity) hash = CellHash.Add(hash, place, Folded(row[place]));
        return hash;
    }

    private static Cell Folded(in Cell cell) => cell.Text is { } text ? Cell.Of(text.ToUpperInvariant()) : cell;

    private void Thin()
    {
        _mask = (_mask << 1) | 1;
        foreach (var cell in _cells.Keys.Where(cell => (cell & _mask) != 0).ToArray()) _cells.Remove(cell);
    }
}

/// <summary>What a cell sums.</summary>
internal readonly record struct CellSum(double Visits, double Unmet)
{
    public static CellSum operator +(CellSum left, CellSum right) => new(left.Visits + right.Visits, left.Unmet + right.Unmet);
}
