namespace CommunityDemand.Functions;

/// <summary>The storage account of the host, which is also the city's: one account, one set of roles.</summary>
internal static class HostStorage
{
    /// <summary>
    /// The connection of every trigger: a connection string for an emulator, or in Azure the prefix of the settings
    /// <c>__blobServiceUri</c>, <c>__queueServiceUri</c> and <c>__credential</c>, which hold no key.
    /// </summary>
    public const string Connection = "AzureWebJobsStorage";
}
