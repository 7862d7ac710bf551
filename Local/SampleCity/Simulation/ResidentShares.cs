namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>Shares of a community's residents that are constant over the data.</summary>
/// <param name="Age15To35">Aged 15 to 35.</param>
/// <param name="Disabled">With a disability.</param>
/// <param name="LowIncome">With a low income.</param>
/// <param name="Children">Aged under 15.</param>
internal sealed record ResidentShares(double Age15To35, double Disabled, double LowIncome, double Children);
