using System.Text;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;
using CommunityDemand.Tests.Support;
using CsCheck;

namespace CommunityDemand.Tests.Models.Engine;

/// <summary>Nothing after an origin reaches what is learned or forecast at it.</summary>
[Slow(50)]
public sealed class NoLookAheadTests
{
    private const int Horizon = 5;

    private static readonly string[] Names = [.. StatisticalMembers.Names, .. GlobalModels.MemberNames];

    private static readonly EngineOptions Options = new() { TrainingRows = 1_000, Trees = 10, BacktestOrigins = 2 };

    /// <summary>A panel, the same with everything from an origin on altered, and the origin.</summary>
    private static readonly Gen<(Panel Panel, Panel Altered, int Origin)> Monthly = Cases(Frequency.Monthly, Gen.Int[30, 45], ahead: 12);

    /// <summary>Days enough for a calendar to be told.</summary>
    private static readonly Gen<(Panel Panel, Panel Altered, int Origin)> Daily = Cases(Frequency.Daily, Gen.Int[470, 500], ahead: 30);

    [Fact]
    public void Train_EverythingAfterTheOriginChanged_LearnsAndForecastsTheSameBits() =>
        Monthly.Sample(ShouldRunAlike, iter: 4, threads: 1);

    [Fact]
    public void Train_DaysAfterTheOriginChanged_LearnsAndForecastsTheSameBits() => Daily.Sample(ShouldRunAlike, iter: 2, threads: 1);

    [Fact]
    public void Members_MonthsAfterTheOriginChanged_ForecastTheSameBits() => Monthly.Sample(ShouldForecastAlike, iter: 6, threads: 1);

    [Fact]
    public void Members_DaysAfterTheOriginChanged_ForecastTheSameBits() => Daily.Sample(ShouldForecastAlike, iter: 2, threads: 1);

