namespace CommunityDemand.Domain.Residents;

/// <summary>
/// Residents of an area by group, in persons; null where no community of it says. Structures add up; a share counts only the residents of
/// those communities that say how many belong to the group, so that silence is not taken for zero.
/// </summary>
public sealed class ResidentStructure
{
    private readonly (double Members, double Of)[] _groups = new (double, double)[ResidentGroups.All.Count];

    /// <summary>All residents.</summary>
    public double Population { get; private set; }

    /// <summary>Adds a community.</summary>
    /// <param name="population">Its residents, 0 or more.</param>
    /// <param name="members">How many of them belong to a group; null where that is not known. More than all count as all.</param>
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

    /// <summary>The group's share of the residents, 0 to 1; null where nothing is known.</summary>
    public double? Share(ResidentGroup group) => _groups[(int)group] is { Of: > 0 } sum ? sum.Members / sum.Of : null;
}
