using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// Evidence for the candidates of a seasonal index: normal equations of the values of each season, divided by their level, on the
/// candidates learned without the fold of that season (stacking: Wolpert 1992, Breiman 1996). The sum over nodes gives the usual shares;
/// the shares of a node are shrunk to the usual ones (empirical Bayes).
/// </summary>
/// <param name="limit">Limit of an error with the usual shares; larger errors count as the limit.</param>
internal sealed class IndexEvidence(double limit = double.PositiveInfinity)
{
    public const int Candidates = 3;

    /// <summary>Prior deviation of a node's shares from the usual ones.</summary>
    private const double Deviation = 0.3;

    private const double MostCorrelation = 0.9;

    /// <summary>Limit of an error, as a multiple of the mean absolute error.</summary>
    private const double MostError = 3;

    private readonly double[] _normal = new double[Candidates * Candidates];
    private readonly double[] _right = new double[Candidates];
    private double _squares;

    /// <summary>Squares of the errors with the usual shares, and products of neighbouring errors.</summary>
    private double _errors;
    private double _products;
    private double _absolute;
    private int _count;

    /// <summary>Number of known seasons.</summary>
    public int Seasons { get; private set; }

    public static IndexEvidence Of(NodePanel nodes, PlainValues plain, SeasonalSums own, Func<Span<double>, int, bool> group)
    {
        var evidence = new IndexEvidence();
        if (nodes.Season < 2) return evidence;
        for (var block = 0; block < plain.Levels.Count; block++) evidence.Seasons += plain.Levels.IsKnown(block) ? 1 : 0;
        if (evidence.Seasons < 2) return evidence;
        Fold[] folds = [.. FoldsOf(nodes.Season, own, group)];
        evidence.Add(nodes, plain, folds);
        if (evidence._count == 0) return evidence;
        // A second pass limits the errors: one strike or one festival must not decide about all phases.
        var limited = new IndexEvidence(MostError * evidence._absolute / evidence._count) { Seasons = evidence.Seasons };
        limited.Add(nodes, plain, folds);
        return limited;
    }

    /// <summary>Adds the evidence of another node, with its own precision.</summary>
    public void Add(IndexEvidence other)
    {
        var variance = other.Variance(IndexShares.Usual);
        if (other._count == 0 || !(variance > 0)) return;
        for (var i = 0; i < _normal.Length; i++) _normal[i] += other._normal[i] / variance;
        for (var i = 0; i < _right.Length; i++) _right[i] += other._right[i] / variance;
        _squares += other._squares / variance;
        _errors += other._errors / variance;
        _products += other._products / variance;
        _count += other._count;
    }

    /// <summary>Shares of the candidates with the lowest penalised error.</summary>
    /// <param name="prior">Usual shares.</param>
    public IndexShares Shares(IndexShares prior)
    {
        if (_count == 0) return prior;
        // Two steps: the variance depends on the shares.
        var shares = Solve(prior, Variance(prior));
        return Solve(prior, Variance(shares));
    }

    /// <summary>The candidates without each fold; a fold without which nothing is known is left out.</summary>
    private static IEnumerable<Fold> FoldsOf(int season, SeasonalSums own, Func<Span<double>, int, bool> group)
    {
        for (var fold = 0; fold < SeasonalSums.Folds; fold++)
        {
            var (mine, simple, theirs) = (new double[season], new double[season], new double[season]);
            if (!own.Index(mine, leave: fold)) continue;
            if (!group(theirs, fold)) mine.CopyTo(theirs, 0);
            if (SimpleIndex.Exists(season)) SimpleIndex.Write(mine, simple);
            else mine.CopyTo(simple, 0);
            yield return new Fold(fold, mine, simple, theirs);
        }
    }

    private void Add(NodePanel nodes, PlainValues plain, Fold[] folds)
    {
        foreach (var fold in folds)
        {
            for (var block = fold.Number; block < plain.Levels.Count; block += SeasonalSums.Folds)
            {
                if (plain.Levels.IsKnown(block)) Add(nodes, plain, block, fold);
            }
        }
    }

