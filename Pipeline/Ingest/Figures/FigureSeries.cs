namespace CommunityDemand.Pipeline.Ingest.Figures;

/// <summary>What is remembered of the visits of one series.</summary>
internal sealed record FigureSeries(string Community, string Service, string? Period)
{
    public FigureScale Scale { get; } = new();

    public LargestFigures Largest { get; } = new();

    public RunningTotal Run { get; } = new();
}
