using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Engine;

namespace CommunityDemand.Local.Series;

/// <summary>Progress of the engine on a progress board.</summary>
internal static class EngineProgressReports
{
    public static IProgress<EngineProgress> OfEngine(this IProgress<StepProgress> board) => new Adapter(board);

    private sealed class Adapter(IProgress<StepProgress> board) : IProgress<EngineProgress>
    {
        public void Report(EngineProgress value) => board.Report(new StepProgress(value.Done, value.Step));
    }
}
