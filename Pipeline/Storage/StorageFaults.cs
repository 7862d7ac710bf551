using Azure;
using CommunityDemand.Domain.Messages;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>Classification of storage failures by whether they are transient.</summary>
internal static class StorageFaults
{
    /// <summary>
    /// Whether a failure is transient: throttling, a server error, a lost connection or a timeout. The SDK collects the failures of its
    /// retries in an aggregate exception.
    /// </summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        TimeoutRejectedException or BrokenCircuitException or IOException => true,
        AggregateException many => many.InnerExceptions.Count > 0 && many.InnerExceptions.All(IsTransient),
        _ => false,
    };

    /// <summary>
    /// Whether an exception comes from storage. The SDK throws an aggregate exception after several failed attempts, and a cancellation
    /// after its own timeout.
    /// </summary>
    public static bool IsFailure(Exception exception) =>
        exception is RequestFailedException or AggregateException or IOException or OperationCanceledException;

    /// <summary>Whether another writer changed the entity after it was read, or created it first.</summary>
    public static bool IsConflict(Exception exception) => exception is RequestFailedException { Status: 409 or 412 };

    /// <summary>A failure as a sentence for whoever uploads.</summary>
    public static Message Explain(Exception failure) => failure switch
    {
        RequestFailedException { Status: 412 } => StorageFaultMessages.Rewritten(),
        RequestFailedException { Status: 401 or 403 } => StorageFaultMessages.Refused(),
        RequestFailedException { Status: 404 } => StorageFaultMessages.Missing(),
        RequestFailedException { Status: > 0 } answered => StorageFaultMessages.Answered(answered.Status),
        AggregateException { InnerExceptions: [var first, ..] } => Explain(first),
        _ when IsTransient(failure) || failure is OperationCanceledException => StorageFaultMessages.Silent(),
        _ => StorageFaultMessages.Unforeseen(),
    };

    public static bool IsMissing(Exception exception) => exception is RequestFailedException { Status: 404 };
}
