using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Improvements;

namespace CommunityDemand.Benchmarks.Improvements;

/// <summary>
/// A sample city by way of its files, with dirt, duplicates and corrections: written, parsed by the pipeline's own readers, each id counted
/// once, and judged. What it lacks of a night is storage alone.
/// </summary>
internal sealed class FiledCity
{
    private readonly List<ImprovementFact> _measures = [];
    private readonly List<Community> _communities = [];
    private readonly List<UsageFact> _usage = [];
    private readonly List<FeedbackFact> _feedback = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What the estimator makes of each measure in a city's files, with the truth.</summary>
    public static async Task<IReadOnlyList<JudgedMeasure>> JudgeAsync(SampleCityOptions options, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sample-city-");
        try
        {
            var manifest = await SampleCityGenerator.WriteAsync(options, folder.FullName, progress: null, cancellationToken);
            var city = new FiledCity();
            await city.ReadAsync(folder.FullName, manifest, cancellationToken);
            return city.Judge(options);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task ReadAsync(string folder, SampleCityManifest manifest, CancellationToken cancellationToken)
    {
        // A later file replaces that of the same path, and a copy of a file counts once.
        var latest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var drop in manifest.Drops)
        {
            foreach (var path in drop.Files.Where(IsCounted)) latest[path] = drop.Folder;
        }

        foreach (var (path, drop) in latest)
        {
            if (Taker(path[..path.IndexOf('/', StringComparison.Ordinal)]) is not { } take) continue;
            await foreach (var row in DataRows.FactsAsync(Path.Combine(folder, drop), path, cancellationToken)) take(row);
        }
    }

    private static bool IsCounted(string path) =>
        !path.StartsWith("usage/copies/", StringComparison.Ordinal) && !path.Contains("/broken/", StringComparison.Ordinal);

    private Action<Cell[]>? Taker(string dataset) => dataset switch
    {
        "usage" => AddUsage,
        "feedback" => AddFeedback,
        "communities" => row => _communities.Add(CommunityRow.Schema.Read(row).ToCommunity()),
        "improvements" => row => _measures.Add(ImprovementFact.Schema.Read(row)),
        _ => null,
    };

    private void AddUsage(Cell[] row)
    {
        if (row[UsageCells.EventId].Text is { } id && !_seen.Add(id)) return;
        var responses = row[UsageCells.ResponseMinutes].NumberOrNull is { } minutes ? OfOne(minutes) : null;
        _usage.Add(new UsageFact(
            row[UsageCells.Community].Text!, row[UsageCells.Service].Text!, row[UsageCells.Date].Day, row[UsageCells.Group].Text,
            row[UsageCells.Visits].NumberOrNull ?? 1,
            row[UsageCells.Unmet].NumberOrNull ?? 0,
            row[UsageCells.StaffHours].NumberOrNull,
            responses));
    }

    private void AddFeedback(Cell[] row)
    {
        if (row[^1].Text is { } id && !_seen.Add(id)) return;
        _feedback.Add(FeedbackFact.Schema.Read(row));
    }

    private static ResponseTimes OfOne(double minutes)
    {
        var counts = new int[ResponseTimes.UpperBounds.Count + 1];
        counts[ResponseTimes.BinOf(minutes)] = 1;
        return new ResponseTimes(minutes, counts);
    }

    private IReadOnlyList<JudgedMeasure> Judge(SampleCityOptions options)
    {
        var book = new MeasureBook(_measures, ComparisonSteps.Weeks);
        var weeks = new WeeklyOutcomes(book.Services, book.Steps);
        foreach (var fact in _feedback) weeks.Add(fact);
        foreach (var fact in _usage) weeks.Add(fact);
        var scope = new IndicatorScope(options.End, new AreaTree(_communities), ServiceCatalogue.BuiltIn, KeyedFacts.None);
        var truth = TrueMeasures.Of(options);
        return [.. _measures.SelectMany(measure => new MeasureStudy(measure, book, weeks, scope).Findings().Select(finding =>
            new JudgedMeasure(measure, truth[measure.Community], finding)))];
    }
}
