using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Keys;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Decides of each good row whether it counts, and remembers in the first pass what that depends on.</summary>
/// <param name="excluded">Rows that don't count.</param>
/// <param name="memory">Takes what tells rows apart; null after the first pass.</param>
internal sealed class RowGate(DatasetSchema schema, RowIdentity identity, Exclusions excluded, FirstPass? memory)
{
    private readonly Dictionary<long, long> _lines = [];

    /// <summary>Rows that passed and that no id over all files tells from a repetition.</summary>
    public long Unidentified { get; private set; }

    /// <summary>What becomes of a good row, and the reason that quarantine gives for it.</summary>
    /// <param name="row">Number of the row in its file.</param>
    public (RowVerdict Verdict, Message? Reason) Pass(Cell[] cells, long row, long line)
    {
        if (memory is not null) Remember(memory, cells, row, line);
        if (excluded.IsFirst(row)) _lines[row] = line;
        if (excluded.Duplicates.Contains(row)) return (RowVerdict.Duplicate(AccountMessages.CountsAlready), null);
        if (excluded.Blocks.Contains(row)) return (RowVerdict.Duplicate(AccountMessages.BlockAgain), null);
        if (excluded.Conflicts.Contains(row))
            return (RowVerdict.Rejected(schema.Columns[schema.IdIndex].Name, AccountMessages.IdConflict), Place(row));
        if (!identity.IsGuarded(cells)) Unidentified++;
        return (RowVerdict.Good, null);
    }

    private void Remember(FirstPass memory, Cell[] cells, long row, long line)
    {
        if (identity.KeyOf(cells, row) is { } key) memory.Keys.Add(key);
        else if (schema.IsSummed) memory.Trail.Add(SumOf(cells, row, line));
    }

    private static TrailRow SumOf(Cell[] cells, long row, long line)
    {
        var cell = 0UL;
        foreach (var place in UsageCells.Identity) cell = CellHash.Add(cell, place, cells[place]);
        var values = 0UL;
        foreach (var place in UsageCells.Figures) values = CellHash.Add(values, place, cells[place]);
        return new TrailRow(cell, (uint)(values >> 32), (uint)row, (uint)line);
    }

    private Message Place(long row) => excluded.PlaceOf(row) switch
    {
        { Path: { } path } => AccountMessages.IdConflictWith(path),
        { Row: { } first } when _lines.TryGetValue(first, out var line) => AccountMessages.IdConflictAt(line),
        _ => AccountMessages.IdConflict,
    };
}
