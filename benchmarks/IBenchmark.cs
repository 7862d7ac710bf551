using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Peers;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks;

/// <summary>A fixed protocol on fixed data, and what it found: a section of the accuracy document.</summary>
internal interface IBenchmark
{
    /// <summary>What <c>--set</c> calls it.</summary>
    string Name { get; }

    /// <summary>One line for the help.</summary>
    string Summary { get; }

    Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken);
}

/// <summary>What benchmarks share.</summary>
/// <param name="Data">Folder of the published data.</param>
/// <param name="Peers">R's methods; null where they are not wanted.</param>
/// <param name="IsQuick">Whether few origins and small samples will do.</param>
internal sealed record Workbench(string Data, RPeers? Peers, bool IsQuick)
{
    private readonly Lazy<ChicagoRequests> _chicago = new(() => ChicagoRequests.Read(Checkout.DataFolder(Data, ChicagoRequests.Folder)));

    public OurForecasts Ours { get; } = new();

    public ChicagoRequests Chicago => _chicago.Value;

    public SampleCityShelf Cities { get; } = new();

    /// <summary>The usual number of origins, or one where quick will do.</summary>
    public int Origins(int usual) => IsQuick ? 1 : usual;
}
