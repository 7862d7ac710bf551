using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>
/// Daily demand of every community x service over a range of days, as arrays of sums. Rows are added and not kept, so memory depends on
/// series and days, not on the number of rows.
/// </summary>
internal sealed class DemandGrid(DateOnly first, int count)
{
    private readonly Dictionary<(string Community, string Service), double[]> _demand = [];

    public ReportingDays Reporting { get; } = new(first, count);

    /// <summary>Series in ordinal order of community and service.</summary>
    public IEnumerable<(string Community, string Service, double[] Demand)> Series => _demand
        .OrderBy(s => s.Key.Community, StringComparer.Ordinal)
        .ThenBy(s => s.Key.Service, StringComparer.Ordinal)
        .Select(s => (s.Key.Community, s.Key.Service, s.Value));

    public void Add(UsageFact fact)
    {
        if (!_demand.TryGetValue((fact.Community, fact.Service), out var days))
        {
            days = new double[count];
            Array.Fill(days, double.NaN);
            _demand.Add((fact.Community, fact.Service), days);
        }

        ref var day = ref days[fact.Date.DayNumber - first.DayNumber];
        day = (double.IsNaN(day) ? 0 : day) + fact.Demand;
        Reporting.Add(fact.Community, fact.Date);
    }
}
