namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// Finds runs of rows that stand in a file again, cell for cell and value for value, in the same order. Rows that a hash picks serve as
/// anchors, so that memory is bounded: all rows of files up to 262,144 rows, and of longer ones a share that still meets every block of
/// some dozens of rows.
/// </summary>
/// <param name="trail">The rows.</param>
/// <param name="mostAnchors">How many anchors are remembered.</param>
internal sealed class BlockFinder(RowTrail trail, int mostAnchors = BlockFinder.DefaultAnchors)
{
    public const int DefaultAnchors = 1 << 18;

    // A file of single events has as many rows that look alike: it has no blocks.
    private const int MostLooks = 10_000;
    private const int ChunkRows = 1024;

    private readonly Dictionary<ulong, long> _anchors = [];
    private ulong _mask;

    /// <summary>The blocks in the order of their second places; none shorter than <see cref="RepeatedBlock.Shortest"/>.</summary>
    public IReadOnlyList<RepeatedBlock> Find()
    {
        var blocks = new List<RepeatedBlock>();
        var (at, covered, looks) = (-1L, 0L, 0);
        var before = default(TrailRow);
        foreach (var row in trail.Chunks().SelectMany(chunk => chunk))
        {
            at++;
            var isAgain = row.Repeats(before);
            before = row;
            if (at < covered || (row.Content & _mask) != 0) continue;
            if (!_anchors.TryGetValue(row.Content, out var first))
            {
                Anchor(row.Content, at);
                continue;
            }

            // Neighbours that are the same are single events.
            if (isAgain) continue;
            if (++looks > MostLooks) break;
            var block = Extend(first, at, covered, blocks);
            if (block.Length < RepeatedBlock.Shortest) continue;
            blocks.Add(block);
            covered = block.Again + block.Length;
        }

        return blocks;
    }

    private void Anchor(ulong content, long at)
    {
        _anchors.Add(content, at);
        if (_anchors.Count <= mostAnchors) return;
        _mask = (_mask << 1) | 1;
        foreach (var passed in _anchors.Keys.Where(key => (key & _mask) != 0).ToArray()) _anchors.Remove(passed);
    }

    // As far as rows agree in both directions, without running into itself or into the second place of an earlier block.
    private RepeatedBlock Extend(long first, long again, long covered, List<RepeatedBlock> blocks)
    {
        var back = Agreeing(steps => (first - steps, again - steps), Math.Min(first, again - covered), backwards: true);
        (first, again) = (first - back, again - back);
        var end = blocks.Select(block => block.Again).Where(place => place > first).Append(again).Min();
        return new RepeatedBlock(
            first, again, Agreeing(steps => (first + steps, again + steps), Math.Min(end - first, trail.Count - again), backwards: false));
    }

    private long Agreeing(Func<long, (long First, long Again)> place, long most, bool backwards)
    {
        for (long done = 0; done < most;)
        {
            var count = (int)Math.Min(ChunkRows, most - done);
            var (first, again) = place(backwards ? done + count : done);
            var (left, right) = (trail.Read(first, count), trail.Read(again, count));
            for (var i = 0; i < count; i++, done++)
            {
                var row = backwards ? count - 1 - i : i;
                if (!left[row].Repeats(right[row])) return done;
            }
        }

        return most;
    }
}
