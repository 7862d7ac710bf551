using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Ingest.Periods;

/// <summary>What the dates of a file tell of the period that its figures stand for.</summary>
internal static class PeriodMessages
{
    /// <param name="isFirst">Whether the dates are first days of periods; otherwise they are last days.</param>
    public static Message WholePeriods(string column, int dates, Frequency period, bool isFirst) => new(
        "reading.whole_periods", ("column", column), ("dates", dates), ("period", period.Code()), ("end", isFirst ? "first" : "last"));

    public static Message WholeWeeks(string column, int dates, DateOnly first, DateOnly last) => new(
        "reading.whole_weeks", ("column", column), ("dates", dates), ("first", first), ("last", last));
}
