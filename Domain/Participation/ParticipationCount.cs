using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Participation;

/// <summary>Number of participants among eligible residents. Counts of several communities can be added.</summary>
public readonly record struct ParticipationCount
{
    /// <summary>Minimum number of eligible residents. Rates among fewer are suppressed, because they could identify persons.</summary>
    public const int Fewest = 5;

    /// <param name="participants">Participants, 0 or more; reduced to <paramref name="eligible"/> if larger.</param>
    /// <param name="eligible">Residents who could take part, 0 or more.</param>
    /// <param name="estimated">Number of eligible residents that comes from a population count, 0 to <paramref name="eligible"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public ParticipationCount(double participants, double eligible, double estimated = 0)
    {
        if (!(participants >= 0)) throw new ArgumentOutOfRangeException(nameof(participants), participants, "0 or more take part.");
        if (!(eligible >= 0) || !double.IsFinite(eligible))
            throw new ArgumentOutOfRangeException(nameof(eligible), eligible, "0 or more may take part.");
        if (!(estimated >= 0 && estimated <= eligible))
            throw new ArgumentOutOfRangeException(nameof(estimated), estimated, "What is estimated is a part of the eligible.");
        (Participants, Eligible, Estimated) = (Math.Min(participants, eligible), eligible, estimated);
    }

    /// <summary>Participants, at most <see cref="Eligible"/>.</summary>
    public double Participants { get; }

    /// <summary>Residents who could take part.</summary>
    public double Eligible { get; }

    /// <summary>Number of eligible residents that comes from a population count, because no row gives one.</summary>
    public double Estimated { get; }

    /// <summary>Whether there are too few eligible residents to publish a rate.</summary>
    public bool AreTooFew => Eligible < Fewest;

    /// <summary>The participation rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no eligible residents.</exception>
    public Proportion Rate => new(Participants, Eligible);

    public static ParticipationCount operator +(ParticipationCount a, ParticipationCount b) =>
        new(a.Participants + b.Participants, a.Eligible + b.Eligible, a.Estimated + b.Estimated);

    /// <summary>Same as <c>+</c>.</summary>
    public static ParticipationCount Add(ParticipationCount a, ParticipationCount b) => a + b;
}
