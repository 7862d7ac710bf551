namespace CommunityDemand.Models.Forecasters;

/// <summary>Smoothing factors of level, trend and season, with the damping of the trend.</summary>
internal readonly record struct EtsFactors(double Alpha, double Beta, double Gamma, double Damping);
