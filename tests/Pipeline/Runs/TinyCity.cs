using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>Facts in memory: a few communities whose demand is a known weekly pattern. Tests change them as uploads would.</summary>
internal sealed class TinyCity : IFactReader
{
    public static readonly DateOnly FirstDay = new(2025, 9, 1);
    public static readonly string[] ServiceCodes = ["day-care", "library"];

    public List<UsageFact> Usage { get; } = [];

    public List<Community> Communities { get; } = [];

    public List<CapacityFact> Capacity { get; } = [];

    public List<FeedbackFact> Feedback { get; } = [];

    public List<PopulationFact> Population { get; } = [];

    public List<ParticipationFact> Participation { get; } = [];
    public List<ImprovementFact> Improvements { get; } = [];

    public List<CalendarFact> Calendar { get; } = [];

    /// <summary>Response targets in minutes, of services that have another than the handbook's.</summary>
    public Dictionary<string, int> ResponseTargets { get; } = [];

    public int Version { get; set; } = 1;

    private IReadOnlyList<string> Services { get; init; } = ServiceCodes;

    /// <summary>Communities in two districts, two services or the first alone, so many days.</summary>
    public static TinyCity Of(int days, int communities = 4, int services = 2)
    {
        var city = Empty(communities, services);
        for (var day = 0; day < days; day++) city.AddDay(FirstDay.AddDays(day));
        return city;
    }

    /// <summary>The same communities, wanting about ten times as much, with chance in it.</summary>
    public static TinyCity Noisy(int days, int communities = 4)
    {
        var city = Empty(communities, ServiceCodes.Length);
        for (var day = 0; day < days; day++) city.AddNoisyDay(FirstDay.AddDays(day));
        return city;
    }

    private static TinyCity Empty(int communities, int services)
    {
        var city = new TinyCity { Services = ServiceCodes[..services] };
        for (var k = 0; k < communities; k++)
        {
            var code = $"c/{k}";
            city.Communities.Add(new Community(code, $"Community {k}", $"街道{k / 2}", k % 2 == 0 ? "东区" : "西区", "Tiny"));
            foreach (var service in city.Services)
                city.Capacity.Add(new CapacityFact(code, service, FirstDay, 12 + (10 * k), null, null, null, null));
        }

        return city;
    }

    public DateOnly LastDay => Usage.Max(u => u.Period.LastDay(u.Date));

    /// <param name="more">Visits beyond the pattern, in every community and service.</param>
    public void AddDay(DateOnly day, double more = 0)
    {
        foreach (var community in Communities)
        {
            foreach (var service in Services)
                Usage.Add(new UsageFact(community.Code, service, day, null, Demand(community.Code, day) - 1 + more, 1, null, null));
        }
    }

    /// <summary>A day of ten times the pattern, give or take a tenth by chance; the same day has the same chance always.</summary>
    /// <param name="factor">What all demand is multiplied by.</param>
    public void AddNoisyDay(DateOnly day, double factor = 1)
    {
        var random = new Random(day.DayNumber);
        foreach (var community in Communities)
        {
            foreach (var service in Services)
            {
                var chance = 0.9 + (0.2 * (random.NextDouble() + random.NextDouble()) / 2);
                Usage.Add(new UsageFact(
                    community.Code, service, day, null, Math.Round(10 * Demand(community.Code, day) * chance * factor), 0, null, null));
            }
        }
    }

    /// <summary>The pattern: 10 to 16 person-visits by weekday, and 10 more for each community before; one of them turned away.</summary>
    public static double Demand(string community, DateOnly day) => (10 * (community[^1] - '0' + 1)) + (day.DayNumber % 7);

    public Task<string> GetSnapshotAsync(CancellationToken cancellationToken) => Task.FromResult($"snapshot-{Version}");

    public async IAsyncEnumerable<UsageFact> ReadUsageAsync(
        DateOnly first, DateOnly last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var fact in Usage.Where(u => u.Date >= first && u.Date <= last).ToArray()) yield return fact;
    }

    public IAsyncEnumerable<ReportedDay> ReadReportedDaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        Usage.Where(usage => usage.Date >= first && usage.Date <= last).Select(usage => new ReportedDay(usage.Community, usage.Date,
            usage.Period))
            .ToAsyncEnumerable();

    public Task<IReadOnlyDictionary<Frequency, double>> GetDemandAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Frequency, double>>(
            Usage.GroupBy(usage => usage.Period).ToDictionary(of => of.Key, of => of.Sum(usage => usage.Demand)));

    public Task<(DateOnly First, DateOnly Last)?> GetUsageSpanAsync(CancellationToken cancellationToken) =>
        Task.FromResult<(DateOnly, DateOnly)?>(Usage.Count == 0 ? null : (Usage.Min(u => u.Date),
            Usage.Max(u => u.Period.LastDay(u.Date))));

    public IAsyncEnumerable<FeedbackFact> ReadFeedbackAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        Feedback.Where(f => f.Date >= first && f.Date <= last).ToAsyncEnumerable();

    public Task<IReadOnlyList<Community>> ReadCommunitiesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Community>>(Communities);

    public Task<IReadOnlyList<Service>> ReadServicesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Service>>(
    [
        new("day-care", "Day care", "日间照料", NeedClass.SpecialGroups, SupplyType.Professional,
            ResponseTargetMinutes: Target("day-care")),
        new("library", "Library", "图书馆", NeedClass.CultureAndEducation, SupplyType.Basic, ResponseTargetMinutes: Target("library")),
    ]);

    private int Target(string service) => ResponseTargets.GetValueOrDefault(service, Service.DefaultResponseTargetMinutes);

    public Task<IReadOnlyList<CapacityFact>> ReadCapacityAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CapacityFact>>(Capacity);

    public Task<IReadOnlyList<PopulationFact>> ReadPopulationAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PopulationFact>>(Population);

    public Task<IReadOnlyList<ParticipationFact>> ReadParticipationAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ParticipationFact>>(Participation);

    public Task<IReadOnlyList<ImprovementFact>> ReadImprovementsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImprovementFact>>(Improvements);

    public Task<IReadOnlyList<CalendarFact>> ReadCalendarAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CalendarFact>>(Calendar);
}
