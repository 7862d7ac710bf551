using static CommunityDemand.Local.SampleCity.Simulation.Rhythm;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>Simulated services, in the order of <c>--services</c>: the first twelve cover every class, type and rhythm.</summary>
internal static class ServiceProfiles
{
    /// <summary>The one service whose files list single events.</summary>
    public const string EventLevelService = "emergency-call";

    /// <summary>The one service that opens during the data.</summary>
    public const string NewService = "one-stop-desk";

    public static IReadOnlyList<ServiceProfile> All { get; } =
    [
        new("elderly-day-care", Office, 3.2, 0.08, 320, 0.06, 18, 1.45, 22),
        new("family-doctor", Office, 4.6, 0.22, 15, 0.05, 20, 1.50, 26),
        new("library", Leisure, 4.0, 0.15, 205, 0.10, 12, 1.90, 6),
        new(EventLevelService, EveryDay, 0.09, 0.20, 20, 0.08, 4, double.PositiveInfinity, 11),
        new("meal-help", EveryDay, 5.2, 0.05, 10, 0.03, 30, 1.35, 28),
        new("sports", Leisure, 6.0, 0.30, 265, 0.14, 10, 1.90, 5),
        new("convenience", Office, 3.4, 0.06, 340, 0.04, 15, 1.55, 24),
        new("counselling", Office, 0.45, 0.12, 80, 0.03, 5, 1.80, 45),
        new(NewService, Office, 3.0, 0.10, 70, 0.00, 14, 2.20, 9),
        new("child-care", School, 2.1, 0.04, 290, 0.03, 16, 1.40, 18),
        new("bathing-help", EveryDay, 0.28, 0.25, 195, 0.04, 5, 2.00, 38),
        new("food-supply", EveryDay, 2.6, 0.08, 25, 0.07, 14, 1.60, 21),

        new("vaccination", Office, 1.5, 0.45, 300, 0.03, 8, 1.60, 20),
        new("legal-aid", Office, 0.16, 0.08, 90, 0.00, 4, 2.50, 55),
        new("cultural-events", Leisure, 1.8, 0.15, 130, 0.12, 6, 2.10, 8),
        new("chronic-disease", Office, 2.4, 0.18, 5, 0.04, 16, 1.45, 27),
        new("tutoring", School, 1.9, 0.05, 300, 0.02, 12, 1.50, 12),
        new("job-training", Office, 0.50, 0.25, 75, 0.00, 6, 1.80, 35),
        new("health-check", Office, 1.4, 0.20, 140, 0.03, 9, 1.50, 25),
        new("parent-child", Leisure, 1.3, 0.12, 152, 0.09, 7, 1.80, 7),
        new("rehabilitation", Office, 0.9, 0.06, 330, 0.03, 9, 1.50, 29),
        new("subsistence-allowance", Office, 0.22, 0.10, 10, 0.00, 4, 2.40, 48),
        new("health-monitoring", EveryDay, 1.6, 0.12, 15, 0.03, 14, double.PositiveInfinity, 8),
        new("transport", EveryDay, 3.8, 0.06, 250, 0.08, 20, 1.70, 14),
        new("fitness", Leisure, 5.0, 0.24, 260, 0.12, 11, 2.00, 4),
        new("adult-education", Office, 1.1, 0.20, 285, 0.03, 9, 1.70, 15),
        new("e-library", Leisure, 2.2, 0.10, 30, 0.02, 10, double.PositiveInfinity, 2),
        new("arts", Leisure, 1.2, 0.14, 120, 0.06, 7, 1.80, 7),
        new("public-safety", EveryDay, 0.55, 0.10, 215, 0.05, 6, double.PositiveInfinity, 13),
        new("housing-safety", Office, 0.30, 0.35, 200, 0.12, 4, 2.20, 60),
        new("water-supply", Office, 0.45, 0.30, 210, 0.05, 5, 2.00, 34),
        new("energy", Office, 0.70, 0.50, 10, 0.06, 6, 1.90, 31),
        new("public-facilities", EveryDay, 1.0, 0.12, 240, 0.07, 7, 1.90, 42),
        new("accessibility", Office, 0.14, 0.08, 150, 0.02, 4, 2.60, 52),
        new("vocational-training", Office, 0.80, 0.22, 80, 0.00, 8, 1.70, 16),
        new("basic-education", School, 1.4, 0.08, 250, 0.00, 12, 1.60, 20),
        new("home-adaptation", Office, 0.05, 0.15, 110, 0.00, 3, 3.00, 240),
        new("assistive-devices", Office, 0.10, 0.10, 330, 0.00, 3, 2.80, 90),
        new("temporary-relief", Office, 0.07, 0.25, 10, 0.05, 3, 2.80, 65),
        new("language-training", Leisure, 0.35, 0.12, 100, 0.00, 5, 2.00, 10),
    ];

    /// <summary>The first profiles, up to the number of the city's services.</summary>
    public static IReadOnlyList<ServiceProfile> Take(int count) => [.. All.Take(count)];
}
