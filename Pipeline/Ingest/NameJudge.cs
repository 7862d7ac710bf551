using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Tells names that may be one, except where both are known: then they differ by right. Keys that other files spell in different case are
/// one, and are told as well.
/// </summary>
internal sealed class NameJudge(IFactReader facts, LiveFacts live)
{
    private const int MostShown = 5;

    /// <summary>A doubt for each column.</summary>
    public async Task<IReadOnlyList<Message>> DoubtsAsync(IReadOnlyList<SimilarName> similar, CancellationToken cancellationToken)
    {
        if (similar.Count == 0) return [];
        var communities = await facts.ReadCommunitiesAsync(cancellationToken);
        var services = ServiceCatalogue.BuiltIn.With(await facts.ReadServicesAsync(cancellationToken)).Services;
        var known = communities.SelectMany(community => new[] { community.Code, community.Name })
            .Concat(services.SelectMany(service => new[] { service.Code, service.NameEn, service.NameZh }))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Doubts([.. similar.Where(pair => !known.Contains(pair.Rarer) || !known.Contains(pair.Usual))]);
    }

    /// <summary>What is assumed of keys that other files spell in different case.</summary>
    /// <param name="leaving">Owners that the commit at hand takes out.</param>
    public async Task<IReadOnlyList<Message>> JoinedAsync(
        string dataset, byte[] spelt, IReadOnlySet<string> leaving, CancellationToken cancellationToken)
    {
        var keys = await live.JoinedKeysAsync(leaving, [new LiveRow { PartitionKey = dataset, Spelt = spelt }], cancellationToken);
        Message[] joined =
        [
            .. from own in SpeltKeys.Read(spelt)
               let spellings = keys.SpellingsOf(own.Column, own.Text)
               where spellings.Count > 1
               from other in own.Text == spellings[0] ? spellings.Skip(1) : [own.Text]
               select ReadingMessages.JoinedKey(other, spellings[0]),
        ];
        return joined.Length == 0 ? [] : [ReadingMessages.JoinedOverFiles(joined.Length, joined.Take(MostShown))];
    }

    /// <summary>A doubt for each column.</summary>
    public static IReadOnlyList<Message> Doubts(IReadOnlyList<SimilarName> similar) =>
    [
        .. similar.GroupBy(pair => pair.Column).Select(
            column => ReadingMessages.SimilarNames(column.Key, column.Count(), column.Take(MostShown).Select(Told))),
    ];

    private static Message Told(SimilarName pair) =>
        ReadingMessages.AreSimilar(pair.Rarer, pair.RarerRows, pair.Usual, pair.UsualRows);
}
