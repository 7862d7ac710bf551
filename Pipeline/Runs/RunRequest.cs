namespace CommunityDemand.Pipeline.Runs;

/// <summary>What to run.</summary>
/// <param name="Origin">Last day that forecasts may see; null for the last complete day of the facts.</param>
/// <param name="Force">Run even where the current tables come from the same facts and settings.</param>
public sealed record RunRequest(DateOnly? Origin = null, bool Force = false);
