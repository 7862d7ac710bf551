namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>What a backtest leads one to expect of forecasts; each null where it is not known.</summary>
internal sealed record ExpectedMeasures(double? Mase, double? Rmsse, double? Wape, double? Coverage80, double? Coverage95);
