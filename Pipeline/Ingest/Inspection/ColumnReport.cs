using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>A column of a file.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Type">What most values look like: <c>number</c>, <c>date</c>, <c>time</c>, <c>text</c>, or <c>empty</c>.</param>
/// <param name="Samples">Some of its values.</param>
/// <param name="Empty">Rows without a value.</param>
/// <param name="Means">The dataset's column that takes it; null where none does.</param>
public sealed record ColumnReport(string Name, string Type, IReadOnlyList<SampleReport> Samples, long Empty, string? Means);

/// <summary>A value of a file.</summary>
/// <param name="Text">The value as it stands.</param>
/// <param name="ReadAs">What it is read as; null where no dataset's column takes it, or where it is none.</param>
/// <param name="Fault">Why it is no value of the dataset's column.</param>
public sealed record SampleReport(string Text, string? ReadAs, Message? Fault);
