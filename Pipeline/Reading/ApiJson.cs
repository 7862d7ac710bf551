using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>JSON as all endpoints read and write it.</summary>
public static class ApiJson
{
    public const string ContentType = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions English = Create(MessageTexts.English);
    private static readonly JsonSerializerOptions Chinese = Create(MessageTexts.Chinese);

    /// <summary>The same in English: also for what a reader sends.</summary>
    public static JsonSerializerOptions Format => English;

    /// <summary>
    /// Names in camel case, enumerations by name, text of any script as it is, messages with their code, arguments and text, nothing that
    /// is not asked for.
    /// </summary>
    public static JsonSerializerOptions In(Language language) => language == Language.Chinese ? Chinese : English;

    private static JsonSerializerOptions Create(MessageTexts texts) => new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new RenderedMessageConverter(texts) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
