using System.CommandLine;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Improvements;

/// <summary>Prints how often intervals of table <c>Improvements</c> hold the sample city's truth.</summary>
internal static class ImprovementsCommand
{
    private static readonly (string Title, Disturbance Disturbance)[] Cities =
    [
        ("The sample city", new Disturbance()),
        ("The sample city, visits by the day", new Disturbance(ByDay: true)),
        ("Measures that do nothing", new Disturbance(MeasuresWork: false)),
        (
            "Each community also changes once for itself, by .15 Likert points and 20% of complaints (standard deviation)",
            new Disturbance(Likert: 0.15, LogRate: 0.2)),
        ("The same, and measures do nothing", new Disturbance(false, 0.15, 0.2)),
    ];

    public static Command Create()
    {
        var seeds = new Option<int>("--seeds") { Description = "Cities of each kind", HelpName = "N", DefaultValueFactory = _ => 200 };
        var communities = new Option<int>("--communities")
        {
            Description = "Communities of a city",
            HelpName = "N",
            DefaultValueFactory = _ => 24,
        };
        var services = new Option<int>("--services") { Description = "Services of a city", HelpName = "N", DefaultValueFactory = _ => 12 };
        var files = new Option<bool>("--files")
        {
            Description = "Generate and parse the cities' files, dirt and duplicates included, instead of simulating what they hold",
        };
        var command = new Command("improvements", "Measure how often the 95% intervals of measures' effects hold the sample city's truth")
        {
            seeds, communities, services, files,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var options = new SampleCityOptions { Communities = parsed.GetValue(communities), Services = parsed.GetValue(services) }
                .Validated();
            if (parsed.GetValue(files))
            {
                var counts = await CoverageStudy.RunFilesAsync(options, parsed.GetValue(seeds), cancellationToken);
                await terminal.Output.WriteLineAsync($"## The sample city's files\n\n{Table(counts.Single)}\n\n{Table(counts.Pooled)}");
                return ExitCode.Success;
            }

            foreach (var (title, disturbance) in Cities)
            {
                var counts = CoverageStudy.Run(options, parsed.GetValue(seeds), disturbance, cancellationToken);
                await terminal.Output.WriteLineAsync($"## {title}\n\n{Table(counts.Single)}\n\n{Table(counts.Pooled)}");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static MarkdownTable Table(IReadOnlyList<CoverageOf> counts)
    {
        var table = new MarkdownTable(
            "outcome", "measures", "too early", "estimated", "interval holds the truth", "relative interval holds it", "achieved",
            "mean error / half width", "mean half width");
        foreach (var outcome in counts.GroupBy(count => count.Outcome))
        {
            table.Add(Row(outcome.Key, outcome.Aggregate((a, b) => a + b)));
            foreach (var part in outcome) table.Add(Row($"{outcome.Key}, {(part.IsSingle ? "one service" : "all services")}", part));
        }

        return table;
    }

    private static MarkdownTable Table(IReadOnlyList<PooledCoverage> pooled)
    {
        var table = new MarkdownTable(
            "outcome", "level", "areas with two measures or more", "measures each", "interval holds the mean effect",
            "of three or more: interval of measures like these holds their mean", "achieved", "mean half width");
        foreach (var one in pooled)
        {
            table.Add(
                one.Outcome,
                one.Level.ToString(),
                Figures.Count(one.Pooled),
                Figures.Show((double)one.Measures / one.Pooled),
                Share((double)one.Covered / one.Pooled),
                Share((double)one.ExpectedCovered / one.Expected),
                Share((double)one.Achieved / one.Pooled),
                Share(one.HalfWidth / one.Pooled));
        }

        return table;
    }

    private static string[] Row(string name, CoverageOf count) =>
    [
        name,
        Figures.Count(count.Measures),
        Figures.Count(count.TooEarly),
        Figures.Count(count.Estimated),
        Share(count.Coverage),
        Share(count.RelativeCoverage),
        Share(count.AchievedShare), Figures.Show(count.Error / count.Estimated), Share(count.HalfWidth / count.Estimated),
    ];

    private static string Share(double share) => share.ToString("0.0%", System.Globalization.CultureInfo.InvariantCulture);
}
