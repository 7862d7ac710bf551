namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>A what-if question to a published run. Only the values of its kind may be given.</summary>
/// <param name="Kind">Kind of scenario; required.</param>
/// <param name="Points">Ageing: percentage points more residents aged 60 and over, -50 to 50; 1 by default.</param>
/// <param name="Factor">Surge: factor on demand, 0 to 100; required.</param>
/// <param name="Services">Surge: codes of services; all by default.</param>
/// <param name="Areas">Surge: codes of communities, subdistricts or districts; all by default.</param>
/// <param name="From">
/// Surge: first day; the first day of the horizon by default. Moved holiday: current day of the holiday; required.
/// </param>
/// <param name="To">Surge: last day; the last day of the horizon by default. Moved holiday: new day of the holiday; required.</param>
/// <param name="Community">New and closed centre: code of the community; required.</param>
/// <param name="Service">New and closed centre: code of the service; a closed centre may omit it, for all services.</param>
/// <param name="Capacity">New centre: additional person-visits a day, 0 or more; required.</param>
/// <param name="Induced">New centre: growth of the community's demand for the service, 0 to 10; 0.1 by default.</param>
/// <param name="Moved">Closed centre: part of the demand that moves to neighbours, 0 to 1; 0.6 by default.</param>
/// <param name="Level">Finest level of areas in the answer: community, subdistrict, district or city; district by default.</param>
/// <param name="Run">Id of a published run; the current run by default.</param>
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
