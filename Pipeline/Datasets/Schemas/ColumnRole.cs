namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>Role of a column in the rows of its dataset.</summary>
internal enum ColumnRole
{
    None,

    /// <summary>Part of the key: the newest row of a key counts.</summary>
    Key,

    /// <summary>The day whose year partitions the facts.</summary>
    Partition,

    /// <summary>The id: one row of an id counts.</summary>
    Id,
}
