using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>
/// The one place that says how the flow bears failures. The SDK's clients retry single requests within seconds; these guard the units
/// around them, for as long as a storage account may take to recover or a partition to be moved.
/// </summary>
internal static class ResilienceRegistration
{
    /// <summary>A batch of table entities, a working blob, a message.</summary>
    public const string Storage = "storage";

    /// <summary>Read, change and write one entity that others write too: a conflict starts over at once.</summary>
    public const string Conflict = "conflict";

    public static IServiceCollection AddResilience(this IServiceCollection services) => services
        .AddResiliencePipeline(Storage, static builder => builder
            .AddRetry(Backoff(StorageFaults.IsTransient, attempts: 6))
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Exception is { } e && StorageFaults.IsTransient(e)),
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(5),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromMinutes(2) }))
        .AddResiliencePipeline(Conflict, static builder => builder
            .AddRetry(Backoff(static e => StorageFaults.IsConflict(e) || StorageFaults.IsTransient(e), attempts: 10))
            .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(30) }));

    private static RetryStrategyOptions Backoff(Func<Exception, bool> handle, int attempts) => new()
    {
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } e && handle(e)),
        MaxRetryAttempts = attempts,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromMilliseconds(200),
        MaxDelay = TimeSpan.FromSeconds(15),
    };
}
