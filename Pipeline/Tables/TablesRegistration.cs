using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Tables;

internal static class TablesRegistration
{
    public static IServiceCollection AddTables(this IServiceCollection services) => services
        .AddSingleton<TableWriter>();
}
