namespace CommunityDemand.Domain.Allocation;

/// <summary>The result of an allocation: what each recipient gets.</summary>
/// <param name="Units">Units of each recipient, in the order of the recipients.</param>
public sealed record Allotment(IReadOnlyList<double> Units)
{
    /// <summary>Units allocated in total. This is less than the budget where further units would remove no shortage.</summary>
    public double Spent => Units.Sum();
}
