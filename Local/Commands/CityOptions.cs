using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity;

namespace CommunityDemand.Local.Commands;

/// <summary>Options of the simulated city, for every command that simulates one.</summary>
internal sealed class CityOptions
{
    private static readonly SampleCityOptions Defaults = new();

    private readonly Option<int> _communities = Number(
        "--communities", "N", "Number of communities, in districts of 8, then of 24 and 80", Defaults.Communities);
    private readonly Option<int> _services = Number(
        "--services", "M", "Number of services of the built-in catalogue, 1 to 40", Defaults.Services);
    private readonly Option<int> _years = Number("--years", "Y", "Years of history", Defaults.Years);
    private readonly Option<long> _seed = Number("--seed", "S", "Seed of all random draws", Defaults.Seed);
    private readonly Option<double> _dirty = Number(
        "--dirty", "P", "Share of bad rows, 0 to 0.5; 0 leaves out unreadable files too", Defaults.Dirty);
    private readonly Option<DateOnly> _end = new("--end")
    {
        Description = "Last day of the data",
        HelpName = "DATE",
        DefaultValueFactory = _ => Defaults.End,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(
                result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
            result.AddError($"--end {result.Tokens[0].Value} is not a date. Write the date as {Defaults.End:yyyy-MM-dd}.");
            return default;
        },
    };

    private readonly Option<Frequency> _frequency = new("--frequency")
    {
        Description = "Periods that usage is counted by: day, week or month",
        HelpName = "PERIOD",
        DefaultValueFactory = _ => Defaults.Frequency,
        CustomParser = result =>
        {
            if (Frequencies.TryParse(result.Tokens[0].Value, out var frequency)) return frequency;
            result.AddError($"--frequency {result.Tokens[0].Value} is unknown. Give day, week or month.");
            return default;
        },
    };

    private IEnumerable<Option> All => [_communities, _services, _years, _seed, _dirty, _end, _frequency];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All) command.Add(option);
    }

    /// <summary>The first of the options that the user gave; null if none.</summary>
    public string? FirstGiven(CommandResult result) => All.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>The city that the options describe.</summary>
    public SampleCityOptions Read(ParseResult parsed) => new()
    {
        Communities = parsed.GetValue(_communities),
        Services = parsed.GetValue(_services),
        Years = parsed.GetValue(_years),
        Seed = parsed.GetValue(_seed),
        Dirty = parsed.GetValue(_dirty),
        End = parsed.GetValue(_end),
        Frequency = parsed.GetValue(_frequency),
    };

    private static Option<T> Number<T>(string name, string helpName, string description, T value) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => value };
}
