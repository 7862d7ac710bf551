using System.Globalization;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Files;
using CommunityDemand.Local.SampleCity.Simulation;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>What the simulation knows of demand: <c>truth/</c> of a generated city.</summary>
internal sealed class SampleCityTruth
{
    private readonly Dictionary<(string Community, string Service), (double[] Expected, double[] Wanted)> _days = [];
    private readonly Dictionary<(string Community, string Service), double> _weatherEffect = [];
    private readonly Dictionary<string, double[]> _weather = [];

    private SampleCityTruth(SampleCityOptions options) => (First, Last) = (options.Start, options.End.AddDays(DistrictDays.FutureDays));

    public DateOnly First { get; }

    /// <summary>The last day of the truth, past the end of the data.</summary>
    public DateOnly Last { get; }

    /// <summary>What was wanted, a value a day.</summary>
    public IEnumerable<(string Community, string Service, double[] Wanted)> Usage =>
        _days.Select(series => (series.Key.Community, series.Key.Service, series.Value.Wanted));

    public static async Task<SampleCityTruth> ReadAsync(string folder, SampleCityOptions options, CancellationToken cancellationToken)
    {
        var truth = new SampleCityTruth(options);
        string PathOf(string file) => Path.Combine(folder, TruthFiles.Folder, file);
        await foreach (var row in DataRows.TextsAsync(
            PathOf("demand.parquet"), ["community", "service", "date", "expected", "wanted"], cancellationToken))
        {
            var days = truth.DaysOf((row[0], row[1]));
            var day = truth.IndexOf(Day(row[2]));
            (days.Expected[day], days.Wanted[day]) = (Number(row[3]), Number(row[4]));
        }

        await foreach (var row in DataRows.TextsAsync(PathOf("series.csv"), ["community", "service", "weather_effect"], cancellationToken))
            truth._weatherEffect[(row[0], row[1])] = Number(row[2]);
        await foreach (var row in DataRows.TextsAsync(PathOf("weather.csv"), ["district", "date", "weather"], cancellationToken))
        {
            if (!truth._weather.TryGetValue(row[0], out var weather))
                truth._weather.Add(row[0], weather = new double[truth.Last.DayNumber - truth.First.DayNumber + 1]);
            weather[truth.IndexOf(Day(row[1]))] = Number(row[2]);
        }

        return truth;
    }

    public int IndexOf(DateOnly day) => day.DayNumber - First.DayNumber;

    /// <summary>
    /// The least error that a forecast can have is that of the conditional mean h days after the origin's weather w:
    /// <c>expected x exp(s .8^h w - s² .8^(2h) / 2)</c> (docs/sample-city.md).
    /// </summary>
    /// <param name="origin">Last day seen.</param>
    public double[] ConditionalMean(string district, string community, string service, DateOnly origin, int horizon)
    {
        var expected = _days[(community, service)].Expected;
        var effect = _weatherEffect[(community, service)];
        var weather = _weather[district][IndexOf(origin)];
        var mean = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            var left = effect * Math.Pow(DistrictDays.WeatherMemory, h + 1);
            mean[h] = expected[IndexOf(origin) + h + 1] * Math.Exp((left * weather) - (left * left / 2));
        }

        return mean;
    }

    private (double[] Expected, double[] Wanted) DaysOf((string, string) series)
    {
        if (_days.TryGetValue(series, out var days)) return days;
        var count = Last.DayNumber - First.DayNumber + 1;
        return _days[series] = (new double[count], new double[count]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.FromDateTime(DateTime.Parse(text, CultureInfo.InvariantCulture));
}
