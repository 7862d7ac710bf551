using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Evaluation;

/// <summary>Whether those who rate one thing (residents, staff, a third party) agree, area by area.</summary>
public static class SourceComparison
{
    /// <summary>
    /// Compares sources within each area (<see cref="EqualMeansTest"/> over the sources of <see cref="Ratings.Fewest"/> answers or more),
    /// areas being one family of tests (<see cref="FalseDiscoveryRate"/>).
    /// </summary>
    /// <param name="areas">By area the moments of each source, on the scale of 100.</param>
    /// <returns>One an area; null where fewer than two sources have answers enough, or none varies.</returns>
    public static IReadOnlyList<ComparedSources?> Compare(IReadOnlyList<IReadOnlyDictionary<string, SampleMoments>> areas)
    {
        var known = areas
            .Select(area => area.Where(source => source.Value.Count >= Ratings.Fewest))
            .Select(sources => sources.OrderBy(source => source.Key, StringComparer.Ordinal).ToArray())
            .ToArray();
        double?[] pValues = [.. known.Select(sources => EqualMeansTest.PValue([.. sources.Select(source => source.Value)]))];
        var adjusted = FalseDiscoveryRate.Adjust([.. pValues.OfType<double>()]);
        var compared = new ComparedSources?[areas.Count];
        for (var (i, test) = (0, 0); i < compared.Length; i++)
        {
            if (pValues[i] is null) continue;
            var (lowest, highest) = (known[i].MinBy(source => source.Value.Mean), known[i].MaxBy(source => source.Value.Mean));
            compared[i] = new ComparedSources(lowest.Key, highest.Key, highest.Value.Mean - lowest.Value.Mean, adjusted[test++]);
        }

        return compared;
    }
}

/// <summary>How far sources are apart.</summary>
/// <param name="Lowest">Source with the lowest mean.</param>
/// <param name="Highest">Source with the highest mean.</param>
/// <param name="Gap">Between the two, in points on 100; 0 or more.</param>
/// <param name="AdjustedPValue">Chance of sources so far apart if they agreed, adjusted for the number of areas.</param>
public sealed record ComparedSources(string Lowest, string Highest, double Gap, double AdjustedPValue)
{
    /// <summary>Whether they disagree beyond chance.</summary>
    public bool Disagree => AdjustedPValue <= AreaComparison.FalseDiscoveries;
}
