using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>A dataset that a file may be.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Why">What speaks for it.</param>
public sealed record DatasetReport(string Dataset, Message Why);
