using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>Groups of residents in the files.</summary>
internal static class Groups
{
    private static readonly (string Group, double Share)[] All =
        [("elderly", 0.34), ("children", 0.10), ("migrant", 0.09), ("low_income", 0.08), ("disabled", 0.07)];

    /// <summary>The group of a resident; null for the many residents in no group.</summary>
    /// <param name="elderlySensitive">Whether the service is one for the elderly, which doubles the probability of that group.</param>
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
