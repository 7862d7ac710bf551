using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Inspection;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Tests.Api;

/// <summary>Notes which files are inspected, and says of each that it is no table.</summary>
internal sealed class FewReports : IFileInspection
{
    public List<(string Name, int Bytes, Language Language)> Inspected { get; } = [];

    public Task<FileReport> InspectAsync(
        string name, ReadOnlyMemory<byte> content, Language language, CancellationToken cancellationToken)
    {
        Inspected.Add((name, content.Length, language));
        return Task.FromResult(new FileReport(name) { Problem = new Message("file.damaged") });
    }
}
