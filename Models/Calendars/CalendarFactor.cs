namespace CommunityDemand.Models.Calendars;

/// <summary>What the calendar does to one period, in four bytes: there is one a group and period.</summary>
internal readonly struct CalendarFactor
{
    /// <summary>An index is this at least: members divide by it.</summary>
    public const double Least = 0.005;

    // The sign says whether it replaces.
    private readonly float _value;

    /// <param name="factor">0 or more.</param>
    /// <param name="replaces">See <see cref="Replaces"/>.</param>
    public CalendarFactor(double factor, bool replaces) => _value = replaces ? -(float)factor : (float)factor;

    /// <summary>What usual demand is multiplied by.</summary>
    public double Factor => Math.Abs(_value);

    /// <summary>Whether the period has no phase of the season: a holiday is no Thursday.</summary>
    public bool Replaces => float.IsNegative(_value);

    /// <summary>The index of a period whose season's index is this.</summary>
    public double On(double season) => Math.Max(Least, Replaces ? Factor : Factor * season);
}
