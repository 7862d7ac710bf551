using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Participation;

/// <summary>Comparison of participation rates of the areas of one level with the city.</summary>
public static class RateComparison
{
    /// <summary>
    /// Minimum difference from the city that is reported, in percentage points: among thousands of residents almost any difference is
    /// larger than chance.
    /// </summary>
    public const double MarginPoints = 1;

    private const double Points = 100;

    /// <summary>
    /// Tests each area against the rest of the city (<see cref="Proportion.PValueAgainst"/>). The areas form one family of tests
    /// (<see cref="FalseDiscoveryRate"/>). An area is weak or strong if its adjusted p-value is at most
    /// <see cref="AreaComparison.FalseDiscoveries"/> and its rate differs by at least <see cref="MarginPoints"/> from the city's rate.
    /// </summary>
    /// <param name="areas">Counts of each area, with at least <see cref="ParticipationCount.Fewest"/> eligible residents.</param>
    /// <param name="city">Count of all communities that report.</param>
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
        // Sums of means are not exact: the rest of the city may be slightly below 0 because of rounding.
        return eligible >= ParticipationCount.Fewest
            ? new Proportion(Math.Clamp(city.Participants - area.Participants, 0, eligible), eligible)
            : null;
    }
}

/// <summary>A rate compared with the city's rate.</summary>
/// <param name="Gap">Rate of the area minus the rate of the city, in percentage points.</param>
/// <param name="AdjustedPValue">
/// p-value of the difference from the rest of the city, adjusted for the number of areas; null where there is no rest.
/// </param>
public sealed record ComparedRate(double Gap, double? AdjustedPValue, Standing Standing);
