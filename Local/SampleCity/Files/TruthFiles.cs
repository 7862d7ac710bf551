using CommunityDemand.Local.SampleCity.Simulation;
using static CommunityDemand.Local.SampleCity.Files.CellKind;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>True values of the simulation that no upload contains: folder <c>truth</c>, described in <c>docs/sample-city.md</c>.</summary>
internal sealed class TruthFiles : IAsyncDisposable
{
    /// <summary>Name of the folder.</summary>
    public const string Folder = "truth";

    private readonly string _root;
    private readonly SampleCityOptions _options;
    private readonly Dictionary<string, TableWriter> _tables = [];

    private TruthFiles(string root, SampleCityOptions options) => (_root, _options) = (root, options);

    public static async Task<TruthFiles> OpenAsync(string root, SampleCityOptions options, CancellationToken cancellationToken)
    {
        var truth = new TruthFiles(root, options);
        TableColumn community = new("community", Text), service = new("service", Text), date = new("date", Date);
        await truth.AddAsync("demand", FileStyle.Parquet, cancellationToken,
            community, service, date, new("expected"), new("mean"), new("wanted"), new("served"));
        await truth.AddAsync("series", FileStyle.Csv, cancellationToken,
            community, service, new("first", Date), new("shift_from", Date), new("shift_factor"), new("weather_effect"), new("size"));
        await truth.AddAsync("weather", FileStyle.Csv, cancellationToken, new("district", Text), date, new("weather"));
        await truth.AddAsync("calendar", FileStyle.Csv, cancellationToken,
            [date, new("kind", Text), new("name", Text), new("from_spring_festival"),
                .. Enum.GetNames<Rhythm>().Select(r => new TableColumn(r.ToLowerInvariant()))]);
        await truth.AddAsync("satisfaction", FileStyle.Csv, cancellationToken, new("dimension", Text), new("mean"), new("index"));
        await truth.AddAsync("communities", FileStyle.Csv, cancellationToken, community, new("satisfaction_effect"), new("treated"));
        await truth.AddAsync("improvements", FileStyle.Csv, cancellationToken,
            [community, service, new("start", Date), .. Dimension.All.Select(d => new TableColumn($"{d.Name}_lift")),
                new("complaint_factor"), new("minutes_factor")]);
        await truth.AddAsync(
            "participation", FileStyle.Csv, cancellationToken, community, date, new("rate"), new("participants"), new("eligible"));
        await truth.AddAsync("comments", FileStyle.Csv, cancellationToken,
            new("feedback_id", Text), new("theme", Text), new("personal_number_kind", Text), new("personal_number", Text));
        foreach (var dimension in Dimension.All)
            truth._tables["satisfaction"].Write(dimension.Name, dimension.Mean, Math.Round(dimension.Index, 1));
        return truth;
    }

    /// <summary>Writes the weather of a district.</summary>
    public void WriteDistrict(string name, DistrictDays days)
    {
        for (var i = 0; i < days.Count; i++) _tables["weather"].Write(name, days.Days[i].Date, Math.Round(days.Weather[i], 6));
    }

    /// <summary>Writes the calendar factors of a city-wide calendar, only for holidays and the weeks around them.</summary>
    public void WriteCalendar(DistrictDays days, Func<DateOnly, int> fromSpringFestival)
    {
        foreach (var day in days.Days)
        {
            var from = fromSpringFestival(day.Date);
            _tables["calendar"].Write(
                [day.Date, $"{day.Kind}", day.Name, from,
                    .. Enum.GetValues<Rhythm>().Select(r => (Cell)Math.Round(RhythmFactors.Holiday(r, day, from), 6))]);
        }
    }

    public void WriteSeries(SampleSeries series, ReadOnlySpan<SeriesDay> days)
    {
        _tables["series"].Write(
            series.Community.Code, series.Profile.Code, series.First, series.Shift?.From, series.Shift?.Factor, series.Profile.Weather,
            series.Profile.Size);
        foreach (ref readonly var day in days)
            _tables["demand"].Write(series.Community.Code, series.Profile.Code, day.Date, day.Expected, day.Mean, day.Wanted, day.Served);
    }

    public void WriteCommunity(SampleCommunity community, Improvement? improvement)
    {
        _tables["communities"].Write(
            community.Code, Math.Round(new SurveyModel(_options, community, improvement).CommunityEffect, 6), improvement is null ? 0 : 1);
        if (improvement is not { } measure) return;
        Cell[] lifts = [.. Dimension.All.Select(d => (Cell)Math.Round(measure.Lift(d), 6))];
        _tables["improvements"].Write(
            [community.Code, measure.Service, measure.Start, .. lifts, Math.Round(measure.ComplaintFactor, 6),
                Math.Round(measure.MinutesFactor, 6)]);
    }

    public void WriteParticipation(string community, DateOnly date, double rate, int participants, int eligible) =>
        _tables["participation"].Write(community, date, Math.Round(rate, 6), participants, eligible);

    public void WriteComment(string id, string theme, PersonalNumber? number) =>
        _tables["comments"].Write(id, theme, number?.Kind, number?.Value);

    /// <summary>Writes the expected account of each file, in the order of upload.</summary>
    public async Task WriteAccountsAsync(IEnumerable<FileAccount> accounts, CancellationToken cancellationToken)
    {
        TableColumn drop = new("drop", Text), path = new("path", Text);
        await AddAsync(
            "accounts", FileStyle.Csv, cancellationToken, drop, path, new("status", Text), new("kept"), new("rejected"), new("duplicates"));
        await AddAsync("flaws", FileStyle.Csv, cancellationToken, drop, path, new("flaw", Text), new("rows"));
        foreach (var account in accounts)
        {
            _tables["accounts"].Write(account.Drop, account.Path, account.Status, account.Kept, account.Rejected, account.Duplicates);
            foreach (var (flaw, rows) in account.Reasons) _tables["flaws"].Write(account.Drop, account.Path, flaw, rows);
        }
    }

    public Task FlushAsync(CancellationToken cancellationToken) => _tables["demand"].FlushAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables.Values) await table.DisposeAsync();
    }

    private async Task AddAsync(string name, FileStyle style, CancellationToken cancellationToken, params TableColumn[] columns) =>
        _tables.Add(name, await style.CreateAsync(Path.Combine(_root, Folder, name + style.Extension()), columns, cancellationToken));
}
