namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// What a classifier said of cases whose class is known, and precision, recall and F1 of each class (Manning, Raghavan and Schütze 2008,
/// <i>Introduction to Information Retrieval</i>, sections 8.3 and 13.6).
/// </summary>
/// <param name="classes">Number of classes, counted from 0.</param>
public sealed class ConfusionMatrix(int classes)
{
    // The last column counts cases of which the classifier said nothing.
    private readonly int[,] _counts = new int[classes, classes + 1];

    /// <summary>Cases.</summary>
    public int Count { get; private set; }

    /// <param name="predicted">Null where the classifier would not say: it lowers recall and leaves precision alone.</param>
    public void Add(int actual, int? predicted)
    {
        _counts[actual, predicted ?? classes]++;
        Count++;
    }

    /// <summary>Cases of a class.</summary>
    public int Support(int c) => Enumerable.Range(0, classes + 1).Sum(predicted => _counts[c, predicted]);

    /// <summary>Share of those called <paramref name="c"/> that are; NaN where none was called so.</summary>
    public double Precision(int c) => (double)_counts[c, c] / Enumerable.Range(0, classes).Sum(actual => _counts[actual, c]);

    /// <summary>Share of those that are <paramref name="c"/> that were called so; NaN where there is none.</summary>
    public double Recall(int c) => (double)_counts[c, c] / Support(c);

    /// <summary>
    /// Harmonic mean of precision and recall; 0 where nothing was right; NaN where there is no case and no call of the class.
    /// </summary>
    public double F1(int c)
    {
        var calls = Enumerable.Range(0, classes).Sum(actual => _counts[actual, c]);
        return 2.0 * _counts[c, c] / (calls + Support(c));
    }

    /// <summary>
    /// Mean of a measure over the classes that have cases; a class of which none was called counts as 0. NaN without cases.
    /// </summary>
    public double Macro(Func<int, double> measure)
    {
        var known = Enumerable.Range(0, classes).Where(c => Support(c) > 0).ToArray();
        return known.Length == 0 ? double.NaN : known.Average(c => double.IsNaN(measure(c)) ? 0 : measure(c));
    }
}
