using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>A message and the rows that it is about.</summary>
public sealed record MessageRows(Message Message, long Rows);
