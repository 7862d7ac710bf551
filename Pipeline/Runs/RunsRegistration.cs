using CommunityDemand.Pipeline.Runs.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Runs;

internal static class RunsRegistration
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddOptions<RunOptions>().BindConfiguration("Run").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CityOptions>()
            // The setting's name before it became the city's.
            .Configure<IConfiguration>((city, configuration) => city.Country = configuration["Run:Country"] ?? city.Country)
            .BindConfiguration("City").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ForecastingOptions>().BindConfiguration("Forecasting").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<WorkQueue>()
            .AddSingleton<RunStore>();
    }
}
