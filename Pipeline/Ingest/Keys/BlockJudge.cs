namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// Judges whether a repeated block was pasted twice. Rows of single events repeat one another by right, and two desks that list the same
/// services may have equal figures: so a block counts once only if its rows are sums of different cells, and chance would hardly have
/// made their figures agree.
/// </summary>
/// <param name="trail">The rows of the file.</param>
internal sealed class BlockJudge(RowTrail trail)
{
    /// <summary>Expected number of such blocks in a file of honest rows from which on a block is no chance.</summary>
    public const double MostByChance = 1e-6;

    /// <summary>The same where the file is nothing but one block, again and again: that alone says much.</summary>
    public const double MostByChanceOfAll = 0.01;

    private const int MostWeighed = 1 << 16;

    /// <summary>What each block is.</summary>
    public IEnumerable<(RepeatedBlock Block, BlockVerdict Verdict)> Judge(IReadOnlyList<RepeatedBlock> blocks)
    {
        var isAll = blocks.Count > 0
            && blocks.All(block => block.First == 0 && block.Length == blocks[0].Length)
            && (blocks.Count + 1) * blocks[0].Length == trail.Count;
        return blocks.Select(block => (block, Judge(block, isAll)));
    }

    private BlockVerdict Judge(RepeatedBlock block, bool isAll)
    {
        var rows = trail.Read(block.First, (int)Math.Min(block.Length, MostWeighed));
        if (rows.Select(row => row.Cell).Distinct().Count() < rows.Length) return BlockVerdict.Chance;
        var chance = Math.Pow(ShareOfEquals(rows), block.Length);
        if (isAll) return chance <= MostByChanceOfAll ? BlockVerdict.Pasted : BlockVerdict.Doubtful;
        var expected = chance * trail.Count;
        return expected <= MostByChance ? BlockVerdict.Pasted : expected <= 1 ? BlockVerdict.Doubtful : BlockVerdict.Chance;
    }

    // How often two of the rows have equal figures: Simpson's index, counted as if one further pair did, so that few rows prove little.
    private static double ShareOfEquals(TrailRow[] rows)
    {
        var equal = rows.GroupBy(row => row.Values).Sum(alike => alike.LongCount() * (alike.LongCount() - 1));
        return (equal + 1.0) / (((double)rows.Length * (rows.Length - 1)) + 1);
    }
}

/// <summary>What a repeated block is.</summary>
internal enum BlockVerdict
{
    /// <summary>Rows that agree by chance or by right.</summary>
    Chance,

    /// <summary>It may have been pasted twice: it counts, and somebody is told.</summary>
    Doubtful,

    /// <summary>It was pasted twice: it counts once.</summary>
    Pasted,
}
