using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityDemand.Local.SampleCity;

/// <summary>
/// Manifest of a generated folder, stored in it as <c>manifest.json</c>. It is written first, so that an interrupted run is recognised.
/// </summary>
/// <param name="Generator">Always <see cref="GeneratorName"/>.</param>
/// <param name="Complete">Whether the generation was completed.</param>
/// <param name="Options">Options of the city.</param>
/// <param name="Drops">Folders of uploads, in the order of upload.</param>
internal sealed record SampleCityManifest(string Generator, bool Complete, SampleCityOptions Options, IReadOnlyList<SampleCityDrop> Drops)
{
    public const string GeneratorName = "community-demand sample city 1";
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, IgnoreReadOnlyProperties = true, NewLine = "\n" };

    /// <summary>Whether the folder already holds the complete city.</summary>
    [JsonIgnore]
    public bool IsCurrent => Complete && Generator == GeneratorName;

    /// <summary>Reads the manifest of a folder; null where the folder was not generated.</summary>
    public static async Task<SampleCityManifest?> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            await using var stream = File.OpenRead(path);
            var manifest = await JsonSerializer.DeserializeAsync<SampleCityManifest>(stream, Json, cancellationToken);
            return manifest is { Generator: not null, Options: not null, Drops: not null }
                && manifest.Generator.StartsWith("community-demand", StringComparison.Ordinal)
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(Path.Combine(folder, FileName));
        await JsonSerializer.SerializeAsync(stream, this, Json, cancellationToken);
    }
}
