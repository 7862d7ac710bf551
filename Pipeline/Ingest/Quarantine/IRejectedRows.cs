using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Quarantine;

/// <summary>Takes the rejected rows of an upload.</summary>
internal interface IRejectedRows : IAsyncDisposable
{
    /// <summary>Name of the blob that has them; null while there is none.</summary>
    string? Name { get; }

    ValueTask AddAsync(long line, string? sheet, string column, Message reason, string original, CancellationToken cancellationToken);

    ValueTask CompleteAsync(CancellationToken cancellationToken);
}
