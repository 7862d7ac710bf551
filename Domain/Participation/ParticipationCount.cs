using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Participation;

/// <summary>How many of how many took part. Counts of several communities add up.</summary>
public readonly record struct ParticipationCount
{
    /// <summary>A rate among fewer is suppressed: it would tell of persons.</summary>
    public const int Fewest = 5;

    /// <param name="participants">Persons, 0 or more; more than could take part count as all of these.</param>
    /// <param name="eligible">Persons who could take part, 0 or more.</param>
    /// <param name="estimated">How many of these a population count stands for, 0 to <paramref name="eligible"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public ParticipationCount(double participants, double eligible, double estimated = 0)
    {
        if (!(participants >= 0)) throw new ArgumentOutOfRangeException(nameof(participants), participants, "0 or more take part.");
        if (!(eligible >= 0) || !double.IsFinite(eligible))
            throw new ArgumentOutOfRangeException(nameof(eligible), eligible, "0 or more may take part.");
        if (!(estimated >= 0 && estimated <= eligible))
            throw new ArgumentOutOfRangeException(nameof(estimated), estimated, "What is estimated is a part of the eligible.");
        (Participants, Eligible, Estimated) = (Math.Min(participants, eligible), eligible, estimated);
    }

    /// <summary>Persons who took part, at most <see cref="Eligible"/>.</summary>
    public double Participants { get; }

    /// <summary>Persons who could take part.</summary>
    public double Eligible { get; }

    /// <summary>How many of the eligible come from a population count, as nobody said.</summary>
    public double Estimated { get; }

    /// <summary>Whether there are too few to tell of.</summary>
    public bool AreTooFew => Eligible < Fewest;

    /// <summary>The rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nobody is eligible.</exception>
    public Proportion Rate => new(Participants, Eligible);

    public static ParticipationCount operator +(ParticipationCount a, ParticipationCount b) =>
        new(a.Participants + b.Participants, a.Eligible + b.Eligible, a.Estimated + b.Estimated);

    /// <summary>Same as <c>+</c>.</summary>
    public static ParticipationCount Add(ParticipationCount a, ParticipationCount b) => a + b;
}
