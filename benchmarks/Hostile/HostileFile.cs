namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>A file made to harm.</summary>
/// <param name="Name">Says what harms, and by its extension how it is to be read.</param>
/// <param name="IsRefused">Whether it is to be refused whole; what is to be read otherwise costs no more than the bounds.</param>
/// <param name="Write">Writes it.</param>
internal sealed record HostileFile(string Name, bool IsRefused, Action<Stream> Write)
{
    /// <summary>Whether it takes so much room on disk that only the benchmark writes it.</summary>
    public bool IsHuge { get; init; }

    public byte[] ToArray()
    {
        var file = new MemoryStream();
        Write(file);
        return file.ToArray();
    }
}
