namespace CommunityDemand.Pipeline.Runs;

/// <summary>What to run.</summary>
/// <param name="Origin">Last day that forecasts may see, not before <see cref="EarliestOrigin"/>; null for the last complete day of the facts.</param>
/// <param name="Force">Run even where the current tables come from the same facts and settings.</param>
/// <exception cref="ArgumentOutOfRangeException">The origin is too early; the message says which may be.</exception>
public sealed record RunRequest(DateOnly? Origin = null, bool Force = false)
{
    /// <summary>Earlier ones are slips of the pen, and no day before 1601 fits into a table.</summary>
    public static readonly DateOnly EarliestOrigin = new(2000, 1, 1);

    public DateOnly? Origin { get; } = Origin is not { } day || day >= EarliestOrigin ? Origin
        : throw new ArgumentOutOfRangeException(nameof(Origin), $"Origin {day:yyyy-MM-dd} is before {EarliestOrigin:yyyy-MM-dd}.");
}
