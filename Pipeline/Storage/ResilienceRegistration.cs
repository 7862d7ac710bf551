using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>
/// Resilience policies of the pipeline, configured in this one place. The clients of the SDK retry single requests within seconds. These
/// policies guard larger units, for as long as a storage account may need to recover or a partition to move.
/// </summary>
internal static class ResilienceRegistration
{
    /// <summary>Policy for a batch of table entities, a working blob, or a message.</summary>
    public const string Storage = "storage";

    /// <summary>Policy for reading, changing and writing an entity with concurrent writers: a conflict starts over at once.</summary>
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
