using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>
/// Demand of every community x service by period, as arrays of sums. Rows are added and not kept, so memory depends on series and
/// periods, not on the number of rows. Rows of finer periods are summed; a figure of the whole period takes their place, because it has
/// them already.
/// </summary>
internal sealed class DemandGrid(HistoryWindow window)
{
    private readonly int _count = window.Count;
    private readonly Dictionary<(string Community, string Service), double[]> _demand = [];
    private readonly Dictionary<(string Community, string Service), double[]> _finer = [];

    public ReportingDays Reporting { get; } = new(window);

    /// <summary>Series in ordinal order of community and service. The values of a period without a row are NaN.</summary>
    public IEnumerable<(string Community, string Service, double[] Demand)> Series => _demand.Keys.Union(_finer.Keys)
        .OrderBy(key => key.Community, StringComparer.Ordinal)
        .ThenBy(key => key.Service, StringComparer.Ordinal)
        .Select(key => (key.Community, key.Service, Demand(key)));

    /// <summary>Adds a row whose period is not longer than those of the grid.</summary>
    public void Add(UsageFact fact)
    {
        var key = (fact.Community, fact.Service);
        if (fact.Period == window.Cadence.Frequency)
        {
            Add(_demand, key, window.IndexOf(fact.Date), fact.Demand);
        }
        else
        {
            foreach (var (day, share) in window.Cadence.SharesOf(fact.Period, fact.Date))
            {
                if (window.IndexOf(day) is var period && period < _count) Add(_finer, key, period, fact.Demand * share);
            }
        }

        Reporting.Add(fact.Community, fact.Date);
    }

    private void Add(Dictionary<(string, string), double[]> sums, (string Community, string Service) key, int period, double demand)
    {
        if (!sums.TryGetValue(key, out var periods))
        {
            periods = new double[_count];
            Array.Fill(periods, double.NaN);
            sums.Add(key, periods);
        }

        ref var sum = ref periods[period];
        sum = (double.IsNaN(sum) ? 0 : sum) + demand;
    }

    private double[] Demand((string, string) key)
    {
        if (!_demand.TryGetValue(key, out var whole)) return _finer[key];
        return _finer.TryGetValue(key, out var finer)
            ? [.. whole.Zip(finer, (figure, sum) => double.IsNaN(figure) ? sum : figure)]
            : whole;
    }
}
