using CommunityDemand.Pipeline.Texts;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api;

/// <summary>Language of a request: parameter <c>lang</c>, otherwise header Accept-Language, otherwise English.</summary>
internal static class ReaderLanguage
{
    /// <summary>Name of the language parameter.</summary>
    public const string Parameter = "lang";

    public static Language Of(HttpRequest request) =>
        Languages.Find(request.Query[Parameter].ToString()) ?? Accepted(request) ?? Language.English;

    // The best of the languages with texts (RFC 9110, 12.5.4).
    private static Language? Accepted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(one => one.Quality is not 0)
        .OrderByDescending(one => one.Quality ?? 1)
        .Select(one => Languages.Find(one.Value.ToString()))
        .FirstOrDefault(language => language is not null);
}
