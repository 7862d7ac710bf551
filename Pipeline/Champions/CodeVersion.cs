using System.Reflection;
using CommunityDemand.Models.Engine;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Version of the program that trained a model.</summary>
internal static class CodeVersion
{
    /// <summary>Version of the forecasting engine's assembly, with the commit of the build where known: <c>0.1.0+1a2b3c4...</c>.</summary>
    public static string OfEngine { get; } =
        typeof(ForecastEngine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? typeof(ForecastEngine).Assembly.GetName().Version!.ToString();
}
