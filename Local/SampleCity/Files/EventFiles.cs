using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Local.SampleCity.Simulation;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>
/// Event files of the one event-level service: two files that overlap by four weeks, like two exports of one system. An event in both
/// files counts once. Some rows are repeated within a file.
/// </summary>
internal sealed class EventFiles : IAsyncDisposable
{
    private const int OverlapDays = 14;

    private readonly SampleCityOptions _options;
    private readonly DateOnly _middle;
    private readonly UploadTable _first;
    private readonly UploadTable _second;

    private EventFiles(SampleCityOptions options, UploadTable first, UploadTable second)
    {
        (_options, _first, _second) = (options, first, second);
        _middle = options.Start.AddDays((options.End.DayNumber - options.Start.DayNumber) / 2);
    }

    public static async Task<EventFiles> OpenAsync(SampleCityOptions options, Drop drop, CancellationToken cancellationToken) => new(
        options,
        await drop.OpenAsync(
            $"usage/events/{ServiceProfiles.EventLevelService}-1", FileStyle.Csv, Layouts.Events, Flaws.Events, cancellationToken),
        await drop.OpenAsync(
            $"usage/events/{ServiceProfiles.EventLevelService}-2", FileStyle.CsvGb18030, Layouts.Events, Flaws.Events, cancellationToken));

    /// <summary>Writes a row for each visit served up to the end of the data.</summary>
    public void Write(SampleSeries series, Improvement? improvement, ReadOnlySpan<SeriesDay> days)
    {
        var (community, service) = (series.Community.Code, series.Profile.Code);
        var random = new RandomStream(_options.Seed, "events", community, service);
        var number = 0;
        foreach (ref readonly var day in days)
        {
            if (day.Date > _options.End) break;
            var factor = improvement is { } measure && day.Date >= measure.Start && measure.Covers(service) ? measure.MinutesFactor : 1;
            for (var i = 0; i < day.Served; i++)
            {
                var minutes = Math.Round(series.Profile.Minutes * random.LogNormal(0.5) * factor, 1);
                Write(day.Date, random.Chance(_options.Dirty),
                    [community, service, day.Date, $"E-{community}-{++number:000000}",
                        Groups.Draw(random, series.Profile.Service.ElderlySensitive), minutes]);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    private void Write(DateOnly date, bool twice, ReadOnlySpan<Cell> row)
    {
        var inFirst = date <= _middle.AddDays(OverlapDays);
        var (table, other) = inFirst ? (_first, _second) : (_second, _first);
        table.Write(row);
        if (twice) table.WriteDuplicate(row);
        if (inFirst && date > _middle.AddDays(-OverlapDays)) other.WriteDuplicate(row);
    }
}
