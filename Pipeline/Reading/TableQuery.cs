using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>A reader's question, checked.</summary>
/// <param name="Run">The run asked for; null for the current one.</param>
/// <param name="Top">Most rows of a page.</param>
/// <param name="Page">Where to go on; null for the start.</param>
internal sealed record TableQuery(
    PublicTable Table,
    AreaLevel? Level,
    string? Area,
    ServiceScope? Scope,
    DateOnly? From,
    DateOnly? To,
    string? Run,
    int Top,
    PageToken? Page,
    string Format,
    Language Language)
{
    /// <summary>Rows of a page where none are asked for.</summary>
    public const int DefaultTop = 1000;

    public const int MostTop = 10_000;

    /// <summary>A digest of what chooses and shapes the rows: pages go on only within the same question.</summary>
    public string Digest { get; } = Hash(Table.Name, Level, Area, Scope, From, To, Format, Language);

    /// <summary>Reads query parameters.</summary>
    /// <exception cref="TableQueryException">One is unknown to the table or makes no sense.</exception>
    public static TableQuery Parse(PublicTable table, IReadOnlyDictionary<string, string> parameters)
    {
        var given = parameters.Where(p => !string.IsNullOrEmpty(p.Value))
            .ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);
        var known = Known(table);
        var unknown = given.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
            throw new TableQueryException($"Table {table.Name} knows no parameter '{unknown}'.", $"Use {string.Join(", ", known)}.");

        var query = new TableQuery(
            table,
            given.TryGetValue("level", out var level) ? ParseLevel(level) : null,
            given.GetValueOrDefault("area"),
            given.TryGetValue("service", out var service) ? ServiceScope.Parse(service) : null,
            ParseDay(given, "from"),
            ParseDay(given, "to"),
            given.GetValueOrDefault("run"),
            ParseTop(given.GetValueOrDefault("top")),
            null,
            ParseFormat(given.GetValueOrDefault("format")),
            ParseLanguage(given.GetValueOrDefault("lang")));
        if (query.Area is not null && query.Level is null)
            throw new TableQueryException("An area needs its level.", "Add level=community, subdistrict, district or city.");
        return given.TryGetValue("page", out var page) ? query with { Page = PageToken.Parse(page, query.Digest) } : query;
    }

    /// <summary>The parameters that a table knows.</summary>
    public static string[] Known(PublicTable table) =>
    [
        .. table.IsPerRun ? (string[])["level"] : [],
        .. table.IsPerRun ? (string[])["area"] : [],
        .. table.IsPerRun ? (string[])["service"] : [],
        .. table.DayColumn is not null ? (string[])["from", "to"] : [],
        .. table.IsPerRun ? (string[])["run"] : [],
        "top", "page", "format", "lang",
    ];

    private static AreaLevel ParseLevel(string text) => AreaLevels.TryParse(text, out var level)
        ? level
        : throw new TableQueryException($"'{text}' is no level.", "Use community, subdistrict, district or city.");

    private static DateOnly? ParseDay(Dictionary<string, string> given, string name) =>
        !given.TryGetValue(name, out var text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new TableQueryException($"'{text}' is no day for {name}.", "Write it as 2026-11-24.");

    private static int ParseTop(string? text) =>
        text is null ? DefaultTop
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is >= 1 and <= MostTop ? top
        : throw new TableQueryException(
            $"'{text}' is no number of rows for top.", $"Use 1 to {MostTop}, and parameter page for what follows.");

    private static string ParseFormat(string? text)
    {
        var format = text?.ToLowerInvariant() ?? RowWriter.Formats[0];
        return RowWriter.Formats.Contains(format)
            ? format
            : throw new TableQueryException($"'{text}' is no format.", $"Use {string.Join(", ", RowWriter.Formats)}.");
    }

    private static Language ParseLanguage(string? text) => text is null ? Language.English
        : Languages.Find(text)
        ?? throw new TableQueryException($"'{text}' is no language for lang.", $"Use {string.Join(" or ", Languages.Codes)}.");

    private static string Hash(params object?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..16];
}
