using System.CommandLine;

namespace CommunityDemand.Benchmarks.Scale;

/// <summary>Where the measurements go: standard output and, if asked, their section of the page.</summary>
internal static class ScalePage
{
    private const string Heading = """
        # Scale

        What forecasting costs in time and memory, by size. Generated: each section says its command, which replaces it. Panels are drawn
        from a seed: communities in subdistricts in districts, crossed with twelve services in four classes; weekly and yearly seasons,
        holidays, trends, sizes from one visit a month to thousands a day, intermittent, late and closed series. Each size is
        measured in a process of its own.
        """;

    /// <param name="section">Name of the section.</param>
    /// <param name="report">Makes the section from the command that was given.</param>
    public static async Task WriteAsync(
        ParseResult parsed, FileInfo? page, string section, Func<string, string> report, CancellationToken cancellationToken)
    {
        var text = report($"dotnet run -c Release --project benchmarks -- {string.Join(' ', parsed.Tokens.Select(token => token.Value))}");
        await parsed.InvocationConfiguration.Output.WriteLineAsync(text);
        if (page is null) return;
        await DocumentSection.WriteAsync(page.FullName, Heading, section, text, cancellationToken);
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"Written to {page}.");
    }
}
