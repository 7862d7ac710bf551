using System.Text.Json;

namespace CommunityDemand.Local.Emulator;

/// <summary>
/// Record in a data folder of the Azurite that serves the folder, so that a second process joins it instead of starting another.
/// </summary>
internal sealed record AzuriteState(string Key, int BlobPort, int QueuePort, int TablePort, int OwnerPid, int AzuritePid)
{
    /// <summary>Default account name of the emulator.</summary>
    public const string DefaultAccount = "devstoreaccount1";

    private const string FileName = "azurite-state.json";

    /// <summary>Connection string of an account for the Azure SDKs.</summary>
    public string ConnectionString(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{account};"
        + $"QueueEndpoint=http://127.0.0.1:{QueuePort}/{account};"
        + $"TableEndpoint=http://127.0.0.1:{TablePort}/{account};";

    public static AzuriteState? Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize<AzuriteState>(File.ReadAllText(path)) : null;
    }

    public void Save(string folder)
    {
        var path = Path.Combine(folder, FileName);
        File.WriteAllText(path + ".partial", JsonSerializer.Serialize(this));
        File.Move(path + ".partial", path, overwrite: true);
    }
}
