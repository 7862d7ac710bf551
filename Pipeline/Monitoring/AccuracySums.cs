using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>Sums behind the measures of a row.</summary>
/// <param name="day">First day added so far.</param>
internal sealed class AccuracySums(DateOnly day)
{
    private Expectation _mase;
    private Expectation _rmsse;
    private Expectation _wape;
    private Expectation _coverage80;
    private Expectation _coverage95;
    private int _count;
    private int _scaled;
    private int _inside80;
    private int _inside95;
    private double _error;
    private double _scaledError;
    private double _scaledSquare;
    private double _forecast;
    private double _actual;

    // For several areas, each area contributes its own root mean square, because a backtest reports the mean over areas.
    private double _rootScaledSquares;
    private int _roots;

    public DateOnly From { get; private set; } = day;

    public DateOnly To { get; private set; } = day;

    /// <param name="last">Last day of the period.</param>
    public void Add(ForecastPoint point, DateOnly last, double actual, NodeActual node, LevelAccuracy? expected)
    {
        var error = Math.Abs(point.Mean - actual);
        Cover(point.Date, last);
        _count++;
        _error += error;
        _forecast += point.Mean;
        _actual += actual;
        if (actual >= point.Lower80 && actual <= point.Upper80) _inside80++;
        if (actual >= point.Lower95 && actual <= point.Upper95) _inside95++;
        Expect(expected);
        if (!(node.Scale > 0)) return;
        _scaled++;
        _scaledError += error / node.Scale;
        _scaledSquare += error * error / (node.RootScale * node.RootScale);
    }

    /// <summary>Adds the sums of an area.</summary>
    public void Add(AccuracySums area)
    {
        Cover(area.From, area.To);
        _count += area._count;
        _error += area._error;
        _forecast += area._forecast;
        _actual += area._actual;
        _inside80 += area._inside80;
        _inside95 += area._inside95;
        _scaled += area._scaled;
        _scaledError += area._scaledError;
        _mase.Add(area._mase);
        _rmsse.Add(area._rmsse);
        _wape.Add(area._wape);
        _coverage80.Add(area._coverage80);
        _coverage95.Add(area._coverage95);
        if (area.Rmsse is not { } rmsse) return;
        _rootScaledSquares += rmsse;
        _roots++;
    }

    /// <param name="area">Code of the area; empty for all areas of the level.</param>
    public ForecastAccuracyRow Row(AreaLevel level, string area, ServiceScope scope, string horizons) => new()
    {
        Level = level,
        Area = area,
        Scope = scope,
        Horizons = horizons,
        From = From,
        To = To,
        Forecasts = _count,
        MeanError = (_forecast - _actual) / _count,
        Mae = _error / _count,
        Mase = _scaled > 0 ? _scaledError / _scaled : null,
        Rmsse = Rmsse,
        Wape = _actual > 0 ? _error / _actual : null,
        Bias = _actual > 0 ? (_forecast - _actual) / _actual : null,
        Coverage80 = (double)_inside80 / _count,
        Coverage95 = (double)_inside95 / _count,
        ExpectedMase = Expected(_mase),
        ExpectedRmsse = Expected(_rmsse),
        ExpectedWape = Expected(_wape),
        ExpectedCoverage80 = Expected(_coverage80),
        ExpectedCoverage95 = Expected(_coverage95),
        Drift = "",
        DriftSince = null,
        DriftSignal = null,
        Drifting = 0,
    };

    // Without coverage, there was no backtest for this distance.
    private double? Expected(Expectation measure) => _coverage80.Mean is null ? null : measure.Mean;

    private double? Rmsse =>
        _roots > 0 ? _rootScaledSquares / _roots
        : _scaled > 0 ? Math.Sqrt(_scaledSquare / _scaled)
        : null;

    private void Cover(DateOnly from, DateOnly to)
    {
        From = from < From ? from : From;
        To = to > To ? to : To;
    }

    private void Expect(LevelAccuracy? expected)
    {
        if (expected is null) return;
        _mase.Add(expected.Mase);
        _rmsse.Add(expected.Rmsse);
        _wape.Add(expected.Wape);
        _coverage80.Add(expected.Coverage80);
        _coverage95.Add(expected.Coverage95);
    }

    private struct Expectation
    {
        private double _sum;
        private int _count;

        public readonly double? Mean => _count > 0 ? _sum / _count : null;

        public void Add(double value)
        {
            if (!double.IsFinite(value)) return;
            _sum += value;
            _count++;
        }

        public void Add(in Expectation other)
        {
            _sum += other._sum;
            _count += other._count;
        }
    }
}
