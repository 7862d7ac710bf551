using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// A measure of a community, with its true effect: the handbook's averages (satisfaction +12.5%, efficiency +15%, complaints -18%) times
/// <see cref="Strength"/>. Communities without a measure are the controls; they do not differ otherwise. Answers before the measure are
/// lower by exactly the amount that leaves the mean over all answers of the community unchanged.
/// </summary>
internal sealed record Improvement(DateOnly Start, string Measure, string? Service, double Strength, double ShareAfter)
{
    private const double ShareOfCommunities = 0.35;
    private const double TooEarly = 0.12;
    private const double SatisfactionLift = 0.125;
    private const double EfficiencyLift = 0.15;
    private const double ComplaintDrop = 0.18;

    private static readonly string[] ForAll = ["One-window desk 一窗通办", "Staff training 员工服务培训", "Longer opening hours 延长服务时间"];
    private static readonly string[] ForOne = ["Booking by phone or app 预约服务", "More trained staff 增配专业人员", "Renovated premises 场所改造"];

    /// <summary>Factor on the complaint rate from <see cref="Start"/> on.</summary>
    public double ComplaintFactor => 1 - (ComplaintDrop * Strength);

    /// <summary>Factor on response minutes from <see cref="Start"/> on.</summary>
    public double MinutesFactor => 1 - (EfficiencyLift * Strength);

    /// <summary>The measure of a community; null for a control.</summary>
    public static Improvement? Of(SampleCityOptions options, SampleCommunity community, IReadOnlyList<ServiceProfile> services)
    {
        var random = new RandomStream(options.Seed, "improvement", community.Code);
        if (!community.IsThereThroughout || !random.Chance(ShareOfCommunities)) return null;

        var days = options.End.DayNumber - options.Start.DayNumber + 1;
        var before = random.Chance(TooEarly) ? days - 21 : (int)(days * random.Between(0.35, 0.65));
        var single = random.Chance(0.5);
        // Picked among the first services only, so that more services do not change the choice.
        var service = services[random.Below(Math.Min(services.Count, 6))].Code;
        return new Improvement(
            options.Start.AddDays(before),
            random.Pick(single ? ForOne : ForAll),
            single ? service : null,
            random.Between(0.6, 1.3),
            (double)(days - before) / days);
    }

    /// <summary>Whether the measure affects answers about a service.</summary>
    public bool Covers(string service) => Service is null || Service == service;

    /// <summary>Rise of the mean of a dimension at <see cref="Start"/>, in Likert points.</summary>
    public double Lift(Dimension dimension)
    {
        var relative = dimension.Name switch
        {
            "content" or "attitude" => SatisfactionLift * Strength,
            "efficiency" => EfficiencyLift * Strength,
            _ => 0,
        };
        return dimension.Mean * relative / (1 + (relative * ShareAfter));
    }

    /// <summary>Effect of the measure on the mean of a dimension on a day, in Likert points; the mean over all days is 0.</summary>
    public double Effect(Dimension dimension, DateOnly day) => Lift(dimension) * ((day >= Start ? 1 : 0) - ShareAfter);
}
