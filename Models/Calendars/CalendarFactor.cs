namespace CommunityDemand.Models.Calendars;

/// <summary>The calendar factor of one period, in four bytes: there is one for each group and period.</summary>
internal readonly struct CalendarFactor
{
    /// <summary>Minimum of an index, because members divide by it.</summary>
    public const double Least = 0.005;

    // The sign tells whether the factor replaces the season.
    private readonly float _value;

    /// <param name="factor">Factor, 0 or more.</param>
    /// <param name="replaces">Whether the factor replaces the season, see <see cref="Replaces"/>.</param>
    public CalendarFactor(double factor, bool replaces) => _value = replaces ? -(float)factor : (float)factor;

    /// <summary>The factor on usual demand.</summary>
    public double Factor => Math.Abs(_value);

    /// <summary>Whether the factor replaces the phase of the season: a holiday on a Thursday does not behave like a Thursday.</summary>
    public bool Replaces => float.IsNegative(_value);

    /// <summary>The index of a period, given the index of its season.</summary>
    public double On(double season) => Math.Max(Least, Replaces ? Factor : Factor * season);
}
