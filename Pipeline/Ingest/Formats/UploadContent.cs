using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What identifies and decodes the content of an upload.</summary>
/// <param name="Hash">
/// SHA-256 of the content, unpacked if it was packed, in lower-case hexadecimal; empty where only the beginning was read.
/// </param>
/// <param name="Format">The format, whatever the name says.</param>
/// <param name="Packing">What it is packed in.</param>
/// <param name="Encoding">Of a text; null for the others.</param>
/// <param name="Layout">Of delimited text; null for the others.</param>
/// <param name="Screen">What to look for in the rows of a text.</param>
/// <param name="Assumptions">What had to be assumed to read it.</param>
internal sealed record UploadContent(
    string Hash, UploadFormat Format, Packing Packing, Encoding? Encoding, TableLayout? Layout, TextScreen Screen,
    IReadOnlyList<Message> Assumptions)
{
    /// <summary>What its owner says of it.</summary>
    public ReadingHints Hints { get; init; } = ReadingHints.None;

    /// <summary>Reads an upload to its end: proves that it can be, and finds all about it.</summary>
    /// <param name="hints">What its owner says of it; null for nothing.</param>
    /// <exception cref="UnreadableUploadException">It is empty, damaged, a bomb or no table.</exception>
    public static Task<UploadContent> InspectAsync(
        MeteredStream stored, UploadFile file, CancellationToken cancellationToken, ReadingHints? hints = null) =>
        new ContentInspector(stored, file, hints ?? ReadingHints.None).RunAsync(isBeginning: false, cancellationToken);

    /// <summary>Reads the beginning of an upload alone: enough to open it, not to prove it whole.</summary>
    /// <exception cref="UnreadableUploadException">It is empty, damaged at the start or no table.</exception>
    public static Task<UploadContent> PeekAsync(
        MeteredStream stored, UploadFile file, CancellationToken cancellationToken, ReadingHints? hints = null) =>
        new ContentInspector(stored, file, hints ?? ReadingHints.None).RunAsync(isBeginning: true, cancellationToken);

    /// <summary>The same bytes, made something else by a mapping.</summary>
    public UploadContent ReadBy(string mapping) =>
        this with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Hash}:{mapping}"))) };

    /// <summary>The stream of the content as it was before packing; owns the one given.</summary>
    public static async ValueTask<Stream> UnpackAsync(MeteredStream stored, Packing packing, CancellationToken cancellationToken)
    {
        switch (packing.Kind)
        {
            case PackingKind.Gzip:
                return InflatedStream.Gzip(stored);
            case PackingKind.Zip:
                var zip = await ZipArchive.CreateAsync(
                    stored, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellationToken);
                var entry = zip.GetEntry(packing.Entry!)!;
                return new InflatedStream(await entry.OpenAsync(cancellationToken), entry.CompressedLength, zip);
            default:
                return stored;
        }
    }
}
