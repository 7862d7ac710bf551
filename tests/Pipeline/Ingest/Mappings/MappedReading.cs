using System.Text;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Mappings;

/// <summary>Reads a file in memory by a mapping.</summary>
internal static class MappedReading
{
    /// <summary>Usage as <c>community|service|date|visits</c>; of a row that is left out, the reason.</summary>
    /// <exception cref="UnreadableUploadException">The file is refused.</exception>
    public static async Task<string[]> OfAsync(string keys, string columns, string text, string name = "file.csv")
    {
        var cancel = TestContext.Current.CancellationToken;
        var json = $$$"""{"version":2,"dataset":"usage","match":{"file":"*"},{{{keys}}}"columns":{ {{{columns}}} }}""";
        var catalogue = MappingCatalogue.Of([("one.json", Encoding.UTF8.GetBytes(json))], [], new Dictionary<string, LookupTable>());
        if (catalogue.Faults.Count > 0) throw new MappingException(catalogue.Faults[0]);
        var file = UploadFile.Parse("usage/" + name);
        var content = await UploadContent.InspectAsync(Open(), file, cancel, catalogue.HintsFor(file.Schema, file.Name));
        await using var source = await RowSources.OpenAsync(Open(), content, cancel);
        var mapping = catalogue.Find(file.Schema!, file.Name, source.Header)!;
        var rows = MappedRows.Of(source, mapping, file);
        var context = new ParseContext(file.Schema!, new DateOnly(2026, 12, 1), mapping.Fix(ValueStyles.Unknown, rows.HasTypedNumbers))
        {
            KeepsFractions = mapping.KeepsFractions,
        };
        var parser = new RowParser(file.Schema!, mapping, rows, context, null);
        var read = new List<string>();
        while (await rows.ReadAsync(cancel))
        {
            var verdict = parser.Parse();
            read.Add(verdict.Reason is { } reason
                ? $"{verdict.Column}: {reason.Text()}"
                : FormattableString.Invariant(
                    $"{Cell("community").Text}|{Cell("service").Text}|{Cell("date").Day:yyyy-MM-dd}|{Cell("visits").Number}"));
        }

        return [.. read];

        Cell Cell(string column) => parser.Cells[file.Schema!.IndexOf(column)];
        MeteredStream Open() => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), static _ => { });
    }
}
