using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Docs;

/// <summary>What other readers are told to ask must be what the endpoints answer.</summary>
public sealed partial class DashboardsDocTests
{
    private static readonly string Page = Repository.Read("docs/dashboards.md");
    private static readonly string Grafana = Repository.Read("docs/grafana/community-demand.json");

    [Fact]
    public void Addresses_OfThePageAndOfGrafana_AreQuestionsThatTablesKnow()
    {
        var questions = Question().Matches(Page + Grafana).Select(match => match.Value).ToArray();

        questions.Length.ShouldBeGreaterThan(8);
        foreach (var question in questions) Should.NotThrow(() => Ask(question), question);
    }

    [Fact]
    public void Columns_OfGrafana_AreTheTables()
    {
        using var board = JsonDocument.Parse(Grafana);

        var targets = board.RootElement.GetProperty("panels")
            .EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .ToArray();

        targets.ShouldNotBeEmpty();
        foreach (var target in targets)
        {
            var known = TableOf(target.GetProperty("url").GetString()!).Columns.Select(column => column.ApiName).ToHashSet();
            foreach (var column in target.GetProperty("columns").EnumerateArray())
                known.ShouldContain(column.GetProperty("selector").GetString()!);
        }
    }

    [Fact]
    public void PowerQuery_Question_IsOneThatItsTableKnows()
    {
        var table = PowerQueryTable().Match(Page).Groups[1].Value;
        var fields = PowerQueryQuestion().Match(Page).Groups[1].Value.Split(", ").Select(field => field.Split(" = ")).ToArray();

        fields.Length.ShouldBe(3);
        Should.NotThrow(() => Ask($"/api/{table}?{string.Join('&', fields.Select(field => $"{field[0]}={field[1].Trim('"')}"))}"));
    }

    private static void Ask(string question)
    {
        var parts = question.Split('?', 2);
        var query = HttpUtility.ParseQueryString(parts.ElementAtOrDefault(1) ?? "");
        TableQuery.Parse(
            TableOf(question),
            query.AllKeys.ToDictionary(key => key!, key => query[key]!.Contains("level", StringComparison.Ordinal) ? "city" : query[key]!));
    }

    private static PublicTable TableOf(string question) =>
        PublicTables.All.Single(table => table.Name.Equals(question["/api/".Length..].Split('?')[0], StringComparison.OrdinalIgnoreCase));

    // An address with parameters; those of the page's first lines are of no table.
    [GeneratedRegex(@"/api/[a-z]+\?[^""'\s`]+(?<!\$url)")]
    private static partial Regex Question();

    [GeneratedRegex(@"Table = ""(\w+)""")]
    private static partial Regex PowerQueryTable();

    [GeneratedRegex(@"Question = \[(.+)\]")]
    private static partial Regex PowerQueryQuestion();
}
