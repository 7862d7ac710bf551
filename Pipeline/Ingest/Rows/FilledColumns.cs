using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Columns whose empty cells take the value above, within a sheet.</summary>
/// <param name="count">Number of the columns.</param>
internal sealed class FilledColumns(int count)
{
    private readonly string?[] _above = new string?[count];
    private readonly bool[] _isFilled = new bool[count];

    /// <summary>Cells that were filled.</summary>
    public long Count { get; private set; }

    /// <summary>Places of the columns; -1 where the file has none yet.</summary>
    public IReadOnlyList<int> Places { get; set; } = [];

    /// <summary>Rules of each column: a row that one leaves out, such as a total, is no name for the rows below.</summary>
    public IReadOnlyList<IReadOnlyList<RowRule>> Rules { get; set; } = [];

    /// <summary>Takes a row that can be split into values.</summary>
    public void Take(RowSource rows)
    {
        for (var i = 0; i < Places.Count; i++)
        {
            if (Places[i] < 0) continue;
            var value = rows[Places[i]].Trim();
            _isFilled[i] = value.IsEmpty && _above[i] is not null && rows.FaultOf(Places[i]) is null;
            if (_isFilled[i]) Count++;
            else if (!value.IsEmpty && !value.SequenceEqual(_above[i])) _above[i] = IsLeftOut(i, value) ? null : value.ToString();
        }
    }

    private bool IsLeftOut(int column, ReadOnlySpan<char> value)
    {
        foreach (var rule in Rules[column])
        {
            if (rule.LeavesOut(value)) return true;
        }

        return false;
    }

    /// <summary>Forgets what stands above, at the beginning of a sheet.</summary>
    public void Forget() => Array.Clear(_above);

    /// <summary>The value that a column of the current row was filled with; null where it has its own.</summary>
    public string? Of(int place)
    {
        for (var i = 0; i < Places.Count; i++)
        {
            if (Places[i] == place) return _isFilled[i] ? _above[i] : null;
        }

        return null;
    }
}