    [Fact]
    public void Members_AtAnOriginInsideALongerPast_ForecastAsAtItsEnd() => Monthly.Sample(
        (panel, _, origin) =>
        {
            var (inside, end) = (History(panel), History(panel.Truncate(origin)));

            ShouldBeSame(
                MemberForecaster.All(MemberRun.At(inside, origin), [.. StatisticalMembers.Names], null, Token),
                MemberForecaster.All(MemberRun.At(end, origin), [.. StatisticalMembers.Names], null, Token));
        },
        iter: 15,
        threads: 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static void ShouldRunAlike(Panel panel, Panel altered, int origin)
    {
        var engine = new ForecastEngine(Options);
        var (seen, other) = (panel.Truncate(origin), altered.Truncate(origin));
        var (model, same) = (engine.Train(seen, Horizon, null, Token), engine.Train(other, Horizon, null, Token));

        same.Accuracy.ShouldBe(model.Accuracy);
        same.Reconciliation.ShouldBe(model.Reconciliation);
        foreach (var (level, weights) in model.LevelWeights) same.LevelWeights[level].ShouldBe(weights);
        // The digest of all that is learned: seasons, calendars, trees, every node's weights, widths of intervals.
        same.Version.ShouldBe(model.Version);
        ForecastEngineTests.ShouldBeSame(
            engine.Reconcile(same, [engine.Predict(same, other, null, null, Token)], Token),
            engine.Reconcile(model, [engine.Predict(model, seen, null, null, Token)], Token));
    }

    private static void ShouldForecastAlike(Panel panel, Panel altered, int origin)
    {
        var (history, other) = (History(panel), History(altered));
        var (run, same) = (MemberRun.At(history, origin), MemberRun.At(other, origin));

        same.Features.Scales.ShouldBe(run.Features.Scales);
        same.Features.Names().ShouldBe(run.Features.Names());
        for (var node = 0; node < run.Nodes.Count; node++)
        {
            if (run.Features.Scales[node] > 0)
                Features(same, node).ShouldBe(Features(run, node), run.Nodes.Hierarchy.Nodes[node].ToString());
        }

        Bytes(same.Pools.Write).ShouldBe(Bytes(run.Pools.Write));
        Calendars(same).ShouldBe(Calendars(run));
        var (global, sameGlobal) = (Fit(history, origin), Fit(other, origin));
        Bytes(sameGlobal.Write).ShouldBe(Bytes(global.Write));
        ShouldBeSame(MemberForecaster.All(same, Names, sameGlobal, Token), MemberForecaster.All(run, Names, global, Token));
    }

    private static void ShouldBeSame(MemberTable a, MemberTable b)
    {
        (a.Nodes, a.Members).ShouldBe((b.Nodes, b.Members));
        for (var node = 0; node < a.Nodes; node++)
        {
            for (var member = 0; member < a.Members; member++)
                a[node, member].ToArray().ShouldBe(b[node, member].ToArray(), $"{Names[member]} of {node}");
        }
    }

    private static PanelHistory History(Panel panel) =>
        new(NodePanel.Of(panel, panel.Schema, panel.Axis.Frequency.DefaultSeason()), Horizon);

    /// <summary>Of every period ahead.</summary>
    private static float[] Features(MemberRun run, int node)
    {
        var (width, described) = (run.Features.Names().Length, run.Features.Open(node));
        var rows = new float[width * Horizon];
        for (var h = 1; h <= Horizon; h++) described.Write(h, rows.AsSpan((h - 1) * width, width));
        return rows;
    }

    /// <summary>Of every node, to the end of the horizon.</summary>
    private static CalendarFactor[] Calendars(MemberRun run) => [.. Enumerable.Range(0, run.Nodes.Count)
        .SelectMany(node => run.IndexOf(node).Calendar is { } calendar ? calendar[..(run.Origin + Horizon)] : [])];

    private static GlobalModels Fit(PanelHistory history, int origin)
    {
        var views = TrainingSample.Origins(history).Select(past => MemberRun.At(history, past).Features).ToArray();
        var global = GlobalModels.Fit(views, history, origin, Options.ForBoosting);
        global.ShouldNotBeNull();
        return global;
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)) write(writer);
        return stream.ToArray();
    }

    private static Gen<(Panel Panel, Panel Altered, int Origin)> Cases(Frequency frequency, Gen<int> origins, int ahead) =>
        from origin in origins
        from communities in Gen.Int[2, 4]
        from services in Gen.Int[2, 3]
        from seed in Gen.Int[0, 1 << 20]
        let periods = origin + ahead
        let random = new Random(seed)
        let panel = Draw(frequency, periods, communities, services, random)
        select (panel, Alter(panel, origin, random), origin);

    private static Panel Draw(Frequency frequency, int periods, int communities, int services, Random random)
    {
        var keys = (from community in Enumerable.Range(0, communities)
                    from service in Enumerable.Range(0, services)
                    select new[] { $"d{community / 2}", $"c{community}", "n", $"s{service}" }).ToArray();
        var season = frequency.DefaultSeason();
        var holidays = Enumerable.Range(0, periods + Horizon).Select(_ => random.Next(20) == 0 ? 1f : 0).ToArray();
        var values = keys.Select((_, series) =>
        {
            var (level, first, gaps) = (Math.Exp(4 * random.NextDouble()), random.Next(3) == 0
                ? random.Next(periods)
                : 0, random.NextDouble() * 0.1);
            return Enumerable.Range(0, periods).Select(t => t < first || random.NextDouble() < gaps ? double.NaN : Math.Floor(
                level * (1 + (0.5 * Math.Sin(2 * Math.PI * (t + series) / season)))
                    * (holidays[t] > 0 ? 0.4 : 1) * 2 * random.NextDouble())).ToArray();
        }).ToArray();
        return new Panel(
            new TimeAxis(frequency, new DateTime(2022, 1, 1), periods),
            Synthetic.City,
            keys,
            values,
            new CalendarFeatures(["is_holiday"], [holidays]),
            [new SeriesFeature("share", [.. keys.Select(_ => Steps(-2, periods, random))])],
            [.. keys.Select(_ => random.Next(4) == 0 ? random.Next(periods / 2, periods + 3) : (int?)null)]);
    }

    /// <summary>Other values and gaps from the origin on, other steps of the feature, other closures.</summary>
    private static Panel Alter(Panel panel, int origin, Random random) => new(
        panel.Axis,
        panel.Schema,
        panel.Keys,
        [.. panel.Values.Select(
            values => values.Select((value, t) => t < origin ? value : random.Next(5) == 0 ? float.NaN : random.Next(70_000)).ToArray())],
        panel.Calendar,
        [.. panel.Features.Select(feature => new SeriesFeature(
            feature.Name,
            [.. feature.Steps.Select(steps =>
                (IReadOnlyList<FeatureStep>)[.. steps.Where(step => step.Period < origin), .. Steps(origin, panel.Axis.Count, random)])]))],
        [.. panel.ActiveTo.Select(
            to => to <= origin ? to : random.Next(2) == 0 ? random.Next(origin + 1, panel.Axis.Count + 3) : (int?)null)]);

    private static FeatureStep[] Steps(int from, int to, Random random) =>
        [.. Enumerable.Range(from, to - from).Where(_ => random.Next(8) == 0)
            .Select(period => new FeatureStep(period, random.NextSingle()))];
}
