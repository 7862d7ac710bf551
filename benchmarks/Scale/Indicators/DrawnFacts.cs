using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Benchmarks.Scale.Indicators;

/// <summary>
/// The facts of a sample city of any size: usage of every service, community and day, a third of it with response times; twenty answers a
/// community and month, four of ten with a comment; complaints; and every other dataset that indicators read. Visits have no seasons:
/// nothing here is forecast.
/// </summary>
internal sealed class DrawnFacts
{
    private const int AnswersAMonth = 20;
    private const double ShareWithComment = 0.4;
    private const double ShareLabelled = 0.1;
    private const double ComplaintsPerThousandVisits = 1.5;
    private const double VisitNoise = 0.15;
    private const int ServicesWithResponses = 3;
    private const int ServicesWithGroups = 4;

    private static readonly string[] Groups = ["elderly", "children", "disabled"];

    private readonly SampleCityOptions _options;
    private readonly ServiceProfile[] _services;
    private readonly SampleCommunity[] _communities;
    private readonly SampleSeries[] _series;

    public DrawnFacts(SampleCityOptions options)
    {
        _options = options;
        _services = [.. ServiceProfiles.All.Take(options.Services)];
        _communities = [.. Enumerable.Range(0, options.Communities).Select(index => new SampleCommunity(options, index))];
        _series = [.. _communities.SelectMany(community => _services.Select(service => new SampleSeries(options, community, service)))];
    }

    public IReadOnlyList<SampleCommunity> Communities => _communities;

    public IReadOnlyList<SampleSeries> Series => _series;

    /// <summary>Writes everything, usage and feedback as an upload a month.</summary>
    public async Task WriteAsync(FactStore store, IProgress<int> months, CancellationToken cancellationToken)
    {
        await store.WriteAsync(CommunityRow.Schema, _communities.Select(Community), cancellationToken);
        await store.WriteAsync(ServiceRow.Schema, _services.Select(profile => Service(profile.Service)), cancellationToken);
        await store.WriteAsync(CapacityFact.Schema, _series.SelectMany(Capacity), cancellationToken);
        await store.WriteAsync(
            PopulationFact.Schema,
            Quarters().SelectMany(day => _communities.Select(community => Population(community, day))),
            cancellationToken);
        await store.WriteAsync(
            ParticipationFact.Schema,
            Quarters().SelectMany(day => _communities.SelectMany(community => Participation(community, day))),
            cancellationToken);
        await store.WriteAsync(ImprovementFact.Schema, _communities.SelectMany(Improvements), cancellationToken);
        var done = 0;
        for (var month = _options.Start; month <= _options.End; month = month.AddMonths(1))
        {
            await store.WriteAsync(UsageFact.Schema, Days(month).SelectMany(Usage), cancellationToken);
            await store.WriteAsync(FeedbackFact.Schema, Days(month).SelectMany(Feedback), cancellationToken);
            months.Report(++done);
        }
    }

    private static IEnumerable<DateOnly> Days(DateOnly month)
    {
        for (var day = month; day < month.AddMonths(1); day = day.AddDays(1)) yield return day;
    }

    private IEnumerable<DateOnly> Quarters()
    {
        for (var day = _options.Start; day <= _options.End; day = day.AddMonths(3)) yield return day;
    }

    private IEnumerable<Cell[]> Usage(DateOnly day)
    {
        var random = new RandomStream(_options.Seed, "usage", $"{day:O}");
        for (var index = 0; index < _series.Length; index++)
        {
            var series = _series[index];
            if (day < series.First || !series.Community.Row.ExistsOn(day)) continue;
            var row = Missing(UsageFact.Schema.Facts.Length);
            var service = index % _services.Length;
            var visits = Math.Round(series.BaseLevel(day) * random.LogNormal(VisitNoise));
            row[UsageCells.Community] = Cell.Of(series.Community.Code);
            row[UsageCells.Service] = Cell.Of(series.Profile.Code);
            row[UsageCells.Date] = Cell.Of(day);
            if (service % ServicesWithGroups == 0) row[UsageCells.Group] = Cell.Of(Groups[day.DayNumber % Groups.Length]);
            row[UsageCells.Visits] = Cell.Of(visits);
            row[UsageCells.Unmet] = Cell.Of(random.Below(1 + (int)(visits / 10)));
            if (service % ServicesWithResponses == 0) Respond(row, random, (int)visits);
            yield return row;
        }
    }

    private static void Respond(Cell[] row, RandomStream random, int visits)
    {
        var first = random.Below(UsageCells.Bins - 1);
        row[UsageCells.ResponseMinutes] = Cell.Of(ResponseTimes.UpperBounds[first] * (double)visits);
        for (var bin = 0; bin < UsageCells.Bins; bin++)
            row[UsageCells.FirstBin + bin] = Cell.Of(bin == first ? visits - (visits / 3) : bin == first + 1 ? visits / 3 : 0);
    }

