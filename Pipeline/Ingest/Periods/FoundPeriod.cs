using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Ingest.Periods;

/// <summary>A period that the figures of a file stand for, as its dates tell.</summary>
/// <param name="Told">What is assumed, and the remedy.</param>
internal sealed record FoundPeriod(Frequency Period, Message Told);
