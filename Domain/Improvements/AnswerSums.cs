namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Sums over survey answers of five questions each, from which the mean over questions and its variance come without the answers
/// themselves. Cells add up, so weeks make windows.
/// </summary>
public sealed class AnswerSums
{
    /// <summary>Questions of an answer: content, efficiency, attitude, sustainability, innovation.</summary>
    public const int Questions = 5;

    /// <summary>Index points that a Likert step is worth: the index is mean / 5 x 100.</summary>
    public const double PointsAStep = 20;

    // Of each pair of questions, over answers that give both: answers, sum of the first, sum of products.
    private readonly int[] _both = new int[Questions * Questions];
    private readonly int[] _first = new int[Questions * Questions];
    private readonly int[] _product = new int[Questions * Questions];

    /// <summary>Adds an answer.</summary>
    /// <param name="scores">Likert 1 to 5 of each question; null where it was skipped.</param>
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

    /// <summary>Adds the answers of another cell.</summary>
    public void Add(AnswerSums other)
    {
        for (var i = 0; i < _both.Length; i++)
        {
            _both[i] += other._both[i];
            _first[i] += other._first[i];
            _product[i] += other._product[i];
        }
    }

    /// <summary>Answers to a question.</summary>
    public int CountOf(int question) => _both[question * (Questions + 1)];

    /// <summary>Answers, counted by the question that most of them answer.</summary>
    public int Count(IReadOnlyList<int> questions) => questions.Count == 0 ? 0 : questions.Max(CountOf);

    /// <summary>
    /// Mean of the questions' means, in index points. Each question counts alike however many skip it, so a question that is skipped more
    /// often than before moves nothing.
    /// </summary>
    /// <returns>NaN where a question has no answer.</returns>
    public double Mean(IReadOnlyList<int> questions) => PointsAStep * questions.Average(MeanOf);

    /// <summary>
    /// Variance of one answer, in squared index points, such that the variance of <see cref="Mean"/> is this over <see cref="Count"/>: by
    /// linearisation of the mean of ratios (Särndal, Swensson and Wretman 1992, <i>Model Assisted Survey Sampling</i>, section 5.5), with
    /// the n / (n - 1) of a sample variance.
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
