using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using CommunityDemand.Api.Description;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CommunityDemand.Api.Endpoints;

/// <summary>
/// <c>GET /api/columns</c>: what the tables' columns are called and mean, in one language. The dashboard takes its headings and formats
/// from here.
/// </summary>
internal sealed class ColumnsEndpoint : IEndpoint
{
    private const string Summary =
        "The columns of all tables: type, unit, heading, meaning, and the words for their codes, in the language asked for.";

    // The declarations are compiled in: an answer changes with the program alone.
    private readonly FrozenDictionary<Language, TableResponse> _answers =
        Enum.GetValues<Language>().ToFrozenDictionary(language => language, Describe);

    public IEnumerable<ApiRoute> Routes =>
    [
        new(HttpMethods.Get, "/api/columns", Access.Key, AnswerAsync)
        {
            Description = document => new Operation("getColumns", Summary, document)
                .Optional(ReaderLanguage.Parameter, "Language of texts; without it header Accept-Language decides.", Languages.Codes)
                .Answers<IReadOnlyList<TableColumns>>("200", "The tables with their columns.", ("ETag", "Validator of this answer."))
                .Build(),
        },
    ];

    private Task AnswerAsync(HttpContext http)
    {
        var answer = _answers[ReaderLanguage.Of(http.Request)];
        var tag = EntityTagHeaderValue.Parse(answer.ETag!);
        var isKnown = http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
        return Answers.WriteAsync(http, isKnown ? answer with { StatusCode = StatusCodes.Status304NotModified, Body = default } : answer);
    }

    private static TableResponse Describe(Language language)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(TableColumns.In(language), ApiJson.In(language));
        var tag = Convert.ToHexStringLower(SHA256.HashData(body))[..32];
        return new TableResponse(StatusCodes.Status200OK, ApiJson.ContentType, body, $"\"{tag}\"", null);
    }
}
