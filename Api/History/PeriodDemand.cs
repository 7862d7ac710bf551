using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Api.History;

/// <summary>Demand of a community's service by period. A figure of a whole period has those of its parts already.</summary>
internal sealed class PeriodDemand(HistorySpan span)
{
    private readonly double[] _finer = new double[span.Count];
    private readonly double?[] _whole = new double?[span.Count];

    /// <summary>Demand of a period; 0 where nothing is reported.</summary>
    public double this[int period] => _whole[period] ?? _finer[period];

    public void Add(UsageFact fact)
    {
        if (fact.Period == span.Cadence.Frequency)
        {
            ref var whole = ref _whole[span.IndexOf(fact.Date)];
            whole = (whole ?? 0) + fact.Demand;
            return;
        }

        foreach (var (day, share) in span.Cadence.SharesOf(fact.Period, fact.Date))
        {
            if (span.IndexOf(day) is var period && period < span.Count) _finer[period] += fact.Demand * share;
        }
    }
}
