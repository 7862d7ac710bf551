using System.CommandLine;
using System.Globalization;
using CommunityDemand.Models.Forecasts;

namespace CommunityDemand.Local.Series;

/// <summary>Options for a picture of the forecast.</summary>
internal sealed class PlotOptions
{
    /// <summary>More panels than these cannot be read on one sheet.</summary>
    private const int MostPanels = 40;

    private readonly Option<FileInfo?> _plot = new("--plot")
    {
        Description = "Picture to write: history, forecast, 80% and 95% intervals",
        HelpName = "FILE.png",
    };

    private readonly Option<string> _series = new("--plot-series")
    {
        Description = $"Series of the picture: a number of series from the first of the output, up to {MostPanels}, or a key of the output",
        HelpName = "N|KEY",
        DefaultValueFactory = _ => "4",
    };

    public PlotOptions() => _plot.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<FileInfo?>() is { } file && !file.Extension.Equals(".png", StringComparison.OrdinalIgnoreCase))
            result.AddError($"--plot {file.Name} is no .png; name a picture such as forecast.png.");
    });

    public IEnumerable<Option> All => [_plot, _series];

    /// <summary>The picture to write; null if none is asked for.</summary>
    public FileInfo? File(ParseResult parsed) => parsed.GetValue(_plot);

    /// <summary>The forecasts to show. A key that is a number of series too counts as the key.</summary>
    /// <exception cref="UserErrorException">No series has the key, or the number is out of its range.</exception>
    public IReadOnlyList<NodeForecast> Choose(ParseResult parsed, ForecastSet set)
    {
        var text = parsed.GetValue(_series)!;
        var named = set.Nodes.Where(forecast => forecast.Node.Key == text).ToArray();
        if (named.Length is > 0 and <= MostPanels && parsed.GetResult(_series) is { Implicit: false }) return named;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw new UserErrorException(
                $"--plot-series: no series has the key '{text}'; write a key as column key of the output has it, such as "
                    + $"'{set.Nodes[0].Node.Key}'.");
        if (count is < 1 or > MostPanels) throw new UserErrorException($"--plot-series must be 1 to {MostPanels}, or a key of the output.");
        return [.. set.Nodes.Take(count)];
    }
}
