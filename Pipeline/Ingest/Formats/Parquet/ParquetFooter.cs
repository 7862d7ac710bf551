using System.Buffers.Binary;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>What the end of a Parquet file says about it, held against the file before anything else is read.</summary>
/// <param name="Bytes">The footer as it is stored: row groups are read from it one at a time.</param>
internal sealed record ParquetFooter(byte[] Bytes, ParquetSchema Schema, IReadOnlyList<ParquetGroup> Groups)
{
    private const int MagicBytes = 4;
    private const int TailBytes = 8;

    /// <summary>Reads the footer of a seekable file.</summary>
    /// <exception cref="UnreadableUploadException">It is damaged, or asks for more than a real table does.</exception>
    public static async ValueTask<ParquetFooter> ReadAsync(Stream stored, CancellationToken cancellationToken)
    {
        if (stored.Length < MagicBytes + TailBytes) throw new UnreadableUploadException(ParquetMessages.NoParquet());
        var tail = new byte[TailBytes];
        stored.Position = stored.Length - TailBytes;
        await stored.ReadExactlyAsync(tail, cancellationToken);
        if (tail.AsSpan(MagicBytes).SequenceEqual("PARE"u8)) throw new UnreadableUploadException(ParquetMessages.EncryptedFile());
        if (!tail.AsSpan(MagicBytes).SequenceEqual("PAR1"u8)) throw new UnreadableUploadException(ParquetMessages.NoParquet());
        var length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (length > stored.Length - MagicBytes - TailBytes)
            throw new UnreadableUploadException(ParquetMessages.FooterBeyondFile(length, stored.Length));
        if (length > ParquetLimits.FooterBytes) throw new UnreadableUploadException(ParquetMessages.FooterTooLarge(length));

        var bytes = new byte[length];
        stored.Position = stored.Length - TailBytes - length;
        await stored.ReadExactlyAsync(bytes, cancellationToken);
        try
        {
            return Parse(bytes, stored.Length);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw new UnreadableUploadException(ParquetMessages.DamagedFooter(), damaged);
        }
    }

    private static ParquetFooter Parse(byte[] bytes, long fileBytes)
    {
        var thrift = new ThriftReader(bytes);
        ParquetSchema? schema = null;
        var groups = new List<ParquetGroup>();
        long rows = -1;
        var id = 0;
        while (thrift.ReadField(ref id, out var type))
        {
            switch (id)
            {
                case 2: schema = ParquetSchema.Read(ref thrift, type); break;
                case 3: rows = thrift.ReadInteger(type); break;
                case 4: ReadGroups(ref thrift, type, groups); break;
                default: thrift.Skip(type); break;
            }
        }

        if (schema is null || rows < 0) throw new InvalidDataException();
        CheckRows(rows, groups, fileBytes);
        return Check(new ParquetFooter(bytes, schema, groups), fileBytes - TailBytes - bytes.Length);
    }

    private static void ReadGroups(ref ThriftReader thrift, ThriftType type, List<ParquetGroup> groups)
    {
        for (var left = thrift.ReadStructs(type); left > 0; left--) groups.Add(ParquetGroup.Read(ref thrift));
    }

    private static void CheckRows(long rows, List<ParquetGroup> groups, long fileBytes)
    {
        var counted = (UInt128)0;
        foreach (var group in groups) counted += (UInt128)group.Rows;
        if (counted > ParquetLimits.HarmlessRows && counted > (UInt128)fileBytes * ParquetLimits.RowsPerByte)
            throw new UnreadableUploadException(ParquetMessages.TooManyRows(rows, fileBytes));
        // Some writers leave the sum at 0.
        if (rows > 0 && counted != (UInt128)rows) throw new InvalidDataException();
    }

    private static ParquetFooter Check(ParquetFooter footer, long end)
    {
        var fields = footer.Schema.Fields.ToArray();
        for (var g = 0; g < footer.Groups.Count; g++)
        {
            var group = footer.Groups[g];
            var chunks = group.ReadChunks(footer.Bytes, footer.Schema.Leaves);
            for (var f = 0; f < fields.Length; f++)
            {
                if (fields[f].Unreadable is not null) continue;
                var chunk = chunks[fields[f].Leaf];
                if (chunk.IsEncrypted) fields[f] = fields[f] with { Unreadable = ParquetMessages.Encrypted };
                else CheckChunk(fields[f], chunk, group, g + 1, end);
            }

            CheckOverlap(fields, chunks, g + 1);
        }

        return footer with { Schema = footer.Schema with { Fields = fields } };
    }

    private static void CheckChunk(ParquetField field, ParquetChunk chunk, ParquetGroup group, int number, long end)
    {
        if (chunk.IsElsewhere) throw new UnreadableUploadException(ParquetMessages.OtherFile(field.Name));
        if (chunk.Type != field.Type || chunk.Values != group.Rows)
            throw new UnreadableUploadException(ParquetMessages.Damaged(field.Name, number));
        if (chunk.Bytes < 0 || chunk.Start < 0 || chunk.Bytes > end - chunk.Start)
            throw new UnreadableUploadException(ParquetMessages.ChunkOutside(field.Name, number));
        if (chunk.Bytes > 0 && chunk.Start < MagicBytes)
            throw new UnreadableUploadException(ParquetMessages.ChunkOutside(field.Name, number));
    }

    private static void CheckOverlap(ParquetField[] fields, ParquetChunk[] chunks, int number)
    {
        long end = 0;
        foreach (var field in fields.Where(field => field.Unreadable is null).OrderBy(field => chunks[field.Leaf].Start))
        {
            var chunk = chunks[field.Leaf];
            if (chunk.Bytes > 0 && chunk.Start < end) throw new UnreadableUploadException(ParquetMessages.ChunkOutside(field.Name, number));
            end = Math.Max(end, chunk.Start + chunk.Bytes);
        }
    }
}
