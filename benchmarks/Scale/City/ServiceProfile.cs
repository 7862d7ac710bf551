using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Scale.City;

/// <summary>What all series of one service share: its usual size, its seasons and how much it scatters.</summary>
/// <param name="Level">Visits a period in a usual community.</param>
/// <param name="Season">For each period the week's, the year's and the holidays' factor; about 1 in the mean.</param>
/// <param name="Size">Of the negative binomial: variance mean + mean² / size.</param>
internal sealed record ServiceProfile(double Level, double[] Season, double Size)
{
    private const double DaysOfYear = 365.25;
    private const double DaysOfMonth = 30.4;
    private const double LeastLevel = 0.7;
    private const double MostLevel = 120;

    /// <summary>Draws a service's profile; a third of the services keep office hours, a third are for weekends.</summary>
    public static ServiceProfile Draw(string service, int number, TimeAxis axis, CalendarFeatures calendar, int seed)
    {
        var random = new RandomStream(seed, "service", service);
        var level = Math.Exp(random.Between(Math.Log(LeastLevel), Math.Log(MostLevel)));
        var (weekend, holiday) = (number % 3) switch
        {
            0 => (random.Between(0.0, 0.25), 0.2),
            1 => (random.Between(1.2, 1.8), 1.3),
            _ => (random.Between(0.8, 1.0), 0.8),
        };
        var (amplitude, peak, size) = (random.Between(0.05, 0.35), random.Between(0, DaysOfYear), random.Between(3, 30));
        var days = Enumerable.Range(0, 7).Select(_ => random.Between(0.85, 1.15)).ToArray();
        var season = new double[axis.Count];
        for (var t = 0; t < season.Length; t++)
        {
            var date = axis[t];
            season[t] = 1 + (amplitude * Math.Cos(2 * Math.PI * (date.DayOfYear - peak) / DaysOfYear));
            if (axis.Frequency != Frequency.Daily) continue;
            season[t] *= days[(int)date.DayOfWeek] * (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? weekend : 1);
            if (calendar.Columns[0][t] > 0) season[t] *= holiday;
        }

        return new ServiceProfile(axis.Frequency == Frequency.Daily ? level : level * DaysOfMonth, season, size);
    }
}
