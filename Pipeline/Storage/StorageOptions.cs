using System.ComponentModel.DataAnnotations;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>Location of blobs, queues and tables. Configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>
    /// Connection string of an emulator or a test account. Default: none; the account's name is used with a managed identity.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>Name of the storage account, accessed with <c>DefaultAzureCredential</c>, without keys.</summary>
    public string? AccountName { get; set; }

    /// <summary>Suffix of the account's endpoints. Default: <c>core.windows.net</c>; use <c>core.chinacloudapi.cn</c> in China.</summary>
    [Required]
    public string EndpointSuffix { get; set; } = "core.windows.net";

    /// <summary>Client id of a user-assigned identity; null for the system-assigned identity, or a developer's own.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) == string.IsNullOrWhiteSpace(AccountName))
        {
            yield return new ValidationResult(
                "Set either Storage:AccountName (production) or Storage:ConnectionString (emulator), and not both.",
                [nameof(ConnectionString), nameof(AccountName)]);
        }
    }
}
