namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Numbers of a dictionary's values, behind a byte that says how wide they are.</summary>
internal sealed class DictionaryValues : ParquetValues
{
    private readonly RunLengthReader _indices = new();
    private readonly ParquetDictionary _dictionary;

    public DictionaryValues(ParquetDictionary dictionary, byte[] bytes, int start, int length)
    {
        if (length == 0) throw new InvalidDataException();
        (_dictionary, Source) = (dictionary, dictionary.Bytes);
        _indices.Open(bytes, start + 1, length - 1, bytes[start]);
    }

    /// <summary>The current value's place in the dictionary.</summary>
    public int Index { get; private set; }

    public override void Read()
    {
        Index = _indices.Read();
        if ((uint)Index >= (uint)_dictionary.Count) throw new InvalidDataException();
        Bits = _dictionary.BitsOf(Index);
        (Start, Length) = _dictionary.PlaceOf(Index);
    }
}
