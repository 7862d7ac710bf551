using System.Text.Json.Serialization;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Local.SampleCity;

/// <summary>Options of the simulated city. The same options give the same files on any machine and day.</summary>
internal sealed record SampleCityOptions
{
    /// <summary>Maximum number of communities.</summary>
    public const int MaxCommunities = 9999;

    /// <summary>Maximum number of years.</summary>
    public const int MaxYears = 20;

    /// <summary>Number of communities, 1 to 9999. Default: 24, in three districts.</summary>
    public int Communities { get; init; } = 24;

    /// <summary>Number of services, 1 to 40, in the order of <see cref="Simulation.ServiceProfiles"/>. Default: 12.</summary>
    public int Services { get; init; } = 12;

    /// <summary>Years of history, 1 to 20. Default: 3.</summary>
    public int Years { get; init; } = 3;

    /// <summary>Seed of all random draws. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Share of bad rows in files that can contain them, 0 to .5; 0 also leaves out unreadable files. Default: .02.</summary>
    public double Dirty { get; init; } = 0.02;

    /// <summary>
    /// Last day of the data, 2009 to 2098. Default: 31 December 2025; fixed, so that a demo gives the same results on every day.
    /// </summary>
    public DateOnly End { get; init; } = new(2025, 12, 31);

    /// <summary>Periods of the usage files: days, weeks or months. Default: days.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Frequency>))]
    public Frequency Frequency { get; init; } = Frequency.Daily;

    /// <summary>First day of the data.</summary>
    public DateOnly Start => End.AddDays(1).AddYears(-Years);

    /// <summary>Returns these options, or throws where a value is out of its range.</summary>
    /// <exception cref="UserErrorException">The message names the option and its range.</exception>
    public SampleCityOptions Validated()
    {
        Check(Communities is >= 1 and <= MaxCommunities, $"--communities {Communities}: give 1 to {MaxCommunities}.");
        Check(
            Services >= 1 && Services <= Simulation.ServiceProfiles.All.Count,
            $"--services {Services}: give 1 to {Simulation.ServiceProfiles.All.Count}.");
        Check(Years is >= 1 and <= MaxYears, $"--years {Years}: give 1 to {MaxYears}.");
        Check(
            Cadence.All.Any(cadence => cadence.Frequency == Frequency), $"--frequency {Frequency.Code()}: give day, week or month.");
        Check(Dirty is >= 0 and <= 0.5, $"--dirty {Dirty}: give a share from 0 to 0.5.");
        Check(
            Start.Year >= 2009 && End.Year <= 2098,
            $"--end {End:yyyy-MM-dd} with --years {Years}: the data must lie between 2009 and 2098.");
        return this;
    }

    private static void Check(bool holds, string message)
    {
        if (!holds) throw new UserErrorException(message);
    }
}
