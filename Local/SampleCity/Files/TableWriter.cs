namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Writer of one table to one file, row by row, in constant memory.</summary>
internal abstract class TableWriter : IAsyncDisposable
{
    /// <summary>Whether columns accept any text. Otherwise, bad rows cannot be written.</summary>
    public virtual bool TakesAnyText => true;

    /// <summary>Whether rows can break the format itself: values without a column, misplaced quotes.</summary>
    public virtual bool IsDelimited => false;

    /// <summary>Writes a row; cells beyond the columns are written where the format allows it.</summary>
    public abstract void Write(params ReadOnlySpan<Cell> row);

    /// <summary>Flushes buffered rows, where the format groups rows.</summary>
    public virtual Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
