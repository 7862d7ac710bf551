using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.WhatIfs;

internal static class WhatIfsRegistration
{
    public static IServiceCollection AddWhatIfs(this IServiceCollection services) => services
        .AddSingleton<WhatIfFile>()
        .AddSingleton<WhatIfRuns>()
        .AddAllocations()
        .AddScenarios();
}
