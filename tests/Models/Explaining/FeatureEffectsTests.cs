using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Explaining;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Models.Explaining;

public sealed class FeatureEffectsTests
{
    private const int Communities = 24;
    private const int Days = 1092;
    private const double Elasticity = 0.14;

    [Fact]
    public void Learn_ServiceThatGrowsWithAgeing_IsTheOnlyOneWithAnEffect()
    {
        var run = Run();
        var effects = FeatureEffects.Learn(run);

        for (var node = 0; node < run.Nodes.Count; node++)
        {
            if (!run.Nodes.Hierarchy.Nodes[node].IsBottom) continue;
            var effect = effects.Of(run, node);
            if (run.Nodes.Hierarchy.Nodes[node].Values[1] != "day-care")
            {
                effect.ShouldBeNull();
                continue;
            }

            effect.ShouldNotBeNull();
            run.Nodes.Panel.Features[effect.Value.Feature].Name.ShouldBe("share_60_plus");
            Math.Log(effect.Value.Factor).ShouldBe(Elasticity * 100 * effect.Value.Change, 0.03);
        }
    }

    [Fact]
    public void Learn_FeatureThatTellsAsMuchAsAnEarlierOne_LeavesItsPlace()
    {
        // Rounded to whole residents as counts are: chance decides which of the two tells a little more.
        var run = Run(Panel(twin: "share_65_plus"));
        var effects = FeatureEffects.Learn(run);

        var found = Enumerable.Range(0, run.Nodes.Count).Select(node => effects.Of(run, node)).Where(effect => effect is not null).ToList();
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(effect => run.Nodes.Panel.Features[effect!.Value.Feature].Name == "share_60_plus");
    }

    [Theory]
    [Slow]
    [InlineData("share_60_plus")]
    [InlineData("share_disabled")]
    [InlineData("share_low_income")]
    [InlineData("share_15_35")]
    public void Run_CommunitiesWithAGrowingGroup_SaySoInTheDrivers(string feature)
    {
        var set = new ForecastEngine(new EngineOptions { TrainingRows = 2_000, Trees = 20 })
            .Run(Panel(feature), 28, cancellationToken: TestContext.Current.CancellationToken);

        var bottoms = set.Nodes.Where(forecast => forecast.Node.IsBottom).ToLookup(forecast => forecast.Node.Values[1]);
        bottoms["day-care"]
            .Count(forecast => forecast.Drivers.Any(driver => driver.Code == "driver.feature_up" && feature.Equals(driver["feature"])))
            .ShouldBeGreaterThan(Communities / 2);
        bottoms["library"].ShouldAllBe(forecast => !forecast.Drivers.Any(driver => feature.Equals(driver["feature"])));
    }

    private static MemberRun Run() => Run(Panel());

    private static MemberRun Run(Panel panel) => MemberRun.At(new PanelHistory(NodePanel.Of(panel, panel.Schema, 7), 28), Days);

    /// <summary>
    /// Communities whose share of people over 60 rises by .2 to 1.4 points a year; day care follows it, the library does not.
    /// </summary>
    /// <param name="feature">Name of that share.</param>
    /// <param name="twin">Name of a feature that is .7 of it, give or take rounding; null for none.</param>
    private static Panel Panel(string feature = "share_60_plus", string? twin = null)
    {
        var random = new Random(3);
        var (keys, values, ageing, noise) = (
            new List<string[]>(), new List<double[]>(), new List<FeatureStep[]>(), new List<FeatureStep[]>());
        for (var community = 0; community < Communities; community++)
        {
            var rise = 0.2 + (1.2 * community / (Communities - 1));
            var opinion = random.NextDouble();
            foreach (var service in (string[])["day-care", "library"])
            {
                keys.Add([$"c{community:00}", service]);
                var growth = service == "day-care" ? Elasticity * rise : 0;
                values.Add([.. Enumerable.Range(0, Days).Select(t =>
                    Math.Round(80 * Math.Exp(growth * t / 364)
                        * (service == "library" ? 1 + (0.4 * Math.Cos(2 * Math.PI * t / 7)) : 1) * (0.9 + (0.2 * random.NextDouble()))))]);
                ageing.Add([
                    .. Enumerable.Range(-1, 14).Select(quarter => new FeatureStep(quarter * 91, (float)(0.2 + (rise * quarter / 4 / 100)))),
                ]);
                noise.Add([.. Enumerable.Range(-1, 14)
                    .Select(quarter => new FeatureStep(quarter * 91, (float)(opinion + (0.02 * random.NextDouble()))))]);
            }
        }

        return new Panel(
            new TimeAxis(Frequency.Daily, new DateTime(2023, 1, 2), Days),
            new KeySchema(["community", "service"], [["community"], ["service"]]),
            keys,
            [.. values],
            features:
            [
                new SeriesFeature("satisfaction", noise), new SeriesFeature(feature, ageing),
                .. twin is null ? [] : new[] { new SeriesFeature(twin, [.. ageing.Select(steps => steps.Select(Rounded).ToArray())]) },
            ]);
    }

    private static FeatureStep Rounded(FeatureStep step) => new(step.Period, MathF.Round(step.Value * 0.7f * 5000) / 5000);
}
