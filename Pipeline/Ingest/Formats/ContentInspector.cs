using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;
using CommunityDemand.Pipeline.Ingest.Formats.Encodings;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>The first pass over an upload: finds format, packing, encoding, dialect and header by the content alone.</summary>
internal sealed class ContentInspector(MeteredStream stored, UploadFile file, ReadingHints hints)
{
    private const int ChunkBytes = 1 << 18;
    private const int SampleBytes = 1 << 20;

    private readonly ArrayBufferWriter<byte> _sample = new();
    private readonly TextEvidence _evidence = new();
    private readonly List<Message> _assumptions = [];

    /// <param name="isBeginning">Whether to stop where the sample is full.</param>
    public async Task<UploadContent> RunAsync(bool isBeginning, CancellationToken cancellationToken)
    {
        if (stored.Length == 0) throw new UnreadableUploadException(FileMessages.Empty());
        var (format, packing) = await FindBinaryAsync(cancellationToken);
        await using var content = await UploadContent.UnpackAsync(stored, packing, cancellationToken);
        if (packing.Entry is { } entry) _assumptions.Add(AssumptionMessages.Unpacked(entry));
        var (hash, length) = await ReadAsync(content, packing, isText: format is null, isBeginning, cancellationToken);
        if (length == 0) throw new UnreadableUploadException(FileMessages.EmptyOnceUnpacked());
        if (format is { } binary) return new UploadContent(hash, binary, packing, null, null, default, _assumptions) { Hints = hints };
        if (packing.Kind != PackingKind.None) CheckPacked();
        else if (HtmlWorkbook.IsHtml(_sample.WrittenSpan))
            return new UploadContent(hash, UploadFormat.Workbook, packing, null, null, default, _assumptions) { Hints = hints };
        return Understand(hash, packing, isWhole: length <= SampleBytes);
    }

    private async ValueTask<(UploadFormat? Format, Packing Packing)> FindBinaryAsync(CancellationToken cancellationToken)
    {
        var head = new byte[BinaryFormats.HeadBytes];
        var read = await stored.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        stored.Position = 0;
        head = head[..read];
        if (BinaryFormats.IsGzip(head)) return (null, Packing.Gzip);
        if (BinaryFormats.IsParquet(head)) return (UploadFormat.Parquet, Packing.None);
        if (BinaryFormats.IsZip(head))
        {
            var (isWorkbook, packing) = await ZipContents.FindAsync(stored, cancellationToken);
            return (isWorkbook ? UploadFormat.Workbook : null, packing);
        }

        if (BinaryFormats.IsOle(head) || BinaryFormats.IsOldWorkbook(head)) return (UploadFormat.Workbook, Packing.None);
        return BinaryFormats.Refusal(head) is { } foreign ? throw new UnreadableUploadException(foreign) : (null, Packing.None);
    }

    private async Task<(string Hash, long Length)> ReadAsync(
        Stream content, Packing packing, bool isText, bool isBeginning, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[ChunkBytes];
        long length = 0;
        try
        {
            while (await content.ReadAsync(chunk, cancellationToken) is > 0 and var read)
            {
                length += read;
                hash.AppendData(chunk, 0, read);
                if (isText)
                {
                    _evidence.Append(chunk.AsSpan(0, read));
                    _sample.Write(chunk.AsSpan(0, Math.Min(read, SampleBytes - _sample.WrittenCount)));
                }

                if (isBeginning && length > SampleBytes) return ("", length);
            }

            if (packing.Kind == PackingKind.Gzip && !await GzipTrailer.IsWholeAsync(stored, length, cancellationToken))
            {
                throw new UnreadableUploadException(FileMessages.CutGzip());
            }
        }
        catch (InvalidDataException damaged) when (stored.Failure is null)
        {
            var message =
                packing.Kind == PackingKind.Zip ? FileMessages.DamagedZip() : FileMessages.DamagedGzip();
            throw new UnreadableUploadException(message, damaged);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    private void CheckPacked()
    {
        var head = _sample.WrittenSpan[..Math.Min(_sample.WrittenCount, BinaryFormats.HeadBytes)];
        if (BinaryFormats.IsGzip(head)) throw new UnreadableUploadException(FileMessages.PackedTwice());
        if (BinaryFormats.IsZip(head) || BinaryFormats.IsParquet(head) || BinaryFormats.IsOle(head) || BinaryFormats.IsOldWorkbook(head)
            || HtmlWorkbook.IsHtml(_sample.WrittenSpan))
        {
            throw new UnreadableUploadException(FileMessages.PackedBinary());
        }

        if (BinaryFormats.Refusal(head) is { } foreign) throw new UnreadableUploadException(foreign);
    }

    private UploadContent Understand(string hash, Packing packing, bool isWhole)
    {
        var verdict = hints.Encoding is { } said
            ? new EncodingVerdict(said, HasBroken: true)
            : EncodingFinder.Find(_sample.WrittenSpan, _evidence);
        var encoding = verdict.Encoding ?? throw new UnreadableUploadException(EncodingAssumptions.Refusal(verdict.Doubt!));
        var text = Decode(encoding, isWhole);
        var screen = new TextScreen(encoding is UTF8Encoding && (_evidence.Utf8.Twice > 0 || TwiceEncoded.IsIn(text)));
        _assumptions.AddRange(EncodingAssumptions.Of(verdict, screen));
        var format = TextFormats.Of(text, file.IsTabs);
        if (format is not (UploadFormat.Csv or UploadFormat.Tsv))
            return new UploadContent(hash, format, packing, encoding, null, screen, _assumptions);
        var layout = LayoutFinder.Find(text, isWhole, hints.Delimiter, format == UploadFormat.Tsv ? '\t' : null, hints.HeaderRow);
        return new UploadContent(hash, format, packing, encoding, layout, screen, [.. _assumptions, .. LayoutAssumptions.Of(layout)]);
    }

    // A character that the sample cuts is left out.
    private string Decode(Encoding encoding, bool isWhole)
    {
        var bytes = _sample.WrittenSpan;
        var characters = new char[encoding.GetMaxCharCount(bytes.Length)];
        encoding.GetDecoder().Convert(bytes, characters, flush: isWhole, out _, out var used, out _);
        return new string(characters, 0, used);
    }
}
