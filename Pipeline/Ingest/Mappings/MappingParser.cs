using System.Text;
using System.Text.Json;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Reads mapping files. Whatever is wrong in one is said with its place in the JSON and what to write instead.</summary>
internal sealed class MappingParser
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Bytes of a mapping file.</summary>
    public const int MostBytes = 1 << 20;

    private readonly string _source;

    private MappingParser(string source) => _source = source;

    /// <param name="source">Name of the file, for messages.</param>
    /// <exception cref="MappingException">It is no mapping.</exception>
    public static Mapping Parse(string source, ReadOnlyMemory<byte> json)
    {
        var parser = new MappingParser(source);
        if (json.Length is 0 or > MostBytes) throw new MappingException(MappingMessages.Size(source, MostBytes >> 20));
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return parser.Read(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The latter of a text with half a surrogate, which is found when the text is asked for.
            throw new MappingException(broken is JsonException { LineNumber: { } line, BytePositionInLine: { } place }
                ? MappingMessages.NoJson(source, line + 1, place + 1)
                : MappingMessages.HalfCharacter(source));
        }
    }

    private Mapping Read(JsonElement root)
    {
        CheckNames(root, "$", "dataset", "match", "columns", "skip");
        var dataset = Text(root, "$", "dataset") ?? throw Fault("$.dataset", MappingMessages.NoDataset(DatasetCatalogue.All.Keys));
        if (!DatasetCatalogue.All.TryGetValue(dataset, out var schema))
            throw Fault("$.dataset", MappingMessages.UnknownDataset(dataset, DatasetCatalogue.All.Keys));
        var match = Member(root, "match", JsonValueKind.Object, "$") ?? throw Fault("$.match", MappingMessages.NoMatch());
        CheckNames(match, "$.match", "file", "headers");
        var file = Text(match, "$.match", "file");
        var headers = Texts(match, "$.match", "headers");
        if (file is null && headers.Count == 0) throw Fault("$.match", MappingMessages.EmptyMatch());

        var columns = Columns(root, schema);
        foreach (var required in schema.Columns.Where(c => c.Required && !columns.ContainsKey(c.Name)))
        {
            throw Fault("$.columns", MappingMessages.LacksColumn(required.Name, schema.Name));
        }

        return new Mapping(_source, schema, file, headers, columns, Skip(root));
    }

    private Dictionary<string, ColumnMapping> Columns(JsonElement root, DatasetSchema schema)
    {
        var columns = Member(root, "columns", JsonValueKind.Object, "$") ?? throw Fault("$.columns", MappingMessages.NoColumns());
        var result = new Dictionary<string, ColumnMapping>();
        foreach (var member in columns.EnumerateObject())
        {
            var place = $"$.columns.{member.Name}";
            if (schema.IndexOf(member.Name) < 0)
            {
                throw Fault(place, MappingMessages.UnknownColumn(schema.Name, schema.Columns.Select(column => column.Name)));
            }

            result[member.Name] = Column(member.Value, place);
        }

        return result;
    }

    private ColumnMapping Column(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.String)
            return new ColumnMapping(value.GetString(), null, new Dictionary<string, string>(), []);
        if (value.ValueKind != JsonValueKind.Object) throw Fault(place, MappingMessages.NoHeaderOrObject());
        CheckNames(value, place, "from", "constant", "default", "values", "formats", "optional");
        var from = Text(value, place, "from");
        var constant = Text(value, place, "constant");
        if ((from is null) == (constant is null)) throw Fault(place, MappingMessages.FromOrConstant());
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in Member(value, "values", JsonValueKind.Object, place)?.EnumerateObject() ?? default)
        {
            values[pair.Name] = Scalar(pair.Value) ?? throw Fault($"{place}.values.{pair.Name}", MappingMessages.NoScalar());
        }

        var formats = Texts(value, place, "formats");
        if (DateFormats.FaultOf(formats) is { } fault) throw Fault($"{place}.formats", fault);
        return new ColumnMapping(
            from, constant ?? Text(value, place, "default"), values, formats)
        { IsOptional = Flag(value, place, "optional") };
    }

    private List<SkipRule> Skip(JsonElement root)
    {
        var rules = new List<SkipRule>();
        foreach (var rule in Member(root, "skip", JsonValueKind.Array, "$")?.EnumerateArray() ?? default)
        {
            var place = $"$.skip[{rules.Count}]";
            if (rule.ValueKind != JsonValueKind.Object) throw Fault(place, MappingMessages.NoSkipRule());
            CheckNames(rule, place, "column", "values", "as", "reason");
            var column = Text(rule, place, "column") ?? throw Fault(place + ".column", MappingMessages.NoSkipColumn());
            var values = Texts(rule, place, "values");
            if (values.Count == 0) throw Fault(place + ".values", MappingMessages.NoSkipValues());
            var kind = Text(rule, place, "as");
            if (kind is not ("duplicate" or "rejected")) throw Fault(place + ".as", MappingMessages.NoSkipKind());
            var reason = Text(rule, place, "reason") ?? throw Fault(place + ".reason", MappingMessages.NoSkipReason());
            rules.Add(
                new SkipRule(column, values.ToHashSet(StringComparer.OrdinalIgnoreCase), kind == "duplicate", TextMessages.Plain(reason)));
        }

        return rules;
    }

    private void CheckNames(JsonElement value, string place, params string[] allowed)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Fault(place, MappingMessages.NoObject());
        foreach (var member in value.EnumerateObject())
        {
            if (!allowed.Contains(member.Name)) throw Fault($"{place}.{member.Name}", MappingMessages.UnknownName(allowed));
        }
    }

    private JsonElement? Member(JsonElement value, string name, JsonValueKind kind, string place)
    {
        if (!value.TryGetProperty(name, out var member)) return null;
        if (member.ValueKind == kind) return member;
        throw Fault($"{place}.{name}", kind == JsonValueKind.Array ? MappingMessages.NoList() : MappingMessages.NoObject());
    }

    private bool Flag(JsonElement value, string place, string name)
    {
        if (!value.TryGetProperty(name, out var member)) return false;
        return member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : throw Fault(
            $"{place}.{name}", MappingMessages.NoFlag());
    }

    private string? Text(JsonElement value, string place, string name)
    {
        if (!value.TryGetProperty(name, out var member)) return null;
        return Scalar(member) ?? throw Fault($"{place}.{name}", MappingMessages.NoScalar());
    }

    private List<string> Texts(JsonElement value, string place, string name) =>
    [
        .. (Member(value, name, JsonValueKind.Array, place)?.EnumerateArray() ?? default)
            .Select((item, i) => Scalar(item) ?? throw Fault($"{place}.{name}[{i}]", MappingMessages.NoScalar())),
    ];

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private MappingException Fault(string place, Message what) => new(MappingMessages.Fault(_source, place, what));
}
