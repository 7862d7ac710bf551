namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The rows of one sheet from the first, blank ones included where the file has them.</summary>
internal abstract class SheetRows : IAsyncDisposable
{
    public const int LastColumn = 16_384;

    public SheetRow Current { get; } = new();

    /// <summary>Whether a column is hidden; known from the first row on.</summary>
    public virtual bool HidesColumn(int column) => false;

    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
