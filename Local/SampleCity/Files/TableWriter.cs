namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Writes one table to one file, row by row, in memory that does not grow with it.</summary>
internal abstract class TableWriter : IAsyncDisposable
{
    /// <summary>Whether a column takes any text: where it does not, bad rows cannot be written at all.</summary>
    public virtual bool TakesAnyText => true;

    /// <summary>Whether rows can break the format itself: values without a column, quotes out of place.</summary>
    public virtual bool IsDelimited => false;

    /// <summary>Writes a row; more cells than columns are written where the format can hold them.</summary>
    public abstract void Write(params ReadOnlySpan<Cell> row);

    /// <summary>Writes out what is buffered, where the format lets rows be grouped.</summary>
    public virtual Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
