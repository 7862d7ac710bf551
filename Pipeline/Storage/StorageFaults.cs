using Azure;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>Which failures of storage pass by themselves.</summary>
internal static class StorageFaults
{
    /// <summary>Throttling, a server's failure, a lost connection, a timeout. The SDK gathers what its own retries met in an aggregate.</summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        TimeoutRejectedException or BrokenCircuitException or IOException => true,
        AggregateException many => many.InnerExceptions.Count > 0 && many.InnerExceptions.All(IsTransient),
        _ => false,
    };

    /// <summary>
    /// Whatever the SDK throws where storage refused a request or never answered it: what all of its tries met, in an aggregate if there were
    /// several, and a timeout of its own as a cancellation.
    /// </summary>
    public static bool IsFailure(Exception exception) =>
        exception is RequestFailedException or AggregateException or IOException or OperationCanceledException;

    /// <summary>Somebody else changed the entity between our reading and our writing of it, or created it first.</summary>
    public static bool IsConflict(Exception exception) => exception is RequestFailedException { Status: 409 or 412 };

    /// <summary>A failure in the words of whoever uploads, as a sentence; what the client says of it speaks to programmers.</summary>
    public static string Explain(Exception exception) => exception switch
    {
        RequestFailedException { Status: 412 } => "The file was written anew while it was read.",
        RequestFailedException { Status: 401 or 403 } => "Storage refused access.",
        RequestFailedException { Status: 404 } => "What was asked for is not there.",
        RequestFailedException { Status: > 0 } failed => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Storage answered with status {failed.Status}."),
        AggregateException { InnerExceptions: [var first, ..] } => Explain(first),
        _ when IsTransient(exception) || exception is OperationCanceledException => "Storage did not answer.",
        _ => "A fault that was not foreseen stopped it; the log has its details.",
    };

    public static bool IsMissing(Exception exception) => exception is RequestFailedException { Status: 404 };
}
