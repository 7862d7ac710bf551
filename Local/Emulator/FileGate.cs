namespace CommunityDemand.Local.Emulator;

/// <summary>A lock between processes: a file opened exclusively. The operating system releases the lock even after a kill.</summary>
internal sealed class FileGate : IAsyncDisposable
{
    private readonly FileStream _file;

    private FileGate(FileStream file) => _file = file;

    /// <summary>Waits until the lock is free.</summary>
    public static async Task<FileGate> EnterAsync(string path, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            try
            {
                return new FileGate(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process holds the lock; the next tick tries again.
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));

        throw new OperationCanceledException(cancellationToken);
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
