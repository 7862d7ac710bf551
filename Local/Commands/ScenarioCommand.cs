using System.CommandLine;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Reports;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;

namespace CommunityDemand.Local.Commands;

/// <summary>Command that asks the current run a what-if question.</summary>
internal static class ScenarioCommand
{
    private const int RowsShown = 20;

    private static readonly (string Name, ScenarioKind Kind)[] Kinds =
    [
        ("ageing", ScenarioKind.Ageing), ("surge", ScenarioKind.Surge), ("new-centre", ScenarioKind.NewCentre),
        ("closed-centre", ScenarioKind.ClosedCentre), ("moved-holiday", ScenarioKind.MovedHoliday),
    ];

    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", Kinds.Select(of => of.Name)) };
        kind.AcceptOnlyFromAmong([.. Kinds.Select(of => of.Name)]);
        var points = Option<double?>("--points", "N", "ageing: percentage points more residents aged 60 and over; 1 by default");
        var factor = Option<double?>("--factor", "N", "surge: factor on demand");
        var services = Option<string[]>("--services", "CODE", "surge: services; all by default");
        var areas = Option<string[]>("--areas", "CODE", "surge: communities, subdistricts or districts; all by default");
        services.AllowMultipleArgumentsPerToken = areas.AllowMultipleArgumentsPerToken = true;
        var from = Option<DateOnly?>("--from", "DATE", "surge: first day; moved-holiday: current day of the holiday");
        var to = Option<DateOnly?>("--to", "DATE", "surge: last day; moved-holiday: new day of the holiday");
        var community = Option<string?>("--community", "CODE", "new-centre, closed-centre: the community");
        var service = Option<string?>(
            "--service", "CODE", "new-centre, closed-centre: the service; a closed centre may omit it, for all services");
        var capacity = Option<double?>("--capacity", "N", "new-centre: additional person-visits a day");
        var induced = Option<double?>("--induced", "SHARE", "new-centre: growth of demand as a share; 0.1 by default");
        var moved = Option<double?>("--moved", "SHARE", "closed-centre: share of demand that moves to neighbours; 0.6 by default");
        var level = Option<string?>(
            "--level", "LEVEL", "Finest level of areas to show: community, subdistrict, district or city; district by default");
        var run = Option<string?>("--run", "ID", "Run to ask, by its id in table Runs; the current run by default");
        var rows = new Option<int>("--rows")
        {
            Description = "Maximum number of rows to show",
            HelpName = "N",
            DefaultValueFactory = _ => RowsShown
        };
        var command = new DocumentedCommand(
            "scenario",
            "Ask a what-if question about demand and shortage of the current run",
            "scenario ageing --points 2",
            "scenario surge --factor 1.3 --services meal-help --level community",
            "scenario closed-centre --community c0001 --service meal-help --moved 0.5",
            "scenario moved-holiday --from 2026-01-01 --to 2026-01-05")
        {
            kind, points, factor, services, areas, from, to, community, service, capacity, induced, moved, level, run, rows,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var request = new ScenarioRequest(
                Kinds.Single(of => of.Name == parsed.GetValue(kind)).Kind, parsed.GetValue(points), parsed.GetValue(factor),
                parsed.GetValue(services), parsed.GetValue(areas), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(community),
                parsed.GetValue(service), parsed.GetValue(capacity), parsed.GetValue(induced), parsed.GetValue(moved),
                parsed.GetValue(level), parsed.GetValue(run));
            await using var session = await LocalSession.OpenAsync(parsed, terminal, cancellationToken);
            new ScenarioReport(terminal.Console)
                .Write(await WhatIf.AskAsync(session.Get<IScenarios>().AskAsync, request, cancellationToken), parsed.GetValue(rows));
            return ExitCode.Success;
        });
        return command;
    }

    private static Option<T> Option<T>(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };
}
