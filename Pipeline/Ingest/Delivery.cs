using CommunityDemand.Pipeline.Ingest.Formats;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>One state of one blob of container <c>uploads</c>.</summary>
/// <param name="File">What its path says.</param>
/// <param name="Tag">Its entity tag.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Modified">When it was written.</param>
internal sealed record Delivery(UploadFile File, string Tag, long Bytes, DateTimeOffset Modified);
