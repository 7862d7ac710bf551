using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Local.SampleCity.Simulation;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Record files of the city: communities, services, capacity, population, participation, improvements, calendar.</summary>
internal sealed class RecordFiles : IAsyncDisposable
{
    private const double PersonsPerHousehold = 2.6;
    private const double Share65Of60 = 0.69;
    private const double TargetIndex = 90;

    private readonly SampleCityOptions _options;
    private readonly TruthFiles _truth;
    private readonly IReadOnlyList<DateOnly> _quarters;
    private readonly Dictionary<string, UploadTable> _tables = [];

    private RecordFiles(SampleCityOptions options, TruthFiles truth)
    {
        (_options, _truth) = (options, truth);
        _quarters = ParticipationModel.Quarters(options);
    }

    public static async Task<RecordFiles> OpenAsync(
        SampleCityOptions options, Drop drop, TruthFiles truth, CancellationToken cancellationToken)
    {
        var files = new RecordFiles(options, truth);
        var capacity = options.Frequency == Frequency.Daily ? Layouts.Capacity : Layouts.CapacityOfPeriods;
        (string Path, FileStyle Style, TableColumn[] Columns)[] tables =
        [
            ("communities/communities", FileStyle.CsvGb18030, Layouts.Communities),
            ("services/services", FileStyle.JsonLines, Layouts.Services),
            ("capacity/capacity", FileStyle.CsvWithBom, capacity),
            ("population/population", FileStyle.Xlsx, Layouts.Population),
            ("participation/participation", FileStyle.Tsv, Layouts.Participation),
            ("improvements/improvements", FileStyle.CsvUtf16, Layouts.Improvements),
            ("calendar/calendar", FileStyle.Csv, Layouts.Calendar),
        ];
        foreach (var (path, style, columns) in tables)
            files._tables.Add(path[..path.IndexOf('/')], await drop.OpenAsync(path, style, columns, Flaws.None, cancellationToken));
        return files;
    }

    /// <summary>Writes the records of the whole city.</summary>
    public void WriteCity(IReadOnlyList<ServiceProfile> services)
    {
        foreach (var profile in services)
        {
            var service = profile.Service;
            _tables["services"].Write(
                service.Code, service.NameEn, service.NameZh, service.NeedClass.Code(), service.SupplyType.Code(),
                service.ElderlySensitive ? 1 : 0, service.ResponseTargetMinutes);
        }

        foreach (var entry in SampleCalendar.Entries(_options))
            _tables["calendar"].Write(entry.Date, entry.KindCode, entry.Name, entry.Community, entry.District);
    }

    /// <summary>Writes the records of one community.</summary>
    public void WriteCommunity(SampleCommunity community, Improvement? improvement, IReadOnlyList<SampleSeries> series)
    {
        var row = community.Row;
        _tables["communities"].Write(row.Code, row.Name, row.Subdistrict, row.District, row.City, row.ValidFrom, row.ValidTo);
        foreach (var one in series) WriteCapacity(one);
        foreach (var day in _quarters.Where(row.ExistsOn)) WritePopulation(community, day);
        WriteParticipation(community);
        if (improvement is not { } measure) return;
        _tables["improvements"].Write(community.Code, measure.Service, measure.Start, measure.Measure, TargetIndex, default);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables.Values) await table.DisposeAsync();
    }

    private void WriteCapacity(SampleSeries series)
    {
        foreach (var (from, daily) in series.Capacity.Steps)
        {
            var (staff, trained) = series.Capacity.Staff(daily);
            Cell[] row =
            [
                series.Community.Code, series.Profile.Code, from, daily, staff, trained, 1 + (daily / 50), CapacityPlan.Funding(daily),
                .. _options.Frequency == Frequency.Daily ? [] : new Cell[] { series.Profile.Rhythm.OpenDays() },
            ];
            _tables["capacity"].Write(row);
        }
    }

    private void WritePopulation(SampleCommunity community, DateOnly day)
    {
        var (residents, elderly, shares) = (community.Residents(day), community.Elderly(day), community.Shares);
        Cell[] row =
        [
            community.Code, day,
            .. new[]
            {
                1, elderly, elderly * Share65Of60, shares.Age15To35, shares.Disabled, shares.LowIncome, shares.Children,
                1 / PersonsPerHousehold
            }
                .Select(share => (Cell)Math.Round(residents * share)),
        ];
        _tables["population"].Write(row);
    }

    private void WriteParticipation(SampleCommunity community)
    {
        var random = new RandomStream(_options.Seed, "participants", community.Code);
        for (var i = 0; i < _quarters.Count; i++)
        {
            if (!community.Row.ExistsOn(_quarters[i])) continue;
            var rate = ParticipationModel.Rate(_options, community, (double)i / (_quarters.Count - 1));
            var eligible = ParticipationModel.Eligible(community, _quarters[i]);
            var participants = random.Binomial(eligible, rate);
            _truth.WriteParticipation(community.Code, _quarters[i], rate, participants, eligible);
            var (left, share) = (participants, 1.0);
            foreach (var (channel, mode, part) in ParticipationModel.Channels)
            {
                var here = share <= part ? left : random.Binomial(left, part / share);
                _tables["participation"].Write(community.Code, _quarters[i], here, channel, mode, eligible);
                (left, share) = (left - here, share - part);
            }
        }
    }
}
