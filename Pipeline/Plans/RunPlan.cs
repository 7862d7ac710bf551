using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Plans;

/// <summary>All that a run's later steps need beside its panels and model; written once, as the planning's last act.</summary>
/// <param name="Promotion">Which model makes the forecasts, and why.</param>
/// <param name="Challenger">The model trained for the run; null where none was.</param>
/// <param name="Areas">Every area with its name.</param>
/// <param name="Services">Names of the services forecast.</param>
/// <param name="Shards">What is forecast apart: each district's code, and null for the nodes above the districts.</param>
/// <param name="Capacities">What can be served, in steps.</param>
internal sealed record RunPlan(
    string Run,
    DateOnly Origin,
    int Horizon,
    Promotion Promotion,
    ModelRecord? Challenger,
    string City,
    IReadOnlyList<Area> Areas,
    ServiceNames Services,
    IReadOnlyList<string?> Shards,
    IReadOnlyList<CapacitySteps> Capacities)
{
    /// <summary>Codes of the supply types by code of the service.</summary>
    public IReadOnlyDictionary<string, string> SupplyTypes { get; init; } = new Dictionary<string, string>();

    /// <summary>Outcomes of measures that the run before could not judge yet.</summary>
    public IReadOnlyList<string> WaitingOutcomes { get; init; } = [];

    /// <summary>Position of a shard; -1 if the run has none of that name.</summary>
    public int IndexOf(string? district) => Shards.ToList().IndexOf(district);
}
