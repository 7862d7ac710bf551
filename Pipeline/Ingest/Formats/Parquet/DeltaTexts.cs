namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>
/// Texts behind their lengths, and, where asked for, behind the lengths of what each has in common with the one before (Encodings.md,
/// "Delta-length byte array", "Delta Strings").
/// </summary>
internal sealed class DeltaTexts : ParquetValues
{
    private readonly bool _hasPrefixes;
    private readonly byte[] _bytes;
    private readonly int _end;
    private DeltaReader _prefixes;
    private DeltaReader _lengths;
    private int _next;

    /// <param name="most">Values that the page can have.</param>
    public DeltaTexts(byte[] bytes, int start, int length, bool hasPrefixes, int most)
    {
        (_bytes, _end, _hasPrefixes) = (bytes, start + length, hasPrefixes);
        _next = start;
        if (hasPrefixes) _prefixes = Open(most);
        else Source = bytes;
        _lengths = Open(most);
    }

    public override void Read()
    {
        var length = Checked(_lengths.Read(), _end - _next);
        if (_hasPrefixes) Append(Checked(_prefixes.Read(), Length), length);
        else (Start, Length) = (_next, length);
        _next += length;
    }

    private static int Checked(long length, int most) => length >= 0 && length <= most ? (int)length : throw new InvalidDataException();

    // The texts begin where the lengths end, which only reading them tells.
    private DeltaReader Open(int most)
    {
        var lengths = new DeltaReader(_bytes, _next, _end - _next);
        if (lengths.Left > most) throw new InvalidDataException();
        var ahead = lengths;
        while (ahead.Left > 0) ahead.Read();
        _next = ahead.End;
        return lengths;
    }

    private void Append(int kept, int length)
    {
        var whole = kept + length;
        if (whole > ReadLimits.RowCharacters * sizeof(int)) throw new InvalidDataException();
        if (Source.Length < whole)
        {
            var longer = new byte[Math.Max(whole, 2 * Source.Length)];
            Source.AsSpan(0, kept).CopyTo(longer);
            Source = longer;
        }

        _bytes.AsSpan(_next, length).CopyTo(Source.AsSpan(kept));
        Length = whole;
    }
}
