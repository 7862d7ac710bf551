namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>Storage that does not answer, without the seconds that the SDK spends on trying again.</summary>
internal static class Unreachable
{
    /// <summary>What the SDK throws in the end: what each of its tries met.</summary>
    public static Exception Storage() => new AggregateException(new IOException("connection reset"), new IOException("connection reset"));

    /// <summary>Done once a token is cancelled.</summary>
    public static async Task CancelledAsync(this CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
