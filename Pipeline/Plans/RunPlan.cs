using System.Text.Json.Serialization;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Plans;

/// <summary>Data for the later steps of a run, in addition to its panels and model; written once, as the last step of planning.</summary>
/// <param name="Origin">Last day that the forecasts use.</param>
/// <param name="Horizon">Number of periods forecast.</param>
/// <param name="Promotion">Model that forecasts, and the reason.</param>
/// <param name="Challenger">Model trained for the run; null where none was.</param>
/// <param name="Areas">Every area with its name.</param>
/// <param name="Services">Names of the forecast services.</param>
/// <param name="Shards">Parts that are forecast separately: the code of each district, and null for the nodes above the districts.</param>
/// <param name="Capacities">Capacities, in steps.</param>
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
    /// <summary>Frequency of the forecasts.</summary>
    public Frequency Frequency { get; init; } = Frequency.Daily;

    /// <summary>Open days of each period of the horizon; empty where periods are days.</summary>
    public IReadOnlyList<OpenDays> OpenDays { get; init; } = [];

    /// <summary>The horizon as days of the calendar.</summary>
    [JsonIgnore]
    public HorizonPeriods Periods => new(Cadence.Of(Frequency), Origin, Horizon, OpenDays);

    /// <summary>Codes of the supply types by code of the service.</summary>
    public IReadOnlyDictionary<string, string> SupplyTypes { get; init; } = new Dictionary<string, string>();

    /// <summary>Outcomes of measures that the previous run could not judge yet.</summary>
    public IReadOnlyList<string> WaitingOutcomes { get; init; } = [];

    /// <summary>Index of a shard; -1 if the run has none of that name.</summary>
    public int IndexOf(string? district) => Shards.ToList().IndexOf(district);
}
