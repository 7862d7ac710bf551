using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Monitoring;

internal static class MonitoringRegistration
{
    public static IServiceCollection AddMonitoring(this IServiceCollection services) => services
        .AddSingleton<AccuracyJudge>();
}
