using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Domain.Evaluation;

/// <summary>Comparison of the sources of ratings (residents, staff, a third party) in each area.</summary>
public static class SourceComparison
{
    /// <summary>
    /// Compares the sources within each area, using sources of at least <see cref="Ratings.Fewest"/> answers
    /// (<see cref="EqualMeansTest"/>). The areas form one family of tests (<see cref="FalseDiscoveryRate"/>).
    /// </summary>
    /// <param name="areas">Moments of each source, on the scale of 100, by area.</param>
    /// <returns>One comparison for each area; null where fewer than two sources have enough answers, or where no source varies.</returns>
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

/// <summary>The difference between the sources of one area.</summary>
/// <param name="Lowest">Source with the lowest mean.</param>
/// <param name="Highest">Source with the highest mean.</param>
/// <param name="Gap">Difference between the highest and the lowest mean, in points on the scale of 100; 0 or more.</param>
/// <param name="AdjustedPValue">p-value of a difference this large if the sources agreed, adjusted for the number of areas.</param>
public sealed record ComparedSources(string Lowest, string Highest, double Gap, double AdjustedPValue)
{
    /// <summary>Whether the sources disagree by more than chance.</summary>
    public bool Disagree => AdjustedPValue <= AreaComparison.FalseDiscoveries;
}
