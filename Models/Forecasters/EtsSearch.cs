using System.Collections.Immutable;

namespace CommunityDemand.Models.Forecasters;

/// <summary>
/// Coordinate search for the factors of one form of <see cref="ExponentialSmoothing"/>: each factor in turn moves to its best value, for
/// a few rounds. All values of a factor are run together, in lanes.
/// </summary>
internal sealed class EtsSearch
{
    private const int Sweeps = 3;
    private const int MostPoints = 8;

    private static readonly Coordinate Alpha =
        new([0.02, 0.05, 0.1, 0.18, 0.3, 0.45, 0.7, 1], static (factors, alpha) => factors with { Alpha = alpha });

    private static readonly Coordinate Gamma =
        new([0.001, 0.03, 0.08, 0.15, 0.3], static (factors, gamma) => factors with { Gamma = gamma });

    private static readonly Coordinate Beta =
        new([0, 0.02, 0.06, 0.15, 0.3], static (factors, beta) => factors with { Beta = beta });

    private static readonly Coordinate Damping =
        new([0.8, 0.9, 0.95, 0.98], static (factors, damping) => factors with { Damping = damping });

    private readonly ImmutableArray<Coordinate> _coordinates;
    private readonly EtsRuns _runs;
    private readonly int _parameters;

    public EtsSearch(EtsStates start, bool trend)
    {
        var seasonal = start.Season.Length > 1;
        _coordinates = (seasonal, trend) switch
        {
            (false, false) => [Alpha],
            (true, false) => [Alpha, Gamma],
            (false, true) => [Alpha, Beta, Damping],
            (true, true) => [Alpha, Gamma, Beta, Damping],
        };
        _runs = new(start, MostPoints);
        _parameters = 2 + (trend ? 3 : 0) + (seasonal ? start.Season.Length : 0);

        // Each start value lies on its grid, so the current factors are always among those that are run.
        Factors = new(0.18, trend ? 0.06 : 0, seasonal ? 0.08 : 0, trend ? 0.9 : 1);
    }

    /// <summary>Best factors so far.</summary>
    public EtsFactors Factors { get; private set; }

    /// <summary>AICc of the best factors; positive infinity where there are too few values.</summary>
    public double Criterion { get; private set; } = double.PositiveInfinity;

    /// <param name="values">Values; NaN where unknown.</param>
    /// <param name="count">Number of known values.</param>
    public void Run(ReadOnlySpan<double> values, int count)
    {
        // A coordinate stays at its best until another one moves. When all are settled, further rounds would repeat earlier runs.
        var settled = 0;
        for (var turn = 0; turn < Sweeps * _coordinates.Length && settled < _coordinates.Length; turn++)
            settled = Turn(_coordinates[turn % _coordinates.Length], values, count) ? 1 : settled + 1;
    }

    /// <returns>Whether the factors changed; they stay where errors are equal.</returns>
    private bool Turn(Coordinate coordinate, ReadOnlySpan<double> values, int count)
    {
        Span<EtsFactors> points = stackalloc EtsFactors[coordinate.Grid.Length];
        for (var i = 0; i < points.Length; i++) points[i] = coordinate.With(Factors, coordinate.Grid[i]);
        Span<double> squares = stackalloc double[points.Length];
        _runs.Run(values, points, squares);

        var before = points.IndexOf(Factors);
        var best = before;
        Criterion = AkaikeCorrected(squares[before], count);
        for (var i = 0; i < points.Length; i++)
        {
            var criterion = AkaikeCorrected(squares[i], count);
            if (criterion < Criterion) (best, Criterion) = (i, criterion);
        }

        Factors = points[best];
        return best != before;
    }

    private double AkaikeCorrected(double squares, int count) =>
        squares <= 0 ? double.MinValue
        : count <= _parameters + 1 ? double.PositiveInfinity
        : (count * Math.Log(squares / count)) + (2.0 * _parameters * count / (count - _parameters - 1));

    private sealed record Coordinate(ImmutableArray<double> Grid, Func<EtsFactors, double, EtsFactors> With);
}
