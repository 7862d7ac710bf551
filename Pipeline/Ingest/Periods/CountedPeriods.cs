using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Periods;

/// <summary>
/// Marks rows of sums with the period that they stand for: as the row says, otherwise the mapping, otherwise the dates of the whole file.
/// The date becomes the first day of the period. Rows of a day have no mark.
/// </summary>
/// <param name="schema">The dataset; one without periods leaves its rows as they are.</param>
/// <param name="known">What the mapping says, or what an earlier pass found; null where neither is known.</param>
/// <param name="dates">Takes the dates of rows without a mark; null where the period is known.</param>
internal sealed class CountedPeriods(DatasetSchema schema, Frequency? known, DateRhythm? dates)
{
    private readonly int _period = schema.IsSummed ? UsageCells.Period : -1;
    private readonly DateRhythm? _dates = known is null ? dates : null;
    private bool _areSaid;

    /// <summary>What the dates of all rows tell; null where the period is known or a row says one.</summary>
    public FoundPeriod? Found => _period < 0 || _areSaid ? null : _dates?.Find(schema.Columns[schema.PartitionIndex].Name);

    public void Mark(Cell[] row)
    {
        if (_period < 0) return;
        var period = Frequencies.TryParse(row[_period].Text, out var said) ? said : known ?? Frequency.Daily;
        _areSaid |= !row[_period].IsMissing;
        if (period == Frequency.Daily)
        {
            row[_period] = Cell.Missing;
            // A single visit is no sum of a period.
            if (row[schema.IdIndex].IsMissing) _dates?.Add(row[schema.PartitionIndex].Day);
            else _areSaid = true;
            return;
        }

        row[_period] = Cell.Of(period.Code());
        row[schema.PartitionIndex] = Cell.Of(period.FirstDay(row[schema.PartitionIndex].Day));
    }
}
