using System.Text;
using System.Text.Json;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Reads mapping files. Whatever is wrong in one is said with its place in the JSON and what to write instead.</summary>
internal static class MappingParser
{
    /// <summary>Bytes of a mapping file.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>The version that the program writes of; the first is read too.</summary>
    public const int Version = 2;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="source">Name of the file, for messages.</param>
    /// <exception cref="MappingException">It is no mapping.</exception>
    public static Mapping Parse(string source, ReadOnlyMemory<byte> json)
    {
        if (json.Length is 0 or > MostBytes) throw new MappingException(MappingMessages.Size(source, MostBytes >> 20));
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return Read(source, new MappingObject(source, document.RootElement, "$", MappingKeys.Root));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The latter of a text with half a surrogate, which is found when the text is asked for.
            throw new MappingException(broken is JsonException { LineNumber: { } line, BytePositionInLine: { } place }
                ? MappingMessages.NoJson(source, line + 1, place + 1)
                : MappingMessages.HalfCharacter(source));
        }
    }

    private static Mapping Read(string source, MappingObject root)
    {
        if (root.Count("version") is > Version) throw root.Fault("version", MappingMessages.UnknownVersion(Version));
        var dataset = root.Text("dataset") ?? throw root.Fault("dataset", MappingMessages.NoDataset(DatasetCatalogue.All.Keys));
        if (!DatasetCatalogue.All.TryGetValue(dataset, out var schema))
            throw root.Fault("dataset", MappingMessages.UnknownDataset(dataset, DatasetCatalogue.All.Keys));
        var match = root.Object("match", MappingKeys.Match) ?? throw root.Fault("match", MappingMessages.NoMatch());
        var file = match.Text("file");
        var headers = match.Texts("headers");
        if (file is null && headers.Count == 0) throw root.Fault("match", MappingMessages.EmptyMatch());

        var columns = ColumnParser.Parse(root, schema);
        var shape = ShapeParser.Parse(root, columns.Values);
        return new Mapping(source, schema, file, headers, columns, [.. Rules(root, "skip"), .. Rules(root, "keep")])
        {
            Hints = Hints(root, file),
            Shape = shape,
            Numbers = Numbers(root),
            Days = root.Flag("dayFirst") switch { true => DayOrder.DayFirst, false => DayOrder.MonthFirst, null => DayOrder.Unknown },
            Period = root.Word("period", MappingWords.Period),
            KeepsFractions = root.Word("fractions", MappingWords.Fractions),
            Ids = root.Word("ids", MappingWords.Ids),
            Overlap = root.Word("overlap", MappingWords.Overlap),
        };
    }

    // Before a file is opened its name alone is known.
    private static ReadingHints Hints(MappingObject root, string? file)
    {
        string[] keys = ["encoding", "delimiter", "sheet", "headerRow"];
        if (file is null && keys.FirstOrDefault(root.Has) is { } early) throw root.Fault(early, MappingMessages.HintNeedsFile());
        var encoding = root.Text("encoding") is { } name
            ? EncodingName.Find(name) ?? throw root.Fault("encoding", MappingMessages.UnknownEncoding())
            : null;
        var delimiter = root.Text("delimiter");
        if (delimiter is not null && !IsDelimiter(delimiter)) throw root.Fault("delimiter", MappingMessages.NoDelimiter());
        return new ReadingHints(encoding, delimiter, root.Count("headerRow"), root.Text("sheet"));
    }

    private static bool IsDelimiter(string text) =>
        text.Length is 1 or 2 && !text.Any(c => char.IsLetterOrDigit(c) || c is '"' or '\'' or '\r' or '\n' or '\0');

    private static NumberStyle Numbers(MappingObject root)
    {
        var point = root.Word("decimal", MappingWords.Decimal);
        var thousands = root.Word("thousands", MappingWords.Thousands);
        if (point != NumberStyle.Unknown && thousands != NumberStyle.Unknown && point != thousands)
            throw root.Fault("thousands", MappingMessages.SameSign());
        return point == NumberStyle.Unknown ? thousands : point;
    }

    private static IEnumerable<RowRule> Rules(MappingObject root, string name)
    {
        foreach (var rule in root.Objects(name, MappingKeys.Rule, MappingMessages.NoSkipRule()))
        {
            var column = rule.Text("column") ?? throw rule.Fault("column", MappingMessages.NoSkipColumn());
            var condition = Condition(rule);
            var isKnown = rule.Text("as") is { } word && MappingWords.As.ContainsKey(word);
            if (!isKnown) throw rule.Fault("as", MappingMessages.NoSkipKind());
            var reason = rule.Text("reason") ?? throw rule.Fault("reason", MappingMessages.NoSkipReason());
            yield return new RowRule(
                column, rule.PlaceOf("column"), condition, name == "keep", rule.Word("as", MappingWords.As), TextMessages.Plain(reason));
        }
    }

    private static RowCondition Condition(MappingObject rule)
    {
        string[] keys = ["values", "pattern", "empty"];
        if (keys.Count(rule.Has) != 1) throw rule.Fault(keys.Any(rule.Has) ? "pattern" : "values", MappingMessages.NoSkipValues());
        if (rule.Pattern("pattern") is { } pattern) return new RowCondition(null, pattern);
        if (rule.Flag("empty") is { } empty) return empty ? RowCondition.Empty : throw rule.Fault("empty", MappingMessages.NotTrue());
        var values = rule.Texts("values");
        if (values.Count == 0) throw rule.Fault("values", MappingMessages.NoSkipValues());
        return new RowCondition(values.ToHashSet(StringComparer.OrdinalIgnoreCase), null);
    }
}
