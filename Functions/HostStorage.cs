namespace CommunityDemand.Functions;

/// <summary>The storage account of the host, which is also the account of the city: one account, one set of roles.</summary>
internal static class HostStorage
{
    /// <summary>
    /// Connection of every trigger: a connection string for an emulator; in Azure the prefix of the settings <c>__blobServiceUri</c>,
    /// <c>__queueServiceUri</c> and <c>__credential</c>, which contain no key.
    /// </summary>
    public const string Connection = "AzureWebJobsStorage";
}
