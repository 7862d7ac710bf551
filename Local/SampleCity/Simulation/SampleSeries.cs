using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// Known truth of one community x service. Expected demand on a day is <c>residents / 1000 x per thousand x level x ageing x season x
/// calendar x shift x opening</c>. Given the weather w, it is multiplied by <c>exp(s w - s²/2)</c>, whose mean over all weather is 1.
/// Actual demand is negative binomial with that mean.
/// </summary>
internal sealed class SampleSeries
{
    /// <summary>
    /// Factor on demand for services for the elderly of one percentage point more residents aged 60 and over: the handbook's elasticity.
    /// </summary>
    public const double ElderlyGrowthPerPoint = 1.15;

    private const double ShareWithShift = 0.12;
    private const double OpeningLevel = 0.4;
    private const int OpeningDays = 60;

    private readonly double _level;
    private readonly double _swing;
    private readonly bool _opens;

    public SampleSeries(SampleCityOptions options, SampleCommunity community, ServiceProfile profile)
    {
        Community = community;
        Profile = profile;
        var random = new RandomStream(options.Seed, "series", community.Code, profile.Code);
        _level = random.LogNormal(0.35);
        _swing = profile.Swing * random.Between(0.8, 1.2);
        var days = options.End.DayNumber - options.Start.DayNumber;
        var rollOut = options.Start.AddDays((int)(days * random.Between(0.30, 0.55)));
        First = profile.IsNew && rollOut > community.FirstDay ? rollOut : community.FirstDay;
        _opens = First > options.Start;
        var (shifts, at, size) = (random.Chance(ShareWithShift), random.Between(0.2, 0.9), random.Between(0.25, 0.6));
        if (shifts) Shift = new LevelShift(options.Start.AddDays((int)(days * at)), Math.Exp(random.Chance(0.5) ? size : -size));
        if (Shift is { } shift && (shift.From <= First || shift.From > community.LastDay)) Shift = null;
        Capacity = new CapacityPlan(options, this, random);
    }

    public SampleCommunity Community { get; }

    public ServiceProfile Profile { get; }

    /// <summary>First day of the service.</summary>
    public DateOnly First { get; }

    /// <summary>Level shift of the series, if it has one.</summary>
    public LevelShift? Shift { get; }

    public CapacityPlan Capacity { get; }

    /// <summary>Demand on an ordinary day without season, shift or opening, in person-visits.</summary>
    public double BaseLevel(DateOnly day) => Community.Residents(day) / 1000 * Profile.PerThousand * _level * Ageing(day);

    /// <summary>Expected demand on a day over all weather, in person-visits; 0 outside the life of the series.</summary>
    /// <param name="day">The day.</param>
    /// <param name="calendarFactor">Calendar factor for the rhythm of the profile.</param>
    public double Expected(DateOnly day, double calendarFactor)
    {
        if (calendarFactor == 0 || day < First || !Community.Row.ExistsOn(day)) return 0;

        var season = 1 + (_swing * Math.Cos(2 * Math.PI * (day.DayOfYear - Profile.Peak) / 365.25));
        var shift = Shift is { } change && day >= change.From ? change.Factor : 1;
        return BaseLevel(day) * season * calendarFactor * shift * Opening(day);
    }

    /// <summary>Factor of the weather on demand; its mean is 1.</summary>
    public double WeatherFactor(double weather) => Math.Exp((Profile.Weather * weather) - (Profile.Weather * Profile.Weather / 2));

    private double Ageing(DateOnly day) =>
        Profile.Service.ElderlySensitive ? Math.Pow(ElderlyGrowthPerPoint, Community.ElderlyPointsGained(day)) : 1;

    private double Opening(DateOnly day) =>
        _opens ? Math.Min(1, OpeningLevel + ((1 - OpeningLevel) * (day.DayNumber - First.DayNumber) / OpeningDays)) : 1;
}
