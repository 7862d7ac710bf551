using System.Buffers.Binary;

namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>A Parquet file of one row group whose every figure may lie.</summary>
internal sealed record ForgedParquet(long Rows, params IReadOnlyList<ForgedColumn> Columns)
{
    public const string Community = "F1";

    /// <summary>Further elements of the schema, and how many they are.</summary>
    public (Action<ThriftWriter> Write, int Children, int Count)? Schema { get; init; }

    /// <summary>What the schema's list claims; the truth where null.</summary>
    public long? Elements { get; init; }

    public long? GroupRows { get; init; }

    public long? Groups { get; init; }

    /// <summary>Fields of the footer that the format does not know.</summary>
    public Action<ThriftWriter>? Extra { get; init; }

    public uint? FooterBytes { get; init; }

    public string Magic { get; init; } = "PAR1";

    /// <summary>A sound table of usage: a row a day.</summary>
    public static ForgedParquet Usage(int rows) => new(
        rows,
        new ForgedColumn(
            "community", ForgedColumn.Text, Page(rows, ForgedPage.Texts(Enumerable.Repeat(Community, rows))))
        { Converted = 0 },
        new ForgedColumn("service", ForgedColumn.Text, Page(rows, ForgedPage.Texts(Enumerable.Repeat("meals", rows)))) { Converted = 0 },
        new ForgedColumn("date", ForgedColumn.Int32, Page(rows, ForgedPage.Integers(Enumerable.Range(20_000, rows)))) { Converted = 6 },
        new ForgedColumn("visits", ForgedColumn.Int32, Page(rows, ForgedPage.Integers(Enumerable.Range(1, rows)))));

    /// <summary>The same with another column of a name.</summary>
    public ForgedParquet With(string name, Func<ForgedColumn, ForgedColumn> change) =>
        this with { Columns = [.. Columns.Select(column => column.Name == name ? change(column) : column)] };

    public static byte[] Page(long values, byte[] body) => new ForgedPage { Values = values, Body = body }.ToArray();

    public void Write(Stream file)
    {
        file.Write("PAR1"u8);
        var starts = new long[Columns.Count];
        for (var i = 0; i < Columns.Count; i++)
        {
            starts[i] = file.Position;
            foreach (var page in Columns[i].Pages) file.Write(page);
        }

        var footer = Footer(starts);
        file.Write(footer);
        var length = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(length, FooterBytes ?? (uint)footer.Length);
        file.Write(length);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Magic));
    }

    public byte[] ToArray()
    {
        var file = new MemoryStream();
        Write(file);
        return file.ToArray();
    }

    private byte[] Footer(long[] starts) => new ThriftWriter().Body(footer =>
    {
        footer.Int(1, 1);
        footer.ListOf(2, ThriftWriter.Struct, Elements ?? 1 + Columns.Count + (Schema?.Count ?? 0));
        footer.Body(root => root.Text(4, "schema").Int(5, Columns.Count + (Schema?.Children ?? 0)));
        foreach (var column in Columns) column.WriteSchema(footer);
        Schema?.Write(footer);
        footer.Int(3, Rows);
        footer.ListOf(4, ThriftWriter.Struct, Groups ?? 1);
        if (Groups != 0) footer.Body(group =>
        {
            group.ListOf(1, ThriftWriter.Struct, Columns.Count);
            for (var i = 0; i < Columns.Count; i++) Columns[i].WriteChunk(group, starts[i], Rows);
            group.Int(2, 0).Int(3, GroupRows ?? Rows);
        });
        Extra?.Invoke(footer);
    }).ToArray();
}
