using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>Reads a file in memory, both passes.</summary>
internal static class Rows
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Rows as their values between bars; a value that can't be read is its fault between brackets.</summary>
    /// <exception cref="UnreadableUploadException">The file is refused.</exception>
    public static async Task<string[]> ReadAsync(string name, byte[] content)
    {
        var file = UploadFile.Parse("usage/" + name);
        var inspected = await UploadContent.InspectAsync(Stream(content), file, Cancel);
        await using var source = await RowSources.OpenAsync(Stream(content), inspected, Cancel);
        var rows = new List<string>();
        while (await source.ReadAsync(Cancel))
        {
            var cells = Enumerable.Range(0, source.Header.Count)
                .Select(i => source.FaultOf(i) is { } fault ? $"[{fault.Text()}]" : source[i].ToString());
            rows.Add(source.Fault?.Text() ?? string.Join('|', cells));
        }

        return [.. rows];
    }

    /// <summary>Why a file is refused, or null.</summary>
    public static async Task<string?> ReasonAsync(string name, byte[] content)
    {
        try
        {
            await ReadAsync(name, content);
            return null;
        }
        catch (UnreadableUploadException refused)
        {
            return refused.Message;
        }
    }

    private static MeteredStream Stream(byte[] content) => new(new MemoryStream(content), static _ => { });
}
