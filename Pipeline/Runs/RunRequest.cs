namespace CommunityDemand.Pipeline.Runs;

/// <summary>A request for a run.</summary>
/// <param name="Origin">
/// Last day that forecasts may use, not before <see cref="EarliestOrigin"/>; null for the last complete day of the facts.
/// </param>
/// <param name="Force">Whether to run even where the current tables come from the same facts and settings.</param>
/// <exception cref="ArgumentOutOfRangeException">The origin is too early; the message names the earliest origin.</exception>
public sealed record RunRequest(DateOnly? Origin = null, bool Force = false)
{
    /// <summary>Earliest origin. Earlier days are typing errors, and tables cannot hold days before 1601.</summary>
    public static readonly DateOnly EarliestOrigin = new(2000, 1, 1);

    public DateOnly? Origin { get; } = Origin is not { } day || day >= EarliestOrigin ? Origin
        : throw new ArgumentOutOfRangeException(nameof(Origin), $"Origin {day:yyyy-MM-dd} is before {EarliestOrigin:yyyy-MM-dd}.");
}
