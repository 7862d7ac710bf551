using System.IO.Hashing;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>
/// What makes rows of one file the same: an id inside its scope; all values in a dataset without ids; nothing where a row has no id.
/// </summary>
/// <param name="schema">The dataset.</param>
/// <param name="scope">How far ids reach.</param>
/// <param name="path">Path of the file.</param>
internal sealed class RowIdentity(DatasetSchema schema, IdScope scope, string path)
{
    private readonly XxHash128 _hash = new();
    private readonly int _community = schema.IndexOf("community");
    private readonly Cell[] _defaults = [.. schema.Columns.Select(column => Cell.Of(column.DefaultNumber))];

    /// <summary>Whether a row has an id.</summary>
    public bool HasId(Cell[] cells) => schema.IdIndex >= 0 && !string.IsNullOrEmpty(cells[schema.IdIndex].Text);

    /// <summary>Whether a repetition of a row in another file is known as one.</summary>
    public bool IsGuarded(Cell[] cells) => schema.IdIndex < 0 || (scope != IdScope.File && HasId(cells));

    /// <summary>The key of a row; null where nothing identifies it.</summary>
    public RowKey? KeyOf(Cell[] cells, long row)
    {
        if (schema.IdIndex < 0) return new RowKey(RowHash.OfRow(cells, _hash), row, IdRecord.UnknownContent);
        return HasId(cells) ? new RowKey(IdOf(cells[schema.IdIndex].Text!, cells), row, ContentOf(cells)) : null;
    }

    private UInt128 IdOf(string id, Cell[] cells) => scope switch
    {
        IdScope.File => RowHash.OfId(id, $"file\0{path}"),
        IdScope.Community when _community >= 0 => RowHash.OfId(id, $"community\0{cells[_community].Text}"),
        _ => RowHash.OfId(id),
    };

    // A value that is left out says the same as its default.
    private ulong ContentOf(Cell[] cells)
    {
        var hash = 0UL;
        for (var place = 0; place < cells.Length; place++)
        {
            if (place != schema.IdIndex) hash = CellHash.Add(hash, place, cells[place].IsMissing ? _defaults[place] : cells[place]);
        }

        return hash == IdRecord.UnknownContent ? 1 : hash;
    }
}
