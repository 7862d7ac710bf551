using System.Security.Cryptography;
using System.Text;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>Facts as records.</summary>
internal sealed class FactReader(LiveFacts facts) : IFactReader
{
    public async Task<string> GetSnapshotAsync(CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var schema in DatasetCatalogue.All.Values.OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            // Where the newest row of a key or cell wins the order of uploads tells; elsewhere it does not.
            var live = await facts.UploadsAsync(schema.Name, cancellationToken);
            var uploads = live.Select(Identity);
            if (schema.Key.Length == 0 && !live.Any(upload => upload.Replaces)) uploads = uploads.Order(StringComparer.Ordinal);
            digest.AppendData(Encoding.UTF8.GetBytes($"{schema.Name}:{string.Join(',', uploads)}\n"));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    public IAsyncEnumerable<UsageFact> ReadUsageAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        ReadAsync(UsageFact.Schema, first, last, cancellationToken);

    public async Task<(DateOnly First, DateOnly Last)?> GetUsageSpanAsync(CancellationToken cancellationToken)
    {
        var spans = (await facts.UploadsAsync(UsageFact.Schema.Name, cancellationToken)).Where(u => u.FirstDay is not null).ToArray();
        if (spans.Length == 0) return null;
        return (DateOnly.FromDateTime(spans.Min(u => u.FirstDay)!.Value), spans.Max(LiveFacts.EndOf));
    }

    public async Task<IReadOnlyDictionary<Frequency, double>> GetDemandAsync(CancellationToken cancellationToken) =>
        (await facts.DemandAsync(cancellationToken)).ByPeriod;

    public IAsyncEnumerable<ReportedDay> ReadReportedDaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        facts.ReportedDaysAsync(first, last, cancellationToken);

    public IAsyncEnumerable<FeedbackFact> ReadFeedbackAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        ReadAsync(FeedbackFact.Schema, first, last, cancellationToken);

    public async Task<IReadOnlyList<Community>> ReadCommunitiesAsync(CancellationToken cancellationToken) =>
        [.. (await NewestAsync(CommunityRow.Schema, cancellationToken)).Select(row => row.ToCommunity())];

    public async Task<IReadOnlyList<Service>> ReadServicesAsync(CancellationToken cancellationToken) =>
        [.. (await NewestAsync(ServiceRow.Schema, cancellationToken)).Select(row => row.ToService())];

    public Task<IReadOnlyList<CapacityFact>> ReadCapacityAsync(CancellationToken cancellationToken) =>
        NewestAsync(CapacityFact.Schema, cancellationToken);

    public Task<IReadOnlyList<PopulationFact>> ReadPopulationAsync(CancellationToken cancellationToken) =>
        NewestAsync(PopulationFact.Schema, cancellationToken);

    public Task<IReadOnlyList<ParticipationFact>> ReadParticipationAsync(CancellationToken cancellationToken) =>
        NewestAsync(ParticipationFact.Schema, cancellationToken);

    public Task<IReadOnlyList<ImprovementFact>> ReadImprovementsAsync(CancellationToken cancellationToken) =>
        NewestAsync(ImprovementFact.Schema, cancellationToken);

    public Task<IReadOnlyList<CalendarFact>> ReadCalendarAsync(CancellationToken cancellationToken) =>
        NewestAsync(CalendarFact.Schema, cancellationToken);

    /// <summary>Rows of a dataset without a key between two days, both inclusive, in storage order.</summary>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        DatasetSchema<T> schema, DateOnly first, DateOnly last,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in facts.RowsAsync(schema, first, last, cancellationToken)) yield return schema.Read(row);
    }

    /// <summary>Rows of a dataset with a key: the newest of each, in order of the keys.</summary>
    public async Task<IReadOnlyList<T>> NewestAsync<T>(DatasetSchema<T> schema, CancellationToken cancellationToken)
    {
        var newest = new SortedDictionary<string, T>(StringComparer.Ordinal);
        await foreach (var row in facts.RowsAsync(schema, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken))
        {
            newest[KeyOf(schema, row)] = schema.Read(row);
        }

        return [.. newest.Values];
    }

    /// <summary>What makes a row of a dataset with a key the same as another.</summary>
    public static string KeyOf(DatasetSchema schema, Cell[] row) =>
        string.Join('\0', schema.Key.Select(place => row[place].Text ?? $"{row[place].Number:0000000}"));

    // What a file gave depends on its content, on the rows that others had already, and on the periods that its figures stand for.
    private static string Identity(LiveRow upload) =>
        $"{upload.Content}:{upload.Kept}{(upload.Replaces ? ":replaces" : "")}{(LiveFacts.IsDaily(upload) ? "" : $":{upload.Demand}")}";
}
