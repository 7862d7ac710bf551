using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Participation;

/// <summary>Areas of one level beside the city: whose rate stands off beyond chance.</summary>
public static class RateComparison
{
    /// <summary>
    /// Percentage points off the city that are worth a name: among thousands of residents chance alone explains hardly any difference.
    /// </summary>
    public const double MarginPoints = 1;

    private const double Points = 100;

    /// <summary>
    /// Tests each area against the rest of the city (<see cref="Proportion.PValueAgainst"/>), areas being one family
    /// (<see cref="FalseDiscoveryRate"/>). Weak or strong: adjusted p-value at most <see cref="AreaComparison.FalseDiscoveries"/>, and
    /// <see cref="MarginPoints"/> or more off the city's rate.
    /// </summary>
    /// <param name="areas">Each of <see cref="ParticipationCount.Fewest"/> eligible residents or more.</param>
    /// <param name="city">All communities that report.</param>
    public static IReadOnlyList<ComparedRate> Compare(IReadOnlyList<ParticipationCount> areas, ParticipationCount city)
    {
        if (areas.Count == 0) return [];
        double?[] pValues = [.. areas.Select(area => Rest(city, area) is { } rest ? area.Rate.PValueAgainst(rest) : (double?)null)];
        var adjusted = FalseDiscoveryRate.Adjust([.. pValues.OfType<double>()]);
        var compared = new ComparedRate[areas.Count];
        for (var (i, test) = (0, 0); i < compared.Length; i++)
        {
            double? q = pValues[i] is null ? null : adjusted[test++];
            var gap = Points * (areas[i].Rate.Share - city.Rate.Share);
            var named = q <= AreaComparison.FalseDiscoveries && Math.Abs(gap) >= MarginPoints;
            compared[i] = new ComparedRate(gap, q, !named ? Standing.Average : gap < 0 ? Standing.Weak : Standing.Strong);
        }

        return compared;
    }

    private static Proportion? Rest(ParticipationCount city, ParticipationCount area)
    {
        var eligible = city.Eligible - area.Eligible;
        // Sums of means are not exact: what is left of the city may be under 0 by a rounding.
        return eligible >= ParticipationCount.Fewest
            ? new Proportion(Math.Clamp(city.Participants - area.Participants, 0, eligible), eligible)
            : null;
    }
}

/// <summary>A rate beside the city's.</summary>
/// <param name="Gap">Percentage points over the city's rate.</param>
/// <param name="AdjustedPValue">
/// Of its difference from the rest of the city, adjusted for the number of areas; null where there is no rest.
/// </param>
public sealed record ComparedRate(double Gap, double? AdjustedPValue, Standing Standing);
