using System.Text;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>
/// Rows of an indicator's table as a file: row after row, so that they can be made as they are written; each different text once, so that those that are read share theirs.
/// </summary>
internal static class IndicatorFile
{
    private enum Kind : byte
    {
        Unknown,
        Number,
        Count,
        Text,
        Day,
        Flag,
    }

    public static void Write(Stream stream, IEnumerable<IndicatorRow> rows)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            writer.Write(true);
            writer.Write((byte)row.Level);
            foreach (var text in (ReadOnlySpan<string>)[row.Area, row.Scope.Level, row.Scope.Code]) Write(writer, text, texts);
            writer.Write7BitEncodedInt(row.Parts.Count);
            foreach (var part in row.Parts) Write(writer, part, texts);
            writer.Write7BitEncodedInt(row.Values.Count);
            foreach (var value in row.Values) Write(writer, value, texts);
        }

        writer.Write(false);
    }

    public static IReadOnlyList<IndicatorRow> Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var (rows, texts) = (new List<IndicatorRow>(), new List<string>());
        while (reader.ReadBoolean())
        {
            var (level, area) = ((AreaLevel)reader.ReadByte(), ReadText(reader, texts));
            var scope = new ServiceScope(ReadText(reader, texts), ReadText(reader, texts));
            var parts = new string[reader.Read7BitEncodedInt()];
            for (var part = 0; part < parts.Length; part++) parts[part] = ReadText(reader, texts);
            var values = new IndicatorValue[reader.Read7BitEncodedInt()];
            for (var value = 0; value < values.Length; value++) values[value] = ReadValue(reader, texts);
            rows.Add(new IndicatorRow(level, area, scope, parts, values));
        }

        return rows;
    }

    private static void Write(BinaryWriter writer, IndicatorValue value, Dictionary<string, int> texts)
    {
        if (value.Number is { } number)
        {
            writer.Write((byte)Kind.Number);
            writer.Write(number);
        }
        else if (value.Count is { } count)
        {
            writer.Write((byte)Kind.Count);
            writer.Write(count);
        }
        else if (value.Text is { } text)
        {
            writer.Write((byte)Kind.Text);
            Write(writer, text, texts);
        }
        else if (value.Day is { } day)
        {
            writer.Write((byte)Kind.Day);
            writer.Write(day.DayNumber);
        }
        else if (value.Flag is { } flag)
        {
            writer.Write((byte)Kind.Flag);
            writer.Write(flag);
        }
        else
        {
            writer.Write((byte)Kind.Unknown);
        }
    }

    private static IndicatorValue ReadValue(BinaryReader reader, List<string> texts) => (Kind)reader.ReadByte() switch
    {
        Kind.Unknown => default(IndicatorValue),
        Kind.Number => reader.ReadDouble(),
        Kind.Count => reader.ReadInt32(),
        Kind.Text => ReadText(reader, texts),
        Kind.Day => DateOnly.FromDayNumber(reader.ReadInt32()),
        Kind.Flag => reader.ReadBoolean(),
        var other => throw new InvalidDataException($"A file of indicators has the unknown kind {other}. Start the run again."),
    };

    // The number that a text has; the text follows where it has it for the first time.
    private static void Write(BinaryWriter writer, string text, Dictionary<string, int> texts)
    {
        var isNew = texts.TryAdd(text, texts.Count);
        writer.Write7BitEncodedInt(texts[text]);
        if (isNew) writer.Write(text);
    }

    private static string ReadText(BinaryReader reader, List<string> texts)
    {
        var number = reader.Read7BitEncodedInt();
        if (number == texts.Count) texts.Add(reader.ReadString());
        return texts[number];
    }
}
