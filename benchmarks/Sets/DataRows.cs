using System.Runtime.CompilerServices;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>Rows of generated files, read by the pipeline's own readers but without storage.</summary>
internal static class DataRows
{
    // Any day of a generated city counts as past.
    private static readonly DateOnly Today = new(2099, 12, 31);

    /// <summary>Good rows of an upload as facts have them: cells in the order of the dataset's columns.</summary>
    /// <param name="folder">What stands for container <c>uploads</c>.</param>
    /// <param name="path">Path below it, which names the dataset.</param>
    public static async IAsyncEnumerable<Cell[]> FactsAsync(
        string folder, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = UploadFile.Parse(path);
        await using var rows = await OpenAsync(Path.Combine(folder, path), file, cancellationToken);
        var parser =
            new RowParser(file.Schema!, mapping: null, rows, new ParseContext(file.Schema!, Today, ValueStyles.Unknown), services: null);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (parser.Parse().Kind == RowVerdictKind.Kept) yield return [.. parser.Cells];
        }
    }

    /// <summary>Rows of any table as texts, in the order of the columns asked for.</summary>
    public static async IAsyncEnumerable<string[]> TextsAsync(
        string path, string[] columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = await OpenAsync(path, UploadFile.Parse(Path.GetFileName(path)), cancellationToken);
        var places = columns.Select(column => ForeignHeader.Find(rows.Header, column).FirstOrDefault(-1)).ToArray();
        while (await rows.ReadAsync(cancellationToken)) yield return [.. places.Select(place => rows[place].ToString())];
    }

    private static async Task<RowSource> OpenAsync(string path, UploadFile file, CancellationToken cancellationToken)
    {
        UploadContent content;
        await using (var first = new MeteredStream(File.OpenRead(path), _ => { }))
            content = await UploadContent.InspectAsync(first, file, cancellationToken);
        return await RowSources.OpenAsync(new MeteredStream(File.OpenRead(path), _ => { }), content, cancellationToken);
    }
}
