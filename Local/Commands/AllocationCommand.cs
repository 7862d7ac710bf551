using System.CommandLine;
using System.Globalization;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Reports;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.WhatIfs.Allocations;

namespace CommunityDemand.Local.Commands;

/// <summary>Command that asks the current run where extra capacity helps most.</summary>
internal static class AllocationCommand
{
    public static Command Create()
    {
        var resource = WhatIfOptions.Of<AllocationResource?>("--resource", "RESOURCE", "visits, staff or funding");
        var pool = WhatIfOptions.Of<AllocationPool?>(
            "--pool", "POOL", "service: a budget for each district's service; district: one for all of its services, of staff or funding");
        var share = WhatIfOptions.Of<double?>("--share", "SHARE", "Size of a budget, as a share of the current amount");
        var budgets = WhatIfOptions.Of<string[]>(
            "--budgets", "CODE=UNITS",
            "Budgets in units: by service, by district/service, by district for a pool of the district, or all");
        var services = WhatIfOptions.Of<string[]>("--services", "CODE", "Services that take part; all by default");
        var districts = WhatIfOptions.Of<string[]>("--districts", "CODE", "Districts that take part; all by default");
        var yields = WhatIfOptions.Of<string[]>(
            "--yields", "CODE=VISITS", "Person-visits a day for one unit of staff or funding, by service or all");
        foreach (var option in new[] { budgets, services, districts, yields }) option.AllowMultipleArgumentsPerToken = true;
        var whole = WhatIfOptions.Of<bool?>("--whole-units", "BOOL", "Allocate whole units only");
        var least = WhatIfOptions.Of<double?>("--least", "UNITS", "Minimum units of each service in each community");
        var vulnerable = WhatIfOptions.Of<double?>(
            "--vulnerable-weight", "N",
            "Weight of one person-visit short in communities with many residents who are old, disabled or of low income");
        var special = WhatIfOptions.Of<double?>(
            "--special-groups-weight", "N", "Weight of one person-visit short in services for special groups");
        var level = WhatIfOptions.Level();
        var run = WhatIfOptions.Run();
        var rows = WhatIfOptions.Rows();
        var command = new DocumentedCommand(
            "allocation",
            "Ask where extra capacity would remove the most shortage; omitted options have the values of the night",
            "allocation --share 0.1 --vulnerable-weight 2",
            "allocation --services meal-help --budgets all=20 --level community",
            "allocation --resource staff --pool district --budgets all=5 --yields all=12")
        {
            resource, pool, share, budgets, services, districts, yields, whole, least, vulnerable, special, level, run, rows,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var request = new AllocationRequest(
                parsed.GetValue(resource), parsed.GetValue(pool), parsed.GetValue(share), Numbers("--budgets", parsed.GetValue(budgets)),
                parsed.GetValue(services), parsed.GetValue(districts), parsed.GetValue(whole), parsed.GetValue(least),
                parsed.GetValue(vulnerable), parsed.GetValue(special), Numbers("--yields", parsed.GetValue(yields)),
                parsed.GetValue(level), parsed.GetValue(run));
            await using var session = await LocalSession.OpenAsync(parsed, terminal, cancellationToken);
            new AllocationReport(terminal.Console)
                .Write(await WhatIf.AskAsync(session.Get<IAllocations>().AskAsync, request, cancellationToken), parsed.GetValue(rows));
            return ExitCode.Success;
        });
        return command;
    }

    private static Dictionary<string, double>? Numbers(string option, string[]? pairs)
    {
        if (pairs is not { Length: > 0 }) return null;
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var parts = pair.Split('=', 2);
            if (parts.Length < 2 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                || !numbers.TryAdd(parts[0], number))
                throw new UserErrorException(
                    $"{option} {pair} is not a code with a number, or repeats a code. Write {option} all=10, or {option} library=10.");
        }

        return numbers;
    }
}
