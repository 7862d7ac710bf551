using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>A public table whose rows are no run's: they are read as they stand.</summary>
internal sealed class StandingTable<TRow> : PublicTable
{
    private readonly RowType<TRow> _rows = new();

    public override bool IsPerRun => false;

    /// <inheritdoc/>
    public override string? Partition => OnlyPartition;

    /// <summary>Sets <see cref="Partition"/>.</summary>
    public string? OnlyPartition { get; init; }

    public override IReadOnlyList<Column> Columns => _rows.Columns;

    /// <summary>A row as an entity. Unknown values are left out, so that a merge keeps what stands.</summary>
    public TableEntity Entity(TRow row, string partition, string key)
    {
        var entity = new TableEntity(partition, key);
        _rows.Write(row, entity);
        return entity;
    }

    /// <summary>The row that an entity holds.</summary>
    public TRow Read(TableEntity entity) => _rows.Read(entity);
}
