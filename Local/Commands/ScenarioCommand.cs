using System.CommandLine;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Reports;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;

namespace CommunityDemand.Local.Commands;

/// <summary>Command that asks the current run a what-if question.</summary>
internal static class ScenarioCommand
{
    private static readonly (string Name, ScenarioKind Kind)[] Kinds =
    [
        ("ageing", ScenarioKind.Ageing), ("surge", ScenarioKind.Surge), ("new-centre", ScenarioKind.NewCentre),
        ("closed-centre", ScenarioKind.ClosedCentre), ("moved-holiday", ScenarioKind.MovedHoliday),
    ];

    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", Kinds.Select(of => of.Name)) };
        kind.AcceptOnlyFromAmong([.. Kinds.Select(of => of.Name)]);
        var points = WhatIfOptions.Of<double?>("--points", "N", "ageing: percentage points more residents aged 60 and over; 1 by default");
        var factor = WhatIfOptions.Of<double?>("--factor", "N", "surge: factor on demand");
        var services = WhatIfOptions.Of<string[]>("--services", "CODE", "surge: services; all by default");
        var areas = WhatIfOptions.Of<string[]>("--areas", "CODE", "surge: communities, subdistricts or districts; all by default");
        services.AllowMultipleArgumentsPerToken = areas.AllowMultipleArgumentsPerToken = true;
        var from = WhatIfOptions.Of<DateOnly?>("--from", "DATE", "surge: first day; moved-holiday: current day of the holiday");
        var to = WhatIfOptions.Of<DateOnly?>("--to", "DATE", "surge: last day; moved-holiday: new day of the holiday");
        var community = WhatIfOptions.Of<string?>("--community", "CODE", "new-centre, closed-centre: the community");
        var service = WhatIfOptions.Of<string?>(
            "--service", "CODE", "new-centre, closed-centre: the service; a closed centre may omit it, for all services");
        var capacity = WhatIfOptions.Of<double?>("--capacity", "N", "new-centre: additional person-visits a day");
        var induced = WhatIfOptions.Of<double?>("--induced", "SHARE", "new-centre: growth of demand as a share; 0.1 by default");
        var moved = WhatIfOptions.Of<double?>(
            "--moved", "SHARE", "closed-centre: share of demand that moves to neighbours; 0.6 by default");
        var level = WhatIfOptions.Level();
        var run = WhatIfOptions.Run();
        var rows = WhatIfOptions.Rows();
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
}
