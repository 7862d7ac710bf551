using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Workbooks;

/// <summary>All that a workbook gives.</summary>
/// <param name="Header">Its columns.</param>
/// <param name="Rows">Values with | between them, faults after a !.</param>
/// <param name="Told">What was assumed, as one text.</param>
internal sealed record Reading(IReadOnlyList<string> Header, IReadOnlyList<string> Rows, string Told)
{
    public static Task<Reading> OfAsync(BookMaker book, ReadingHints? hints = null) => OfAsync(book.Make(), hints);

    public static async Task<Reading> OfAsync(byte[] file, ReadingHints? hints = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var source = await WorkbookFile.OpenAsync(new MeteredStream(new MemoryStream(file), static _ => { }), hints, cancel);
        var rows = new List<string>();
        while (await source.ReadAsync(cancel))
        {
            rows.Add(
                string.Join(
                    '|',
                    Enumerable.Range(0, source.Header.Count)
                        .Select(i => source.FaultOf(i) is { } fault ? "!" + fault.Text() : source[i].ToString())));
        }

        return new Reading([.. source.Header], rows, string.Join('\n', source.Assumptions.Select(message => message.Text())));
    }

    public static async Task<string> ReasonAsync(byte[] file) =>
        (await Should.ThrowAsync<UnreadableUploadException>(() => OfAsync(file))).Message;
}
