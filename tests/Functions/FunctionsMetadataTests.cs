using System.Text.Json;
using CommunityDemand.Functions;

namespace CommunityDemand.Tests.Functions;

/// <summary>The functions as the host reads them: from the metadata that the worker's SDK generates while it builds.</summary>
public sealed class FunctionsMetadataTests
{
    private const string Storage = "AzureWebJobsStorage";

    /// <summary>Function, trigger, what it listens to, its level or connection.</summary>
    private static readonly string[] Expected =
    [
        $"ForecastDistrict queueTrigger forecast-work {Storage}",
        $"GiveUpRun queueTrigger forecast-work-poison {Storage}",
        $"IngestUpload blobTrigger uploads/{{name}} {Storage} EventGrid",
        "NightlyForecast timerTrigger 0 */15 * * * *",
        "SweepUploads timerTrigger 0 */5 * * * *",
        "ServeApi httpTrigger get post api/{*path} Function",
        "ServeHealth httpTrigger get health Anonymous",
        "ServePage httpTrigger get head {*path} Anonymous",
    ];

    [Fact]
    public void Metadata_AllFunctions_AreTheExpectedOnes() => Functions().ShouldBe(Expected, ignoreOrder: true);

    [Fact]
    public void Metadata_Retry_IsThatOfTheNight()
    {
        using var metadata = Read();

        var retried = metadata.RootElement.EnumerateArray().Where(function => function.TryGetProperty("retry", out _)).ToArray();

        retried.ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe(nameof(NightlyForecast));
        var retry = retried[0].GetProperty("retry");
        (retry.GetProperty("strategy")
            .GetString(), retry.GetProperty("maxRetryCount").ToString(), retry.GetProperty("delayInterval").GetString())
            .ShouldBe(("fixedDelay", "5", "00:05:00"));
    }

    private static IEnumerable<string> Functions()
    {
        using var metadata = Read();
        foreach (var function in metadata.RootElement.EnumerateArray())
        {
            var trigger = function.GetProperty("bindings").EnumerateArray()
                .Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
            string[] parts =
            [
                function.GetProperty("name").GetString()!, trigger.GetProperty("type").GetString()!, .. Methods(trigger),
                .. Of(trigger, "queueName"),
                .. Of(trigger, "path"),
                .. Of(trigger, "schedule"),
                .. Of(trigger, "route"),
                .. Of(trigger, "authLevel"),
                .. Of(trigger, "connection"),
                .. Of(trigger.GetProperty("properties"), "source"), .. Of(trigger, "source"),
            ];
            yield return string.Join(' ', parts);
        }
    }

    private static IEnumerable<string> Methods(JsonElement trigger) =>
        trigger.TryGetProperty("methods", out var methods) ? methods.EnumerateArray().Select(method => method.GetString()!) : [];

    private static IEnumerable<string> Of(JsonElement binding, string property) =>
        binding.TryGetProperty(property, out var value) ? [value.ToString()] : [];

    private static JsonDocument Read() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "functions.metadata")));
}
