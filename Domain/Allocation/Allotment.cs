namespace CommunityDemand.Domain.Allocation;

/// <summary>What each recipient gets.</summary>
/// <param name="Units">One for each recipient, in their order.</param>
public sealed record Allotment(IReadOnlyList<double> Units)
{
    /// <summary>Units shared out: the budget, or less where more would remove nothing anywhere.</summary>
    public double Spent => Units.Sum();
}