    private IEnumerable<Cell[]> Feedback(DateOnly day)
    {
        var random = new RandomStream(_options.Seed, "feedback", $"{day:O}");
        for (var index = 0; index < _communities.Length; index++)
        {
            var offered = _series.AsMemory(index * _services.Length, _services.Length);
            if (!_communities[index].Row.ExistsOn(day)) continue;
            for (var left = random.Poisson(AnswersAMonth / 30.4); left > 0; left--)
                yield return Answer(offered.Span[random.Below(_services.Length)], day, random);
            var visits = 0.0;
            foreach (var series in offered.Span) visits += series.BaseLevel(day);
            for (var left = random.Poisson(ComplaintsPerThousandVisits * visits / 1000); left > 0; left--)
                yield return Complaint(offered.Span[random.Below(_services.Length)], day, random);
        }
    }

    private static Cell[] Answer(SampleSeries series, DateOnly day, RandomStream random)
    {
        var row = Said(series, day);
        row[3] = Cell.Of(random.Chance(0.7) ? "resident" : random.Chance(2.0 / 3) ? "staff" : "third_party");
        for (var score = 6; score <= 10; score++) row[score] = Cell.Of(1 + random.Binomial(4, 0.76));
        if (random.Chance(ShareWithComment)) Write(row, series, random);
        return row;
    }

    private static Cell[] Complaint(SampleSeries series, DateOnly day, RandomStream random)
    {
        var row = Said(series, day);
        row[3] = Cell.Of("resident");
        row[11] = Cell.Of(1.0);
        Write(row, series, random);
        return row;
    }

    private static Cell[] Said(SampleSeries series, DateOnly day)
    {
        var row = Missing(FeedbackFact.Schema.Columns.Length);
        (row[0], row[1], row[2]) = (Cell.Of(series.Community.Code), Cell.Of(day), Cell.Of(series.Profile.Code));
        return row;
    }

    private static void Write(Cell[] row, SampleSeries series, RandomStream random)
    {
        var theme = random.PickPainPoint();
        row[12] = Cell.Of(CommentWriter.Write(random, theme, series.Profile.Service, null));
        if (random.Chance(ShareLabelled)) row[13] = Cell.Of(theme.Code);
    }

    private static Cell[] Community(SampleCommunity community)
    {
        var described = community.Row;
        return
        [
            Cell.Of(described.Code),
            Cell.Of(described.Name),
            Cell.Of(described.Subdistrict),
            Cell.Of(described.District),
            Cell.Of(described.City),
            described.ValidFrom is { } from ? Cell.Of(from) : Cell.Missing, described.ValidTo is { } to ? Cell.Of(to) : Cell.Missing,
        ];
    }

    private static Cell[] Service(Service service) =>
    [
        Cell.Of(service.Code),
        Cell.Of(service.NameEn),
        Cell.Of(service.NameZh),
        Cell.Of(service.NeedClass.Code()),
        Cell.Of(service.SupplyType.Code()),
        Cell.Of(service.ElderlySensitive ? 1.0 : 0), Cell.Missing,
    ];

    private IEnumerable<Cell[]> Capacity(SampleSeries series)
    {
        for (var year = _options.Start; year <= _options.End; year = year.AddYears(1))
        {
            var staff = Math.Ceiling(series.BaseLevel(year) / 20);
            yield return
            [
                Cell.Of(series.Community.Code),
                Cell.Of(series.Profile.Code),
                Cell.Of(year),
                Cell.Of(Math.Round(1.05 * series.BaseLevel(year))),
                Cell.Of(staff), Cell.Of(Math.Floor(0.8 * staff)), Cell.Of(1.0), Cell.Of(1000 * staff),
            ];
        }
    }

    private static Cell[] Population(SampleCommunity community, DateOnly day)
    {
        var residents = Math.Round(community.Residents(day));
        return
        [
            Cell.Of(community.Code),
            Cell.Of(day),
            Cell.Of(residents),
            Cell.Of(Math.Round(0.21 * residents)),
            Cell.Of(Math.Round(0.15 * residents)),
            Cell.Of(Math.Round(0.24 * residents)),
            Cell.Of(Math.Round(0.05 * residents)),
            Cell.Of(Math.Round(0.04 * residents)),
            Cell.Of(Math.Round(0.14 * residents)),
            Cell.Missing,
        ];
    }

    private IEnumerable<Cell[]> Participation(SampleCommunity community, DateOnly day)
    {
        var random = new RandomStream(_options.Seed, "participation", community.Code, $"{day:O}");
        var eligible = Math.Round(0.8 * community.Residents(day));
        foreach (var (channel, mode) in ((string, string)[])[("meeting", "offline"), ("wechat", "online"), ("volunteering", "offline")])
            yield return [
                Cell.Of(community.Code),
                Cell.Of(day),
                Cell.Of(Math.Round(eligible * random.Between(0.15, 0.25))),
                Cell.Of(channel),
                Cell.Of(mode),
                Cell.Of(eligible),
            ];
    }

    private IEnumerable<Cell[]> Improvements(SampleCommunity community)
    {
        if (Improvement.Of(_options, community, _services) is not { } measure) yield break;
        yield return
        [
            Cell.Of(community.Code),
            Cell.Of(measure.Start),
            Cell.Of(measure.Measure),
            measure.Service is { } service ? Cell.Of(service) : Cell.Missing,
            Cell.Missing,
            Cell.Missing,
        ];
    }

    private static Cell[] Missing(int columns)
    {
        var row = new Cell[columns];
        Array.Fill(row, Cell.Missing);
        return row;
    }
}
