namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>What a column is to the rows of its dataset.</summary>
internal enum ColumnRole
{
    None,

    /// <summary>Part of the key: of rows with one key the newest counts.</summary>
    Key,

    /// <summary>The day by whose year facts are partitioned.</summary>
    Partition,

    /// <summary>The id: of rows with one id one counts.</summary>
    Id,
}
