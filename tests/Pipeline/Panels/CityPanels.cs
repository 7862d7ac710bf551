using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Tests.Pipeline.Panels;

internal static class CityPanels
{
    /// <summary>The panel alone, as a night has it.</summary>
    public static async Task<CityPanel> PanelAsync(
        this IFactReader facts, RunOptions options, TimeProvider clock, DateOnly origin, CityOptions? city = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        var survey = await new CityPanelBuilder(
            facts, Options.Create(options), Options.Create(city ?? new CityOptions()), Options.Create(new ForecastingOptions()), clock)
            .SurveyAsync(origin, cancel);
        var tally = new CityPanelTally(survey, options.HorizonOf(survey.Window.Cadence));
        await new FactPass(facts).RunAsync([tally], survey.Areas, origin, cancel);
        return tally.Build();
    }
}
