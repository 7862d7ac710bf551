using CommunityDemand.Local.SampleCity;

namespace CommunityDemand.Benchmarks.Scale.Indicators;

/// <summary>One city to measure a night's indicators on.</summary>
internal sealed record IndicatorCase(int Communities, int Services)
{
    /// <summary>Days that are forecast.</summary>
    public const int Horizon = 28;

    public SampleCityOptions City => new SampleCityOptions { Communities = Communities, Services = Services }.Validated();
}
