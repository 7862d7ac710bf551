using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Tests.Api;

/// <summary>Facts held in memory, and how often usage was read.</summary>
internal sealed class FewFacts : IFactReader
{
    public string Snapshot { get; set; } = "s1";

    public List<UsageFact> Usage { get; } = [];

    public List<Community> Communities { get; } = [];

    public int Reads { get; private set; }

    public Task<string> GetSnapshotAsync(CancellationToken cancellationToken) => Task.FromResult(Snapshot);

    public IAsyncEnumerable<UsageFact> ReadUsageAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        Reads++;
        return Usage.Where(usage => usage.Date >= first && usage.Date <= last).ToAsyncEnumerable();
    }

    public IAsyncEnumerable<ReportedDay> ReadReportedDaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        Usage.Where(usage => usage.Date >= first && usage.Date <= last).Select(usage => new ReportedDay(usage.Community, usage.Date,
            usage.Period))
            .ToAsyncEnumerable();

    public Task<IReadOnlyDictionary<Frequency, double>> GetDemandAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Frequency, double>>(
            Usage.GroupBy(usage => usage.Period).ToDictionary(of => of.Key, of => of.Sum(usage => usage.Demand)));

    public Task<(DateOnly First, DateOnly Last)?> GetUsageSpanAsync(CancellationToken cancellationToken) =>
        Task.FromResult<(DateOnly, DateOnly)?>(Usage.Count == 0 ? null : (Usage.Min(usage => usage.Date),
            Usage.Max(usage => usage.Period.LastDay(usage.Date))));

    public IAsyncEnumerable<FeedbackFact> ReadFeedbackAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<FeedbackFact>();

    public Task<IReadOnlyList<Community>> ReadCommunitiesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Community>>(Communities);

    public Task<IReadOnlyList<Service>> ReadServicesAsync(CancellationToken cancellationToken) => None<Service>();

    public Task<IReadOnlyList<CapacityFact>> ReadCapacityAsync(CancellationToken cancellationToken) => None<CapacityFact>();

    public Task<IReadOnlyList<PopulationFact>> ReadPopulationAsync(CancellationToken cancellationToken) => None<PopulationFact>();

    public Task<IReadOnlyList<ParticipationFact>> ReadParticipationAsync(CancellationToken cancellationToken) =>
        None<ParticipationFact>();

    public Task<IReadOnlyList<ImprovementFact>> ReadImprovementsAsync(CancellationToken cancellationToken) => None<ImprovementFact>();

    public Task<IReadOnlyList<CalendarFact>> ReadCalendarAsync(CancellationToken cancellationToken) => None<CalendarFact>();

    private static Task<IReadOnlyList<T>> None<T>() => Task.FromResult<IReadOnlyList<T>>([]);
}
