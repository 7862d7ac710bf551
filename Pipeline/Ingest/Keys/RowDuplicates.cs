namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>Which rows of a file are the same as an earlier one.</summary>
internal static class RowDuplicates
{
    /// <summary>All rows but the first of each key.</summary>
    public static RowSet Within(RowKeySorter keys)
    {
        var duplicates = new RowSet();
        foreach (var batch in keys.Batches())
        {
            var sorted = batch.Span;
            for (var i = 1; i < sorted.Length; i++)
            {
                if (sorted[i].Hash == sorted[i - 1].Hash) duplicates.Add(sorted[i].Row);
            }
        }

        return duplicates;
    }
}
