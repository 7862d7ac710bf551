using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Ingest.Inspection;

namespace CommunityDemand.Local.Series;

/// <summary>Parser of dates into numbers of periods. Tables repeat their dates, so each text is parsed only once.</summary>
internal sealed class PeriodParser(Frequency frequency)
{
    private const int MostRemembered = 100_000;

    private static readonly DateTime Epoch = new(2001, 1, 1);

    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>The period of a date of the current row, counted from a fixed day.</summary>
    public CellOutcome Read(ColumnReader rows, int column, out int period)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        var text = rows[column];
        if (known.TryGetValue(text, out period)) return CellOutcome.Value;
        var reading = rows.ReadMoment(column, frequency, out var moment);
        if (reading != CellOutcome.Value) return reading;
        period = frequency.Between(Epoch, moment);
        if (_known.Count < MostRemembered) known[text] = period;
        return reading;
    }

    /// <summary>The start of a period.</summary>
    public DateTime StartOf(int period) => frequency.Add(frequency.Floor(Epoch), period);
}
