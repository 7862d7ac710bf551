using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>Weighs the good rows of a file against one another and against the ids that count.</summary>
internal sealed class RowWeigher(IdIndex ids)
{
    private const int MostTold = 3;

    /// <param name="leaving">Owners that the commit at hand takes out.</param>
    public async Task<WeighedRows> WeighAsync(
        DatasetSchema schema, FirstPass memory, IReadOnlySet<string> leaving, CancellationToken cancellationToken)
    {
        var found = await ids.FindAsync(schema.Name, schema.IdIndex >= 0, memory.Keys, leaving, cancellationToken);
        return new WeighedRows(found.Excluded, found.Owners, FindBlocks(memory.Trail, found.Excluded));
    }

    /// <summary>Weighs the good rows of a file against one another alone.</summary>
    public static WeighedRows WeighInside(DatasetSchema schema, FirstPass memory)
    {
        var excluded = IdIndex.FindInside(schema.IdIndex >= 0, memory.Keys);
        return new WeighedRows(excluded, new HashSet<ulong>(), FindBlocks(memory.Trail, excluded));
    }

    /// <summary>Stores the ids of the rows that count; null where there are none.</summary>
    public async Task<SegmentRow?> StoreIdsAsync(
        DatasetSchema schema, FirstPass memory, Exclusions excluded, string owner, CancellationToken cancellationToken) =>
        schema.IdIndex < 0 ? null : await ids.StoreAsync(schema.Name, memory.Keys, excluded, owner, cancellationToken);

    private static List<Message> FindBlocks(RowTrail trail, Exclusions excluded)
    {
        var doubts = new List<Message>();
        foreach (var (block, verdict) in new BlockJudge(trail).Judge(new BlockFinder(trail).Find()))
        {
            if (verdict == BlockVerdict.Chance) continue;
            var (first, last, earlier) = (Line(block.Again), Line(block.Again + block.Length - 1), Line(block.First));
            doubts.Add(verdict == BlockVerdict.Pasted
                ? AccountMessages.BlockPasted(block.Length, first, last, earlier)
                : AccountMessages.BlockCountsTwice(block.Length, first, last, earlier));
            if (verdict == BlockVerdict.Pasted) Exclude(trail, block, excluded);
        }

        return doubts.Count <= MostTold + 1 ? doubts : [.. doubts.Take(MostTold), AccountMessages.MoreBlocks(doubts.Count - MostTold)];

        long Line(long at) => trail.Read(at, 1)[0].Line;
    }

    private static void Exclude(RowTrail trail, RepeatedBlock block, Exclusions excluded)
    {
        for (long done = 0; done < block.Length;)
        {
            var rows = trail.Read(block.Again + done, (int)Math.Min(RowTrail.DefaultInMemory, block.Length - done));
            foreach (var row in rows) excluded.Blocks.Add(row.Row);
            done += rows.Length;
        }
    }
}

/// <summary>What good rows are beside one another.</summary>
/// <param name="Excluded">Rows that don't count.</param>
/// <param name="Owners">Uploads that have ids of the file.</param>
/// <param name="Doubts">What is doubtful.</param>
internal sealed record WeighedRows(Exclusions Excluded, IReadOnlySet<ulong> Owners, IReadOnlyList<Message> Doubts);
