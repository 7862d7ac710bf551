using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>The groups of residents that files name.</summary>
internal static class Groups
{
    private static readonly (string Group, double Share)[] All =
        [("elderly", 0.34), ("children", 0.10), ("migrant", 0.09), ("low_income", 0.08), ("disabled", 0.07)];

    /// <summary>A resident's group; null for the many in none.</summary>
    /// <param name="elderlySensitive">Whether the service is one for the elderly: twice as many are.</param>
    public static string? Draw(RandomStream random, bool elderlySensitive)
    {
        var left = random.Uniform();
        foreach (var (group, share) in All)
        {
            left -= elderlySensitive && group == "elderly" ? 2 * share : share * (elderlySensitive ? 0.5 : 1);
            if (left < 0) return group;
        }

        return null;
    }
}
