using CommunityDemand.Domain.Catalogue;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>Profile of a service: how residents use it in the simulation.</summary>
/// <param name="Code">Code of a built-in service.</param>
/// <param name="Rhythm">Rhythm: how demand follows the calendar.</param>
/// <param name="PerThousand">Person-visits demanded on an ordinary day by 1,000 residents.</param>
/// <param name="Swing">Amplitude of the yearly season, as a share of the level.</param>
/// <param name="Peak">Day of the year with the highest demand.</param>
/// <param name="Weather">Effect of one standard deviation of weather on the logarithm of demand.</param>
/// <param name="Size">Size of the negative binomial: smaller is noisier.</param>
/// <param name="Headroom">Capacity divided by the mean of the first year; infinite for services that turn nobody away.</param>
/// <param name="Minutes">Median response time in minutes.</param>
internal sealed record ServiceProfile(
    string Code, Rhythm Rhythm, double PerThousand, double Swing, int Peak, double Weather, double Size, double Headroom, double Minutes)
{
    /// <summary>The service itself.</summary>
    public Service Service { get; } = ServiceCatalogue.BuiltIn.TryGet(Code, out var service)
        ? service
        : throw new ArgumentException($"The built-in catalogue has no service '{Code}'.", nameof(Code));

    /// <summary>Whether files list single events rather than daily sums.</summary>
    public bool IsEventLevel => Code == ServiceProfiles.EventLevelService;

    /// <summary>Whether the city introduced the service community by community during the data.</summary>
    public bool IsNew => Code == ServiceProfiles.NewService;
}
