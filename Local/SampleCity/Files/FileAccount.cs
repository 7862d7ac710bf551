namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>
/// Expected result of ingesting a file: the true values for checking its account. The rows read are kept + rejected + duplicates.
/// </summary>
/// <param name="drop">Folder of the upload. Files of one folder are uploaded together; folders follow each other.</param>
/// <param name="path">Path inside the drop; also the name of the blob.</param>
internal sealed class FileAccount(string drop, string path)
{
    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);

    public string Drop { get; } = drop;

    public string Path { get; } = path;

    /// <summary>Dataset: the first segment of the path.</summary>
    public string Dataset { get; } = path[..path.IndexOf('/')];

    /// <summary>Status: <c>Ingested</c>, <c>Duplicate</c> (same bytes under another name) or <c>Rejected</c> (unreadable).</summary>
    public string Status { get; private set; } = "Ingested";

    public long Kept { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Number of rows whose id occurs in an earlier file, or earlier in this file, in the order of paths.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Number of bad rows by flaw.</summary>
    public IReadOnlyDictionary<string, long> Reasons => _reasons;

    public void RejectWhole() => Status = "Rejected";

    public void DuplicateWhole() => Status = "Duplicate";

    public void Keep() => Kept++;

    public void Duplicate() => Duplicates++;

    public void Reject(string flaw)
    {
        Rejected++;
        _reasons[flaw] = _reasons.GetValueOrDefault(flaw) + 1;
    }
}
