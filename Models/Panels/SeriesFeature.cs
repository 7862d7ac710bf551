namespace CommunityDemand.Models.Panels;

/// <summary>
/// A property of a series that changes occasionally (share of residents over 60, satisfaction, complaint rate). Each value is the one
/// known at that period, never one learned later. A feature that is known ahead (a price, a campaign) has the value of the period that is
/// forecast: its steps reach over the horizon.
/// </summary>
public sealed record SeriesFeature
{
    /// <param name="name">Name of the feature, used in importances and drivers.</param>
    /// <param name="steps">Steps of each series of the panel, by ascending period; a step holds from its period on.</param>
    /// <param name="isKnownAhead">Whether the steps after an origin are known at the origin.</param>
    /// <exception cref="ArgumentException">The steps of a series are not ascending.</exception>
    public SeriesFeature(string name, IReadOnlyList<IReadOnlyList<FeatureStep>> steps, bool isKnownAhead = false)
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
        IsKnownAhead = isKnownAhead;
    }

    public string Name { get; }

    public IReadOnlyList<IReadOnlyList<FeatureStep>> Steps { get; }

    /// <summary>Whether the steps after an origin are known at the origin.</summary>
    public bool IsKnownAhead { get; }

    /// <summary>The same feature of other series.</summary>
    public SeriesFeature With(IReadOnlyList<IReadOnlyList<FeatureStep>> steps) => new(Name, steps, IsKnownAhead);

    /// <summary>The value known before period <paramref name="origin"/>; NaN if there is none.</summary>
    public float KnownBefore(int series, int origin)
    {
        var steps = Steps[series];
        var (low, high) = (0, steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (steps[middle].Period < origin) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? float.NaN : steps[low - 1].Value;
    }
}

/// <summary>
/// A step of a feature: from <paramref name="Period"/> on (an index of the panel's axis; negative before the axis), the value is
/// <paramref name="Value"/>.
/// </summary>
public readonly record struct FeatureStep(int Period, float Value);
