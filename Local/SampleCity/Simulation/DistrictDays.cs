using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// Values that all communities of a district share on each day, from the start to the last day of the truth: calendar factors, and
/// weather as an AR(1) process with mean 0, variance 1 and coefficient <see cref="WeatherMemory"/>.
/// </summary>
internal sealed class DistrictDays
{
    /// <summary>Days of truth after the end of the data: two forecast horizons.</summary>
    public const int FutureDays = 56;

    /// <summary>Coefficient of the AR(1) process of the weather.</summary>
    public const double WeatherMemory = 0.8;

    private readonly double[][] _factors;

    public DistrictDays(SampleCityOptions options, CityCalendar calendar, int district)
    {
        Start = options.Start;
        Count = options.End.DayNumber - options.Start.DayNumber + 1 + FutureDays;
        Days = [.. Enumerable.Range(0, Count).Select(i => calendar.Day(Start.AddDays(i), null, Places.District(district)))];
        Weather = new double[Count];
        var random = new RandomStream(options.Seed, "weather", $"{district}");
        var innovation = Math.Sqrt(1 - (WeatherMemory * WeatherMemory));
        Weather[0] = random.Normal();
        for (var i = 1; i < Count; i++) Weather[i] = (WeatherMemory * Weather[i - 1]) + (innovation * random.Normal());

        var fromSpringFestival = Days.Select(d => calendar.DaysFromSpringFestival(d.Date)!.Value).ToArray();
        _factors = [.. Enum.GetValues<Rhythm>()
            .Select(rhythm => Days.Select((day, i) => RhythmFactors.Of(rhythm, day, fromSpringFestival[i])).ToArray())];
    }

    public DateOnly Start { get; }

    /// <summary>Total number of days.</summary>
    public int Count { get; }

    public IReadOnlyList<CalendarDay> Days { get; }

    /// <summary>Weather in standard deviations.</summary>
    public double[] Weather { get; }

    /// <summary>Calendar factor of each day for a rhythm.</summary>
    public double[] Factors(Rhythm rhythm) => _factors[(int)rhythm];
}
