using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>A table of values beside mappings.</summary>
/// <param name="Hash">SHA-256 of the file; of one that can't be read, empty.</param>
/// <param name="Header">Its header.</param>
/// <param name="Rows">Its rows, trimmed.</param>
/// <param name="Fault">Why the table can't be used; null where it can.</param>
internal sealed record LookupTable(string Hash, IReadOnlyList<string> Header, IReadOnlyList<string[]> Rows, Message? Fault)
{
    /// <summary>Bytes of such a file.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>A table that is too large.</summary>
    public static LookupTable TooLarge { get; } = Broken(MappingMessages.LookupSize(MostBytes >> 20));

    /// <summary>Reads a table of any format that uploads may have.</summary>
    public static async Task<LookupTable> ReadAsync(string name, byte[] file, CancellationToken cancellationToken)
    {
        if (file.Length > MostBytes) return TooLarge;
        try
        {
            UploadContent content;
            await using (var first = Open(file))
                content = await UploadContent.InspectAsync(first, UploadFile.Parse(name), cancellationToken);
            await using var source = await RowSources.OpenAsync(Open(file), content, cancellationToken);
            var rows = new List<string[]>();
            while (await source.ReadAsync(cancellationToken))
            {
                if (source.Fault is { } fault) return Broken(MappingMessages.LookupRow(source.Line, fault));
                rows.Add([.. Enumerable.Range(0, source.Header.Count).Select(column => source[column].Trim().ToString())]);
            }

            return new LookupTable(content.Hash, [.. source.Header], rows, null);
        }
        catch (UnreadableUploadException unreadable)
        {
            return Broken(unreadable.Reason);
        }
    }

    /// <summary>Values of one column by those of another, which are compared without case.</summary>
    /// <returns>The values, or why there are none.</returns>
    public (IReadOnlyDictionary<string, string>? Values, Message? Fault) Find(string from, string to)
    {
        if (Fault is not null) return (null, MappingMessages.LookupUnreadable(Fault));
        var (keys, values) = (ForeignHeader.Find(Header, from), ForeignHeader.Find(Header, to));
        if (keys.Length != 1) return (null, MappingMessages.NoLookupHeader(from, Header));
        if (values.Length != 1) return (null, MappingMessages.NoLookupHeader(to, Header));
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Rows)
        {
            var (key, value) = (row[keys[0]], row[values[0]]);
            if (result.TryGetValue(key, out var other) && other != value) return (null, MappingMessages.LookupTwice(key, other, value));
            result[key] = value;
        }

        return (result, null);
    }

    private static LookupTable Broken(Message fault) => new("", [], [], fault);

    private static MeteredStream Open(byte[] file) => new(new MemoryStream(file), static _ => { });
}
