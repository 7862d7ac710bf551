using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection.Proposals;

/// <summary>Writes a proposed mapping, with comments for the person who checks it.</summary>
internal static class ProposalText
{
    private const int MostPassedOver = 40;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the mapping file.</summary>
    /// <param name="name">Name of the file that it is for.</param>
    /// <param name="headers">All headers of the file.</param>
    public static string Of(Proposal proposal, string name, IEnumerable<string> headers, MessageTexts texts)
    {
        var text = new StringBuilder("{\n");
        text.Append($"  // {Comment(texts.Render(ProposalMessages.ProposedFor(name)))}\n");
        foreach (var note in proposal.Notes) text.Append($"  // {Comment(texts.Render(note))}\n");
        text.Append($"  \"version\": {MappingParser.Version},\n  \"dataset\": {Quoted(proposal.Schema.Name)},\n");
        text.Append($"  \"match\": {{ {string.Join(", ", Match(proposal))} }},\n");
        foreach (var (key, json) in proposal.Layout) text.Append($"  {Quoted(key)}: {json},\n");
        text.Append("  \"columns\": {\n");
        foreach (var column in proposal.Schema.Columns) text.Append(LineOf(column, proposal, texts));
        text.Append("  }\n");
        var rest = headers.Where(header => !proposal.Taken.Contains(header)).ToList();
        if (rest.Count > 0)
            text.Append($"  // {Comment(texts.Render(ProposalMessages.NotTaken(string.Join(", ", rest.Take(MostPassedOver)))))}\n");
        return text.Append("}\n").ToString();
    }

    /// <summary>A text as JSON.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);

    private static IEnumerable<string> Match(Proposal proposal)
    {
        if (proposal.FilePattern is { } pattern) yield return $"\"file\": {Quoted(pattern)}";
        if (proposal.Headers.Count > 0) yield return $"\"headers\": [{string.Join(", ", proposal.Headers.Select(Quoted))}]";
    }

    private static string LineOf(Column column, Proposal proposal, MessageTexts texts)
    {
        var meaning = texts.Language == Language.Chinese ? column.Chinese : column.English;
        if (column.Required) meaning = texts.Render(ProposalMessages.Needed(meaning));
        if (!proposal.Columns.TryGetValue(column.Name, out var proposed))
            return $"    // {Quoted(column.Name)}: \"?\", // {Comment(meaning)}\n";
        if (proposed.Why is { } why) meaning = texts.Render(ProposalMessages.Line(meaning, why));
        var note = proposed.Note is { } more ? $"    // {Comment(texts.Render(more))}\n" : "";
        return $"{note}    {(proposed.IsOpen ? "// " : "")}{Quoted(column.Name)}: {proposed.Json}, // {Comment(meaning)}\n";
    }

    // A comment ends with its line.
    private static string Comment(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
