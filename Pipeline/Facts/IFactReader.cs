using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Reads the facts of the uploads that count: committed, not superseded. Rows with a key (capacity, population, communities,
/// services, calendar) come once a key, as the newest upload has them.
/// </summary>
public interface IFactReader
{
    /// <summary>A digest of the set of uploads that count. The same set has the same digest; a run's id is made from it.</summary>
    Task<string> GetSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>Usage of the days <paramref name="first"/> to <paramref name="last"/>, both inclusive, in storage order; sums of the same key may come in several rows.</summary>
    IAsyncEnumerable<UsageFact> ReadUsageAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);

    /// <summary>First and last day with usage; null where there is none.</summary>
    Task<(DateOnly First, DateOnly Last)?> GetUsageSpanAsync(CancellationToken cancellationToken);

    /// <summary>
    /// On which of the days <paramref name="first"/> to <paramref name="last"/>, both inclusive, each community reported any usage, in no
    /// order; a day may come more than once. The
    /// ledger tells: no fact file is opened, unless an upload reports for more communities than the ledger holds days of.
    /// </summary>
    IAsyncEnumerable<ReportedDay> ReadReportedDaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);

    /// <summary>Answers of the days <paramref name="first"/> to <paramref name="last"/>, both inclusive, in storage order.</summary>
    IAsyncEnumerable<FeedbackFact> ReadFeedbackAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);

    Task<IReadOnlyList<Community>> ReadCommunitiesAsync(CancellationToken cancellationToken);

    /// <summary>The services that uploads describe; the built-in catalogue is not included.</summary>
    Task<IReadOnlyList<Service>> ReadServicesAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<CapacityFact>> ReadCapacityAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<PopulationFact>> ReadPopulationAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<ParticipationFact>> ReadParticipationAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<ImprovementFact>> ReadImprovementsAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<CalendarFact>> ReadCalendarAsync(CancellationToken cancellationToken);
}
