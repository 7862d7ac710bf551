using System.IO.Compression;
using System.Text;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Files;
using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Local.SampleCity.Simulation;

namespace CommunityDemand.Local.SampleCity;

/// <summary>Generator of a simulated city, community by community, in constant memory.</summary>
internal sealed class SampleCityGenerator
{
    /// <summary>Folder of the first upload.</summary>
    public const string FirstDrop = "uploads";

    /// <summary>Folder of the second upload, with corrections.</summary>
    public const string LaterDrop = "uploads-later";

    private readonly SampleCityOptions _options;
    private readonly string _root;
    private readonly IReadOnlyList<ServiceProfile> _services;
    private readonly CityCalendar _calendar;
    private readonly Drop _first;
    private readonly Drop _later;

    private SampleCityGenerator(SampleCityOptions options, string root)
    {
        (_options, _root) = (options.Validated(), root);
        _services = ServiceProfiles.Take(options.Services);
        _calendar = new CityCalendar(HolidayRules.China, SampleCalendar.Entries(options));
        (_first, _later) = (new Drop(options, root, FirstDrop), new Drop(options, root, LaterDrop));
    }

    /// <summary>Writes a city into a folder and replaces the files of an earlier run.</summary>
    /// <exception cref="UserErrorException">An option is out of range, or the folder contains files of other origin.</exception>
    public static async Task<SampleCityManifest> WriteAsync(
        SampleCityOptions options, string folder, IProgress<SampleCityProgress>? progress, CancellationToken cancellationToken)
    {
        var generator = new SampleCityGenerator(options, folder);
        await generator.ClearAsync(cancellationToken);
        await generator.WriteAsync(progress, cancellationToken);
        var manifest = generator.Manifest(complete: true);
        await manifest.WriteAsync(folder, cancellationToken);
        return manifest;
    }

    private async Task ClearAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(_root)) throw new UserErrorException($"--output {_root} is a file. Give a folder.");
        Directory.CreateDirectory(_root);
        if (Directory.EnumerateFileSystemEntries(_root).Any() && await SampleCityManifest.ReadAsync(_root, cancellationToken) is null)
            throw new UserErrorException(
                $"--output {_root} contains files that this command did not write. Give an empty or a new folder.");

        await Manifest(complete: false).WriteAsync(_root, cancellationToken);
        foreach (var ours in (string[])[FirstDrop, LaterDrop, TruthFiles.Folder])
        {
            var path = Path.Combine(_root, ours);
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        }
    }

    private SampleCityManifest Manifest(bool complete) => new(
        SampleCityManifest.GeneratorName,
        complete,
        _options,
        [.. new[] { _first, _later }.Select(drop => new SampleCityDrop(drop.Name, [.. drop.Accounts.Select(a => a.Path)]))]);

    private async Task WriteAsync(IProgress<SampleCityProgress>? progress, CancellationToken cancellationToken)
    {
        await using var truth = await TruthFiles.OpenAsync(_root, _options, cancellationToken);
        await WriteCityAsync(truth, progress, cancellationToken);
        _first.Copy(
            UsageFiles.PathOf(_options.Start.Year, 0) + UsageFiles.StyleOf(0, 0).Extension(),
            $"usage/copies/district-01-{_options.Start.Year}{UsageFiles.StyleOf(0, 0).Extension()}");
        if (_options.Dirty > 0) await WriteBrokenAsync(cancellationToken);
        await truth.WriteAccountsAsync(_first.Accounts.Concat(_later.Accounts), cancellationToken);
    }

    private async Task WriteCityAsync(TruthFiles truth, IProgress<SampleCityProgress>? progress, CancellationToken cancellationToken)
    {
        await using var records = await RecordFiles.OpenAsync(_options, _first, truth, cancellationToken);
        await using var feedback = await FeedbackFiles.OpenAsync(_options, _first, truth, cancellationToken);
        await using var events = await EventFiles.OpenAsync(_options, _first, cancellationToken);
        records.WriteCity(_services);
        var done = 0;
        while (done < _options.Communities)
        {
            var district = Places.Place(done).District;
            var days = new DistrictDays(_options, _calendar, district);
            truth.WriteDistrict(Places.District(district), days);
            if (done == 0) truth.WriteCalendar(days, date => _calendar.DaysFromSpringFestival(date)!.Value);
            await using var usage = await UsageFiles.OpenAsync(_options, _first, _later, district, cancellationToken);
            for (; done < _options.Communities && Places.Place(done).District == district; done++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                WriteCommunity(new SampleCommunity(_options, done), days, records, feedback, events, usage, truth);
                await usage.FlushAsync(cancellationToken);
                await truth.FlushAsync(cancellationToken);
                progress?.Report(new SampleCityProgress(done + 1, _options.Communities));
            }
        }
    }

    private void WriteCommunity(
        SampleCommunity community, DistrictDays days, RecordFiles records, FeedbackFiles feedback, EventFiles events, UsageFiles usage,
        TruthFiles truth)
    {
        var improvement = Improvement.Of(_options, community, _services);
        SampleSeries[] series = [.. _services.Select(profile => new SampleSeries(_options, community, profile))];
        var drawn = new SeriesDay[days.Count];
        foreach (var one in series)
        {
            SeriesSimulation.Run(_options, one, days, drawn);
            if (one.Profile.IsEventLevel) events.Write(one, improvement, drawn);
            else usage.Write(one, improvement, drawn);
            feedback.WriteComplaints(one, improvement, drawn);
            truth.WriteSeries(one, drawn);
        }

        if (community.Index == 0 && _options.Dirty > 0) usage.WriteMisspelt(community, _services[0].Code);
        feedback.WriteAnswers(community, improvement, series);
        records.WriteCommunity(community, improvement, series);
        truth.WriteCommunity(community, improvement);
    }

    private async Task WriteBrokenAsync(CancellationToken cancellationToken)
    {
        var random = new RandomStream(_options.Seed, "broken");
        var noise = Enumerable.Range(0, 4096).Select(_ => (byte)random.Below(256)).ToArray();
        var whole = Gzip(
            string.Concat(Enumerable.Range(0, 2000).Select(i => $"c{random.Below(9999):0000},library,2025-01-01,{random.Below(99)}\n")));
        (string Path, byte[] Content)[] unreadable =
        [
            ("usage/broken/empty.csv", []),
            ("feedback/broken/noise.xlsx", noise),
            ("usage/broken/cut.csv.gz", whole[..(whole.Length / 2)]),
            ("usage/broken/no-such-columns.csv", "when,where,how many\n2025-01-01,here,3\n"u8.ToArray()),
        ];
        foreach (var (path, content) in unreadable) (await _first.WriteBrokenAsync(path, content, cancellationToken)).RejectWhole();
        var cut = "community,date,content,comment\nc0001,2025-01-01,4,\"The library is"u8.ToArray();
        (await _first.WriteBrokenAsync("feedback/broken/cut-in-quote.csv", cut, cancellationToken)).Reject("cut_in_quote");
    }

    private static byte[] Gzip(string rows)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes("community,service,date,visits\n" + rows));
        return memory.ToArray();
    }
}
