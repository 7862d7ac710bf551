using CommunityDemand.Benchmarks.Scale.Measuring;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>Reads a file as an intake does, both passes, in this process.</summary>
internal static class FileReading
{
    private const string Mapping = ".mapping.json";

    public static async Task<Reading> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        long rows = 0;
        long faults = 0;
        string? reason = null;
        try
        {
            if (path.EndsWith(Mapping, StringComparison.Ordinal))
                MappingParser.Parse(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken));
            else (rows, faults) = await ReadRowsAsync(path, cancellationToken);
        }
        catch (Exception refused) when (refused is UnreadableUploadException or MappingException)
        {
            reason = refused.Message;
        }

        return new Reading(rows, faults, reason, null, TimeProvider.System.GetElapsedTime(began).TotalSeconds, ProcessMemory.Peak());
    }

    /// <summary>Opens a file's rows.</summary>
    public static async Task<RowSource> OpenAsync(string path, CancellationToken cancellationToken)
    {
        UploadContent content;
        await using (var first = Open(path)) content = await UploadContent.InspectAsync(first, UploadFile.Parse(path), cancellationToken);
        return await RowSources.OpenAsync(Open(path), content, cancellationToken);
    }

    private static MeteredStream Open(string path) => new(File.OpenRead(path), static _ => { });

    private static async Task<(long Rows, long Faults)> ReadRowsAsync(string path, CancellationToken cancellationToken)
    {
        await using var source = await OpenAsync(path, cancellationToken);
        long rows = 0;
        long faults = 0;
        while (await source.ReadAsync(cancellationToken))
        {
            rows++;
            if (source.Fault is not null) faults++;
            else for (var i = 0; i < source.Header.Count; i++) faults += source.FaultOf(i) is null ? 0 : 1;
        }

        return (rows, faults);
    }
}
