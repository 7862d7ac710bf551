using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Forecasts;

/// <summary>The forecast of one node: a value a period of the horizon in each array, in the panel's unit a period.</summary>
/// <param name="Mean">Expected value; coherent (a node's is the sum of its series') and 0 or more.</param>
/// <param name="Median">
/// 50% quantile: what to plan with where being over costs as much as being under. Medians don't add up; inside the 80% interval.
/// </param>
/// <param name="Lower80">10% quantile; 0 or more, no more than the mean.</param>
/// <param name="Upper80">90% quantile.</param>
/// <param name="Lower95">2.5% quantile.</param>
/// <param name="Upper95">97.5% quantile.</param>
/// <param name="Model">The members that carry the forecast: <c>lightgbm</c>, <c>combination</c>...</param>
/// <param name="Drivers">What moves it, the strongest phase of its season first; may be empty.</param>
public sealed record NodeForecast(
    Node Node, double[] Mean, double[] Median, double[] Lower80, double[] Upper80, double[] Lower95, double[] Upper95, string Model,
    IReadOnlyList<Message> Drivers);
