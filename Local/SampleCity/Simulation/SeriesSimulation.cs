using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>Simulation of the days of a series.</summary>
internal static class SeriesSimulation
{
    // Precision of a mean: doubles that differ in their last bits between processors are printed alike.
    private const int Decimals = 6;

    /// <summary>Simulates every day of the truth in order, including those after the end of the data.</summary>
    public static void Run(SampleCityOptions options, SampleSeries series, DistrictDays district, Span<SeriesDay> days)
    {
        var random = new RandomStream(options.Seed, "visits", series.Community.Code, series.Profile.Code);
        var factors = district.Factors(series.Profile.Rhythm);
        for (var i = 0; i < days.Length; i++)
        {
            var date = district.Start.AddDays(i);
            var expected = Math.Round(series.Expected(date, factors[i]), Decimals);
            var mean = Math.Round(expected * series.WeatherFactor(district.Weather[i]), Decimals);
            var wanted = mean > 0 ? random.NegativeBinomial(mean, series.Profile.Size) : 0;
            days[i] = new SeriesDay(date, expected, mean, wanted, Math.Min(wanted, series.Capacity.On(date)));
        }
    }
}
