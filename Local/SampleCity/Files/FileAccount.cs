namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>What ingest should make of a file: the truth that its accounts are measured by. Rows are those read = kept + rejected + duplicates.</summary>
/// <param name="drop">Folder of the upload: the files of one folder are uploaded together, the folders one after the other.</param>
/// <param name="path">Path inside the drop, which is the blob's name.</param>
internal sealed class FileAccount(string drop, string path)
{
    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);

    public string Drop { get; } = drop;

    public string Path { get; } = path;

    /// <summary>First segment of the path.</summary>
    public string Dataset { get; } = path[..path.IndexOf('/')];

    /// <summary><c>Ingested</c>, <c>Duplicate</c> (same bytes under another name) or <c>Rejected</c> (unreadable).</summary>
    public string Status { get; private set; } = "Ingested";

    public long Kept { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Rows whose id stands in a file before, or before in this one, by order of path.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Rows that are bad, by flaw.</summary>
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
