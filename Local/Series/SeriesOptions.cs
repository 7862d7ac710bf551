using System.CommandLine;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Local.Series;

/// <summary>Common options of <c>forecast</c> and <c>backtest</c>.</summary>
internal sealed class SeriesOptions
{
    private readonly Option<FileInfo> _input = new("--input")
    {
        Description = "Table of any format that ingest reads (CSV, XLSX, Parquet...), one row for each event or for each key and period",
        HelpName = "FILE",
        Required = true
    };
    private readonly Option<string> _date = new("--date") { Description = "Column of the date", HelpName = "COLUMN", Required = true };
    private readonly Option<string?> _value =
        new("--value") { Description = "Column to sum; by default rows are counted", HelpName = "COLUMN" };
    private readonly Option<string> _keys = new("--keys")
    {
        Description = "Columns that identify a series, separated by commas",
        HelpName = "COLUMN[,COLUMN]",
        Required = true
    };

    private readonly Option<string?> _hierarchy = new("--hierarchy")
    {
        Description =
            "Key columns that form a tree, coarse to fine; the other keys cross the tree, and the result includes all sums, coherent",
        HelpName = "COLUMN[,COLUMN]",
    };

    private readonly Option<string?> _with = new("--with")
    {
        Description = "Columns of numbers that are known ahead, such as a price or 1 for a campaign: forecast needs them over the horizon, "
            + "in rows with an empty value",
        HelpName = "COLUMN[,COLUMN]",
    };

    private readonly Option<Frequency> _frequency = new("--frequency") { Description = "Length of a period", Required = true };
    private readonly Option<int> _horizon = new("--horizon") { Description = "Periods to forecast", HelpName = "N", Required = true };
    private readonly Option<Seasonality> _season = new("--season")
    {
        Description = "Periods in a season: auto (the default: by frequency 24, 7, 52, 12, 4, 1), none, a number, or two such as 24,168",
        HelpName = "auto|none|N[,N]",
        DefaultValueFactory = _ => Seasonality.Auto,
    };

    private readonly Option<Fill> _fill = new("--fill")
    {
        Description = "Meaning of a period without a row: zero (no visits, from the series' first row on) or missing (unknown)",
        DefaultValueFactory = _ => Fill.Zero,
    };

    private readonly Option<int> _holdout = new("--holdout") { Description = "Number of last periods to leave out", HelpName = "N" };
    private readonly Option<FileInfo> _output =
        new("--output") { Description = "CSV to write; gzipped if it ends in .gz", HelpName = "FILE", Required = true };

    public SeriesOptions()
    {
        _frequency.CustomParser = result => Parse<Frequency>(result);
        _fill.CustomParser = result => Parse<Fill>(result);
        _frequency.HelpName = string.Join('|', Enum.GetNames<Frequency>()).ToLowerInvariant();
        _fill.HelpName = string.Join('|', Enum.GetNames<Fill>()).ToLowerInvariant();
        AtLeast(_horizon, 1);
        AtLeast(_holdout, 0);
        _season.CustomParser = result =>
        {
            if (Seasonality.TryParse(result.Tokens[0].Value, out var season)) return season;
            result.AddError(
                $"--season must be auto, none, a number from 1 to {Seasonality.Longest}, or two numbers of which one is a multiple of the "
                    + "other, such as 24,168.");
            return Seasonality.Auto;
        };
    }

    /// <summary>What gives the series a calendar.</summary>
    public CalendarOptions Calendar { get; } = new();

    public IEnumerable<Option> All =>
        [
            _input, _date, _value, _keys, _hierarchy, _with, _frequency, _horizon, _season, _fill, _holdout, _output, .. Calendar.All,
        ];

    /// <summary>Reports a number below the minimum.</summary>
    public static void AtLeast(Option<int> option, int least) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least) result.AddError($"{option.Name} must be {least} or more.");
    });

    public int Horizon(ParseResult parsed) => parsed.GetValue(_horizon);

    public int Holdout(ParseResult parsed) => parsed.GetValue(_holdout);

    public FileInfo Input(ParseResult parsed) => parsed.GetValue(_input)!;

    public FileInfo Output(ParseResult parsed) => parsed.GetValue(_output)!;

    public EngineOptions Engine(ParseResult parsed) => new() { Season = parsed.GetValue(_season)!.Length };

    /// <exception cref="UserErrorException">
    /// A column is named twice, the hierarchy has a column that is not a key, or columns are known ahead of no value.
    /// </exception>
    public SeriesQuery Query(ParseResult parsed)
    {
        var (keys, hierarchy) = (Split(parsed.GetValue(_keys)), Split(parsed.GetValue(_hierarchy)));
        if (keys.Length == 0) throw new UserErrorException("--keys names no column.");
        if (keys.Concat([parsed.GetValue(_date)!]).Distinct(StringComparer.Ordinal).Count() <= keys.Length)
            throw new UserErrorException("--keys and --date name a column twice.");
        if (hierarchy.Distinct(StringComparer.Ordinal).Count() < hierarchy.Length)
            throw new UserErrorException("--hierarchy names a column twice.");
        if (hierarchy.Except(keys, StringComparer.Ordinal).FirstOrDefault() is { } stranger)
            throw new UserErrorException($"--hierarchy names '{stranger}', which is not in --keys; add the column there.");
        return new SeriesQuery(
            parsed.GetValue(_input)!, parsed.GetValue(_date)!, parsed.GetValue(_value), keys, hierarchy, parsed.GetValue(_frequency),
            parsed.GetValue(_fill), With(parsed, keys));
    }

    private string[] With(ParseResult parsed, string[] keys)
    {
        var with = Split(parsed.GetValue(_with));
        if (with.Length == 0) return with;
        if (parsed.GetValue(_value) is not { } value)
            throw new UserErrorException("--with needs --value: the rows of the horizon are those whose value is empty.");
        string[] others = [.. keys, parsed.GetValue(_date)!, value];
        if (with.Distinct(StringComparer.Ordinal).Count() < with.Length) throw new UserErrorException("--with names a column twice.");
        if (with.Intersect(others, StringComparer.Ordinal).FirstOrDefault() is { } used)
            throw new UserErrorException($"--with names '{used}', which is the date, the value or a key already.");
        return with;
    }

    private static string[] Split(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static T Parse<T>(System.CommandLine.Parsing.ArgumentResult result)
        where T : struct, Enum
    {
        var text = result.Tokens[0].Value;
        if (Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return Enum.Parse<T>(found);
        result.AddError($"'{text}' is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
        return default;
    }
}
