using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Models.Panels;

public sealed class PanelTests
{
    [Fact]
    public void Levels_TreeCrossedWithTree_AreEveryCombinationOfPrefixes() => Synthetic.City.Levels.Select(
        level => level.Name).Order().ShouldBe(new[]
    {
        "bottom", "district", "district+community", "district+community+need", "district+need", "district+need+service", "need",
        "need+service", "total",
    }.Order());

    [Fact]
    public void Levels_NoDimensions_IsTheBottomAlone() => new KeySchema(["a", "b"], []).Levels.Single().Name.ShouldBe("bottom");

    [Fact]
    public void KeySchema_DimensionsMissAColumn_Throws() => Should.Throw<ArgumentException>(() => new KeySchema(["a", "b"], [["a"]]));

    [Fact]
    public void SumTo_FeatureUnknownFromAPeriodOn_IsUnknownInTheSumToo()
    {
        var plain = Synthetic.Monthly(20);
        var unknown = new SeriesFeature("score", [.. plain.Keys.Select(_ => (IReadOnlyList<FeatureStep>)[new(3, float.NaN)])]);
        var panel = new Panel(plain.Axis, plain.Schema, plain.Keys, plain.Values, features: [unknown]);

        panel.SumTo(["district"]).Features[0].KnownBefore(0, 10).ShouldBe(float.NaN);
    }

    [Fact]
    public void SaveAndLoad_Panel_KeepsEverything()
    {
        var plain = Synthetic.Monthly(20);
        var feature = new SeriesFeature(
            "over 60", [.. plain.Keys.Select((_, i) => (IReadOnlyList<FeatureStep>)[new(-1, i), new(5, 2 * i)])]);
        var closing = new int?[plain.Keys.Count];
        closing[2] = 19;
        var panel = new Panel(
            plain.Axis, plain.Schema, plain.Keys, plain.Values, new CalendarFeatures(["holiday"], [new float[26]]), [feature], closing);
        using var stream = new MemoryStream();
        panel.Save(stream);
        stream.Position = 0;

        var loaded = Panel.Load(stream);

        loaded.Axis.ShouldBe(panel.Axis);
        loaded.Schema.ShouldBe(panel.Schema);
        loaded.Keys.Select(key => string.Join('|', key)).ShouldBe(panel.Keys.Select(key => string.Join('|', key)));
        for (var i = 0; i < panel.Keys.Count; i++) loaded.Values[i].ShouldBe(panel.Values[i]);
        loaded.ActiveTo.ShouldBe(panel.ActiveTo);
        loaded.Features[0].KnownBefore(3, 6).ShouldBe(6);
        loaded.Features[0].KnownBefore(3, 5).ShouldBe(3);
        loaded.Calendar.Names.ShouldBe(panel.Calendar.Names);
    }

    [Fact]
    public void Load_OtherBytes_SaysWhatIsWrong() =>
        Should.Throw<InvalidDataException>(() => Panel.Load(new MemoryStream([4, 1, 2, 3, 4, 9, 9, 9, 9, 9]))).Message
            .ShouldContain("no panel");

    [Fact]
    public void SumTo_GapInOneSeries_IsStoodInForByItsPast()
    {
        var panel = Two([10, 10, 10, 10], [5, 5, double.NaN, 5]);

        panel.SumTo(["city"]).Values[0].ShouldBe([15, 15, 15, 15]);
    }

    [Fact]
    public void SumTo_MostOfASumUnknown_IsUnknown() =>
        Two([1, 1, 1, 1], [50, 50, double.NaN, 50]).SumTo(["city"]).Series(0).ShouldBe([51, 51, double.NaN, 51]);

    [Fact]
    public void SumTo_SeriesNotYetBegunOrClosed_AddsNothing() =>
        Two([10, 10, 10, 10], [double.NaN, 5, double.NaN, double.NaN], closed: 2).SumTo(["city"]).Values[0].ShouldBe([10, 15, 10, 10]);

    [Fact]
    public void Panel_NegativeValue_Throws() =>
        Should.Throw<ArgumentException>(() => Two([1, -1, 1, 1], [1, 1, 1, 1])).Message.ShouldContain("x|a");

    [Fact]
    public void Hierarchy_CrossedLevels_HaveOneNodeASeriesAndLevel()
    {
        var hierarchy = Hierarchy.Of(Synthetic.Monthly(3));

        hierarchy.Nodes[0].ShouldBe(new Node("total", []));
        hierarchy.Nodes[0].Key.ShouldBe("total");
        hierarchy.Nodes.Count(node => node.Level == "district+need").ShouldBe(4);
        hierarchy.Nodes.Count(node => node.IsBottom).ShouldBe(24);
    }

    private static Panel Two(double[] first, double[] second, int? closed = null) => new(
        new TimeAxis(Frequency.Yearly, new DateTime(2020, 1, 1), first.Length),
        new KeySchema(["city", "community"], [["city", "community"]]),
        [["x", "a"], ["x", "b"]],
        [first, second],
        activeTo: [null, closed]);
}
