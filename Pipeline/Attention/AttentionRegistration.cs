using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Attention;

internal static class AttentionRegistration
{
    public static IServiceCollection AddAttention(this IServiceCollection services) => services
        .AddSingleton<AttentionPlanner>();
}
