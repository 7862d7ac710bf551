using System.Security.Cryptography;
using System.Text;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Schemas;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>Facts as records.</summary>
internal sealed class FactReader(LiveFacts facts) : IFactReader
{
    public async Task<string> GetSnapshotAsync(CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var schema in Datasets.All.Values.OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            // Where the newest row of a key wins the order of uploads tells; elsewhere it does not.
            var uploads = (await facts.UploadsAsync(schema.Name, cancellationToken)).Select(Identity);
            if (schema.Key.Length == 0) uploads = uploads.Order(StringComparer.Ordinal);
            digest.AppendData(Encoding.UTF8.GetBytes($"{schema.Name}:{string.Join(',', uploads)}\n"));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    public async IAsyncEnumerable<UsageFact> ReadUsageAsync(
        DateOnly first, DateOnly last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in facts.RowsAsync(Datasets.Usage.Name, UsageColumns.All, UsageColumns.Date, first, last, cancellationToken))
        {
            yield return FactRecords.Usage(row);
        }
    }

    public async Task<(DateOnly First, DateOnly Last)?> GetUsageSpanAsync(CancellationToken cancellationToken)
    {
        var spans = (await facts.UploadsAsync(Datasets.Usage.Name, cancellationToken)).Where(u => u.FirstDay is not null).ToArray();
        if (spans.Length == 0) return null;
        return (DateOnly.FromDateTime(spans.Min(u => u.FirstDay)!.Value), DateOnly.FromDateTime(spans.Max(u => u.LastDay)!.Value));
    }

    public IAsyncEnumerable<ReportedDay> ReadReportedDaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        facts.ReportedDaysAsync(first, last, cancellationToken);

    public async IAsyncEnumerable<FeedbackFact> ReadFeedbackAsync(
        DateOnly first, DateOnly last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var schema = Datasets.Feedback;
        await foreach (var row in facts.RowsAsync(schema.Name, FactColumn.Of(schema), schema.IndexOf("date"), first, last, cancellationToken))
        {
            yield return FactRecords.Feedback(row);
        }
    }

    public Task<IReadOnlyList<Community>> ReadCommunitiesAsync(CancellationToken cancellationToken) =>
        NewestAsync(Datasets.Communities, FactRecords.Community, cancellationToken);

    public Task<IReadOnlyList<Service>> ReadServicesAsync(CancellationToken cancellationToken) =>
        NewestAsync(Datasets.Services, FactRecords.Service, cancellationToken);

    public Task<IReadOnlyList<CapacityFact>> ReadCapacityAsync(CancellationToken cancellationToken) =>
        NewestAsync(Datasets.Capacity, FactRecords.Capacity, cancellationToken);

    public Task<IReadOnlyList<PopulationFact>> ReadPopulationAsync(CancellationToken cancellationToken) =>
        NewestAsync(Datasets.Population, FactRecords.Population, cancellationToken);

    public Task<IReadOnlyList<ParticipationFact>> ReadParticipationAsync(CancellationToken cancellationToken) =>
        NewestAsync(Datasets.Participation, FactRecords.Participation, cancellationToken);

    public Task<IReadOnlyList<ImprovementFact>> ReadImprovementsAsync(CancellationToken cancellationToken) =>
        NewestAsync(Datasets.Improvements, FactRecords.Improvement, cancellationToken);

    public Task<IReadOnlyList<CalendarFact>> ReadCalendarAsync(CancellationToken cancellationToken) =>
        NewestAsync(Datasets.Calendar, FactRecords.Calendar, cancellationToken);

    // What a file gave depends on its content, and on the rows that others had already.
    private static string Identity(LiveRow upload) => $"{upload.Content}:{upload.Kept}";

    private async Task<IReadOnlyList<T>> NewestAsync<T>(DatasetSchema schema, Func<Cell[], T> record, CancellationToken cancellationToken)
    {
        var keys = schema.Key.Select(schema.IndexOf).ToArray();
        var newest = new SortedDictionary<string, T>(StringComparer.Ordinal);
        await foreach (var row in facts.RowsAsync(schema.Name, FactColumn.Of(schema), -1, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken))
        {
            newest[string.Join('\0', keys.Select(k => row[k].Text ?? $"{row[k].Number:0000000}"))] = record(row);
        }

        return [.. newest.Values];
    }
}
