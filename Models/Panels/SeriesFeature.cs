namespace CommunityDemand.Models.Panels;

/// <summary>
/// A property of a series that changes now and then (share of people over 60, satisfaction, complaint rate), as it was
/// known at a period: never what was learned later.
/// </summary>
public sealed record SeriesFeature
{
    /// <param name="name">Name, used in the model's importances and drivers.</param>
    /// <param name="steps">For each series of the panel its steps by ascending period; a step holds from its period on.</param>
    /// <exception cref="ArgumentException">A series' steps are not ascending.</exception>
    public SeriesFeature(string name, IReadOnlyList<IReadOnlyList<FeatureStep>> steps)
    {
        foreach (var series in steps)
        {
            for (var i = 1; i < series.Count; i++)
            {
                if (series[i].Period <= series[i - 1].Period) throw new ArgumentException($"Steps of {name} must ascend.", nameof(steps));
            }
        }

        Name = name;
        Steps = steps;
    }

    public string Name { get; }

    public IReadOnlyList<IReadOnlyList<FeatureStep>> Steps { get; }

    /// <summary>The value known before period <paramref name="origin"/>; NaN if none was.</summary>
    public float KnownBefore(int series, int origin)
    {
        var steps = Steps[series];
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            if (steps[i].Period < origin) return steps[i].Value;
        }

        return float.NaN;
    }
}

/// <summary>
/// From <paramref name="Period"/> (an index of the panel's axis; negative for before it) the value is <paramref name="Value"/>.
/// </summary>
public readonly record struct FeatureStep(int Period, float Value);
