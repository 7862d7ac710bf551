using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Benchmarks.Measures;

/// <summary>
/// Collects a method's forecasts of some nodes and origins, and what came. Each measure judges the value that makes it least: absolute
/// errors the median, squared errors and bias the mean (Kolassa 2020, "Why the 'best' point forecast depends on the error or accuracy
/// measure").
/// </summary>
internal sealed class ScoreTally(int horizon)
{
    private static readonly double[] QuantileLevels = [.. Prediction.Levels.Take(2), 0.5, .. Prediction.Levels.Skip(2)];

    private readonly CoverageTally _covered = new(horizon);
    private double _mase, _meanMase, _rmsse, _squares, _errors, _meanErrors, _actuals, _forecasts, _crps;
    private int _nodes, _scaled, _periods, _judged, _zeros;

    /// <param name="origin">Names the trial.</param>
    public void Add(string origin, Outcome outcome, Prediction forecast)
    {
        if (outcome.Actual.All(double.IsNaN)) return;
        _nodes++;
        if (outcome.Scale > 0)
        {
            _scaled++;
            _mase += Accuracy.Mase(outcome.Actual, forecast.Median, outcome.Scale);
            _meanMase += Accuracy.Mase(outcome.Actual, forecast.Mean, outcome.Scale);
            _rmsse += Accuracy.Rmsse(outcome.Actual, forecast.Mean, outcome.RootScale);
        }

        for (var h = 0; h < outcome.Actual.Length; h++)
        {
            if (double.IsNaN(outcome.Actual[h])) continue;
            AddPoint(outcome.Actual[h], forecast.Mean[h], forecast.Median[h]);
            if (forecast.Bounds is not null) AddBounds(origin, outcome.Actual[h], forecast, h);
        }
    }

    public Score Result() => new()
    {
        Mase = _mase / _scaled,
        MaseOfMean = _meanMase / _scaled,
        Rmsse = _rmsse / _scaled,
        Rmse = Math.Sqrt(_squares / _periods),
        Wape = _errors / _actuals,
        WapeOfMean = _meanErrors / _actuals,
        Crps = _judged == _periods ? _crps / _actuals : double.NaN,
        Bias = (_forecasts / _actuals) - 1,
        Coverage = _covered.Result(),
        Zeros = (double)_zeros / _periods,
        Nodes = _nodes,
        Periods = _periods,
    };

    private void AddPoint(double actual, double mean, double median)
    {
        _periods++;
        if (actual == 0) _zeros++;
        _squares += (actual - mean) * (actual - mean);
        _errors += Math.Abs(actual - median);
        _meanErrors += Math.Abs(actual - mean);
        _actuals += actual;
        _forecasts += mean;
    }

    private void AddBounds(string origin, double actual, Prediction forecast, int h)
    {
        _judged++;
        _crps += Probabilistic.Crps(
            actual,
            QuantileLevels,
            [forecast.Lower95[h], forecast.Lower80[h], forecast.Median[h], forecast.Upper80[h], forecast.Upper95[h]]);
        _covered.Add(origin, actual, forecast, h);
    }
}
