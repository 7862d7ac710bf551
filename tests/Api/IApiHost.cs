using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace CommunityDemand.Tests.Api;

/// <summary>A host of the API, as a program meets it.</summary>
internal interface IApiHost : IAsyncDisposable
{
    /// <summary>Sends a request, with a key and, where there is a body, as JSON.</summary>
    Task<ApiAnswer> SendAsync(string method, string pathAndQuery, string? body = null, params (string Name, string Value)[] headers);

    Task<ApiAnswer> GetAsync(string pathAndQuery, params (string Name, string Value)[] headers) =>
        SendAsync("GET", pathAndQuery, null, headers);
}

/// <summary>An answer as it came over the wire.</summary>
internal sealed record ApiAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Unpacked());

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? this[string header] => Headers.GetValueOrDefault(header);

    private byte[] Unpacked()
    {
        using var packed = new MemoryStream(Body);
        using Stream plain = this["Content-Encoding"] switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var whole = new MemoryStream();
        plain.CopyTo(whole);
        return whole.ToArray();
    }
}
