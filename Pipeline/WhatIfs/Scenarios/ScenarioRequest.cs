namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>A question to a published run. Only what its kind takes may be given.</summary>
/// <param name="Kind">What is asked; required.</param>
/// <param name="Points">Ageing: percentage points more residents aged 60 and over, -50 to 50; without it 1.</param>
/// <param name="Factor">Surge: what demand is multiplied by, 0 to 100; required.</param>
/// <param name="Services">Surge: codes of services; without them all.</param>
/// <param name="Areas">Surge: codes of communities, subdistricts or districts; without them all.</param>
/// <param name="From">Surge: first day; without it the horizon's first. Moved holiday: the day it falls on; required.</param>
/// <param name="To">Surge: last day; without it the horizon's last. Moved holiday: the day it moves to; required.</param>
/// <param name="Community">New and closed centre: code of the community; required.</param>
/// <param name="Service">New and closed centre: code of the service; a centre may close with all of them.</param>
/// <param name="Capacity">New centre: person-visits a day more, 0 or more; required.</param>
/// <param name="Induced">New centre: by which part the community's demand for the service grows, 0 to 10; without it 0.1.</param>
/// <param name="Moved">Closed centre: the part of its demand that moves to neighbours, 0 to 1; without it 0.6.</param>
/// <param name="Level">Finest level of areas to answer for: community, subdistrict, district or city; without it district.</param>
/// <param name="Run">Id of a published run; without it the current one.</param>
public sealed record ScenarioRequest(
    ScenarioKind? Kind,
    double? Points = null,
    double? Factor = null,
    IReadOnlyList<string>? Services = null,
    IReadOnlyList<string>? Areas = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? Community = null,
    string? Service = null,
    double? Capacity = null,
    double? Induced = null,
    double? Moved = null,
    string? Level = null,
    string? Run = null);
