using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Reader of the facts of current uploads: committed and not superseded. Datasets with a key (capacity, population, communities,
/// services, calendar) have one row for each key, from the newest upload.
/// </summary>
public interface IFactReader
{
    /// <summary>Digest of the set of current uploads. The same set has the same digest; the id of a run depends on it.</summary>
    Task<string> GetSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads usage of the days <paramref name="first"/> to <paramref name="last"/>, both inclusive, in storage order. Several rows may
    /// have the same key; their sums must be added.
    /// </summary>
    IAsyncEnumerable<UsageFact> ReadUsageAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);

    /// <summary>First day with usage, and last day of the last period with usage; null where there is none.</summary>
    Task<(DateOnly First, DateOnly Last)?> GetUsageSpanAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Demand of all usage by the period that its figures stand for. The data come from the ledger; fact files are opened only for uploads
    /// that the ledger says nothing of, and only where there are other periods than days.
    /// </summary>
    Task<IReadOnlyDictionary<Frequency, double>> GetDemandAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads the days from <paramref name="first"/> to <paramref name="last"/>, both inclusive, on which each community reported usage,
    /// in no order and possibly repeated. The data come from the ledger. Fact files are opened only for uploads with more communities
    /// than the ledger stores days of.
    /// </summary>
    IAsyncEnumerable<ReportedDay> ReadReportedDaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);

    /// <summary>Reads answers of the days <paramref name="first"/> to <paramref name="last"/>, both inclusive, in storage order.</summary>
    IAsyncEnumerable<FeedbackFact> ReadFeedbackAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);

    Task<IReadOnlyList<Community>> ReadCommunitiesAsync(CancellationToken cancellationToken);

    /// <summary>Services described by uploads, without the built-in catalogue.</summary>
    Task<IReadOnlyList<Service>> ReadServicesAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<CapacityFact>> ReadCapacityAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<PopulationFact>> ReadPopulationAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<ParticipationFact>> ReadParticipationAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<ImprovementFact>> ReadImprovementsAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<CalendarFact>> ReadCalendarAsync(CancellationToken cancellationToken);
}
