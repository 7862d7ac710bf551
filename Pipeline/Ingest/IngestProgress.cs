namespace CommunityDemand.Pipeline.Ingest;

/// <summary>How far an ingest pass is.</summary>
/// <param name="Blob">The blob being read.</param>
/// <param name="BytesDone">Bytes read of all blobs of the pass.</param>
/// <param name="BytesTotal">Bytes of all blobs of the pass.</param>
public readonly record struct IngestProgress(string Blob, long BytesDone, long BytesTotal);
