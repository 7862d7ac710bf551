using CommunityDemand.Pipeline.Ingest.Keys;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Ingest.Keys;

public sealed class BlockFinderTests
{
    [Fact]
    public void Find_FileTwice_IsOneBlock() => Find(Sums(20), Sums(20)).ShouldBe([new RepeatedBlock(0, 20, 20)]);

    [Fact]
    public void Find_FileFourTimes_IsThreeBlocks() => Find(Sums(20), Sums(20), Sums(20), Sums(20)).ShouldBe(
        [new RepeatedBlock(0, 20, 20), new RepeatedBlock(0, 40, 20), new RepeatedBlock(0, 60, 20)]);

    [Fact]
    public void Find_BlockAmongOtherRows_IsFoundWhole() =>
        Find(Sums(50), Sums(30, from: 100), Sums(50)[10..25], Sums(9, from: 200)).ShouldBe([new RepeatedBlock(10, 80, 15)]);

    [Fact]
    public void Find_OtherValues_IsNone() => Find(Sums(20), Sums(20, values: 77)).ShouldBeEmpty();

    [Fact]
    public void Find_LongFileWithFewAnchors_StillMeetsABlock()
    {
        using var trail = new RowTrail(mostInMemory: 256);
        TrailRow[] rows = [.. Sums(20_000), .. Sums(20_000)[4_000..8_000]];
        foreach (var row in rows) trail.Add(row);

        new BlockFinder(trail, mostAnchors: 512).Find().ShouldBe([new RepeatedBlock(4_000, 20_000, 4_000)]);
    }

    [Fact]
    public void Judge_BlockOfManyFigures_IsPasted()
    {
        Judge(Sums(50), Sums(30, from: 100), Sums(50)[10..30]).ShouldBe([BlockVerdict.Pasted]);
        Judge(Sums(4), Sums(4)).ShouldBe([BlockVerdict.Pasted]);
        Judge(Sums(20), Sums(20), Sums(20)).ShouldBe([BlockVerdict.Pasted, BlockVerdict.Pasted]);
    }

    [Fact]
    public void Judge_BlockOfOneFigure_IsNeverLeftOut()
    {
        var ones = Sums(40).Select(row => row with { Values = 1 }).ToArray();

        Judge(ones, ones).ShouldBe([BlockVerdict.Doubtful]);
        Judge(Sums(50, from: 100), ones, Sums(3, from: 300), ones).ShouldBe([BlockVerdict.Chance]);
    }

    [Fact]
    public void Judge_RowsOfOneCell_AreSingleEvents()
    {
        TrailRow[] events = [.. Enumerable.Range(0, 6).Select(i => new TrailRow((ulong)(i % 2) + 1, (uint)i, 0, 0))];

        Judge(events, Sums(3, from: 50), events).ShouldNotContain(BlockVerdict.Pasted);
    }

    [Fact]
    public void Judge_HonestFiles_AreNeverTouched()
    {
        // Single events in any order, and desks that list the same services with the few visits that small desks have.
        var events = Gen.Select(Gen.Int[1, 30], Gen.Int[0, 2]).Select(pair => Row(pair.Item1, pair.Item2)).Array[0, 300];
        var desks = Gen.Select(Gen.Int[3, 60], Gen.Int[2, 4]).SelectMany((rows, count) => Gen.Int[0, 3].Array[rows].Array[count])
            .Select(figures => figures.SelectMany(desk => desk.Select((value, place) => Row(place, value))).ToArray());

        Gen.OneOf(events, desks).Sample(
            rows => !Judge(rows).Contains(BlockVerdict.Pasted) || IsTheSameTwice(rows), iter: 3_000, threads: 1);
    }

    // Of a few rows chance makes an exact copy now and then: no reader could tell either.
    private static bool IsTheSameTwice(TrailRow[] rows) =>
        rows.Length <= 16 && rows.AsSpan(0, rows.Length / 2).SequenceEqual(rows.AsSpan(rows.Length / 2));

    private static BlockVerdict[] Judge(params TrailRow[][] parts)
    {
        using var trail = Trail(parts);
        return [.. new BlockJudge(trail).Judge(new BlockFinder(trail).Find()).Select(judged => judged.Verdict)];
    }

    private static IReadOnlyList<RepeatedBlock> Find(params TrailRow[][] parts)
    {
        using var trail = Trail(parts);
        return new BlockFinder(trail).Find();
    }

    private static RowTrail Trail(TrailRow[][] parts)
    {
        var trail = new RowTrail();
        foreach (var row in parts.SelectMany(part => part)) trail.Add(row);
        return trail;
    }

    private static TrailRow[] Sums(int count, int from = 0, uint values = 0) =>
        [.. Enumerable.Range(from, count).Select(i => Row(i, (uint)i + values))];

    private static TrailRow Row(int cell, int values) => Row(cell, (uint)values);

    private static TrailRow Row(int cell, uint values) => new(((ulong)cell + 1) * 0x9E3779B97F4A7C15, values, 0, 0);
}
