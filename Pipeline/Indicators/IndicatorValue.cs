using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>A value of an indicator's row: a number, a count, a text, a day, a flag, or unknown. 16 bytes, since a night has millions.</summary>
internal readonly record struct IndicatorValue
{
    // The text itself, else the type of what the bits are; null where nothing is known.
    private readonly object? _what;
    private readonly long _bits;

    private IndicatorValue(object? what, long bits) => (_what, _bits) = (what, bits);

    /// <summary>Finite.</summary>
    public double? Number => Is<double>() ? BitConverter.Int64BitsToDouble(_bits) : null;

    public int? Count => Is<int>() ? (int)_bits : null;

    public string? Text => _what as string;

    public DateOnly? Day => Is<DateOnly>() ? DateOnly.FromDayNumber((int)_bits) : null;

    public bool? Flag => Is<bool>() ? _bits != 0 : null;

    /// <summary>As a property of an entity; null, which an entity leaves out, where nothing is known.</summary>
    public object? ToProperty() =>
        Number is { } number ? number
        : Count is { } count ? count
        : Day is { } day ? RunRecord.Day(day)
        : Flag is { } flag ? flag
        : Text;

    // Neither a file nor a dashboard knows what to do with numbers that are not finite.
    public static implicit operator IndicatorValue(double value) => double.IsFinite(value) ? new(typeof(double), BitConverter.DoubleToInt64Bits(value)) : default;

    public static implicit operator IndicatorValue(double? value) => value is { } known ? known : default(IndicatorValue);

    public static implicit operator IndicatorValue(int value) => new(typeof(int), value);

    public static implicit operator IndicatorValue(int? value) => value is { } known ? known : default(IndicatorValue);

    public static implicit operator IndicatorValue(string? value) => new(value, 0);

    public static implicit operator IndicatorValue(DateOnly value) => new(typeof(DateOnly), value.DayNumber);

    public static implicit operator IndicatorValue(DateOnly? value) => value is { } known ? known : default(IndicatorValue);

    public static implicit operator IndicatorValue(bool value) => new(typeof(bool), value ? 1 : 0);

    public static implicit operator IndicatorValue(bool? value) => value is { } known ? known : default(IndicatorValue);

    private bool Is<T>() => ReferenceEquals(_what, typeof(T));
}
