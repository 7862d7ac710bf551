namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What a file is packed in.</summary>
/// <param name="Kind">The program that packs so.</param>
/// <param name="Entry">The one file of a zip; null of the others.</param>
internal sealed record Packing(PackingKind Kind, string? Entry = null)
{
    public static Packing None { get; } = new(PackingKind.None);

    public static Packing Gzip { get; } = new(PackingKind.Gzip);
}
