namespace CommunityDemand.Local.Terminal;

/// <summary>Progress of a step.</summary>
/// <param name="Share">Share done, 0 to 1.</param>
/// <param name="Detail">Current work, or null.</param>
internal readonly record struct StepProgress(double Share, string? Detail = null)
{
    /// <summary>The share of <paramref name="done"/> in <paramref name="total"/>; 0 of 0 is 0.</summary>
    public static StepProgress Of(double done, double total, string? detail = null) =>
        new(total > 0 ? Math.Clamp(done / total, 0, 1) : 0, detail);
}
