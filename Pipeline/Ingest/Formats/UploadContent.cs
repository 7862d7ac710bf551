using System.Security.Cryptography;
using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// The first pass over an upload: proves that it can be read to its end, and finds what identifies and decodes it.
/// </summary>
/// <param name="Hash">SHA-256 of the content, unpacked if it was packed, in lower-case hexadecimal.</param>
/// <param name="Encoding">Of a text; null for the others.</param>
internal sealed record UploadContent(string Hash, Encoding? Encoding)
{
    private const int ChunkBytes = 1 << 18;

    /// <summary>Reads the stream to its end.</summary>
    /// <exception cref="UnreadableUploadException">It is empty, damaged or a bomb.</exception>
    public static async Task<UploadContent> InspectAsync(MeteredStream stored, UploadFile file, CancellationToken cancellationToken)
    {
        if (stored.Length == 0) throw new UnreadableUploadException("The file is empty.");
        var isText = file.Format is UploadFormat.Csv or UploadFormat.Tsv or UploadFormat.JsonLines;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var detector = new TextEncodingDetector();
        var chunk = new byte[ChunkBytes];
        long length = 0;
        await using var content = Unpack(stored, file);
        try
        {
            while (await content.ReadAsync(chunk, cancellationToken) is > 0 and var read)
            {
                length += read;
                hash.AppendData(chunk, 0, read);
                if (isText) detector.Append(chunk.AsSpan(0, read));
            }

            if (file.IsGzip && !await GzipTrailer.IsWholeAsync(stored, length, cancellationToken)) throw ReadingFaults.Gzip();
        }
        catch (InvalidDataException damaged) when (stored.Failure is null)
        {
            throw ReadingFaults.Gzip(damaged);
        }

        if (length == 0) throw new UnreadableUploadException("The file is empty once unpacked, or its gzip data is damaged at the start.");
        return new UploadContent(Convert.ToHexStringLower(hash.GetHashAndReset()), isText ? detector.Encoding : null);
    }

    /// <summary>The same bytes, made something else by a mapping.</summary>
    public UploadContent ReadBy(string mapping) =>
        this with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Hash}:{mapping}"))) };

    /// <summary>The stream of the content as it was before packing.</summary>
    public static Stream Unpack(Stream stored, UploadFile file) => file.IsGzip ? InflatedStream.Gzip(stored) : stored;
}
