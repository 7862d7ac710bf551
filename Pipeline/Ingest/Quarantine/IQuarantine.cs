namespace CommunityDemand.Pipeline.Ingest.Quarantine;

/// <summary>The files of rejected rows.</summary>
public interface IQuarantine
{
    /// <summary>Opens the file of a name; null where there is none.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);
}
