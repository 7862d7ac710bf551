using System.Runtime.CompilerServices;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Tests.Pipeline.Indicators;

public sealed class IndicatorFileTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        IndicatorValue[] values = [1.5, -0.1, (double?)null, double.NaN, 0, -7, "文字", "", new DateOnly(2025, 11, 20), true, false, (string?)null];
        IndicatorRow[] rows =
        [
            new(AreaLevel.Community, "c/0", ServiceScope.OfService("library"), ["overall", "20250101"], values),
            new(AreaLevel.City, "Tiny", ServiceScope.All, ["overall", "c/0"], [.. values.Reverse()]),
        ];

        var read = RoundTrip(rows);

        read.Count.ShouldBe(2);
        foreach (var (was, row) in rows.Zip(read))
        {
            (row.Level, row.Area, row.Scope).ShouldBe((was.Level, was.Area, was.Scope));
            row.Parts.ShouldBe(was.Parts);
            row.Values.ShouldBe(was.Values);
        }

        read[1].Parts[1].ShouldBeSameAs(read[0].Area);
        RoundTrip([]).ShouldBeEmpty();
    }

    [Fact]
    public void Values_OfEachKind_TellThatKindAlone()
    {
        IndicatorValue number = 2.5, count = 2, text = "2", day = new DateOnly(2025, 1, 2), flag = true, unknown = double.PositiveInfinity;

        (number.Number, number.Count, number.Text, number.Day, number.Flag).ShouldBe((2.5, null, null, null, null));
        (count.Number, count.Count, count.Text, count.Day, count.Flag).ShouldBe((null, 2, null, null, null));
        (text.Number, text.Count, text.Text, text.Day, text.Flag).ShouldBe((null, null, "2", null, null));
        (day.Number, day.Count, day.Text, day.Day, day.Flag).ShouldBe((null, null, null, new DateOnly(2025, 1, 2), null));
        (flag.Number, flag.Count, flag.Text, flag.Day, flag.Flag).ShouldBe((null, null, null, null, true));
        unknown.ToProperty().ShouldBeNull();
        Unsafe.SizeOf<IndicatorValue>().ShouldBe(16);
    }

    private static IReadOnlyList<IndicatorRow> RoundTrip(IEnumerable<IndicatorRow> rows)
    {
        using var stream = new MemoryStream();
        IndicatorFile.Write(stream, rows);
        stream.Position = 0;
        return IndicatorFile.Read(stream);
    }
}
