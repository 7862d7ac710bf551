using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Takes the good rows of one upload and writes its fact files.</summary>
internal interface IFactSink
{
    /// <summary>Takes a row; the array is the caller's.</summary>
    ValueTask AddAsync(Cell[] cells, CancellationToken cancellationToken);

    /// <summary>Writes what is left.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
