namespace CommunityDemand.Pipeline.Reading;

/// <summary>A run's tables were given up for newer ones while one of them was read, so that rows may be missing.</summary>
public sealed class RunRetiredException(string run)
    : Exception(
        $"The tables of run '{run}' were deleted while one was exported, and what came is not whole. Export it again, of the current "
            + "run or one that table Runs has no retiredAt for.");
