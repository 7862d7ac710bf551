namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>How far an id reaches: of rows with one id inside a scope one counts.</summary>
internal enum IdScope
{
    /// <summary>All files of the dataset.</summary>
    All,

    /// <summary>Rows of one community: each branch numbers its own.</summary>
    Community,

    /// <summary>The file: every export begins at 1.</summary>
    File,
}
