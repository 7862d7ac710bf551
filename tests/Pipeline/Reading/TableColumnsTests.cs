using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Domain.Participation;
using CommunityDemand.Domain.Residents;
using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs.Allocations;

namespace CommunityDemand.Tests.Pipeline.Reading;

/// <summary>What the tables' columns are called in either language, as the dashboard gets it.</summary>
public sealed class TableColumnsTests
{
    /// <summary>Columns of codes, each with the codes that the program writes.</summary>
    public static TheoryData<string, string, string[]> Codes { get; } = new()
    {
        { "Forecasts", "level", Of<AreaLevel>(level => level.Code()) },
        { "Forecasts", "service", [.. Of<NeedClass>(need => need.Code()), "all"] },
        { "SupplyDemand", "status", Of<SupplyStatus>(status => status.Code()) },
        { "Scenarios", "status", Of<SupplyStatus>(status => status.Code()) },
        { "Satisfaction", "dimension", Of<SatisfactionDimension>(dimension => dimension.Code()) },
        { "Satisfaction", "standing", Of<Standing>(standing => standing.Code()) },
        { "Participation", "standing", Of<Standing>(standing => standing.Code()) },
        { "Participation", "breakdown", Of<ParticipationBreakdown>(breakdown => breakdown.Code()) },
        { "FeedbackThemes", "theme", [.. Of<CommentTheme>(theme => theme.Code()), "unclear"] },
        { "Residents", "group", Of<ResidentGroup>(group => group.Code()) },
        { "Improvements", "outcome", [.. ImprovementOutcome.All.Select(outcome => outcome.Code)] },
        { "Improvements", "verdict", Of<ImprovementVerdict>(verdict => verdict.Code()) },
        { "Allocations", "resource", Of<AllocationResource>(resource => resource.Code()) },
        { "Runs", "state", Of<RunState>(state => $"{state}".ToLowerInvariant()) },
        { "Runs", "promotion", Of<PromotionOutcome>(outcome => $"{outcome}".ToLowerInvariant()) },
        { "Models", "promotion", Of<PromotionOutcome>(outcome => $"{outcome}".ToLowerInvariant()) },
    };

    [Fact]
    public void Tables_InEitherLanguage_AreThePublicOnesWithTheirColumns()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            TableColumns.In(language).Select(table => (table.Table, Columns: string.Join(' ', table.Columns.Select(column => column.Name))))
                .ShouldBe(PublicTables.All.Select(table => (table.Name, string.Join(' ', table.Columns.Select(column => column.ApiName)))));
        }
    }

    [Fact]
    public void Column_Declared_IsToldInTheLanguageAskedFor()
    {
        Find("Residents", "trendPoints", Language.English).ShouldBe(new ShownColumn(
            "trendPoints", "number", "percentagePointsPerYear", "percentage points a year", true, "Trend, points a year",
            "trend of the share over the last three years; empty with fewer than three counts", null));
        var chinese = Find("Residents", "trendPoints", Language.Chinese);
        (chinese.Label, chinese.UnitName).ShouldBe(("趋势（百分点/年）", "百分点/年"));
        Find("SupplyDemand", "status", Language.English).Help.ShouldStartWith("short: match rate under .95; otherwise tight");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Codes_ThatTheProgramWrites_HaveWordsInBothLanguages(string table, string column, string[] codes)
    {
        foreach (var language in Enum.GetValues<Language>())
            Find(table, column, language).Codes.ShouldNotBeNull().Keys.ShouldBe(codes, ignoreOrder: true);
    }

    [Fact]
    public void Codes_OfAnyColumn_HaveTheSameKeysInBothLanguages()
    {
        var english = TableColumns.In(Language.English).SelectMany(table => table.Columns).ToList();
        var chinese = TableColumns.In(Language.Chinese).SelectMany(table => table.Columns);

        english.Count(column => column.Codes is not null).ShouldBeGreaterThan(20);
        foreach (var (one, other) in english.Zip(chinese).Where(pair => pair.First.Codes is not null))
        {
            one.Codes!.ShouldNotBeEmpty(one.Name);
            other.Codes!.Keys.ShouldBe(one.Codes!.Keys, one.Name);
        }
    }

    private static ShownColumn Find(string table, string column, Language language) =>
        TableColumns.In(language).Single(known => known.Table == table).Columns.Single(known => known.Name == column);

    private static string[] Of<T>(Func<T, string> code)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(code)];
}
