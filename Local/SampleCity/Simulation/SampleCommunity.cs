using CommunityDemand.Domain.Geography;
using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>A simulated community: its place, its life span and its residents.</summary>
internal sealed class SampleCommunity
{
    /// <summary>A community that opens this many days before the data end is a cold start: the shortest history in the city.</summary>
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
        Shares = new ResidentShares(random.Between(0.18, 0.30), random.Between(0.04, 0.07), random.Between(0.02, 0.06), random.Between(0.11, 0.18));
        var days = options.End.DayNumber - options.Start.DayNumber;
        Row = new Community(Code, Places.Community(index), Places.Subdistrict(District, subdistrict), Places.District(District), Places.City)
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

    /// <summary>Number from 0.</summary>
    public int Index { get; }

    public string Code { get; }

    /// <summary>Number of its district, from 0.</summary>
    public int District { get; }

    /// <summary>The row of dataset <c>communities</c>.</summary>
    public Community Row { get; }

    public ResidentShares Shares { get; }

    /// <summary>First day of the data on which it exists.</summary>
    public DateOnly FirstDay => Row.ValidFrom ?? _options.Start;

    /// <summary>Last day of the data on which it exists.</summary>
    public DateOnly LastDay => Row.ValidTo ?? _options.End;

    /// <summary>Whether it exists from the first day of the data to the last.</summary>
    public bool IsThereThroughout => Row is { ValidFrom: null, ValidTo: null };

    /// <summary>Residents on a day, in persons; grows exponentially.</summary>
    public double Residents(DateOnly day) => _residents * Math.Exp(_growth * Years(day));

    /// <summary>Share of residents aged 60 and over; grows linearly.</summary>
    public double Elderly(DateOnly day) => _elderly + (_ageing * Years(day));

    /// <summary>Points (hundredths) by which the share of 60+ has risen since the data began.</summary>
    public double ElderlyPointsGained(DateOnly day) => 100 * (Elderly(day) - _elderly);

    private double Years(DateOnly day) => (day.DayNumber - _options.Start.DayNumber) / 365.25;
}
