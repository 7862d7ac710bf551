namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>Good rows of a file that don't become facts.</summary>
internal sealed class Exclusions
{
    // What is not placed is still rejected: a file whose ids are all one must not fill memory.
    private const int MostPlaces = 10_000;

    private readonly Dictionary<long, ConflictPlace> _places = [];
    private readonly HashSet<long> _firsts = [];

    /// <summary>Rows that count already.</summary>
    public RowSet Duplicates { get; } = new();

    /// <summary>Rows whose id another row has that says something else.</summary>
    public RowSet Conflicts { get; } = new();

    /// <summary>Rows of blocks that stand in the file before.</summary>
    public RowSet Blocks { get; } = new();

    public void AddConflict(long row, ConflictPlace with)
    {
        Conflicts.Add(row);
        if (_places.Count == MostPlaces) return;
        _places[row] = with;
        if (with.Row is { } first) _firsts.Add(first);
    }

    /// <summary>Where the row is that a conflicting one loses to; null where it is not remembered.</summary>
    public ConflictPlace? PlaceOf(long row) => _places.TryGetValue(row, out var place) ? place : null;

    /// <summary>Whether some row loses to this one.</summary>
    public bool IsFirst(long row) => _firsts.Contains(row);

    /// <summary>Whether a row has an id that counts elsewhere, so that the index does not get it.</summary>
    public bool HasIdOf(long row) => Duplicates.Contains(row) || Conflicts.Contains(row);

    public bool SetEquals(Exclusions other) =>
        Duplicates.SetEquals(other.Duplicates) && Conflicts.SetEquals(other.Conflicts) && Blocks.SetEquals(other.Blocks);
}

/// <summary>The row that counts of those with one id.</summary>
/// <param name="Row">Its number, where it is in the same file.</param>
/// <param name="Path">Path of its file, where that is another.</param>
internal readonly record struct ConflictPlace(long? Row, string? Path);
