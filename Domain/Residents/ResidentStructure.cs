namespace CommunityDemand.Domain.Residents;

/// <summary>
/// Residents of an area by group, in persons; null where no community of the area gives a number. Structures can be added. A share counts
/// only residents of communities that give a number for the group: a missing number is not a zero.
/// </summary>
public sealed class ResidentStructure
{
    private readonly (double Members, double Of)[] _groups = new (double, double)[ResidentGroups.All.Count];

    /// <summary>All residents.</summary>
    public double Population { get; private set; }

    /// <summary>Adds a community.</summary>
    /// <param name="population">Residents of the community, 0 or more.</param>
    /// <param name="members">Members of a group; null where unknown. A number above the population counts as the population.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not a number.</exception>
    public void Add(double population, Func<ResidentGroup, double?> members)
    {
        if (!(population >= 0))
            throw new ArgumentOutOfRangeException(nameof(population), population, "A community has 0 or more residents.");
        Population += population;
        foreach (var group in ResidentGroups.All)
        {
            if (members(group) is not { } known) continue;
            if (!(known >= 0))
                throw new ArgumentOutOfRangeException(nameof(members), known, $"A community has 0 or more residents of group {group}.");
            ref var sum = ref _groups[(int)group];
            sum = (sum.Members + Math.Min(known, population), sum.Of + population);
        }
    }

    /// <summary>Share of the group among the residents, 0 to 1; null where unknown.</summary>
    public double? Share(ResidentGroup group) => _groups[(int)group] is { Of: > 0 } sum ? sum.Members / sum.Of : null;
}
