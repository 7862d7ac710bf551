using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Reads where the columns of a dataset come from.</summary>
internal sealed class ColumnParser
{
    private readonly MappingObject _root;
    private readonly IReadOnlyList<string> _dateFormats;
    private readonly bool _isMinguo;
    private readonly Frequency? _period;
    private readonly Dictionary<string, string>? _aliases;

    private ColumnParser(MappingObject root)
    {
        _root = root;
        _dateFormats = root.Texts("dateFormats");
        _isMinguo = root.Word("calendar", MappingWords.Calendar);
        _period = root.Word("period", MappingWords.Period);
        if (_isMinguo && _dateFormats.Count > 0) throw root.Fault("dateFormats", MappingMessages.FormatsOfMinguo());
        if (DateFormats.FaultOf(_dateFormats) is { } fault) throw root.Fault("dateFormats", fault);
        _aliases = root.Has("aliases") ? Aliases(root) : null;
    }

    /// <summary>The columns by name of the dataset's column.</summary>
    /// <exception cref="MappingException">One can't work, or the dataset needs another.</exception>
    public static Dictionary<string, ColumnMapping> Parse(MappingObject root, DatasetSchema schema)
    {
        var parser = new ColumnParser(root);
        var columns = root.Object("columns", known: null) ?? throw root.Fault("columns", MappingMessages.NoColumns());
        var result = new Dictionary<string, ColumnMapping>();
        foreach (var (name, header, settings) in columns.Members(MappingKeys.Column, MappingMessages.NoHeaderOrObject()))
        {
            var index = schema.IndexOf(name);
            if (index < 0)
                throw columns.Fault(name, MappingMessages.UnknownColumn(schema.Name, schema.Columns.Select(column => column.Name)));
            result[name] = parser.Complete(
                settings is null ? Of(header!) : parser.Column(settings, schema.Columns[index]), schema.Columns[index]);
        }

        if (root.Word("count", MappingWords.Count)) CountRows(root, columns, schema, result);
        foreach (var required in schema.Columns.Where(column => column.Required && !result.ContainsKey(column.Name)))
        {
            throw root.Fault("columns", MappingMessages.LacksColumn(required.Name, schema.Name));
        }

        return result;
    }

    private static ColumnMapping Of(string header) => new(header, null, new Dictionary<string, string>(), []);

    private ColumnMapping Column(MappingObject settings, Column column)
    {
        var (from, constant, parts) = (settings.Text("from"), settings.Text("constant"), Parts(settings, column));
        if ((from is null ? 0 : 1) + (constant is null ? 0 : 1) + (parts is null ? 0 : 1) != 1)
            throw settings.Fault(MappingMessages.FromOrConstant());
        var formats = settings.Texts("formats");
        if (_isMinguo && formats.Count > 0) throw settings.Fault("formats", MappingMessages.FormatsOfMinguo());
        if (DateFormats.FaultOf([.. formats, .. _dateFormats]) is { } fault) throw settings.Fault("formats", fault);
        return new ColumnMapping(from ?? parts?.Name, constant ?? settings.Text("default"), settings.Pairs("values"), formats)
        {
            IsOptional = settings.Flag("optional") ?? false,
            Parts = parts,
            Lookup = Lookup(settings),
        };
    }

    private static DateParts? Parts(MappingObject settings, Column column)
    {
        string[] keys = ["year", "month", "day"];
        if (!keys.Any(settings.Has)) return null;
        if (column is not DayColumn) throw settings.Fault(keys.First(settings.Has), MappingMessages.PartOfNoDate(column.Name));
        if (keys.FirstOrDefault(key => !settings.Has(key)) is { } missing) throw settings.Fault(missing, MappingMessages.NoPart());
        return new DateParts(Part("year"), Part("month"), Part("day"));

        DatePart Part(string name) => new(settings.Text(name)!, settings.IsNumber(name), settings.PlaceOf(name));
    }

    private static LookupReference? Lookup(MappingObject settings)
    {
        if (settings.Object("lookup", MappingKeys.Lookup) is not { } lookup) return null;
        if (MappingKeys.Lookup.FirstOrDefault(key => lookup.Text(key) is null) is { } missing)
            throw lookup.Fault(missing, MappingMessages.NoLookup());
        var file = lookup.Text("file")!;
        if (file.AsSpan().ContainsAny('/', '\\')) throw lookup.Fault("file", MappingMessages.LookupElsewhere());
        return new LookupReference(file, lookup.Text("from")!, lookup.Text("to")!, settings.PlaceOf("lookup"));
    }

    // What holds of all dates, and of all keys.
    private ColumnMapping Complete(ColumnMapping mapping, Column column) => column switch
    {
        DayColumn => mapping with { Formats = [.. mapping.Formats, .. _dateFormats], IsMinguo = _isMinguo, Period = _period },
        TextColumn { IsComment: false, Role: not ColumnRole.Id } => mapping with { Aliases = _aliases },
        _ => mapping,
    };

    private static Dictionary<string, string> Aliases(MappingObject root)
    {
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (spelling, key) in root.Pairs("aliases"))
        {
            var normal = KeyText.Normalize(spelling);
            if (aliases.TryGetValue(normal, out var other) && other != key)
                throw root.Fault($"aliases.{spelling}", MappingMessages.TwoKeys(other));
            aliases[normal] = key;
        }

        return aliases;
    }

    private static void CountRows(MappingObject root, MappingObject columns, DatasetSchema schema, Dictionary<string, ColumnMapping> result)
    {
        if (schema.Columns.FirstOrDefault(column => column.IsNeededWithoutId) is not { } counted)
            throw root.Fault("count", MappingMessages.CountsNoRows(schema.Name));
        foreach (var column in new[] { counted, schema.Columns[schema.IdIndex] })
        {
            if (result.ContainsKey(column.Name)) throw columns.Fault(column.Name, MappingMessages.CountedByRows());
        }

        result[counted.Name] = new ColumnMapping(null, "1", new Dictionary<string, string>(), []);
    }
}
