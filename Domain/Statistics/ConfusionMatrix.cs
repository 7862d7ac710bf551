namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Predictions of a classifier for cases of known class, with precision, recall and F1 of each class (Manning, Raghavan and Schütze 2008,
/// <i>Introduction to Information Retrieval</i>, sections 8.3 and 13.6).
/// </summary>
/// <param name="classes">Number of classes, numbered from 0.</param>
public sealed class ConfusionMatrix(int classes)
{
    // The last column counts cases without a prediction.
    private readonly int[,] _counts = new int[classes, classes + 1];

    /// <summary>Number of cases.</summary>
    public int Count { get; private set; }

    /// <param name="predicted">Predicted class; null without a prediction, which lowers recall and leaves precision unchanged.</param>
    public void Add(int actual, int? predicted)
    {
        _counts[actual, predicted ?? classes]++;
        Count++;
    }

    /// <summary>Number of cases of a class.</summary>
    public int Support(int c) => Enumerable.Range(0, classes + 1).Sum(predicted => _counts[c, predicted]);

    /// <summary>Share of the predictions of class <paramref name="c"/> that are right; NaN where there is none.</summary>
    public double Precision(int c) => (double)_counts[c, c] / Enumerable.Range(0, classes).Sum(actual => _counts[actual, c]);

    /// <summary>Share of the cases of class <paramref name="c"/> that are predicted; NaN where there is none.</summary>
    public double Recall(int c) => (double)_counts[c, c] / Support(c);

    /// <summary>
    /// Harmonic mean of precision and recall; 0 where no prediction is right; NaN where there is neither a case nor a prediction of the
    /// class.
    /// </summary>
    public double F1(int c)
    {
        var calls = Enumerable.Range(0, classes).Sum(actual => _counts[actual, c]);
        return 2.0 * _counts[c, c] / (calls + Support(c));
    }

    /// <summary>Mean of a measure over the classes that have cases; a class without predictions counts as 0. NaN without cases.</summary>
    public double Macro(Func<int, double> measure)
    {
        var known = Enumerable.Range(0, classes).Where(c => Support(c) > 0).ToArray();
        return known.Length == 0 ? double.NaN : known.Average(c => double.IsNaN(measure(c)) ? 0 : measure(c));
    }
}
