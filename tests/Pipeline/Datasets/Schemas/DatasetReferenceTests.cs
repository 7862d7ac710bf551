using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Datasets.Schemas;

public sealed class DatasetReferenceTests
{
    // Set to 1, the test writes the reference anew.
    private const string Update = "UPDATE_DOCS";
    private const string Reference = "docs/uploads.md";
    private const string Start = "<!-- datasets: written by a test -->\n";
    private const string End = "<!-- end of datasets -->\n";

    public static TheoryData<string> Names => [.. DatasetCatalogue.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Reference_OfAllDatasets_IsAsDeclared()
    {
        var before = Repository.Read(Reference);
        var (start, end) = (before.IndexOf(Start, StringComparison.Ordinal), before.IndexOf(End, StringComparison.Ordinal));
        start.ShouldBeGreaterThan(0, $"{Reference} has lost the line '{Start.TrimEnd()}'.");
        end.ShouldBeGreaterThan(start, $"{Reference} has lost the line '{End.TrimEnd()}'.");
        var sections = DatasetCatalogue.All.Values.OrderBy(schema => schema.Name, StringComparer.Ordinal).Select(DatasetReference.Markdown);

        var after = $"{before[..start]}{Start}\n{string.Join('\n', sections)}\n{before[end..]}";

        if (Environment.GetEnvironmentVariable(Update) == "1") File.WriteAllText(Path.Combine(Repository.Root, Reference), after);
        else before.ShouldBe(after, $"{Reference} is stale. Run this test with {Update}=1 in the environment.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_OfEachDataset_AreNamedOnceAndDescribedInBothLanguages(string name)
    {
        var columns = DatasetCatalogue.All[name].Columns;

        columns.SelectMany(column => column.Aliases.Prepend(column.Name)).Select(header => HeaderName.Normalize(header)).ShouldBeUnique();
        columns.ShouldAllBe(column => column.English.Length > 0 && column.Chinese.Any(c => c >= 0x4E00));
    }

    // Facts of years lie in storage under these names: a column may be added, but none renamed, retyped or taken away.
    [Theory]
    [InlineData("calendar", "date:Date kind:Text name:Text community:Text district:Text")]
    [InlineData(
        "capacity",
        "community:Text service:Text from:Date daily_capacity:Number staff:Number trained_staff:Number facilities:Number funding:Number "
            + "open_days:Number")]
    [InlineData("communities", "community:Text name:Text subdistrict:Text district:Text city:Text valid_from:Date valid_to:Date")]
    [InlineData(
        "feedback",
        "community:Text date:Date service:Text source:Text channel:Text group:Text content:Number efficiency:Number attitude:Number "
            + "sustainability:Number "
        + "innovation:Number complaint:Number comment:Text theme:Text feedback_id:Text")]
    [InlineData("improvements", "community:Text start:Date measure:Text service:Text target:Number end:Date")]
    [InlineData("participation", "community:Text date:Date participants:Number channel:Text mode:Text eligible:Number")]
    [InlineData(
        "population",
        "community:Text date:Date population:Number age_60_plus:Number age_65_plus:Number age_15_35:Number disabled:Number "
            + "low_income:Number children:Number "
        + "households:Number")]
    [InlineData(
        "services",
        "service:Text name_en:Text name_zh:Text need_class:Text supply_type:Text elderly_sensitive:Number response_target_minutes:Number")]
    [InlineData(
        "usage",
        "community:Text service:Text date:Date group:Text visits:Number unmet:Number staff_hours:Number response_minutes:Number "
            + "period:Text responses_to_5:Number "
        + "responses_to_10:Number responses_to_15:Number responses_to_20:Number responses_to_30:Number responses_to_45:Number "
        + "responses_to_60:Number "
        + "responses_to_90:Number responses_to_120:Number responses_to_240:Number responses_to_480:Number responses_to_1440:Number "
        + "responses_to_10080:Number responses_above:Number")]
    public void Facts_OfEachDataset_HaveTheirColumns(string name, string columns)
    {
        var facts = DatasetCatalogue.All[name].Facts.Select(column => $"{column.Name}:{column.Kind}");

        string.Join(' ', facts).ShouldBe(columns);
    }
}
