using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Champions;

internal static class ChampionsRegistration
{
    public static IServiceCollection AddChampions(this IServiceCollection services) => services
        .AddSingleton<ModelStore>()
        .AddSingleton<ChampionFinder>()
        .AddSingleton<PanelHealth>()
        .AddSingleton<PromotionJudge>()
        .AddSingleton<ModelChooser>();
}
