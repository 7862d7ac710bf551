using CommunityDemand.Pipeline.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Functions;

/// <summary>Registers what only the Functions host needs.</summary>
public static class FunctionsRegistration
{
    /// <summary>Adds the night's schedule, and lets an emulator's connection string be set once, as the host's own.</summary>
    public static IServiceCollection AddFunctions(this IServiceCollection services)
    {
        services.AddOptions<NightlyOptions>().BindConfiguration("Nightly").ValidateOnStart();
        services.AddSingleton<NightlySchedule>();
        services.AddOptions<StorageOptions>().PostConfigure<IConfiguration>(UseTheHostsAccount);
        return services;
    }

    // Triggers listen to the host's account. Were the pipeline to read another one, uploads would be announced and never found.
    private static void UseTheHostsAccount(StorageOptions options, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(options.AccountName) && string.IsNullOrWhiteSpace(options.ConnectionString))
            options.ConnectionString = configuration[HostStorage.Connection];
    }
}
