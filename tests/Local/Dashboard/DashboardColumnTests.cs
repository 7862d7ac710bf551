using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>Names of columns in the dashboard's sources, held against the declarations of the rows: a column renamed must not leave an empty cell.</summary>
public sealed partial class DashboardColumnTests
{
    private const string Root = "Api/wwwroot";

    // Features are JSON within a column; a heat map is of whatever it is given.
    private static readonly string[] OtherRows = ["components/importance-bars.js", "components/heat-map.js"];

    private static readonly Dictionary<string, Dictionary<string, ShownColumn>> Tables = TableColumns.In(Language.English)
        .ToDictionary(table => table.Table, table => table.Columns.ToDictionary(column => column.Name), StringComparer.OrdinalIgnoreCase);

    public static TheoryData<string> Sources { get; } =
        [.. new[] { "components", "pages", "sentences" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, Root, folder), "*.js"))
            .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, Root), file).Replace('\\', '/')).Except(OtherRows).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Columns_OfADeclaredTable_AreInItAndThoseShownHaveHeadings(string source)
    {
        var text = Repository.Read($"{Root}/{source}");
        foreach (var (name, table) in Declared(text))
        {
            foreach (Match use in Use(name).Matches(text))
            {
                // The second of a word is a code.
                foreach (var column in use.Groups["column"].Captures.Take(use.Groups["how"].Value is "word" or "known" ? 1 : int.MaxValue))
                {
                    Tables[table].ShouldContainKey(column.Value, $"{source}: {use.Value}");
                    if (use.Groups["how"].Value is "show" or "label") Tables[table][column.Value].Label.ShouldNotBeNull($"{source}: {use.Value} needs a [Label]");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Values_OfARow_AreColumnsOfTheTablesThatTheSourceNames(string source)
    {
        var text = Repository.Read($"{Root}/{source}");
        string[] named = [.. Declared(text).Select(one => one.Table), .. Asked().Matches(text).Select(match => match.Groups["table"].Value)];
        var known = (named.Length > 0 ? named : Tables.Keys.AsEnumerable()).SelectMany(table => Tables[table].Keys).ToHashSet();

        Value().Matches(text).Select(match => match.Groups["column"].Value).Distinct().Except(known).ShouldBeEmpty($"{source} reads {string.Join(", ", named)}");
    }

    [Fact]
    public void Columns_DeclaredInTheSources_AreFound()
    {
        var uses = Sources.Select(source => Repository.Read($"{Root}/{source.Data}")).SelectMany(text => Declared(text).SelectMany(one => Use(one.Name).Matches(text))).ToList();

        uses.Count.ShouldBeGreaterThan(100);
        uses.Where(use => use.Groups["how"].Value == "show").Sum(use => use.Groups["column"].Captures.Count).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Headings_Declared_AreShown()
    {
        var shown = Sources.Select(source => Repository.Read($"{Root}/{source.Data}"))
            .SelectMany(text => Declared(text).SelectMany(one => Strings().Matches(text).Select(match => (one.Table, Column: match.Groups["column"].Value)))).ToHashSet();
        var places = Tables["Forecasts"].Values.Take(Places).Select(column => column.Name).ToHashSet();

        Tables.SelectMany(table => table.Value.Values.Where(column => column.Label is not null && !places.Contains(column.Name)).Select(column => (Table: table.Key, Column: column.Name)))
            .Where(column => !shown.Contains(column)).ShouldBeEmpty();
    }

    // Columns that the tables of a run share stand first.
    private const int Places = 9;

    private static IEnumerable<(string Name, string Table)> Declared(string text) => Declaration().Matches(text)
        .Select(match => (match.Groups["name"].Value, match.Groups["table"].Value))
        .Concat(text.Contains(" places }", StringComparison.Ordinal) || text.Contains("{ places ", StringComparison.Ordinal) ? [("places", "Forecasts")] : []);

    private static Regex Use(string name) => new($@"\b{name}\.(?<how>\w+)\((?:\w+, )?'(?<column>\w+)'(?:, '(?<column>[a-z][A-Za-z]*\d*)')*");

    [GeneratedRegex(@"const (?<name>\w+) = columnsOf\('(?<table>\w+)'\)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b(?:rows|childRows)\('(?<table>\w+)'")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\brow\.(?<column>[A-Za-z]\w*)")]
    private static partial Regex Value();

    [GeneratedRegex(@"'(?<column>[a-z]\w*)'")]
    private static partial Regex Strings();
}
