using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Calendars;

/// <summary>
/// The regression that estimates the calendar effects of a group: <c>log mean = level + phase of the season + year + special days</c>.
/// The level is a random walk on knots. The year is a sum of harmonics whose prior shrinks with their frequency. Special days are shrunk
/// to ordinary days and to their neighbours.
/// </summary>
internal sealed class CalendarDesign
{
    /// <summary>
    /// Prior standard deviations on the log scale: of a step of the level, a phase, the first harmonic, a special day, and the difference
    /// between neighbouring special days.
    /// </summary>
    private const double LevelStep = 0.1, Phase = 3, FirstHarmonic = 0.3, SpecialDay = 0.7, Neighbours = 0.2, Flag = 1.5;

    private const int MostPhases = 31;
    private const int MostYears = 5;

    private readonly NodePanel _nodes;
    private readonly CalendarLayout _layout;
    private readonly int _knot;
    private readonly int _year;
    private readonly int _phases;

    public CalendarDesign(NodePanel nodes, CalendarLayout layout)
    {
        (_nodes, _layout) = (nodes, layout);
        (_knot, _year) = nodes.Panel.Axis.Frequency switch
        {
            Frequency.Hourly => (168, 8766),
            Frequency.Daily => (28, 365),
            Frequency.Weekly => (5, 52),
            Frequency.Monthly => (3, 12),
            Frequency.Quarterly => (2, 4),
            Frequency.Yearly => (2, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(nodes)),
        };
        _phases = nodes.Season is > 1 and <= MostPhases ? nodes.Season : 0;
    }

    public CalendarLayout Layout => _layout;

    /// <summary>Fits the values of a group before an origin; null where there are too few.</summary>
    /// <param name="values">Values, one for each period before the origin; NaN where unknown.</param>
    public CalendarProfile? Fit(ReadOnlySpan<double> values)
    {
        var first = 0;
        while (first < values.Length && !(values[first] > 0)) first++;
        first = Math.Max(first, values.Length - (MostYears * _year));
        var length = values.Length - first;
        if (length < 3 * Math.Max(_knot, _phases)) return null;
        // With less than a year and a quarter of data, the time of the year cannot be told from growth.
        var harmonics = length >= 1.25 * _year ? _layout.Harmonics : 0;
        var flags = Enumerable.Range(0, _layout.Terms.Count).Where(term => _layout.Terms[term].IsFlag && _phases > 0).ToArray();
        var knots = ((length - 1) / _knot) + 2;
        var best = Solve(values[first..], first, knots, harmonics, []);
        if (best is not { } plain) return null;
        var chosen = new List<int>();
        foreach (var flag in flags)
        {
            if (Solve(values[first..], first, knots, harmonics, [flag]) is { } replaced && replaced.Deviance < plain.Deviance)
                chosen.Add(flag);
        }

        var (coefficients, _) = chosen.Count == 0 ? plain : Solve(values[first..], first, knots, harmonics, chosen) ?? plain;
        return Profile(coefficients, knots, harmonics, chosen);
    }

    private (double[] Coefficients, double Deviance)? Solve(
        ReadOnlySpan<double> values, int first, int knots, int harmonics, List<int> replacing)
    {
        var count = knots + _phases + _layout.Count;
        var rows = new SparseRow[values.Length];
        for (var t = 0; t < rows.Length; t++) rows[t] = Row(t, first + t, knots, harmonics, replacing);
        return new PenalisedPoisson(knots, Penalty(count, knots)).Fit(values, rows);
    }

    private SparseRow Row(int t, int period, int knots, int harmonics, List<int> replacing)
    {
        var (index, value) = (new List<int>(8 + (2 * harmonics)), new List<double>(8 + (2 * harmonics)));
        void Add(int i, double v)
        {
            index.Add(i);
            value.Add(v);
        }

        var (knot, share) = (t / _knot, (double)(t % _knot) / _knot);
        Add(knot, 1 - share);
        Add(knot + 1, share);
        if (_phases > 0 && !replacing.Exists(term => IsSpecial(term, period))) Add(knots + _nodes.PhaseAt(period), 1);
        var offset = knots + _phases;
        if (harmonics > 0)
        {
            Span<double> waves = stackalloc double[2 * _layout.Harmonics];
            _layout.WriteHarmonics(_nodes.Panel.Axis[period], waves);
            for (var k = 0; k < waves.Length; k++) Add(offset + k, waves[k]);
        }

        for (var term = 0; term < _layout.Terms.Count; term++)
        {
            var special = _layout.Terms[term].IndexOf(_nodes.Panel.Calendar.Columns[_layout.Terms[term].Column][period]);
            if (special >= 0) Add(offset + _layout.Offsets[term] + special, 1);
        }

        return new SparseRow([.. index], [.. value]);
    }

    private bool IsSpecial(int term, int period) =>
        _nodes.Panel.Calendar.Columns[_layout.Terms[term].Column][period] != _layout.Terms[term].Usual;

    private double[] Penalty(int count, int knots)
    {
        const double Slightly = 1e-4;
        var penalty = new double[count * count];
        void Tie(int i, int j, double deviation)
        {
            var precision = 1 / (deviation * deviation);
            penalty[(i * count) + i] += precision;
            penalty[(j * count) + j] += precision;
            penalty[(Math.Max(i, j) * count) + Math.Min(i, j)] -= precision;
        }

        void Shrink(int i, double deviation) => penalty[(i * count) + i] += 1 / (deviation * deviation);

        for (var knot = 0; knot < knots; knot++) penalty[(knot * count) + knot] += Slightly;
        for (var knot = 1; knot < knots; knot++) Tie(knot, knot - 1, LevelStep);
        for (var phase = 0; phase < _phases; phase++) Shrink(knots + phase, Phase);
        var offset = knots + _phases;
        for (var k = 1; k <= _layout.Harmonics; k++)
        {
            Shrink(offset + (2 * (k - 1)), FirstHarmonic / k);
            Shrink(offset + (2 * k) - 1, FirstHarmonic / k);
        }

        for (var term = 0; term < _layout.Terms.Count; term++)
        {
            var (values, start) = (_layout.Terms[term].Values, offset + _layout.Offsets[term]);
            for (var i = 0; i < values.Length; i++)
            {
                Shrink(start + i, values.Length == 1 ? Flag : SpecialDay);
                if (i > 0 && values[i] - values[i - 1] <= 1) Tie(start + i, start + i - 1, Neighbours);
            }
        }

        return penalty;
    }

    private CalendarProfile Profile(double[] coefficients, int knots, int harmonics, List<int> replacing)
    {
        var effects = coefficients[(knots + _phases)..];
        if (harmonics == 0) Array.Clear(effects, 0, 2 * _layout.Harmonics);
        var usual = _phases == 0 ? 1 : coefficients.AsSpan(knots, _phases).ToArray().Average(Math.Exp);
        return new CalendarProfile(_layout, effects, [.. replacing], 1 / usual);
    }
}
