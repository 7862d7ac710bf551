using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed partial class DictionaryTests
{
    private const string Root = "Api/wwwroot";

    private static readonly Dictionary<string, string> English = Load("en");
    private static readonly Dictionary<string, string> Chinese = Load("zh");
    private static readonly string Sources = string.Join('\n', Directory.EnumerateFiles(
        Path.Combine(Repository.Root, Root), "*.*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".js" or ".html").Select(File.ReadAllText));

    [Fact]
    public void Dictionaries_OfBothLanguages_HaveTheSameKeys() => Chinese.Keys.ShouldBe(English.Keys);

    [Fact]
    public void Texts_OfBothLanguages_HaveTheSamePlaces()
    {
        foreach (var (key, text) in English)
        {
            var places = Places(text).Except(["count"]);
            Places(Chinese[key]).Except(["count"]).Order().ShouldBe(places.Order(), key);
        }
    }

    [Fact]
    public void Texts_OfEitherLanguage_AreInThatLanguage()
    {
        English.Where(entry => Han().IsMatch(entry.Value)).ShouldBeEmpty();
        Chinese.Where(entry => Regex.Replace(entry.Value, @"\{\w+\}|RMSSE|MASE|JSON", "") is var text && Words().IsMatch(text))
            .Select(entry => entry.Value)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Keys_ThatPagesUse_AreInTheDictionaries()
    {
        var used = Literal().Matches(Sources).Select(match => match.Groups["key"].Value).ToHashSet();
        used.Count.ShouldBeGreaterThan(100);
        used.Where(key => !English.ContainsKey(key) && !English.ContainsKey(key + ".other")).ShouldBeEmpty();
    }

    [Fact]
    public void Texts_OfTheDictionaries_RepeatNoHeadingAndNoWordOfATable()
    {
        // A chooser and a chart that are of no table.
        string[] kept = ["supply.measure", "control.value"];
        var declared = TableColumns.In(Language.English).Zip(TableColumns.In(Language.Chinese))
            .SelectMany(pair => pair.First.Columns.Zip(pair.Second.Columns)).ToList();
        var told = declared.Select(column => (column.First.Label ?? "", column.Second.Label))
            .Concat(declared.SelectMany(column => column.First.Codes?.Select(code => (code.Value, column.Second.Codes?[code.Key])) ?? []))
            .ToHashSet();

        English.Where(entry => told.Contains((entry.Value, Chinese[entry.Key]))).Select(entry => entry.Key).Except(kept).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_OfTheDictionaries_AreUsed()
    {
        var prefixes = Prefix().Matches(Sources).Select(match => match.Groups["prefix"].Value.TrimEnd('.') + '.').ToHashSet();
        English.Keys.Where(key => !prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))
            && !Sources.Contains($"'{Regex.Replace(key, @"\.(one|other)$", "")}'", StringComparison.Ordinal)
            && !Sources.Contains($"\"{key}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Load(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read($"{Root}/i18n/{language}.json"))!;

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Groups["name"].Value).Distinct();

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(t|say)\('(?<key>[^']+)'|data-t=""(?<key>[^""]+)""")]
    private static partial Regex Literal();

    // `nav.${id}` and code('status', ...)
    [GeneratedRegex(@"`(?<prefix>[\w.]+\.)\$\{|\bcode\('(?<prefix>\w+)'")]
    private static partial Regex Prefix();
}
