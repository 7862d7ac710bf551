using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Evaluation;

/// <summary>Sums of ratings from 1 to 5 on one dimension. Ratings of several areas can be added.</summary>
public readonly record struct Ratings
{
    /// <summary>Minimum number of answers. Results of fewer answers are suppressed, because they could identify persons.</summary>
    public const int Fewest = 5;

    /// <summary>Lowest rating that counts as satisfied.</summary>
    public const int SatisfiedFrom = 4;

    private const int Highest = 5;
    private const double IndexOfHighest = 100;

    // The mean of one to five ratings is a multiple of 1/60. Sums of these are exact, in any order of reading.
    private const int Fraction = 60;

    private Ratings(SampleMoments fractions, int satisfied) => (Fractions, Satisfied) = (fractions, satisfied);

    /// <summary>Number of ratings of 4 or 5.</summary>
    public int Satisfied { get; }

    /// <summary>Number of ratings.</summary>
    public int Count => Fractions.Count;

    /// <summary>Whether there are too few answers to publish a result.</summary>
    public bool AreTooFew => Count < Fewest;

    /// <summary>Moments on the scale from 1 to 5.</summary>
    public SampleMoments Likert => Fractions.Times(1.0 / Fraction);

    /// <summary>
    /// Moments on the scale of 100: mean / 5 x 100. The handbook gives its means on this scale, computed from Likert means of two
    /// decimals.
    /// </summary>
    public SampleMoments Index => Fractions.Times(IndexOfHighest / Highest / Fraction);

    private SampleMoments Fractions { get; }

    /// <summary>These ratings plus one answer: the mean of one or several ratings of a person.</summary>
    /// <param name="sum">Sum of the ratings of the person.</param>
    /// <param name="rated">Number of ratings of the person, 1 to 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean does not lie from 1 to 5.</exception>
    public Ratings With(int sum, int rated = 1)
    {
        if (rated is < 1 or > 5) throw new ArgumentOutOfRangeException(nameof(rated), rated, "A person rates one to five dimensions.");
        if (sum < rated || sum > rated * Highest) throw new ArgumentOutOfRangeException(nameof(sum), sum, "A rating is 1 to 5.");
        return new Ratings(Fractions.With((double)sum * Fraction / rated), Satisfied + (sum >= SatisfiedFrom * rated ? 1 : 0));
    }

    public static Ratings operator +(Ratings a, Ratings b) => new(a.Fractions + b.Fractions, a.Satisfied + b.Satisfied);

    /// <summary>Same as <c>+</c>.</summary>
    public static Ratings Add(Ratings a, Ratings b) => a + b;
}
