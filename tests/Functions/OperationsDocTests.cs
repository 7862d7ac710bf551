using System.Globalization;
using System.Text.RegularExpressions;
using CommunityDemand.Functions;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Functions;

/// <summary>docs/operations.md names every setting of the pipeline with its default, and no other.</summary>
public sealed class OperationsDocTests
{
    private static readonly string Text = Repository.Read("docs/operations.md");

    [Fact]
    public void Settings_Table_HasEveryOptionWithItsDefault()
    {
        var documented = Regex.Matches(Text, @"^\| `(\w+:[\w:]+)` \| (.+?) \|", RegexOptions.Multiline)
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value.Trim('`')));

        documented.ShouldBe(
            [
                .. Of("Storage", new StorageOptions()), .. Of("Nightly", new NightlyOptions()), .. Of("Run", new RunOptions()),
                .. Of("City", new CityOptions()), .. Of("Forecasting", new ForecastingOptions()),
                .. Of("Ingest", new IngestOptions()),
                .. Of("Allocation", new AllocationOptions()),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Functions_Table_HasEveryFunction()
    {
        foreach (var function in typeof(IngestUpload).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(IngestUpload).Namespace && t.GetMethod("RunAsync") is not null))
            Text.ShouldContain($"`{function.Name}`");
    }

    private static IEnumerable<(string, string)> Of(string section, object options) =>
        from property in options.GetType().GetProperties()
        where property.PropertyType != typeof(EngineOptions)
        select ($"{section}:{property.Name}", Shown(property.GetValue(options)));

    private static string Shown(object? value) => value switch
    {
        null => "none",
        bool truth => truth ? "true" : "false",
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
