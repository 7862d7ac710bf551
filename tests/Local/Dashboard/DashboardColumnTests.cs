using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>
/// Names of columns in the dashboard's sources, held against the declarations of the rows: a renamed column must not leave its cells empty.
/// </summary>
public sealed partial class DashboardColumnTests
{
    private const string Root = "Api/wwwroot";

    // Columns that the tables of a run share stand first.
    private const int Places = 9;

    // Features are JSON within a column; a heat map is of whatever it is given.
    private static readonly string[] OtherRows = ["components/importance-bars.js", "components/heat-map.js"];

    private static readonly Dictionary<string, Dictionary<string, ShownColumn>> Tables = TableColumns.In(Language.English)
        .ToDictionary(table => table.Table, table => table.Columns.ToDictionary(column => column.Name), StringComparer.OrdinalIgnoreCase);

    public static TheoryData<string> Sources { get; } =
    [
        .. new[] { "", "components", "pages", "sentences" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, Root, folder), "*.js"))
            .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, Root), file).Replace('\\', '/'))
            .Except(OtherRows)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Columns_OfADeclaredTable_AreInItAndThoseShownHaveHeadings(string source)
    {
        foreach (var (table, how, column) in Uses(Read(source)))
        {
            Tables[table].ShouldContainKey(column, $"{source}: {how} of {table}");
            if (how is "show" or "label") Tables[table][column].Label.ShouldNotBeNull($"{source}: {table}.{column} needs a [Label]");
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Values_OfARow_AreColumnsOfTheTablesThatTheSourceNames(string source)
    {
        var text = Read(source);
        string[] named =
            [.. Declared(text).Select(one => one.Table), .. Asked().Matches(text).Select(match => match.Groups["table"].Value)];
        var known = (named.Length > 0 ? named : Tables.Keys.AsEnumerable()).SelectMany(table => Tables[table].Keys).ToHashSet();

        Value().Matches(text).Select(match => match.Groups["column"].Value).Distinct().Except(known)
            .ShouldBeEmpty($"{source} reads {string.Join(", ", named)}");
    }

    [Fact]
    public void Columns_OfTheSources_AreFound()
    {
        var uses = Sources.SelectMany(source => Uses(Read(source.Data))).ToList();

        uses.Count.ShouldBeGreaterThan(150);
        uses.Count(use => use.How == "show").ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Headings_Declared_AreShown()
    {
        var shown = Sources.Select(source => Read(source.Data))
            .SelectMany(text =>
                Declared(text).SelectMany(one => Quoted().Matches(text).Select(match => (one.Table, Column: match.Groups["column"].Value))))
            .ToHashSet();
        var places = Tables["Forecasts"].Keys.Take(Places).ToHashSet();

        Tables.SelectMany(
            table => table.Value.Values.Where(column => column.Label is not null).Select(column => (Table: table.Key, Column: column.Name)))
            .Where(one => !places.Contains(one.Column) && !shown.Contains(one)).ShouldBeEmpty();
    }

    private static string Read(string source) => Repository.Read($"{Root}/{source}");

    private static IEnumerable<(string Name, string Table)> Declared(string text) => Declaration().Matches(text)
        .Select(match => (match.Groups["name"].Value, match.Groups["table"].Value))
        .Concat(SharedColumns().IsMatch(text) ? [("places", "Forecasts")] : []);

    // The second argument of a word is a code, not a column.
    private static IEnumerable<(string Table, string How, string Column)> Uses(string text) =>
        from one in Declared(text)
        from Match use in Use(one.Name).Matches(text)
        let how = use.Groups["how"].Value
        from column in use.Groups["column"].Captures.Take(how is "word" or "known" ? 1 : int.MaxValue)
        select (one.Table, how, column.Value);

    private static Regex Use(string name) => new($@"\b{name}\.(?<how>\w+)\((?:\w+, )?'(?<column>\w+)'(?:, '(?<column>[a-z]\w*)')*");

    [GeneratedRegex(@"const (?<name>\w+) = columnsOf\('(?<table>\w+)'\)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"import \{[^}]*\bplaces\b[^}]*\} from '../columns.js'")]
    private static partial Regex SharedColumns();

    [GeneratedRegex(@"\b(?:rows|childRows)\('(?<table>\w+)'")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\brow\.(?<column>[A-Za-z]\w*)")]
    private static partial Regex Value();

    [GeneratedRegex(@"'(?<column>[a-z]\w*)'")]
    private static partial Regex Quoted();
}
