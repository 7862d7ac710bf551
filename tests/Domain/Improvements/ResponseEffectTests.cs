using CommunityDemand.Domain.Improvements;

namespace CommunityDemand.Tests.Domain.Improvements;

public sealed class ResponseEffectTests
{
    [Fact]
    public void Estimate_FallsMoreThanElsewhere_CountsTheDifference()
    {
        var estimate = ResponseEffect.Estimate(Community(20, 12.8), [Community(20, 15.8), Community(30, 24), Community(40, 32.4)])!;

        // .64 where .8 would have come.
        estimate.Relative.Estimate.ShouldBe(-0.2, 0.001);
        estimate.Before.ShouldBe(20, 1e-9);
        estimate.After.ShouldBe(12.8, 1e-9);
        estimate.Effect.Estimate.ShouldBe(-3.2, 0.02);
        estimate.Relative.Upper.ShouldBeLessThan(0);
    }

    [Fact]
    public void Estimate_MixOfServicesShifts_IsNotTakenForAnEffect()
    {
        // Twice as slow a service takes over half of the responses; neither got slower.
        Dictionary<string, (ServiceTimes Before, ServiceTimes After)> Mixed(int quickAfter, int slowAfter, double after) => new()
        {
            ["quick"] = (Times(10, 20), Times(10 * after, quickAfter)),
            ["slow"] = (Times(20, 10), Times(20 * after, slowAfter)),
        };

        ResponseEffect.Estimate(Mixed(10, 20, 1), [Mixed(20, 10, 1), Mixed(20, 10, 1.01), Mixed(20, 10, 0.99)])!.Relative.Estimate
            .ShouldBe(0, 0.001);
    }

    [Fact]
    public void Estimate_NineResponsesOrTwoControls_IsNone()
    {
        var few = new Dictionary<string, (ServiceTimes Before, ServiceTimes After)> { ["desk"] = (Times(10, 1, weeks: 9), Times(10, 10)) };

        ResponseEffect.Estimate(few, [Community(20, 20), Community(30, 30), Community(40, 40)]).ShouldBeNull();
        ResponseEffect.Estimate(Community(20, 20), [Community(20, 20), Community(30, 30)]).ShouldBeNull();
    }

    [Fact]
    public void LogVariance_WeeksOfKnownMeans_IsTheRatiosByHand()
    {
        var times = default(ServiceTimes).With(18, 2).With(22, 2).With(40, 4);

        // Mean 10; residuals -2, 2 and 0: (4 + 4) / 80² x 3 / 2.
        times.Mean.ShouldBe(10);
        times.LogVariance.ShouldBe(8.0 / 6400 * 1.5, 1e-12);
        times.With(0, 0).ShouldBe(times);
    }

    private static Dictionary<string, (ServiceTimes Before, ServiceTimes After)> Community(double before, double after) =>
        new() { ["desk"] = (Times(before, 20), Times(after, 20)) };

    // Ten weeks, by turns a tenth over and under the mean.
    private static ServiceTimes Times(double mean, int responses, int weeks = 10)
    {
        var times = default(ServiceTimes);
        for (var week = 0; week < weeks; week++) times = times.With(responses * mean * (week % 2 == 0 ? 1.1 : 0.9), responses);
        return times;
    }
}
