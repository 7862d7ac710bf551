using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CommunityDemand.Benchmarks.Scale.Indicators;
using CommunityDemand.Benchmarks.Scale.Rows;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Benchmarks.Scale;

/// <summary>Options of <c>scale</c>.</summary>
internal sealed class ScaleOptions
{
    // The least that EngineOptions.TrainingRows takes.
    private const int LeastRows = 1_000;

    private readonly Option<int[]> _series = new("--series")
    {
        Description = "Sizes to measure, separated by commas",
        HelpName = "N,N",
        DefaultValueFactory = _ => [1_000, 10_000, 100_000],
        CustomParser = ParseSizes,
    };

    private readonly Option<Frequency> _frequency = new("--frequency")
    {
        Description = "daily (three years, four weeks ahead) or monthly (five years, one ahead)",
        HelpName = "daily|monthly",
        DefaultValueFactory = _ => Frequency.Daily,
        CustomParser = ParseFrequency,
    };

    private readonly Option<int?> _periods = Positive<int?>("--periods", "Periods of history; default: 1096 days or 60 months", "P");
    private readonly Option<int?> _horizon = Positive<int?>("--horizon", "Periods ahead; default: 28 days or 12 months", "H");
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The same seed draws the same panel",
        DefaultValueFactory = _ => ScaleCase.DefaultSeed,
    };
    private readonly Option<int?> _limit = Positive<int?>("--time-limit", "Minutes after which a size is given up; default: 60", "MIN");
    private readonly Option<bool> _peers = new("--peers")
    {
        Description =
            "Instead: how many times as fast as R's ets, thetaf and auto.arima, on Chicago's 333 monthly series, or on drawn ones where "
                + "--series is given",
    };

    private readonly Option<int?> _sample = Positive<int?>("--sample", "With --peers: most series that R is timed on; default: all", "N");
    private readonly Option<int[]> _rows = new("--rows")
    {
        Description =
            "Instead: what bounding the boosted model's training rows costs in accuracy and time, on two real sets; default: "
                + "10000,20000,40000,80000,160000",
        HelpName = "N,N",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = ParseRows,
    };

    private readonly Option<int[]> _indicators = new("--indicators")
    {
        Description =
            "Instead: what a night's indicators cost in cities of so many communities, over facts in real storage; default: 250,500,1000",
        HelpName = "N,N",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => result.Tokens.Count == 0 ? [250, 500, 1000] : ParseNumbers(result, "--indicators", 1),
    };

    private readonly Option<int> _services = new("--services")
    {
        Description = "With --indicators: services of each community, 1 to 40",
        HelpName = "N",
        DefaultValueFactory = _ => 12,
    };

    private readonly Option<DirectoryInfo> _data = new("--data")
    {
        Description = "Folder of the published data",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(Checkout.DefaultData),
    };

    private readonly Option<FileInfo?> _output = new("--output")
    {
        Description = "Page to put the section into; without it, standard output alone",
        HelpName = "FILE",
    };

    public IEnumerable<Option> All =>
        [_series, _frequency, _periods, _horizon, _seed, _limit, _peers, _sample, _rows, _indicators, _services, _data, _output];

    public IReadOnlyList<ScaleCase> Cases(ParseResult parsed) => Cases(parsed, parsed.GetValue(_frequency));

    public IReadOnlyList<ScaleCase> Cases(ParseResult parsed, Frequency frequency) =>
    [
        .. parsed.GetRequiredValue(_series).Distinct().Order().Select(series => new ScaleCase(
            series,
            frequency,
            parsed.GetValue(_periods) ?? ScaleCase.UsualPeriods(frequency),
            parsed.GetValue(_horizon) ?? ScaleCase.UsualHorizon(frequency),
            parsed.GetValue(_seed))),
    ];

    public bool WantsPeers(ParseResult parsed) => parsed.GetValue(_peers);

    /// <summary>Bounds on training rows to compare; null where that is not asked for.</summary>
    public IReadOnlyList<int>? Rows(ParseResult parsed) => parsed.GetResult(_rows) is null ? null : parsed.GetValue(_rows);

    /// <summary>Cities whose indicators to measure; null where that is not asked for.</summary>
    public IReadOnlyList<IndicatorCase>? Indicators(ParseResult parsed) => parsed.GetResult(_indicators) is null
        ? null
        : [.. parsed.GetValue(_indicators)!.Distinct().Order()
            .Select(communities => new IndicatorCase(communities, parsed.GetValue(_services)))];

    public bool GivesSeries(ParseResult parsed) => parsed.GetResult(_series) is { Implicit: false };

    public int Sample(ParseResult parsed) => parsed.GetValue(_sample) ?? int.MaxValue;

    public string Data(ParseResult parsed) => parsed.GetRequiredValue(_data).FullName;

    public TimeSpan Most(ParseResult parsed) => TimeSpan.FromMinutes(parsed.GetValue(_limit) ?? 60);

    public FileInfo? Output(ParseResult parsed) => parsed.GetValue(_output);

    /// <summary>The arguments that give one case.</summary>
    public static string[] Arguments(ScaleCase scale) =>
    [
        "--series", Text(scale.Series), "--frequency", scale.Frequency.ToString(), "--periods", Text(scale.Periods), "--horizon",
        Text(scale.Horizon),
        "--seed", Text(scale.Seed),
    ];

    /// <summary>The arguments that give one city.</summary>
    public static string[] Arguments(IndicatorCase city) => ["--indicators", Text(city.Communities), "--services", Text(city.Services)];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static Option<T> Positive<T>(string name, string description, string help)
    {
        var option = new Option<T>(name) { Description = description, HelpName = help };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1) result.AddError($"{name} must be 1 or more.");
        });
        return option;
    }

    private static int[] ParseSizes(ArgumentResult result) => ParseNumbers(result, "--series", 1);

    private static int[] ParseRows(ArgumentResult result) =>
        result.Tokens.Count == 0 ? [.. RowsStudy.UsualBounds] : ParseNumbers(result, "--rows", LeastRows);

    private static int[] ParseNumbers(ArgumentResult result, string option, int least)
    {
        var numbers = new List<int>();
        foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least) numbers.Add(number);
            else result.AddError($"{option} takes numbers of {least} or more, such as 10000,20000; '{text}' is none.");
        }

        return [.. numbers];
    }

    private static Frequency ParseFrequency(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (Enum.TryParse<Frequency>(text, ignoreCase: true, out var frequency) && frequency is Frequency.Daily or Frequency.Monthly)
            return frequency;
        result.AddError($"--frequency takes daily or monthly, not '{text}'.");
        return default;
    }
}
