using System.Text;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>Reads bytes as an upload is read, without storage.</summary>
internal static class ReadContent
{
    public static Task<UploadContent> InspectAsync(byte[] bytes, string name = "usage/x.csv") =>
        UploadContent.InspectAsync(Stored(bytes), UploadFile.Parse(name), TestContext.Current.CancellationToken);

    /// <summary>Lines of "line:values", with the fault instead of the values where there is one.</summary>
    public static async Task<(UploadContent Content, string Header, string[] Rows)> RowsAsync(byte[] bytes, string name = "usage/x.csv")
    {
        var cancel = TestContext.Current.CancellationToken;
        var content = await InspectAsync(bytes, name);
        await using var rows = await RowSources.OpenAsync(Stored(bytes), content, cancel);
        var read = new List<string>();
        while (await rows.ReadAsync(cancel))
        {
            var cells = Enumerable.Range(0, rows.Header.Count).Select(i => rows[i].ToString());
            read.Add($"{rows.Line}:{(rows.Fault is { } fault ? fault.Text() : string.Join('|', cells))}");
        }

        return (content, string.Join('|', rows.Header), [.. read]);
    }

    public static Task<(UploadContent Content, string Header, string[] Rows)> RowsAsync(string text, string name = "usage/x.csv") =>
        RowsAsync(Encoding.UTF8.GetBytes(text), name);

    private static MeteredStream Stored(byte[] bytes) => new(new MemoryStream(bytes), static _ => { });
}
