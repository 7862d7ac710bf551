using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Backtesting;

namespace CommunityDemand.Benchmarks.Measures;

/// <summary>Counts actuals inside the 80% and 95% intervals, by origin, over the whole horizon and its thirds.</summary>
internal sealed class CoverageTally(int horizon)
{
    private readonly IReadOnlyList<(int From, int To)> _spans = AccuracyTally.Spans(horizon);
    private readonly Dictionary<string, Counts[]> _origins = [];

    /// <param name="origin">Names the trial.</param>
    /// <param name="h">Period ahead, from 0.</param>
    public void Add(string origin, double actual, Prediction forecast, int h)
    {
        if (!_origins.TryGetValue(origin, out var counts)) _origins.Add(origin, counts = new Counts[_spans.Count]);
        for (var i = 0; i < _spans.Count; i++)
        {
            if (h + 1 < _spans[i].From || h + 1 > _spans[i].To) continue;
            counts[i].Judged++;
            if (Probabilistic.Covers(actual, forecast.Lower80[h], forecast.Upper80[h])) counts[i].Inside80++;
            if (Probabilistic.Covers(actual, forecast.Lower95[h], forecast.Upper95[h])) counts[i].Inside95++;
        }
    }

    /// <summary>Over the whole horizon, then over its thirds.</summary>
    public IReadOnlyList<Coverage> Result() =>
    [
        .. _spans.Select((span, i) => new Coverage(
            span.From,
            span.To,
            CoveredShare.Of([.. _origins.Values.Select(counts => (counts[i].Inside80, counts[i].Judged))], 0.8),
            CoveredShare.Of([.. _origins.Values.Select(counts => (counts[i].Inside95, counts[i].Judged))], 0.95),
            _origins.Values.Sum(counts => counts[i].Judged))),
    ];

    private struct Counts
    {
        public int Judged, Inside80, Inside95;
    }
}
