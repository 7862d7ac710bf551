using System.Collections.Frozen;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>The columns that datasets have, by every header that means one.</summary>
internal static class KnownColumns
{
    private static readonly FrozenDictionary<string, bool> KeyByName = DatasetCatalogue.All.Values
        .SelectMany(
            schema => schema.Columns.SelectMany(column =>
                column.Aliases.Prepend(column.Name).Select(name => (Name: HeaderName.Normalize(name), Key: IsKey(schema, column)))))
        .GroupBy(known => known.Name, known => known.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(known => known.Key, known => known.All(key => key), StringComparer.Ordinal);

    public static bool IsName(string header) => KeyByName.ContainsKey(HeaderName.Normalize(header));

    /// <summary>
    /// Whether a header means something that several rows may share, such as a community or a day; null where no dataset has it.
    /// </summary>
    public static bool? IsKey(string header) => KeyByName.TryGetValue(HeaderName.Normalize(header), out var key) ? key : null;

    private static bool IsKey(DatasetSchema schema, Column column) =>
        (schema.IdIndex < 0 || schema.Columns[schema.IdIndex] != column)
            && column is DayColumn or ChoiceColumn or CodeColumn or TextColumn { IsComment: false };
}
