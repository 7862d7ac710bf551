using CommunityDemand.Pipeline.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Functions;

/// <summary>Registration of services that only the Functions host needs.</summary>
public static class FunctionsRegistration
{
    /// <summary>Adds the schedule of the night, and reads the storage of the pipeline from the settings of the host.</summary>
    public static IServiceCollection AddFunctions(this IServiceCollection services)
    {
        services.AddOptions<NightlyOptions>().BindConfiguration("Nightly").ValidateOnStart();
        services.AddSingleton<NightlySchedule>();
        services.AddOptions<StorageOptions>().PostConfigure<IConfiguration>(UseTheHostsAccount);
        return services;
    }

    // Triggers use the storage account of the host. If the pipeline used another account, announced uploads would never be found.
    private static void UseTheHostsAccount(StorageOptions options, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(options.AccountName) && string.IsNullOrWhiteSpace(options.ConnectionString))
            options.ConnectionString = configuration[HostStorage.Connection];
    }
}
