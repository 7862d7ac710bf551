using System.Text;
using System.Text.RegularExpressions;

namespace CommunityDemand.Benchmarks.Reports;

/// <summary>
/// The document of all sections. Sections of benchmarks that were not run stay as they are, so that one can be run anew without the others.
/// It holds no date and no duration: a rerun that finds the same writes the same.
/// </summary>
internal sealed partial class AccuracyDocument
{
    private const string Command = "dotnet run -c Release --project benchmarks -- accuracy";

    private readonly Dictionary<string, string> _sections = [];

    private AccuracyDocument()
    {
    }

    /// <summary>The document as a file has it; empty where there is none.</summary>
    public static async Task<AccuracyDocument> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var document = new AccuracyDocument();
        if (!File.Exists(path)) return document;
        var parts = Marker().Split((await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n"));
        for (var i = 1; i + 1 < parts.Length; i += 2) document._sections[parts[i]] = parts[i + 1].Trim('\n') + "\n";
        return document;
    }

    public void Replace(Section section) => _sections[section.Name] = section.Markdown();

    /// <param name="order">Names of all sections in their order; others are dropped.</param>
    public Task WriteAsync(string path, IReadOnlyList<string> order, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        return File.WriteAllTextAsync(path, Text(order), cancellationToken);
    }

    public string Text(IReadOnlyList<string> order)
    {
        var text = new StringBuilder(Head);
        var known = order.Where(_sections.ContainsKey).ToArray();
        text.Append("## Summary\n\n").Append(Summary(known)).Append('\n');
        foreach (var name in known) text.Append("<!-- section ").Append(name).Append(" -->\n\n").Append(_sections[name]).Append('\n');
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Head =>
        $"""
        # Accuracy

        Written by `{Command}`; edit the benchmarks, not this page. One set alone: `{Command} --set NAME`.

        - **MASE**, **RMSSE**: mean over series and origins of the absolute, root mean squared error over that of the in-sample seasonal
          naive forecast. **WAPE**: sum of absolute errors over sum of actuals. **Bias**: sum of forecasts over sum of actuals, less 1.
        - Absolute errors (MASE, WAPE) judge a method's **median**, which makes them least; squared errors (RMSSE, RMSE) and
          bias its **mean** (Kolassa 2020, "Why the 'best' point forecast depends on the error or accuracy measure"). *Of the mean*: the
          absolute errors of the same values that squared errors judge. Of methods that give one value (R's, seasonal naive), it is both;
          published figures are of the forecasts that their authors give.
        - **CRPS** over the mean actual: twice the pinball loss over the quantiles 2.5%, 10%, 50%, 90%, 97.5%, of all methods alike.
        - **80%**, **95%**: share of actuals inside the interval, ends included; **n**: nodes x origins x periods behind it;
          **zeros**: share of zeros among them, which an interval that begins at 0 covers wherever it ends, so that coverage can't be less.
          *Italic*: outside .78 to .82, .93 to .97; **bold**: so far outside that not chance alone brings it there, by how origins differ
          among themselves (95% confidence, the variance of a ratio over clusters, Cochran 1977, "Sampling techniques", chapter 9A);
          a single origin can't tell.
        - Every origin is a full training on the panel cut there, with the engine's defaults. Negative forecasts of peers count as 0.
        - Peers: R's package `forecast` (Debian: `apt-get install r-base-core r-cran-forecast`), each series for itself; and published
          figures, marked so.


        """.ReplaceLineEndings("\n");

    private string Summary(IReadOnlyList<string> known)
    {
        var header = $"| {string.Join(" | ", Goal.Columns)} |";
        var table = new MarkdownTable(["set", .. Goal.Columns]);
        foreach (var name in known)
        {
            var lines = _sections[name].Split('\n');
            for (var i = Array.IndexOf(lines, header) + 2; i >= 2 && i < lines.Length && lines[i].StartsWith('|'); i++)
                table.Add([name, .. lines[i].Trim('|', ' ').Split(" | ")]);
        }

        return table.ToString();
    }

    [GeneratedRegex("^<!-- section ([a-z-]+) -->$", RegexOptions.Multiline)]
    private static partial Regex Marker();
}
