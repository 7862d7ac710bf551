using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Local.Dashboard;

/// <summary>What the dashboard shows.</summary>
/// <param name="Tables">Answers <c>/api/{table}</c>.</param>
/// <param name="Facts">Recent demand for the chart, and the services' names.</param>
/// <param name="Quarantine">Rejected rows of uploads.</param>
internal sealed record DashboardSources(ITableReader Tables, IFactReader Facts, IQuarantine Quarantine);
