using System.Globalization;
using System.Text.Json;
using CommunityDemand.Pipeline;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Local.Kills;

/// <summary>
/// What a storage account tells its readers, as lines that can be compared: facts, upload accounts, the current run's tables.
/// </summary>
internal static class AccountState
{
    // Moments, and ids made from them, differ between two accounts that hold the same.
    private static readonly HashSet<string> OfItsOwn = ["run", "ingestedAt", "modifiedAt", "quarantine"];

    public static async Task<IReadOnlyList<string>> ReadAsync(string account, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = account })
            .Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddPipeline()
            .BuildServiceProvider();
        return
        [
            .. await FactsAsync(services.GetRequiredService<IFactReader>(), cancellationToken),
            .. await TablesAsync(services.GetRequiredService<TableExporter>(), cancellationToken),
            .. await ChampionsAsync(services.GetRequiredService<TableExporter>(), cancellationToken),
        ];
    }

    private static async Task<List<string>> FactsAsync(IFactReader facts, CancellationToken cancellationToken)
    {
        var span = await facts.GetUsageSpanAsync(cancellationToken) ?? throw new InvalidOperationException("There is no usage.");
        var usage = new SortedDictionary<string, (decimal Visits, decimal Unmet)>(StringComparer.Ordinal);
        await foreach (var fact in facts.ReadUsageAsync(span.First, span.Last, cancellationToken))
        {
            var key = string.Create(
                CultureInfo.InvariantCulture, $"usage {fact.Community} {fact.Service} {fact.Date:yyyy-MM-dd} {fact.Group}");
            var (visits, unmet) = usage.GetValueOrDefault(key);
            usage[key] = (visits + (decimal)fact.Visits, unmet + (decimal)fact.Unmet);
        }

        var answers = new List<string>();
        await foreach (var fact in facts.ReadFeedbackAsync(DateOnly.MinValue, DateOnly.MaxValue, cancellationToken))
            answers.Add($"feedback {fact}");
        return
        [
            .. usage.Select(pair => $"{pair.Key} {pair.Value.Visits:0.######} {pair.Value.Unmet:0.######}"),
            .. answers.Order(StringComparer.Ordinal),
            .. Sorted(await facts.ReadCapacityAsync(cancellationToken)),
            .. Sorted(await facts.ReadPopulationAsync(cancellationToken)),
            .. Sorted(await facts.ReadCommunitiesAsync(cancellationToken)),
            .. Sorted(await facts.ReadParticipationAsync(cancellationToken)),
            .. Sorted(await facts.ReadImprovementsAsync(cancellationToken)),
            .. Sorted(await facts.ReadCalendarAsync(cancellationToken)),
        ];
    }

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> facts) => facts.Select(fact => $"{fact}").Order(StringComparer.Ordinal);

    private static async Task<List<string>> TablesAsync(TableExporter exporter, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var table in (string[])["Uploads", "Forecasts", "SupplyDemand"])
        {
            using var stream = new MemoryStream();
            await exporter.ExportAsync(table, "json", stream, run: null, Language.English, cancellationToken);
            using var document = JsonDocument.Parse(stream.ToArray());
            lines.AddRange(document.RootElement.EnumerateArray().Select(row => $"{table} {Row(row)}").Order(StringComparer.Ordinal));
        }

        return lines;
    }

    // The killed account has trained more models; only one may be the champion.
    private static async Task<IEnumerable<string>> ChampionsAsync(TableExporter exporter, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await exporter.ExportAsync("Models", "json", stream, run: null, Language.English, cancellationToken);
        return JsonSerializer.Deserialize<JsonElement[]>(stream.ToArray())!
            .Where(row => row.GetProperty("champion").GetBoolean())
            .Select(row => $"Champion {row.GetProperty("model")}");
    }

    private static string Row(JsonElement row) =>
        string.Join(
            ' ', row.EnumerateObject().Where(column => !OfItsOwn.Contains(column.Name)).Select(column => $"{column.Name}={column.Value}"));
}
