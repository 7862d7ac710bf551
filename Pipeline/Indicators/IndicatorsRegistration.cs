using CommunityDemand.Pipeline.Indicators.Improvements;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Indicators.Participation;
using CommunityDemand.Pipeline.Indicators.Residents;
using CommunityDemand.Pipeline.Indicators.Satisfaction;
using CommunityDemand.Pipeline.Indicators.Themes;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Indicators;

internal static class IndicatorsRegistration
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddSingleton<IndicatorBook>()
        .AddSingleton<IFactIndicator, ResidentsIndicator>()
        .AddSingleton<IFactIndicator, SatisfactionIndicator>()
        .AddSingleton<IFactIndicator, ParticipationIndicator>()
        .AddSingleton<IFactIndicator, TimelinessIndicator>()
        .AddSingleton<IFactIndicator, PersonalIndicator>()
        .AddSingleton<IFactIndicator, SustainabilityIndicator>()
        .AddSingleton<IForecastIndicator, StructureIndicator>()
        .AddSingleton<IFactIndicator, FeedbackThemesIndicator>()
        .AddSingleton<IFactIndicator, ImprovementsIndicator>();
}
