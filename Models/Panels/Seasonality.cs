using System.Globalization;

namespace CommunityDemand.Models.Panels;

/// <summary>
/// The seasons that the owner of series names: <c>auto</c> (the engine finds them), <c>none</c>, or the numbers of periods in one season
/// or in two, the shorter first.
/// </summary>
public sealed record Seasonality
{
    /// <summary>Maximum number of periods in a season.</summary>
    public const int Longest = 10_000;

    private Seasonality(IReadOnlyList<int>? lengths) => Lengths = lengths;

    /// <summary>The engine finds the seasons.</summary>
    public static Seasonality Auto { get; } = new((IReadOnlyList<int>?)null);

    /// <summary>There is no season.</summary>
    public static Seasonality None { get; } = new([]);

    /// <summary>Numbers of periods in a season, ascending; empty for no season; null where the engine finds them.</summary>
    public IReadOnlyList<int>? Lengths { get; }

    /// <summary>
    /// The one season that says all: 1 for none, and for two seasons the longer, which contains the shorter (a week of hours has the hours
    /// of each day). Null where the engine finds the season.
    /// </summary>
    public int? Length => Lengths switch
    {
        null => null,
        [] => 1,
        [.., var longest] => longest,
    };

    /// <summary>Parses <c>auto</c>, <c>none</c>, <c>N</c> or <c>N,M</c>.</summary>
    /// <returns>False for any other text, and for two seasons of which the longer is no multiple of the shorter.</returns>
    public static bool TryParse(string text, out Seasonality seasonality)
    {
        seasonality = Auto;
        if (text.Equals("auto", StringComparison.OrdinalIgnoreCase)) return true;
        if (text.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            seasonality = None;
            return true;
        }

        var lengths = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return false;
            if (length is < 1 or > Longest) return false;
            lengths.Add(length);
        }

        lengths.Sort();
        if (lengths.Count > 2 || lengths[^1] % lengths[0] != 0) return false;
        seasonality = new Seasonality([.. lengths.Distinct()]);
        return true;
    }

    public bool Equals(Seasonality? other) => other is not null
        && (Lengths is null ? other.Lengths is null : other.Lengths is not null && Lengths.SequenceEqual(other.Lengths));

    public override int GetHashCode() => Length ?? 0;
}
