namespace CommunityDemand.Local.Terminal;

/// <summary>How far a step is.</summary>
/// <param name="Share">Part done, 0 to 1.</param>
/// <param name="Detail">What is being done right now, or null.</param>
internal readonly record struct StepProgress(double Share, string? Detail = null)
{
    /// <summary>The part that <paramref name="done"/> is of <paramref name="total"/>; 0 of 0 is nothing yet.</summary>
    public static StepProgress Of(double done, double total, string? detail = null) =>
        new(total > 0 ? Math.Clamp(done / total, 0, 1) : 0, detail);
}
