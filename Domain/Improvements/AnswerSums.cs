namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Sums over survey answers of five questions each. The mean over questions and its variance follow from the sums, without the single
/// answers. Sums can be added, so sums of weeks make up a window.
/// </summary>
public sealed class AnswerSums
{
    /// <summary>Number of questions in an answer: content, efficiency, attitude, sustainability, innovation.</summary>
    public const int Questions = 5;

    /// <summary>Index points for one Likert step: the index is mean / 5 x 100.</summary>
    public const double PointsAStep = 20;

    // For each pair of questions, over answers to both: number of answers, sum of the first, sum of products.
    private readonly int[] _both = new int[Questions * Questions];
    private readonly int[] _first = new int[Questions * Questions];
    private readonly int[] _product = new int[Questions * Questions];

    /// <summary>Adds an answer.</summary>
    /// <param name="scores">Likert score of each question, 1 to 5; null where the question was skipped.</param>
    public void Add(ReadOnlySpan<int?> scores)
    {
        if (scores.Length != Questions) throw new ArgumentException($"An answer has {Questions} scores.", nameof(scores));
        for (var a = 0; a < Questions; a++)
        {
            if (scores[a] is not { } score) continue;
            for (var b = 0; b < Questions; b++)
            {
                if (scores[b] is not { } other) continue;
                _both[(a * Questions) + b]++;
                _first[(a * Questions) + b] += score;
                _product[(a * Questions) + b] += score * other;
            }
        }
    }

    /// <summary>Adds the sums of another cell.</summary>
    public void Add(AnswerSums other)
    {
        for (var i = 0; i < _both.Length; i++)
        {
            _both[i] += other._both[i];
            _first[i] += other._first[i];
            _product[i] += other._product[i];
        }
    }

    /// <summary>Number of answers to a question.</summary>
    public int CountOf(int question) => _both[question * (Questions + 1)];

    /// <summary>Number of answers: the largest number over the given questions.</summary>
    public int Count(IReadOnlyList<int> questions) => questions.Count == 0 ? 0 : questions.Max(CountOf);

    /// <summary>
    /// Mean of the means of the questions, in index points. Each question has the same weight, however often it is skipped: a question
    /// skipped more often than before does not change the mean.
    /// </summary>
    /// <returns>NaN where a question has no answers.</returns>
    public double Mean(IReadOnlyList<int> questions) => PointsAStep * questions.Average(MeanOf);

    /// <summary>
    /// Variance of one answer, in squared index points: the variance of <see cref="Mean"/> is this value divided by <see cref="Count"/>.
    /// Computed by linearisation of the mean of ratios (Särndal, Swensson and Wretman 1992, <i>Model Assisted Survey Sampling</i>,
    /// section 5.5), with the factor n / (n - 1) of a sample variance.
    /// </summary>
    /// <returns>NaN for fewer than two answers.</returns>
    public double AnswerVariance(IReadOnlyList<int> questions)
    {
        var count = Count(questions);
        if (count < 2) return double.NaN;
        var sum = 0.0;
        foreach (var a in questions)
        {
            foreach (var b in questions) sum += Comoment(a, b) / ((double)CountOf(a) * CountOf(b));
        }

        return PointsAStep * PointsAStep * sum / questions.Count / questions.Count * count * count / (count - 1);
    }

    private double MeanOf(int question) => (double)_first[question * (Questions + 1)] / CountOf(question);

    private double Comoment(int a, int b)
    {
        var (ab, ba) = ((a * Questions) + b, (b * Questions) + a);
        return _product[ab] - (MeanOf(b) * _first[ab]) - (MeanOf(a) * _first[ba]) + (_both[ab] * MeanOf(a) * MeanOf(b));
    }
}
