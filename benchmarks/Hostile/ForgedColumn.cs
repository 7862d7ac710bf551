namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>A required column of a forged Parquet file, of one row group.</summary>
/// <param name="Type">Number of the stored type: 1 and 2 are integers, 6 a text, 7 of fixed length.</param>
/// <param name="Pages">Its pages as they are stored.</param>
internal sealed record ForgedColumn(string Name, int Type, params IReadOnlyList<byte[]> Pages)
{
    public const int Int32 = 1;
    public const int Int64 = 2;
    public const int Text = 6;
    public const int Fixed = 7;

    /// <summary>Number of the converted type, such as 0 for texts and 6 for dates; null where the values mean nothing further.</summary>
    public int? Converted { get; init; }

    public long? Length { get; init; }

    public long? Scale { get; init; }

    public long? Precision { get; init; }

    public int Packing { get; init; }

    /// <summary>What the footer claims; the truth where null.</summary>
    public long? Values { get; init; }

    public long? Start { get; init; }

    public long? Bytes { get; init; }

    /// <summary>Fields of the schema's element that the format does not know.</summary>
    public Action<ThriftWriter>? Extra { get; init; }

    public void WriteSchema(ThriftWriter thrift) => thrift.Body(element =>
    {
        element.Int(1, Type).Int(3, 0).Text(4, Name);
        if (Length is { } length) element.Int(2, length);
        if (Converted is { } converted) element.Int(6, converted);
        if (Scale is { } scale) element.Int(7, scale);
        if (Precision is { } precision) element.Int(8, precision);
        Extra?.Invoke(element);
    });

    public void WriteChunk(ThriftWriter thrift, long start, long rows) =>
        thrift.Body(chunk => chunk.Int(2, Start ?? start).In(3, description =>
    {
        description.Int(1, Type)
            .ListOf(2, ThriftWriter.I32, 0).ListOf(3, ThriftWriter.Binary, 1).Text(Name).Int(4, Packing).Int(5, Values ?? rows);
        description.Int(6, Pages.Sum(page => (long)page.Length))
            .Int(7, Bytes ?? Pages.Sum(page => (long)page.Length)).Int(9, Start ?? start);
    }));
}
