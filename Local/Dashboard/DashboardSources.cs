using CommunityDemand.Pipeline.Allocations;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Scenarios;

namespace CommunityDemand.Local.Dashboard;

/// <summary>What the dashboard shows.</summary>
/// <param name="Tables">Answers <c>/api/{table}</c>.</param>
/// <param name="Facts">Recent demand for the chart, and the services' names.</param>
/// <param name="Quarantine">Rejected rows of uploads.</param>
/// <param name="Scenarios">Answers questions to <c>/api/scenarios</c>.</param>
/// <param name="Allocations">Answers questions to <c>/api/allocations</c>.</param>
internal sealed record DashboardSources(ITableReader Tables, IFactReader Facts, IQuarantine Quarantine, IScenarios Scenarios, IAllocations Allocations);
