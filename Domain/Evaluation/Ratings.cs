using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Evaluation;

/// <summary>Ratings from 1 to 5 of one dimension, summed up. Ratings of several areas add up.</summary>
public readonly record struct Ratings
{
    /// <summary>Fewer answers are suppressed: they would tell of persons, not of a service.</summary>
    public const int Fewest = 5;

    /// <summary>An answer of so much or more is a satisfied one.</summary>
    public const int SatisfiedFrom = 4;

    private const int Highest = 5;
    private const double IndexOfHighest = 100;

    // Means of one to five ratings are whole numbers of these: so sums are exact, in whatever order answers are read.
    private const int Fraction = 60;

    private Ratings(SampleMoments fractions, int satisfied) => (Fractions, Satisfied) = (fractions, satisfied);

    /// <summary>How many are 4 or 5.</summary>
    public int Satisfied { get; }

    /// <summary>How many there are.</summary>
    public int Count => Fractions.Count;

    /// <summary>Whether they are too few to tell of.</summary>
    public bool AreTooFew => Count < Fewest;

    /// <summary>Moments on the scale of 1 to 5.</summary>
    public SampleMoments Likert => Fractions.Times(1.0 / Fraction);

    /// <summary>
    /// Moments on the scale of 100: mean / 5 x 100, the scale on which the handbook's means are Likert means of two decimals.
    /// </summary>
    public SampleMoments Index => Fractions.Times(IndexOfHighest / Highest / Fraction);

    private SampleMoments Fractions { get; }

    /// <summary>One answer more: the mean of what a person rated, one rating or several.</summary>
    /// <param name="sum">Sum of the person's ratings.</param>
    /// <param name="rated">How many they are, 1 to 5.</param>
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
