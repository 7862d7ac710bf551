using Polly;
using Polly.Retry;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>Retries of concurrent commits to one dataset: the later instance reads and decides again.</summary>
internal static class LedgerConflicts
{
    public static ResiliencePipeline Retry { get; } = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<LedgerConflictException>(),
            MaxRetryAttempts = 20,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromSeconds(5),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();
}
