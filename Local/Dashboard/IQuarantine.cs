namespace CommunityDemand.Local.Dashboard;

/// <summary>The files of rejected rows.</summary>
internal interface IQuarantine
{
    /// <summary>Opens one; null where there is none of that name.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);
}