    private void Add(NodePanel nodes, PlainValues plain, int block, Fold fold)
    {
        var start = BlockLevels.StartOf(plain.Values.Length, block, nodes.Season);
        var last = double.NaN;
        Span<double> x = stackalloc double[Candidates];
        for (var j = 0; j < nodes.Season; j++)
        {
            var (value, level) = (plain.Values[start + j], plain.Levels.At(block, j));
            if (double.IsNaN(value) || !(level > 0)) continue;
            var phase = nodes.PhaseAt(plain.First + start + j);
            (x[0], x[1], x[2]) = (fold.Own[phase] - 1, fold.Simple[phase] - 1, fold.Group[phase] - 1);
            var y = (value / level) - 1;
            var error = y - (IndexShares.Usual.Own * x[0]) - (IndexShares.Usual.Simple * x[1]) - (IndexShares.Usual.Group * x[2]);
            _absolute += Math.Abs(error);
            var over = error - Math.Clamp(error, -limit, limit);
            (y, error) = (y - over, error - over);
            _errors += error * error;
            if (!double.IsNaN(last)) _products += error * last;
            last = error;
            _squares += y * y;
            _count++;
            for (var i = 0; i < Candidates; i++)
            {
                _right[i] += x[i] * y;
                for (var k = 0; k < Candidates; k++) _normal[(i * Candidates) + k] += x[i] * x[k];
            }
        }
    }

    /// <summary>Number of correlated values that say as much as one independent value: <c>(1 + r) / (1 - r)</c> (Bartlett 1946).</summary>
    private double Correlated
    {
        get
        {
            var correlation = _errors > 0 ? Math.Clamp(_products / _errors, 0, MostCorrelation) : 0;
            return (1 + correlation) / (1 - correlation);
        }
    }

    private double Variance(IndexShares shares)
    {
        if (_count == 0) return 0;
        ReadOnlySpan<double> w = [shares.Own, shares.Simple, shares.Group];
        var squares = _squares;
        for (var i = 0; i < Candidates; i++)
        {
            squares -= 2 * w[i] * _right[i];
            for (var k = 0; k < Candidates; k++) squares += w[i] * w[k] * _normal[(i * Candidates) + k];
        }

        return Math.Max(squares, 1e-12 * _squares) / _count;
    }

    /// <summary>
    /// Minimises the penalised error over shares of 0 or more with a sum of at most 1, by exchanges between pairs (Platt 1998); "no season"
    /// is the last share.
    /// </summary>
    private IndexShares Solve(IndexShares prior, double variance)
    {
        const int Sweeps = 30;
        var precision = 1 / Math.Max(1e-12, Correlated * variance);
        Span<double> w = [prior.Own, prior.Simple, prior.Group, prior.None];
        ReadOnlySpan<double> centre = [prior.Own, prior.Simple, prior.Group];
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var a = 0; a < w.Length; a++)
            {
                for (var b = a + 1; b < w.Length; b++) Exchange(w, a, b, centre, precision);
            }
        }

        return new(w[0], w[1], w[2]);
    }

    private void Exchange(Span<double> w, int a, int b, ReadOnlySpan<double> centre, double precision)
    {
        // Moving d from b to a changes the error by g d + h d² / 2.
        var gradient = Gradient(w, a, centre, precision) - Gradient(w, b, centre, precision);
        var curvature = Second(a, a, precision) + Second(b, b, precision) - (2 * Second(a, b, precision));
        if (!(curvature > 0)) return;
        var move = Math.Clamp(-gradient / curvature, -w[a], w[b]);
        w[a] += move;
        w[b] -= move;
    }

    private double Gradient(ReadOnlySpan<double> w, int i, ReadOnlySpan<double> centre, double precision)
    {
        if (i == Candidates) return 0;
        var gradient = -precision * _right[i] + ((w[i] - centre[i]) / (Deviation * Deviation));
        for (var k = 0; k < Candidates; k++) gradient += precision * _normal[(i * Candidates) + k] * w[k];
        return gradient;
    }

    private double Second(int i, int k, double precision) =>
        i == Candidates || k == Candidates
            ? 0
            : (precision * _normal[(i * Candidates) + k]) + (i == k ? 1 / (Deviation * Deviation) : 0);

    /// <summary>Candidates that were learned without the seasons of a fold.</summary>
    private sealed record Fold(int Number, double[] Own, double[] Simple, double[] Group);
}
