using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text.Unicode;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Writes values as text, into room that grows with the longest.</summary>
internal sealed class ValuePrinter(ParquetField field)
{
    private const int Room = 256;
    private const int SparkBytes = 12;
    private const long JulianEpoch = 2_440_588;
    private const long NanosecondsPerTick = 100;
    private const long TicksPerSecond = TimeSpan.TicksPerSecond;

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0,
            0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && !"\t\r\n".Contains(c))]);

    private static readonly DateTime Epoch = DateTime.UnixEpoch;
    private static readonly long FirstTick = -Epoch.Ticks;
    private static readonly long LastTick = DateTime.MaxValue.Ticks - Epoch.Ticks;

    private char[] _text = new char[Room];
    private int _length;

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Why the value has no text, or null.</summary>
    public Message? Fault { get; private set; }

    public void Print(ParquetValues value)
    {
        Fault = null;
        _length = 0;
        switch (field.Kind)
        {
            case ParquetKind.Boolean: Put(value.Bits != 0 ? "true" : "false"); break;
            case ParquetKind.Integer: Put(value.Bits, default); break;
            case ParquetKind.Unsigned: Put(field.Type == ParquetType.Int32 ? (uint)value.Bits : (ulong)value.Bits, default); break;
            case ParquetKind.Half: Put((float)BinaryPrimitives.ReadHalfLittleEndian(value.Bytes), default); break;
            case ParquetKind.Float: Put(BitConverter.Int32BitsToSingle((int)value.Bits), default); break;
            case ParquetKind.Double: Put(BitConverter.Int64BitsToDouble(value.Bits), default); break;
            case ParquetKind.Decimal: PutDecimal(value); break;
            case ParquetKind.Date: PutTime((Int128)value.Bits * TimeSpan.TicksPerDay, "yyyy-MM-dd", 0); break;
            case ParquetKind.Time: PutTimeOfDay(value.Bits); break;
            case ParquetKind.Timestamp: PutTimestamp(value.Bits); break;
            case ParquetKind.SparkTimestamp: PutSpark(value.Bytes); break;
            case ParquetKind.Uuid: Put(new Guid(value.Bytes, bigEndian: true), default); break;
            case ParquetKind.Bytes: PutBytes(value.Bytes); break;
            default: PutText(value.Bytes); break;
        }
    }

    private void Put(ReadOnlySpan<char> text)
    {
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Put<T>(T value, ReadOnlySpan<char> format)
        where T : ISpanFormattable
    {
        if (!value.TryFormat(_text.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture))
            throw new InvalidDataException();
        _length += written;
    }

    private void PutText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _text.Length)
        {
            if (bytes.Length > ReadLimits.RowCharacters)
            {
                Fault = RowMessages.TooLong;
                return;
            }

            _text = new char[Math.Max(bytes.Length, 2 * _text.Length)];
        }

        if (Utf8.ToUtf16(bytes, _text, out _, out _length, replaceInvalidSequences: false) == OperationStatus.Done) return;
        _length = 0;
        Fault = ParquetMessages.NotUtf8;
    }

    // No text has control characters but those of lines and tabs.
    private void PutBytes(ReadOnlySpan<byte> bytes)
    {
        PutText(bytes);
        if (Fault is null ? !Text.ContainsAny(Controls) : Fault == RowMessages.TooLong) return;
        _length = 0;
        Fault = ParquetMessages.BytesOfNoText;
    }

    private void PutDecimal(ParquetValues value)
    {
        // As many bytes as a decimal of the most digits takes, and some.
        const int most = 40;
        var isBinary = field.Type is ParquetType.ByteArray or ParquetType.Fixed;
        if (isBinary && value.Length > most) throw new InvalidDataException();
        var number = isBinary ? new BigInteger(value.Bytes, isBigEndian: true) : value.Bits;
        Span<char> digits = stackalloc char[Room];
        if (!BigInteger.Abs(number).TryFormat(digits, out var count, default, CultureInfo.InvariantCulture))
            throw new InvalidDataException();
        if (number.Sign < 0) Put("-");
        var whole = Math.Max(0, count - field.Scale);
        if (whole == 0) Put("0");
        Put(digits[..whole]);
        if (field.Scale == 0) return;
        Put(".");
        for (var zeros = field.Scale - count; zeros > 0; zeros--) Put("0");
        Put(digits[whole..count]);
    }

    private void PutTimestamp(long value)
    {
        // What DuckDB and PostgreSQL write for infinity, in whatever unit.
        if (value is long.MaxValue or long.MinValue or -long.MaxValue)
        {
            Fault = ParquetMessages.OutsideTheCalendar;
            return;
        }

        var nanoseconds = (Int128)value * (1_000_000_000 / field.Scale);
        var (ticks, rest) = Divide(nanoseconds, NanosecondsPerTick);
        PutTime(ticks, "s", (int)rest);
    }

    private void PutSpark(ReadOnlySpan<byte> bytes)
    {
        var nanoseconds = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var days = BinaryPrimitives.ReadInt32LittleEndian(bytes[(SparkBytes - sizeof(int))..]) - JulianEpoch;
        var (ticks, rest) = Divide(nanoseconds, NanosecondsPerTick);
        PutTime(((Int128)days * TimeSpan.TicksPerDay) + ticks, "s", (int)rest);
    }

    private void PutTime(Int128 ticks, string format, int nanoseconds)
    {
        if (ticks < FirstTick || ticks > LastTick)
        {
            Fault = ParquetMessages.OutsideTheCalendar;
            return;
        }

        Put(Epoch.AddTicks((long)ticks), format);
        var (_, fraction) = Divide(ticks, TicksPerSecond);
        PutFraction(((long)fraction * NanosecondsPerTick) + nanoseconds);
    }

    private void PutTimeOfDay(long value)
    {
        var (seconds, fraction) = Divide(value, field.Scale);
        if (seconds < 0 || seconds >= 24 * 60 * 60)
        {
            Fault = ParquetMessages.NoTimeOfDay;
            return;
        }

        Put(TimeSpan.FromSeconds((long)seconds), "c");
        PutFraction((long)fraction * (1_000_000_000 / field.Scale));
    }

    private void PutFraction(long nanoseconds)
    {
        if (nanoseconds == 0) return;
        Put(".");
        Put(nanoseconds, "D9");
        while (_text[_length - 1] == '0') _length--;
    }

    private static (Int128 Quotient, Int128 Remainder) Divide(Int128 value, long divisor)
    {
        var rest = value % divisor;
        if (rest < 0) rest += divisor;
        return ((value - rest) / divisor, rest);
    }
}
