namespace CommunityDemand.Pipeline.Publish;

/// <summary>Adds forecasts and actuals up to rows of table <c>ForecastAccuracy</c>: by level of area, service or sum of services, and week ahead.</summary>
internal sealed class AccuracyTally
{
    private const int Week = 7;

    private readonly Dictionary<(string Level, ServiceScope Scope, int Week), Sums> _sums = [];

    /// <param name="scale">Denominator of the scaled error; not counted where it is 0 or NaN.</param>
    public void Add(ForecastPoint point, double actual, double scale)
    {
        var key = (point.Level, point.Scope, (point.Horizon - 1) / Week);
        if (!_sums.TryGetValue(key, out var sums)) _sums.Add(key, sums = new Sums { From = point.Date, To = point.Date });
        sums.Add(point, actual, scale);
    }

    public IReadOnlyList<AccuracyRow> Rows() =>
    [
        .. _sums.OrderBy(s => s.Key.Level, StringComparer.Ordinal)
            .ThenBy(s => s.Key.Scope.Level, StringComparer.Ordinal)
            .ThenBy(s => s.Key.Scope.Code, StringComparer.Ordinal)
            .ThenBy(s => s.Key.Week)
            .Select(s => s.Value.Row(s.Key.Level, s.Key.Scope, $"{(s.Key.Week * Week) + 1:00}-{(s.Key.Week + 1) * Week:00}")),
    ];

    private sealed class Sums
    {
        private int _count;
        private int _scaled;
        private int _inside80;
        private int _inside95;
        private double _error;
        private double _scaledError;
        private double _forecast;
        private double _actual;

        public required DateOnly From { get; set; }

        public required DateOnly To { get; set; }

        public void Add(ForecastPoint point, double actual, double scale)
        {
            var error = Math.Abs(point.Mean - actual);
            From = point.Date < From ? point.Date : From;
            To = point.Date > To ? point.Date : To;
            _count++;
            _error += error;
            _forecast += point.Mean;
            _actual += actual;
            if (actual >= point.Lower80 && actual <= point.Upper80) _inside80++;
            if (actual >= point.Lower95 && actual <= point.Upper95) _inside95++;
            if (!(scale > 0)) return;
            _scaled++;
            _scaledError += error / scale;
        }

        public AccuracyRow Row(string level, ServiceScope scope, string horizons) => new(
            level,
            scope,
            horizons,
            From,
            To,
            _count,
            _scaled > 0 ? _scaledError / _scaled : null,
            _actual > 0 ? _error / _actual : null,
            _actual > 0 ? (_forecast - _actual) / _actual : null,
            (double)_inside80 / _count,
            (double)_inside95 / _count);
    }
}
