using System.Text;
using CommunityDemand.Pipeline.Ingest.Quarantine;

namespace CommunityDemand.Tests.Api;

/// <summary>Quarantine files held in memory.</summary>
internal sealed class FewQuarantined : IQuarantine
{
    public Dictionary<string, string> Files { get; } = [];

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(Files.TryGetValue(name, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null);
}
