using System.Text.Json.Serialization;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>A value of an indicator's row: a number, a count, a text, a day, a flag, or unknown.</summary>
internal readonly record struct IndicatorValue
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Number { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Day { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Flag { get; init; }

    /// <summary>As a property of an entity; null, which an entity leaves out, where nothing is known.</summary>
    public object? ToProperty() =>
        Number is { } number ? number
        : Count is { } count ? count
        : Day is { } day ? RunRecord.Day(day)
        : Flag is { } flag ? flag
        : Text;

    public static implicit operator IndicatorValue(double value) => new() { Number = Finite(value) };

    public static implicit operator IndicatorValue(double? value) => new() { Number = value is { } number ? Finite(number) : null };

    public static implicit operator IndicatorValue(int value) => new() { Count = value };

    public static implicit operator IndicatorValue(int? value) => new() { Count = value };

    public static implicit operator IndicatorValue(string? value) => new() { Text = value };

    public static implicit operator IndicatorValue(DateOnly value) => new() { Day = value };

    public static implicit operator IndicatorValue(DateOnly? value) => new() { Day = value };

    public static implicit operator IndicatorValue(bool value) => new() { Flag = value };

    public static implicit operator IndicatorValue(bool? value) => new() { Flag = value };

    // Neither JSON nor a dashboard knows what to do with the others.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
