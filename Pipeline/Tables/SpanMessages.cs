using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>Numbers of periods in words: 8 weeks, 1 month.</summary>
internal static class SpanMessages
{
    public static Message Of(Frequency frequency, int count) => new($"span.{frequency.Code()}", ("count", count));
}
