using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
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
    /// Probability of any false alarm over the watched periods, divided equally between levels, so that the alarm of the city does not
    /// depend on the number of communities.
    /// </summary>
    public const double FalseAlarms = 0.01;

    // Half a visit a period is negligible, even for a very regular series.
    private const double LeastDeviation = 0.5;

    private readonly Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), double[]> _errors = [];
    private readonly Dictionary<(AreaLevel, string, ServiceScope), double> _deviations = [];
    private readonly TrainedModel _reference;
    private readonly Cadence _cadence;
    private readonly DateOnly _first;
    private readonly int _periods;

    /// <param name="reference">Model whose backtest gives the usual size of errors.</param>
    /// <param name="first">First day of the first watched period.</param>
    public DriftWatch(TrainedModel reference, Cadence cadence, DateOnly first, int periods) =>
        (_reference, _cadence, _first, _periods) = (reference, cadence, first, periods);

    /// <summary>Adds a forecast and the actual value. The first of several forecasts of one period counts: add the latest first.</summary>
    public void Add(ForecastPoint point, double actual, NodeActual node)
    {
        var key = (node.Level, point.Area, point.Scope);
        if (!_errors.TryGetValue(key, out var errors))
        {
            var variance = _reference.BacktestVariance(node.Node);
            if (double.IsNaN(variance)) return;
            _deviations.Add(key, Math.Max(LeastDeviation, Math.Sqrt(variance)));
            _errors.Add(key, errors = new double[_periods]);
            Array.Fill(errors, double.NaN);
        }

        ref var error = ref errors[_cadence.Between(_first, point.Date)];
        if (double.IsNaN(error)) error = actual - point.Mean;
    }

    /// <summary>
    /// Services of areas with enough periods: position of the chart relative to the limit, and whether the service drifts.
    /// </summary>
    public IReadOnlyDictionary<(AreaLevel Level, string Area, ServiceScope Scope), (double Signal, DriftFinding? Finding)> Findings()
    {
        var levels = _errors.Keys.GroupBy(key => (key.Level, key.Scope.Level)).ToArray();
        var limits = levels.ToDictionary(
            level => level.Key, level => DriftChart.LimitFor(level.Count(), _periods, FalseAlarms / levels.Length));
        var findings = new Dictionary<(AreaLevel, string, ServiceScope), (double, DriftFinding?)>();
        foreach (var (key, errors) in _errors)
        {
            var chart = new DriftChart(limits[(key.Level, key.Scope.Level)], _cadence.FewestCharted);
            for (var period = 0; period < _periods; period++)
            {
                if (!double.IsNaN(errors[period]))
                    chart.Add(_cadence.Ahead(_first.AddDays(-1), period + 1), errors[period] / _deviations[key]);
            }

            if (chart.Signal is not { } signal) continue;
            var drift = chart.Drift();
            findings.Add(key, (signal, drift is null ? null : Finding(key, drift, errors)));
        }

        return findings;
    }

    private DriftFinding Finding((AreaLevel Level, string Area, ServiceScope Scope) key, Drift drift, double[] errors)
    {
        double[] since = [.. errors[_cadence.Between(_first, drift.Since)..].Where(error => !double.IsNaN(error))];
        var size = Math.Sqrt(since.Average(error => error * error));
        return new DriftFinding(key.Level, key.Area, key.Scope, drift, size / _deviations[key], -since.Average());
    }
}
