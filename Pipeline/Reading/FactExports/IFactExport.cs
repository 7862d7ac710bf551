using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>A file of exported facts that is being written.</summary>
internal interface IFactExport : IAsyncDisposable
{
    ValueTask WriteAsync(Cell[] row, CancellationToken cancellationToken);

    /// <summary>Writes what is left.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
