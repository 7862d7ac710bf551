using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Finds a dataset's columns in a file's header.</summary>
internal static class HeaderBinding
{
    private const int LongestShown = 400;

    /// <summary>Binds every column of a dataset.</summary>
    /// <param name="partial">Whether required columns may still be absent because later rows may bring them.</param>
    /// <exception cref="UnreadableUploadException">A required column is missing or two columns claim the same place.</exception>
    public static BoundColumn[] Bind(DatasetSchema schema, IReadOnlyList<string> header, Mapping? mapping, bool partial)
    {
        var bound = schema.Columns
            .Select(column => mapping is null ? Own(column, header, partial) : Foreign(column, header, mapping, partial))
            .ToArray();
        if (!partial && Missing(schema, bound) is { } missing)
        {
            throw new UnreadableUploadException(HeaderMessages.Lacks(missing, Shown(header), schema.Name, Expected(schema)))
            {
                HasForeignHeader = true,
            };
        }

        return bound;
    }

    /// <summary>Whether a header has all that a dataset requires.</summary>
    public static bool Fits(DatasetSchema schema, IReadOnlyList<string> header) =>
        Missing(
            schema, [.. schema.Columns.Select(column => new BoundColumn(column, Places(column, header).FirstOrDefault(-1), null))]) is null;

    /// <summary>How many columns of a header a dataset knows: of two that it fits, the one that knows more is meant.</summary>
    public static int CountKnown(DatasetSchema schema, IReadOnlyList<string> header) =>
        schema.Columns.Count(column => Places(column, header).Any());

    /// <summary>A header as it may stand in a message: short, on one line, without control characters and personal numbers.</summary>
    public static string Shown(IReadOnlyList<string> header)
    {
        var text = string.Concat(string.Join(", ", header.Take(50)).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        text = PersonalNumbers.Strip(text);
        return text.Length <= LongestShown && header.Count <= 50
            ? text
            : $"{text[..Math.Min(text.Length, LongestShown)]} ... ({header.Count} columns)";
    }

    private static BoundColumn Own(Column column, IReadOnlyList<string> header, bool partial)
    {
        var places = Places(column, header).ToArray();
        if (places.Length > 1 && !partial)
        {
            throw new UnreadableUploadException(
                HeaderMessages.Twice(places[0] + 1, Shown([header[places[0]]]), places[1] + 1, Shown([header[places[1]]]), column.Name));
        }

        return new BoundColumn(column, places.Length == 0 ? -1 : places[0], null) { Others = places.Length > 1 ? places[1..] : [] };
    }

    private static BoundColumn Foreign(Column column, IReadOnlyList<string> header, Mapping mapping, bool partial)
    {
        if (!mapping.Columns.TryGetValue(column.Name, out var source)) return new BoundColumn(column, -1, null);
        var place = source.From is null ? -1 : Find(header, source.From, mapping, $"$.columns.{column.Name}", partial || source.IsOptional);
        return new BoundColumn(column, place, source);
    }

    /// <summary>The column that a mapping names; -1 where the file has none and need not have one.</summary>
    /// <param name="place">Where the mapping names the column.</param>
    /// <param name="mayLack">Whether the file may be without the column.</param>
    /// <exception cref="UnreadableUploadException">The name means no column, or two.</exception>
    public static int Find(IReadOnlyList<string> header, string name, Mapping mapping, string place, bool mayLack) =>
        ForeignHeader.Find(header, name) switch
    {
        [var only] => only,
        [] when mayLack => -1,
        [] => throw new UnreadableUploadException(MappingMessages.NoSuchHeader(mapping.Source, place, name, Shown(header))),
        _ => throw new UnreadableUploadException(MappingMessages.SeveralHeaders(mapping.Source, place, name, Shown(header))),
    };

    private static IEnumerable<int> Places(Column column, IReadOnlyList<string> header)
    {
        var names = column.Aliases.Prepend(column.Name).Select(name => HeaderName.Normalize(name)).ToHashSet();
        var exact = Enumerable.Range(0, header.Count)
            .Where(place => !ForeignHeader.IsShare(header[place]) && names.Contains(HeaderName.Normalize(header[place]))).ToArray();
        return exact.Length > 0 ? exact : Enumerable.Range(0, header.Count).Where(i =>
            HeaderUnit.TryRemove(header[i], out var name) && names.Contains(HeaderName.Normalize(name)));
    }

    private static Message? Missing(DatasetSchema schema, BoundColumn[] bound)
    {
        var has = bound.Where(b => b.Index >= 0 || b.Mapping?.Default is not null).Select(b => b.Column.Name).ToHashSet();
        return schema.Columns.Where(c => c.Required && !has.Contains(c.Name)).Select(Named).FirstOrDefault()
            ?? (schema.OneOf.Any() && !schema.OneOf.Any(has.Contains) ? HeaderMessages.OneOf(schema.OneOf) : null);
    }

    private static IReadOnlyList<Message> Expected(DatasetSchema schema)
    {
        var names = schema.Columns.Where(c => c.Required).Select(Named);
        return [.. names, .. schema.OneOf.Any() ? [HeaderMessages.OneOf(schema.OneOf)] : Array.Empty<Message>()];
    }

    private static Message Named(Column column) => column.Aliases.FirstOrDefault(alias => alias[0] > '\u007F') is { } chinese
        ? HeaderMessages.ColumnInBoth(column.Name, chinese)
        : HeaderMessages.Column(column.Name);
}
