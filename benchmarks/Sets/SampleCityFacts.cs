using System.Globalization;
using System.Runtime.CompilerServices;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>
/// The facts of a generated city without storage: usage as the truth has it, to its last day; all else from the files that are uploaded.
/// Capacity, participation and improvements are left out, as no panel reads them.
/// </summary>
internal sealed class SampleCityFacts(SampleCityTruth truth) : IFactReader
{
    private readonly List<FeedbackFact> _feedback = [];
    private readonly List<Community> _communities = [];
    private readonly List<Service> _services = [];
    private readonly List<PopulationFact> _population = [];
    private readonly List<CalendarFact> _calendar = [];

    public static async Task<SampleCityFacts> ReadAsync(
        string folder, SampleCityManifest manifest, SampleCityTruth truth, CancellationToken cancellationToken)
    {
        var facts = new SampleCityFacts(truth);
        var uploads = Path.Combine(folder, manifest.Drops[0].Folder);
        foreach (var path in manifest.Drops[0].Files)
        {
            // These answers stand in the other files already, under the same ids.
            if (path.StartsWith("feedback/surveys-resent", StringComparison.Ordinal)) continue;
            if (facts.Taker(path[..path.IndexOf('/', StringComparison.Ordinal)]) is not { } take) continue;
            await foreach (var row in DataRows.FactsAsync(uploads, path, cancellationToken)) take(row);
        }

        return facts;
    }

    public Task<string> GetSnapshotAsync(CancellationToken cancellationToken) => Task.FromResult("");

    public async IAsyncEnumerable<UsageFact> ReadUsageAsync(
        DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (community, service, wanted) in truth.Usage)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var day = first; day <= last; day = day.AddDays(1))
            {
                if (wanted[truth.IndexOf(day)] is > 0 and var visits)
                    yield return new UsageFact(community, service, day, null, visits, 0, null, null);
            }
        }
    }

    public IAsyncEnumerable<ReportedDay> ReadReportedDaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        ReadUsageAsync(first, last, cancellationToken).Select(usage => new ReportedDay(usage.Community, usage.Date));

    public Task<IReadOnlyDictionary<Frequency, double>> GetDemandAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Frequency, double>>(new Dictionary<Frequency, double> { [Frequency.Daily] = 1 });

    public Task<(DateOnly First, DateOnly Last)?> GetUsageSpanAsync(CancellationToken cancellationToken) =>
        Task.FromResult<(DateOnly, DateOnly)?>((truth.First, truth.Last));

    public async IAsyncEnumerable<FeedbackFact> ReadFeedbackAsync(
        DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var answer in _feedback.Where(answer => answer.Date >= first && answer.Date <= last)) yield return answer;
    }

    public Task<IReadOnlyList<Community>> ReadCommunitiesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Community>>(_communities);

    public Task<IReadOnlyList<Service>> ReadServicesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Service>>(_services);

    public Task<IReadOnlyList<CapacityFact>> ReadCapacityAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CapacityFact>>([]);

    public Task<IReadOnlyList<PopulationFact>> ReadPopulationAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PopulationFact>>(_population);

    public Task<IReadOnlyList<ParticipationFact>> ReadParticipationAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ParticipationFact>>([]);

    public Task<IReadOnlyList<ImprovementFact>> ReadImprovementsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImprovementFact>>([]);

    public Task<IReadOnlyList<CalendarFact>> ReadCalendarAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CalendarFact>>(_calendar);

    private Action<Cell[]>? Taker(string dataset) => dataset switch
    {
        "feedback" => row => _feedback.Add(FeedbackFact.Schema.Read(row)),
        "communities" => row => _communities.Add(CommunityRow.Schema.Read(row).ToCommunity()),
        "services" => row => _services.Add(ServiceRow.Schema.Read(row).ToService()),
        "population" => row => _population.Add(PopulationFact.Schema.Read(row)),
        "calendar" => row => _calendar.Add(CalendarFact.Schema.Read(row)),
        _ => null,
    };
}
