using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Forecasts;

/// <summary>
/// The forecast of one node: each array has one value for each period of the horizon, in the unit of the panel per period.
/// </summary>
/// <param name="Mean">Expected value; 0 or more, and coherent: the mean of a node is the sum of the means of its series.</param>
/// <param name="Median">
/// 50% quantile: the value to plan with where too much and too little cost the same. It lies inside the 80% interval. Medians cannot be
/// added.
/// </param>
/// <param name="Lower80">10% quantile; 0 or more, at most the mean.</param>
/// <param name="Upper80">90% quantile.</param>
/// <param name="Lower95">2.5% quantile.</param>
/// <param name="Upper95">97.5% quantile.</param>
/// <param name="Model">Members that carry the forecast: <c>lightgbm</c>, <c>combination</c>...</param>
/// <param name="Drivers">Drivers of the forecast, the strongest phase of its season first; may be empty.</param>
public sealed record NodeForecast(
    Node Node, double[] Mean, double[] Median, double[] Lower80, double[] Upper80, double[] Lower95, double[] Upper95, string Model,
    IReadOnlyList<Message> Drivers);
