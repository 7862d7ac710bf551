namespace CommunityDemand.Local.Emulator;

/// <summary>A lock between processes: an open file that nobody else may open. The system releases it even after a kill.</summary>
internal sealed class FileGate : IAsyncDisposable
{
    private readonly FileStream _file;

    private FileGate(FileStream file) => _file = file;

    /// <summary>Waits until the gate is free.</summary>
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
                // Held by another process: look again at the next tick.
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));

        throw new OperationCanceledException(cancellationToken);
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
