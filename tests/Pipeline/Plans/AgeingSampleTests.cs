using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Plans;

/// <summary>The elasticity estimated against the one that the sample city was made with. Prints both for each seed.</summary>
[Slow]
public sealed class AgeingSampleTests(ITestOutputHelper output)
{
    private const int Seeds = 12;

    private static readonly double Truth = Math.Log(SampleSeries.ElderlyGrowthPerPoint);

    [Fact]
    public void Local_SampleCities_IntervalsCoverTheTruth()
    {
        var (local, both) = (0, 0);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var own = AgeingElasticity.Local(Sample(seed))!.Value;
            var shrunk = own.ShrunkTo(AgeingElasticity.Handbook);
            output.WriteLine(
                $"seed {seed}: {own.Factor:0.000} ({Math.Exp(own.LogLower):0.000} to {Math.Exp(own.LogUpper):0.000}) of {own.Points} "
                    + $"communities; with the handbook's {shrunk.Factor:0.000} ({Math.Exp(shrunk.LogLower):0.000} to "
                    + $"{Math.Exp(shrunk.LogUpper):0.000})");
            if (Covers(own)) local++;
            if (Covers(shrunk)) both++;
            shrunk.Error.ShouldBeLessThan(Math.Min(own.Error, AgeingElasticity.Handbook.Error));
        }

        // Of 12 intervals at 95% fewer than 9 cover in 2 of 10,000 cases.
        local.ShouldBeGreaterThanOrEqualTo(9);
        both.ShouldBeGreaterThanOrEqualTo(9);
    }

    private static bool Covers(AgeingElasticity elasticity) => elasticity.LogLower <= Truth && elasticity.LogUpper >= Truth;

    private static IReadOnlyList<(double ShareChange, double LogGrowth)> Sample(int seed)
    {
        var options = new SampleCityOptions { Seed = seed, Communities = 48 };
        var calendar = new CityCalendar(HolidayRules.China, SampleCalendar.Entries(options));
        var days = options.End.DayNumber - options.Start.DayNumber + 1;
        var (keys, values, population) = (new List<string[]>(), new List<float[]>(), new List<PopulationFact>());
        DistrictDays? district = null;
        var of = -1;
        for (var index = 0; index < options.Communities; index++)
        {
            var community = new SampleCommunity(options, index);
            if (community.District != of) (district, of) = (new DistrictDays(options, calendar, community.District), community.District);
            for (var day = options.Start; day <= options.End; day = day.AddMonths(3))
            {
                if (community.Row.ExistsOn(day))
                    population.Add(new PopulationFact(
                        community.Code, day, community.Residents(day), community.Residents(day) * community.Elderly(day), null, null,
                            null,
                        null, null, null));
            }

            foreach (var profile in ServiceProfiles.Take(options.Services).Where(profile => profile.Service.ElderlySensitive))
            {
                var drawn = new SeriesDay[district!.Count];
                SeriesSimulation.Run(options, new SampleSeries(options, community, profile), district, drawn);
                keys.Add(CitySchema.Values(new SeriesKey("d", "d/s", community.Code, profile.Service.NeedClass.Code(), profile.Code)));
                values.Add([.. drawn.Take(days).Select(day => community.Row.ExistsOn(day.Date) ? (float)day.Wanted : float.NaN)]);
            }
        }

        var panel = new Panel(
            new TimeAxis(Frequency.Daily, options.Start.ToDateTime(TimeOnly.MinValue), days), CitySchema.Schema, keys, [.. values]);
        return AgeingSample.Of(new CityPanel(panel, new AreaTree([]), ServiceCatalogue.BuiltIn, Cadence.Daily, options.End, days, []),
            population);
    }
}
