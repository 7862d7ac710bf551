using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Takes batches of an upload's facts.</summary>
internal interface IFactParts
{
    /// <summary>First and last day of the facts; null where there is none.</summary>
    (DateOnly First, DateOnly Last)? Span { get; }

    /// <summary>What was stored, as <see cref="FactPartNames"/> writes it.</summary>
    string Parts { get; }

    /// <summary>Takes rows; where the dataset is partitioned they come in order of their dates.</summary>
    Task WriteAsync(IReadOnlyList<Cell[]> rows, CancellationToken cancellationToken);
}
