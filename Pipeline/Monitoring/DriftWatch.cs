using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>
/// Watch of every area's service for drift, by the latest forecast of each day. Errors of such forecasts are nearly independent, as
/// control charts require. The errors are measured relative to those of a backtest that ended before the first of these days, or shortly
/// after; a later backtest would already include the change.
/// </summary>
internal sealed class DriftWatch
{
    /// <summary>
    /// Probability of any false alarm over the watched days, divided equally between levels, so that the alarm of the city does not
    /// depend on the number of communities.
    /// </summary>
    public const double FalseAlarms = 0.01;

    // Half a visit a day is negligible, even for a very regular series.
    private const double LeastDeviation = 0.5;

    private readonly Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), double[]> _errors = [];
    private readonly Dictionary<(AreaLevel, string, ServiceScope), double> _deviations = [];
    private readonly TrainedModel _reference;
    private readonly DateOnly _first;
    private readonly int _days;

    /// <param name="reference">Model whose backtest gives the usual size of errors.</param>
    /// <param name="first">First watched day.</param>
    public DriftWatch(TrainedModel reference, DateOnly first, int days) => (_reference, _first, _days) = (reference, first, days);

    /// <summary>Adds a forecast and the actual value. The first of several forecasts of one day counts: add the latest first.</summary>
    public void Add(ForecastPoint point, double actual, NodeActual node)
    {
        var key = (node.Level, point.Area, point.Scope);
        if (!_errors.TryGetValue(key, out var errors))
        {
            var variance = _reference.BacktestVariance(node.Node);
            if (double.IsNaN(variance)) return;
            _deviations.Add(key, Math.Max(LeastDeviation, Math.Sqrt(variance)));
            _errors.Add(key, errors = new double[_days]);
            Array.Fill(errors, double.NaN);
        }

        ref var error = ref errors[point.Date.DayNumber - _first.DayNumber];
        if (double.IsNaN(error)) error = actual - point.Mean;
    }

    /// <summary>Services of areas with enough days: position of the chart relative to the limit, and whether the service drifts.</summary>
    public IReadOnlyDictionary<(AreaLevel Level, string Area, ServiceScope Scope), (double Signal, DriftFinding? Finding)> Findings()
    {
        var levels = _errors.Keys.GroupBy(key => (key.Level, key.Scope.Level)).ToArray();
        var limits = levels.ToDictionary(
            level => level.Key, level => DriftChart.LimitFor(level.Count(), _days, FalseAlarms / levels.Length));
        var findings = new Dictionary<(AreaLevel, string, ServiceScope), (double, DriftFinding?)>();
        foreach (var (key, errors) in _errors)
        {
            var chart = new DriftChart(limits[(key.Level, key.Scope.Level)]);
            for (var day = 0; day < _days; day++)
            {
                if (!double.IsNaN(errors[day])) chart.Add(_first.AddDays(day), errors[day] / _deviations[key]);
            }

            if (chart.Signal is not { } signal) continue;
            var drift = chart.Drift();
            findings.Add(key, (signal, drift is null ? null : Finding(key, drift, errors)));
        }

        return findings;
    }

    private DriftFinding Finding((AreaLevel Level, string Area, ServiceScope Scope) key, Drift drift, double[] errors)
    {
        double[] since = [.. errors[(drift.Since.DayNumber - _first.DayNumber)..].Where(error => !double.IsNaN(error))];
        var size = Math.Sqrt(since.Average(error => error * error));
        return new DriftFinding(key.Level, key.Area, key.Scope, drift, size / _deviations[key], -since.Average());
    }
}
