using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>The columns of a wide table that become rows.</summary>
internal sealed class WideColumns(Unpivot unpivot)
{
    private readonly IReadOnlyList<string> _groups = TableShape.NamesOf(unpivot.Columns);
    private (int Place, string[] Groups)[] _columns = [];
    private int _next;

    /// <summary>Cells without a value, which became no rows.</summary>
    public long Empty { get; private set; }

    public int Count => _columns.Length;

    /// <summary>Places of the columns.</summary>
    public IEnumerable<int> Places => _columns.Select(column => column.Place);

    /// <summary>Place of the current column.</summary>
    public int Place => _columns[_next - 1].Place;

    /// <summary>What the header of the current column says.</summary>
    public IReadOnlyList<string> Groups => _columns[_next - 1].Groups;

    /// <summary>Finds the columns in a header.</summary>
    public void Bind(IReadOnlyList<string> header)
    {
        _columns =
        [
            .. from place in Enumerable.Range(0, header.Count)
               let match = unpivot.Columns.Match(header[place].Trim())
               where match.Success
               select (place, _groups.Select(name => match.Groups[name].Value).ToArray()),
        ];
        _next = _columns.Length;
    }

    /// <summary>Begins with the first column.</summary>
    public void Restart() => _next = 0;

    /// <summary>Moves to the next column that has a value in the current row.</summary>
    public bool MoveNext(RowSource rows)
    {
        while (_next < _columns.Length)
        {
            var place = _columns[_next++].Place;
            if (rows.FaultOf(place) is not null || !NullWords.Contains(rows[place].Trim())) return true;
            Empty++;
        }

        return false;
    }
}
