using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Keys that uploads spell in different case are one key when facts are read: in the spelling of datasets <c>communities</c> and
/// <c>services</c>, otherwise in the spelling that comes first by its characters. The order of the uploads makes no difference.
/// </summary>
internal sealed class JoinedKeys
{
    private readonly Dictionary<string, Dictionary<string, string[]>> _byColumn;

    private JoinedKeys(Dictionary<string, Dictionary<string, string[]>> byColumn) => _byColumn = byColumn;

    /// <param name="uploads">Uploads that count, of all datasets.</param>
    public static JoinedKeys Of(IReadOnlyCollection<LiveRow> uploads)
    {
        var all = uploads.Where(upload => upload.Spelt is not null)
            .SelectMany(
                upload => SpeltKeys.Read(upload.Spelt!).Select(key => new Spelling(key, IsCatalogue(upload.PartitionKey, key.Column))))
            .Concat(ServiceCatalogue.BuiltIn.Services.Select(one => new Spelling(new SpeltKey("service", one.Code), IsNamed: true)));
        // Uploads of earlier versions do not say how they spell keys.
        var least = uploads.Any(upload => upload.Spelt is null) ? 1 : 2;
        return new JoinedKeys(
            all.GroupBy(one => one.Key.Column, StringComparer.Ordinal).ToDictionary(
                column => column.Key,
                column => column.GroupBy(one => one.Key.Text, StringComparer.OrdinalIgnoreCase)
                    .Select(Ordered).Where(spellings => spellings.Length >= least)
                    .ToDictionary(spellings => spellings[0], StringComparer.OrdinalIgnoreCase),
                StringComparer.Ordinal));
    }

    /// <summary>The spelling that counts for a key.</summary>
    public string Of(string column, string key) => SpellingsOf(column, key) is [var first, ..] ? first : key;

    /// <summary>All spellings of a key, the one that counts first; empty where the key has no other.</summary>
    public IReadOnlyList<string> SpellingsOf(string column, string key) =>
        _byColumn.TryGetValue(column, out var keys) && keys.TryGetValue(key, out var spellings) ? spellings : [];

    /// <summary>Puts the spellings that count into rows of a dataset.</summary>
    public Action<Cell[]> Into(DatasetSchema schema)
    {
        (int Place, Dictionary<string, string[]> Keys)[] joined =
        [
            .. from column in _byColumn
               where column.Value.Count > 0
               let place = Array.FindIndex(schema.Facts, fact => fact.Name == column.Key)
               where place >= 0
               select (place, column.Value),
        ];
        return row =>
        {
            foreach (var (place, keys) in joined)
            {
                if (row[place].Text is { } key && keys.TryGetValue(key, out var spellings)) row[place] = Cell.Of(spellings[0]);
            }
        };
    }

    private static string[] Ordered(IEnumerable<Spelling> spellings) =>
    [
        .. spellings.OrderBy(one => !one.IsNamed).ThenBy(one => one.Key.Text, StringComparer.Ordinal)
            .Select(one => one.Key.Text).Distinct(),
    ];

    private static bool IsCatalogue(string dataset, string column) =>
        (column == "community" && dataset == CommunityRow.Schema.Name) || (column == "service" && dataset == ServiceRow.Schema.Name);

    /// <param name="IsNamed">Whether a catalogue spells the key so.</param>
    private readonly record struct Spelling(SpeltKey Key, bool IsNamed);
}
