using CommunityDemand.Domain.Geography;
using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>A simulated community: its position, its life span and its residents.</summary>
internal sealed class SampleCommunity
{
    /// <summary>Days of history of the newest community, which opens this long before the end of the data and is a cold start.</summary>
    public const int ColdStartDays = 45;

    private readonly SampleCityOptions _options;
    private readonly double _residents;
    private readonly double _growth;
    private readonly double _elderly;
    private readonly double _ageing;

    public SampleCommunity(SampleCityOptions options, int index)
    {
        _options = options;
        Index = index;
        Code = $"c{index + 1:0000}";
        (District, var subdistrict) = Places.Place(index);
        var random = new RandomStream(options.Seed, "community", Code);
        _residents = 5500 * random.LogNormal(0.35);
        _growth = random.Between(-0.01, 0.02);
        _elderly = random.Between(0.15, 0.27);
        _ageing = random.Between(0.004, 0.010);
        Shares = new ResidentShares(
            random.Between(0.18, 0.30), random.Between(0.04, 0.07), random.Between(0.02, 0.06), random.Between(0.11, 0.18));
        var days = options.End.DayNumber - options.Start.DayNumber;
        Row = new Community(
            Code, Places.Community(index), Places.Subdistrict(District, subdistrict), Places.District(District), Places.City)
        {
            ValidFrom = (index % 24) switch
            {
                7 => options.Start.AddDays((int)(days * random.Between(0.3, 0.7))),
                19 => options.End.AddDays(-ColdStartDays),
                _ => null,
            },
            ValidTo = index % 12 == 10 ? options.Start.AddDays((int)(days * random.Between(0.6, 0.9))) : null,
        };
    }

    /// <summary>Number of the community, from 0.</summary>
    public int Index { get; }

    public string Code { get; }

    /// <summary>Number of the district, from 0.</summary>
    public int District { get; }

    /// <summary>Row of dataset <c>communities</c>.</summary>
    public Community Row { get; }

    public ResidentShares Shares { get; }

    /// <summary>First day of the community within the data.</summary>
    public DateOnly FirstDay => Row.ValidFrom ?? _options.Start;

    /// <summary>Last day of the community within the data.</summary>
    public DateOnly LastDay => Row.ValidTo ?? _options.End;

    /// <summary>Whether the community exists from the first to the last day of the data.</summary>
    public bool IsThereThroughout => Row is { ValidFrom: null, ValidTo: null };

    /// <summary>Residents on a day, in persons; the number grows exponentially.</summary>
    public double Residents(DateOnly day) => _residents * Math.Exp(_growth * Years(day));

    /// <summary>Share of residents aged 60 and over; the share grows linearly.</summary>
    public double Elderly(DateOnly day) => _elderly + (_ageing * Years(day));

    /// <summary>Percentage points by which the share of residents aged 60 and over has risen since the start of the data.</summary>
    public double ElderlyPointsGained(DateOnly day) => 100 * (Elderly(day) - _elderly);

    private double Years(DateOnly day) => (day.DayNumber - _options.Start.DayNumber) / 365.25;
}
