namespace CommunityDemand.Models.Intervals;

/// <summary>
/// Correlation of the errors of one path (a node from an origin), and the number of independent errors that follows: n errors in paths of m
/// count as <c>n / (1 + (m - 1) r)</c> (design effect: Kish 1965, section 5.4).
/// </summary>
/// <param name="Value">Intraclass correlation r, 0 to 1.</param>
internal readonly record struct PathCorrelation(double Value)
{
    /// <summary>Limit of an error, as a multiple of the mean absolute error: one extreme path must not decide.</summary>
    private const double Most = 3;

    /// <summary>Learns the correlation of scaled errors; a common bias of a path counts as correlation.</summary>
    public static PathCorrelation Learn(IReadOnlyList<ErrorSample> samples, ErrorScale scale)
    {
        var usual = samples.Average(sample => Math.Abs(Scaled(sample, scale)));
        if (!(usual > 0)) return new(0);
        var (within, pairs, path, sum, squares, count) = (0.0, 0.0, -1, 0.0, 0.0, 0);
        foreach (var sample in samples)
        {
            if (sample.Path != path)
            {
                Close();
                (path, sum, squares, count) = (sample.Path, 0, 0, 0);
            }

            var error = Math.Clamp(Scaled(sample, scale) / usual, -Most, Most);
            (sum, squares, count) = (sum + error, squares + (error * error), count + 1);
        }

        Close();
        return new(within > 0 ? Math.Clamp(pairs / within, 0, 1) : 0);

        void Close()
        {
            pairs += (sum * sum) - squares;
            within += (count - 1) * squares;
        }
    }

    /// <summary>Number of independent errors.</summary>
    /// <param name="errors">Number of errors.</param>
    /// <param name="length">Errors of one path.</param>
    public double Independent(int errors, double length) => Math.Max(1, errors / (1 + (Math.Max(0, length - 1) * Value)));

    private static double Scaled(in ErrorSample sample, ErrorScale scale) =>
        scale.Of(sample) is > 0 and var usual ? sample.Error / usual : 0;
}
