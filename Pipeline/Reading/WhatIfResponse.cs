using System.Text.Json;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>Answers questions put as JSON, ready for any HTTP host.</summary>
public static class WhatIfResponse
{
    /// <summary>200 with a <see cref="ScenarioAnswer"/>; 400 or 404 with what is wrong and a remedy.</summary>
    /// <param name="body">A <see cref="ScenarioRequest"/>.</param>
    /// <param name="language">Language of texts.</param>
    public static Task<TableResponse> AnswerAsync(
        this IScenarios scenarios, Stream body, Language language, CancellationToken cancellationToken) =>
        AnswerAsync<ScenarioRequest, ScenarioAnswer>(
            body, "scenario", """Send JSON such as {"kind": "ageing", "points": 2}; docs/tables.md says what each kind takes.""",
            scenarios.AskAsync, new ScenarioRequest(null), language, cancellationToken);

    /// <summary>200 with an <see cref="AllocationAnswer"/>; 400 or 404 with what is wrong and a remedy.</summary>
    /// <param name="body">An <see cref="AllocationRequest"/>.</param>
    /// <param name="language">Language of texts.</param>
    public static Task<TableResponse> AnswerAsync(
        this IAllocations allocations, Stream body, Language language, CancellationToken cancellationToken) =>
        AnswerAsync<AllocationRequest, AllocationAnswer>(
            body, "allocation", """Send JSON such as {"resource": "visits", "share": 0.1}; docs/tables.md says what may be asked.""",
            allocations.AskAsync, new AllocationRequest(), language, cancellationToken);

    /// <summary>What is wrong and what to do about it, in the form that <see cref="ITableReader"/> gives its own.</summary>
    public static TableResponse Problem(int statusCode, string error, string remedy) => Json(statusCode, new { error, remedy });

    /// <summary>400 for a body that is no JSON of the form asked for.</summary>
    /// <param name="what">What the body should have been.</param>
    /// <param name="remedy">An example.</param>
    public static TableResponse Misread(string what, JsonException mistake, string remedy) =>
        Problem(
            400, $"The body is no {what}; what is wrong stands at {(string.IsNullOrEmpty(mistake.Path) ? "$" : mistake.Path)}.", remedy);

    private static async Task<TableResponse> AnswerAsync<TRequest, TAnswer>(
        Stream body, string what, string example, Func<TRequest, CancellationToken, Task<TAnswer>> ask, TRequest nothing, Language language,
        CancellationToken cancellationToken)
    {
        try
        {
            var asked = await JsonSerializer.DeserializeAsync<TRequest>(body, ApiJson.Format, cancellationToken);
            return Json(200, await ask(asked ?? nothing, cancellationToken), language);
        }
        catch (JsonException mistake)
        {
            return Misread(what, mistake, example);
        }
        catch (WhatIfRequestException mistake)
        {
            return Problem(mistake.IsMissing ? 404 : 400, mistake.Message, mistake.Remedy);
        }
    }

    private static TableResponse Json<T>(int statusCode, T value, Language language = Language.English) =>
        new(statusCode, ApiJson.ContentType, JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.In(language)), null, null);
}
