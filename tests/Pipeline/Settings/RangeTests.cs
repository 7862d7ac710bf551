using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Functions;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Tests.Pipeline.Settings;

/// <summary>Every ranged setting of every options class, at its bounds, inside and outside.</summary>
public sealed class RangeTests
{
    private static readonly Assembly[] Product =
        [typeof(Area).Assembly, typeof(EngineOptions).Assembly, typeof(RunOptions).Assembly, typeof(NightlyOptions).Assembly];

    public static TheoryData<string, string> Ranged => new(
        from type in Product.SelectMany(assembly => assembly.GetTypes())
        from property in type.GetProperties()
        where property.IsDefined(typeof(RangeAttribute))
        select (type.FullName!, property.Name));

    [Fact]
    public void Ranged_AllOptions_AreFound()
    {
        Ranged.Count.ShouldBeGreaterThanOrEqualTo(18);
        Ranged.Select(row => row.Data.Item2).ShouldContain(nameof(RunOptions.PromotionTolerance));
    }

    [Theory]
    [MemberData(nameof(Ranged))]
    public void Validate_AtInsideAndOutsideTheBounds_HoldsThem(string type, string name)
    {
        var options = Product.Select(assembly => assembly.GetType(type)).OfType<Type>().Single();
        var property = options.GetProperty(name)!;
        var range = property.GetCustomAttribute<RangeAttribute>()!;
        var kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        range.OperandType.ShouldBe(kind, "A range of another type rounds values, or cannot convert them.");

        foreach (var value in Inside(range, kind)) IsValid(options, property, value).ShouldBeTrue($"{name} = {value}");
        foreach (var value in Outside(range, kind)) IsValid(options, property, value).ShouldBeFalse($"{name} = {value}");
    }

    private static object[] Inside(RangeAttribute range, Type kind) => kind == typeof(double)
        ? [
            range.Minimum,
            range.Maximum,
            ((double)range.Minimum + (double)range.Maximum) / 2,
            Math.BitIncrement((double)range.Minimum),
            Math.BitDecrement((double)range.Maximum),
        ]
        : kind == typeof(int) ? [range.Minimum, range.Maximum, ((int)range.Minimum + (int)range.Maximum) / 2]
        : [Time(range.Minimum), Time(range.Maximum), Time(range.Maximum) / 2];

    private static object[] Outside(RangeAttribute range, Type kind) => kind == typeof(double)
        ? [
            Math.BitDecrement((double)range.Minimum), Math.BitIncrement((double)range.Maximum), double.NaN, double.PositiveInfinity,
            double.NegativeInfinity, 1e308, -1e308,
        ]
        : kind == typeof(int) ? [(int)range.Minimum - 1, (int)range.Maximum + 1, int.MinValue, int.MaxValue]
        : [Time(range.Minimum) - TimeSpan.FromTicks(1), Time(range.Maximum) + TimeSpan.FromTicks(1)];

    private static TimeSpan Time(object bound) => bound as TimeSpan? ?? TimeSpan.Parse((string)bound, CultureInfo.InvariantCulture);

    private static bool IsValid(Type options, PropertyInfo property, object value)
    {
        var instance = Activator.CreateInstance(options)!;
        property.SetValue(instance, value);
        var context = new ValidationContext(instance) { MemberName = property.Name };
        return Validator.TryValidateProperty(value, context, null);
    }
}
