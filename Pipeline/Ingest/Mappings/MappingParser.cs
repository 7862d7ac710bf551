using System.Globalization;
using System.Text;
using System.Text.Json;
using CommunityDemand.Pipeline.Datasets.Schemas;

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
        if (json.Length is 0 or > MostBytes) throw new MappingException($"Mapping {source} is empty, or larger than {MostBytes >> 20} MiB.");
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return parser.Read(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The latter of a text with half a surrogate, which is found when the text is asked for.
            throw new MappingException($"Mapping {source} is no JSON{Place(broken)}.");
        }
    }

    private static string Place(Exception broken) => broken is JsonException { LineNumber: { } line, BytePositionInLine: { } place }
        ? string.Create(CultureInfo.InvariantCulture, $" from line {line + 1}, character {place + 1}: a sign is missing or too many, or lists and objects are nested too deep")
        : ": it has half a character";

    private Mapping Read(JsonElement root)
    {
        CheckNames(root, "$", "dataset", "match", "columns", "skip");
        var dataset = Text(root, "$", "dataset") ?? throw Fault("$.dataset", "is missing: name one of " + Known(DatasetCatalogue.All.Keys));
        if (!DatasetCatalogue.All.TryGetValue(dataset, out var schema)) throw Fault("$.dataset", $"'{dataset}' is none: name one of {Known(DatasetCatalogue.All.Keys)}");
        var match = Member(root, "match", JsonValueKind.Object, "$") ?? throw Fault("$.match", "is missing: say by which file name or headers a file is recognised");
        CheckNames(match, "$.match", "file", "headers");
        var file = Text(match, "$.match", "file");
        var headers = Texts(match, "$.match", "headers");
        if (file is null && headers.Count == 0) throw Fault("$.match", "needs 'file' (a name with * and ?), 'headers' (a list), or both");

        var columns = Columns(root, schema);
        foreach (var required in schema.Columns.Where(c => c.Required && !columns.ContainsKey(c.Name)))
        {
            throw Fault("$.columns", $"lacks '{required.Name}', which every row of {schema.Name} needs: say which header it comes from, or a constant");
        }

        return new Mapping(_source, schema, file, headers, columns, Skip(root));
    }

    private Dictionary<string, ColumnMapping> Columns(JsonElement root, DatasetSchema schema)
    {
        var columns = Member(root, "columns", JsonValueKind.Object, "$") ?? throw Fault("$.columns", "is missing: say which header each column comes from");
        var result = new Dictionary<string, ColumnMapping>();
        foreach (var member in columns.EnumerateObject())
        {
            var place = $"$.columns.{member.Name}";
            if (schema.IndexOf(member.Name) < 0)
            {
                throw Fault(place, $"is no column of {schema.Name}: it has {Known(schema.Columns.Select(c => c.Name))}");
            }

            result[member.Name] = Column(member.Value, place);
        }

        return result;
    }

    private ColumnMapping Column(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.String) return new ColumnMapping(value.GetString(), null, new Dictionary<string, string>(), []);
        if (value.ValueKind != JsonValueKind.Object) throw Fault(place, "must be a header, or an object with 'from' or 'constant'");
        CheckNames(value, place, "from", "constant", "default", "values", "formats");
        var from = Text(value, place, "from");
        var constant = Text(value, place, "constant");
        if ((from is null) == (constant is null)) throw Fault(place, "needs either 'from' (a header) or 'constant' (a value)");
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in Member(value, "values", JsonValueKind.Object, place)?.EnumerateObject() ?? default)
        {
            values[pair.Name] = Scalar(pair.Value) ?? throw Fault($"{place}.values.{pair.Name}", "must be a text or a number");
        }

        return new ColumnMapping(from, constant ?? Text(value, place, "default"), values, Texts(value, place, "formats"));
    }

    private List<SkipRule> Skip(JsonElement root)
    {
        var rules = new List<SkipRule>();
        foreach (var rule in Member(root, "skip", JsonValueKind.Array, "$")?.EnumerateArray() ?? default)
        {
            var place = $"$.skip[{rules.Count}]";
            if (rule.ValueKind != JsonValueKind.Object) throw Fault(place, "must be an object with 'column', 'values', 'as' and 'reason'");
            CheckNames(rule, place, "column", "values", "as", "reason");
            var column = Text(rule, place, "column") ?? throw Fault(place + ".column", "is missing: name a header of the file");
            var values = Texts(rule, place, "values");
            if (values.Count == 0) throw Fault(place + ".values", "is missing: list the values that leave a row out");
            var kind = Text(rule, place, "as");
            if (kind is not ("duplicate" or "rejected")) throw Fault(place + ".as", "must be 'duplicate' or 'rejected'");
            var reason = Text(rule, place, "reason") ?? throw Fault(place + ".reason", "is missing: say why such rows are left out");
            rules.Add(new SkipRule(column, values.ToHashSet(StringComparer.OrdinalIgnoreCase), kind == "duplicate", reason));
        }

        return rules;
    }

    private void CheckNames(JsonElement value, string place, params string[] allowed)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Fault(place, "must be an object");
        foreach (var member in value.EnumerateObject())
        {
            if (!allowed.Contains(member.Name)) throw Fault($"{place}.{member.Name}", $"is not known here: use {Known(allowed)}");
        }
    }

    private JsonElement? Member(JsonElement value, string name, JsonValueKind kind, string place)
    {
        if (!value.TryGetProperty(name, out var member)) return null;
        return member.ValueKind == kind ? member : throw Fault($"{place}.{name}", $"must be {(kind == JsonValueKind.Array ? "a list" : "an object")}");
    }

    private string? Text(JsonElement value, string place, string name)
    {
        if (!value.TryGetProperty(name, out var member)) return null;
        return Scalar(member) ?? throw Fault($"{place}.{name}", "must be a text or a number");
    }

    private List<string> Texts(JsonElement value, string place, string name) =>
    [
        .. (Member(value, name, JsonValueKind.Array, place)?.EnumerateArray() ?? default)
            .Select((item, i) => Scalar(item) ?? throw Fault($"{place}.{name}[{i}]", "must be a text or a number")),
    ];

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Known(IEnumerable<string> names) => string.Join(", ", names);

    private MappingException Fault(string place, string what) => new($"Mapping {_source}: {place} {what}.");
}
