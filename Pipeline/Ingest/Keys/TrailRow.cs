using System.Runtime.InteropServices;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>A row of daily sums without an id, as <see cref="RowTrail"/> remembers it.</summary>
/// <param name="Cell">Hash of what the sum is of: community, service, date and group.</param>
/// <param name="Values">Hash of the figures.</param>
/// <param name="Row">Number of the row in its file.</param>
/// <param name="Line">Line of the file where the row starts.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct TrailRow(ulong Cell, uint Values, uint Row, uint Line)
{
    /// <summary>Hash of all of the row.</summary>
    public ulong Content
    {
        get
        {
            var mixed = (Cell ^ Values) * 0x9E3779B97F4A7C15;
            return mixed ^ (mixed >> 32);
        }
    }

    public bool Repeats(TrailRow other) => Cell == other.Cell && Values == other.Values;
}
