using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Storage;

internal static class StorageRegistration
{
    /// <summary>Adds the three service clients, each once, and file storage on top of them.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(
            provider => Create(provider, "blob", static c => new BlobServiceClient(c), static (u, t) => new BlobServiceClient(u, t)));
        services.AddSingleton(provider => Create(
            provider,
            "queue",
            static c => new QueueServiceClient(c, QueueOptions()),
            static (u, t) => new QueueServiceClient(u, t, QueueOptions())));
        services.AddSingleton(
            provider => Create(provider, "table", static c => new TableServiceClient(c), static (u, t) => new TableServiceClient(u, t)));
        return services.AddSingleton<BlobFiles>();
    }

    // Queue triggers expect Base64.
    private static QueueClientOptions QueueOptions() => new() { MessageEncoding = QueueMessageEncoding.Base64 };

    private static T Create<T>(
        IServiceProvider provider, string kind, Func<string, T> fromString, Func<Uri, TokenCredential, T> fromIdentity)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (!string.IsNullOrWhiteSpace(options.ConnectionString)) return fromString(options.ConnectionString);

        var credential =
            new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ManagedIdentityClientId });
        return fromIdentity(new Uri($"https://{options.AccountName}.{kind}.{options.EndpointSuffix}"), credential);
    }
}
