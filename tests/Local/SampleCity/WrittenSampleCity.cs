using CommunityDemand.Local.SampleCity;
using CommunityDemand.Tests.Local.SampleCity;

[assembly: AssemblyFixture(typeof(WrittenSampleCity))]

namespace CommunityDemand.Tests.Local.SampleCity;

/// <summary>
/// The files of <see cref="SampleCityFixture"/>, written for the first class that asks and kept for the others: nobody changes them.
/// </summary>
public sealed class WrittenSampleCity : IDisposable
{
    private readonly Lazy<Task<(SampleCityManifest, IReadOnlyList<SampleCityFixture.TruthDay>)>> _city;

    public WrittenSampleCity() => _city = new(WriteAsync);

    internal static SampleCityOptions Options { get; } = new() { Dirty = 0 };

    internal string Folder { get; } = Directory.CreateTempSubdirectory("sample-city-").FullName;

    internal Task<(SampleCityManifest Manifest, IReadOnlyList<SampleCityFixture.TruthDay> Demand)> ReadAsync() => _city.Value;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task<(SampleCityManifest, IReadOnlyList<SampleCityFixture.TruthDay>)> WriteAsync()
    {
        var manifest = await SampleCityGenerator.WriteAsync(Options, Folder, progress: null, CancellationToken.None);
        var rows = await UploadedRows.ReadAsync(Path.Combine(Folder, "truth", "demand.parquet"));
        return (manifest, [.. rows.Select(SampleCityFixture.TruthDay.Of)]);
    }
}
