using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>Facts of the small datasets, read once for all users of a night.</summary>
internal sealed record KeyedFacts(
    IReadOnlyList<Community> Communities,
    IReadOnlyList<Service> Services,
    IReadOnlyList<CalendarFact> Calendar,
    IReadOnlyList<CapacityFact> Capacity,
    IReadOnlyList<PopulationFact> Population,
    IReadOnlyList<ParticipationFact> Participation,
    IReadOnlyList<ImprovementFact> Improvements)
{
    /// <summary>No facts, for uses that need only the area tree.</summary>
    public static KeyedFacts None { get; } = new([], [], [], [], [], [], []);

    public static async Task<KeyedFacts> ReadAsync(IFactReader facts, CancellationToken cancellationToken) => new(
        await facts.ReadCommunitiesAsync(cancellationToken),
        await facts.ReadServicesAsync(cancellationToken),
        await facts.ReadCalendarAsync(cancellationToken),
        await facts.ReadCapacityAsync(cancellationToken),
        await facts.ReadPopulationAsync(cancellationToken),
        await facts.ReadParticipationAsync(cancellationToken),
        await facts.ReadImprovementsAsync(cancellationToken));
}
