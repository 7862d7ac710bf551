using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// A measure that a community took, with its true effect: the handbook's averages (satisfaction +12.5%, efficiency +15%, complaints -18%) times
/// <see cref="Strength"/>. Communities without one are the controls: nothing else sets them apart. A measure is taken where answers were
/// worse before, by just so much that the community's mean over all answers is what it would have been without.
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

    /// <summary>What the complaint rate is multiplied by from <see cref="Start"/> on.</summary>
    public double ComplaintFactor => 1 - (ComplaintDrop * Strength);

    /// <summary>What response minutes are multiplied by from <see cref="Start"/> on.</summary>
    public double MinutesFactor => 1 - (EfficiencyLift * Strength);

    /// <summary>The measure that a community took; null for a control.</summary>
    public static Improvement? Of(SampleCityOptions options, SampleCommunity community, IReadOnlyList<ServiceProfile> services)
    {
        var random = new RandomStream(options.Seed, "improvement", community.Code);
        if (!community.IsThereThroughout || !random.Chance(ShareOfCommunities)) return null;

        var days = options.End.DayNumber - options.Start.DayNumber + 1;
        var before = random.Chance(TooEarly) ? days - 21 : (int)(days * random.Between(0.35, 0.65));
        var single = random.Chance(0.5);
        // Picked among the first alone, so that more services leave the choice as it is.
        var service = services[random.Below(Math.Min(services.Count, 6))].Code;
        return new Improvement(
            options.Start.AddDays(before),
            random.Pick(single ? ForOne : ForAll),
            single ? service : null,
            random.Between(0.6, 1.3),
            (double)(days - before) / days);
    }

    /// <summary>Whether answers about a service are affected.</summary>
    public bool Covers(string service) => Service is null || Service == service;

    /// <summary>By how many Likert points the mean of a dimension rises at <see cref="Start"/>.</summary>
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

    /// <summary>What the measure adds to the mean of a dimension on a day, in Likert points; its mean over all days is 0.</summary>
    public double Effect(Dimension dimension, DateOnly day) => Lift(dimension) * ((day >= Start ? 1 : 0) - ShareAfter);
}
