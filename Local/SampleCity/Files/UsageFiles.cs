using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Local.SampleCity.Simulation;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>
/// Usage of a district by day, week or month, one file for each year; the first three districts use different file styles. The last
/// month of the first community has its own file, first ten times too high, then corrected under the same name in a later drop.
/// </summary>
internal sealed class UsageFiles : IAsyncDisposable
{
    private const double HoursPerVisit = 8.0 / 9;
    private const int SlipFactor = 10;

    private static readonly FileStyle[][] Styles =
    [
        [FileStyle.CsvGzip, FileStyle.CsvUtf16, FileStyle.Csv],
        [FileStyle.CsvGb18030, FileStyle.Xlsx, FileStyle.CsvWithBom],
        [FileStyle.Parquet, FileStyle.JsonLines, FileStyle.Tsv],
    ];

    private readonly SampleCityOptions _options;
    private readonly List<UploadTable> _years = [];
    private UploadTable? _slip;
    private UploadTable? _corrected;

    private UsageFiles(SampleCityOptions options) => _options = options;

    /// <summary>Path of the file of a year, without extension.</summary>
    public static string PathOf(int year, int district) => $"usage/{year}/district-{district + 1:00}";

    /// <summary>Style of the n-th year of a district.</summary>
    public static FileStyle StyleOf(int district, int year) =>
        district < Styles.Length ? Styles[district][Math.Min(year, Styles[district].Length - 1)] : FileStyle.CsvGzip;

    public static async Task<UsageFiles> OpenAsync(
        SampleCityOptions options, Drop first, Drop later, int district, CancellationToken cancellationToken)
    {
        var files = new UsageFiles(options);
        for (var year = options.Start.Year; year <= options.End.Year; year++)
        {
            files._years.Add(await first.OpenAsync(
                PathOf(year, district), StyleOf(district, year - options.Start.Year), Layouts.Usage, Flaws.Usage, cancellationToken));
        }

        if (district > 0) return files;
        var late = $"usage/late/c0001-{options.End:yyyy-MM}";
        var layout = options.Frequency == Frequency.Daily ? Layouts.Usage : Layouts.UsageOfPeriods;
        files._slip = await first.OpenAsync(late, FileStyle.Csv, layout, Flaws.None, cancellationToken);
        files._corrected = await later.OpenAsync(late, FileStyle.Csv, layout, Flaws.None, cancellationToken);
        return files;
    }

    /// <summary>
    /// Writes the days of a series up to the end of the data, or the sums of the whole weeks or months; one without demand has no row.
    /// </summary>
    public void Write(SampleSeries series, Improvement? improvement, ReadOnlySpan<SeriesDay> days)
    {
        var random = new RandomStream(_options.Seed, "minutes", series.Community.Code, series.Profile.Code);
        var sum = new PeriodSum(_options);
        foreach (ref readonly var day in days)
        {
            if (day.Date > _options.End || day.Wanted == 0) continue;

            var minutes = series.Profile.Minutes * random.LogNormal(0.2) * MinutesFactor(series, improvement, day.Date);
            foreach (var figure in sum.Add(day, minutes)) Write(series, figure);
        }

        foreach (var figure in sum.Rest()) Write(series, figure);
    }

    private void Write(SampleSeries series, in PeriodFigure figure)
    {
        Cell[] row =
        [
            series.Community.Code, series.Profile.Code, figure.Date, figure.Served, figure.Unmet,
            Math.Round(figure.Minutes, 1), Math.Round(figure.Served * HoursPerVisit, 1),
        ];
        Write(series.Community, figure, row);
    }

    /// <summary>Writes rows that give the name of a community instead of its code; they are kept, with an undescribed community.</summary>
    public void WriteMisspelt(SampleCommunity community, string service)
    {
        for (var i = 0; i < 5; i++)
        {
            var day = _options.End.AddDays(-40 + (7 * i));
            _years[^1].Write(
                community.Row.Name, service, _options.Frequency == Frequency.Daily ? day : _options.Frequency.FirstDay(day), 1, 0, default,
                default);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var table in _years) await table.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _years) await table.DisposeAsync();
        if (_slip is not null) await _slip.DisposeAsync();
        if (_corrected is not null) await _corrected.DisposeAsync();
    }

    private static double MinutesFactor(SampleSeries series, Improvement? improvement, DateOnly date) =>
        improvement is { } measure && date >= measure.Start && measure.Covers(series.Profile.Code) ? measure.MinutesFactor : 1;

    private void Write(SampleCommunity community, in PeriodFigure day, Cell[] row)
    {
        if (community.Index > 0 || (day.Date.Year, day.Date.Month) != (_options.End.Year, _options.End.Month))
        {
            _years[day.Date.Year - _options.Start.Year].Write(row);
            return;
        }

        if (_options.Frequency != Frequency.Daily) row = [.. row, _options.Frequency.Code()];
        _corrected!.Write(row);
        row[3] = day.Served * SlipFactor;
        _slip!.Write(row);
    }
}
