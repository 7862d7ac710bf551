using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Keys;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Words that the keys of a mapping take. A test holds docs/mapping.schema.json to the same.</summary>
internal static class MappingWords
{
    public static IReadOnlyDictionary<string, IdScope> Ids { get; } = new Dictionary<string, IdScope>
    {
        ["all"] = IdScope.All,
        ["community"] = IdScope.Community,
        ["file"] = IdScope.File,
    };

    public static IReadOnlyDictionary<string, OverlapRule> Overlap { get; } = new Dictionary<string, OverlapRule>
    {
        ["hold"] = OverlapRule.Hold,
        ["replace"] = OverlapRule.Replace,
        ["add"] = OverlapRule.Add,
        ["refuse"] = OverlapRule.Refuse,
    };

    public static IReadOnlyDictionary<string, Frequency?> Period { get; } = new Dictionary<string, Frequency?>
    {
        ["day"] = Frequency.Daily,
        ["week"] = Frequency.Weekly,
        ["month"] = Frequency.Monthly,
        ["quarter"] = Frequency.Quarterly,
    };

    /// <summary>Style of numbers by the sign of their decimals.</summary>
    public static IReadOnlyDictionary<string, NumberStyle> Decimal { get; } = new Dictionary<string, NumberStyle>
    {
        ["."] = NumberStyle.Point,
        [","] = NumberStyle.Comma,
    };

    /// <summary>Style of numbers by the sign between thousands; unknown where both styles have it.</summary>
    public static IReadOnlyDictionary<string, NumberStyle> Thousands { get; } = new Dictionary<string, NumberStyle>
    {
        [","] = NumberStyle.Point,
        ["."] = NumberStyle.Comma,
        ["'"] = NumberStyle.Unknown,
        [" "] = NumberStyle.Unknown,
    };

    /// <summary>Whether years count from 1911.</summary>
    public static IReadOnlyDictionary<string, bool> Calendar { get; } =
        new Dictionary<string, bool> { ["gregorian"] = false, ["roc"] = true };

    public static IReadOnlyDictionary<string, bool> Fractions { get; } =
        new Dictionary<string, bool> { ["reject"] = false, ["keep"] = true };

    /// <summary>Whether each row is one visit.</summary>
    public static IReadOnlyDictionary<string, bool> Count { get; } =
        new Dictionary<string, bool> { ["visits"] = false, ["rows"] = true };

    /// <summary>Whether rows that a rule leaves out count as duplicates.</summary>
    public static IReadOnlyDictionary<string, bool> As { get; } =
        new Dictionary<string, bool> { ["duplicate"] = true, ["rejected"] = false };
}
