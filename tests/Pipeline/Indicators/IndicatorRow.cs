using System.Reflection;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Tests.Pipeline.Indicators;

/// <summary>A row of an indicator's table, read by the names of its columns.</summary>
internal sealed class IndicatorRow(PlacedRow row)
{
    public AreaLevel Level => row.Level;

    public string Area => row.Area;

    public ServiceScope Scope => row.Scope;

    public PlacedRow Row => row;

    /// <summary>The row's own parts of its key.</summary>
    public string[] Parts { get; } =
    [
        .. row.GetType().GetProperties()
            .Select(property => (property, part: property.GetCustomAttribute<KeyPartAttribute>()))
            .Where(one => one.part is not null)
            .OrderBy(one => one.part!.Order)
            .Select(one => one.property.GetValue(row) is DateOnly day ? TableKey.Day(day) : (string)one.property.GetValue(row)!),
    ];

    public IndicatorValue this[string column] =>
        new((row.GetType().GetProperty(column) ?? throw new ArgumentException($"{row.GetType().Name} has no column {column}."))
            .GetValue(row));
}

/// <summary>A value of a row; none of its kinds where nothing is known, or a number is not finite.</summary>
internal readonly record struct IndicatorValue
{
    private readonly object? _value;

    public IndicatorValue(object? value) => _value = value is double number && !double.IsFinite(number) ? null : value;

    public double? Number => _value as double?;

    public int? Count => _value as int?;

    public string? Text => _value as string;

    public DateOnly? Day => _value as DateOnly?;

    public bool? Flag => _value as bool?;
}
