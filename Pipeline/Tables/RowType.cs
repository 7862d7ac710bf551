using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>What the declaration of a row says, compiled once: its columns, its key, and how entities are written and read.</summary>
/// <typeparam name="TRow">A record whose properties carry <see cref="ColumnAttribute"/>.</typeparam>
internal sealed class RowType<TRow>
{
    private readonly Property[] _stored;
    private readonly Func<TRow, object?>[] _key;

    public RowType()
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        Property[] properties = [.. PropertiesOf(row, row)];
        Columns = [.. properties.Select(property => Column.Of(property.Info)).OfType<Column>()];
        _stored = [.. properties
            .Where(property => property.Info.IsDefined(typeof(ColumnAttribute)) || property.Info.IsDefined(typeof(StoredAttribute)))];
        _key = [.. properties
            .Select(property => (property.Get, Part: property.Info.GetCustomAttribute<KeyPartAttribute>()))
            .Where(one => one.Part is not null)
            .OrderBy(one => one.Part!.Order)
            .Select(one => one.Get)];
    }

    /// <summary>The columns that readers see, in the order of the declaration.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Number of key parts beside the area and the services.</summary>
    public int KeyParts => _key.Length;

    /// <summary>The row's own parts of its key, in order: days as yyyyMMdd, whole numbers with leading zeros.</summary>
    public string[] KeyOf(TRow row) => Array.ConvertAll(_key, part => part(row) switch
    {
        string text => text,
        DateOnly day => TableKey.Day(day),
        int number => number.ToString("D6", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var unknown => throw new InvalidOperationException($"A part of a key of {typeof(TRow).Name} is '{unknown}'."),
    });

    /// <summary>Puts the row's values into an entity. Unknown values are left out.</summary>
    public void Write(TRow row, TableEntity entity)
    {
        foreach (var property in _stored)
        {
            if (CellConverter.ToProperty(property.Get(row)) is { } value) entity[property.Name] = value;
        }
    }

    /// <summary>
    /// The row that an entity holds, of a type all of whose columns are its own. Properties that are only computed are left out.
    /// </summary>
    public TRow Read(TableEntity entity)
    {
        var row = Activator.CreateInstance<TRow>();
        foreach (var property in _stored)
        {
            if (property.Info.SetMethod is { } set)
                set.Invoke(row, [CellConverter.FromProperty(entity[property.Name], property.Info.PropertyType)]);
        }

        return row;
    }

    // In the order of the declaration: tokens of one type's properties ascend.
    private static IEnumerable<Property> PropertiesOf(Expression holder, ParameterExpression row)
    {
        var properties = holder.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var property in properties.OrderBy(property => property.MetadataToken))
        {
            var value = Expression.Property(holder, property);
            if (property.IsDefined(typeof(ColumnsAttribute)))
            {
                foreach (var inner in PropertiesOf(value, row)) yield return inner;
                continue;
            }

            var get = Expression.Lambda<Func<TRow, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
            yield return new Property(Column.Of(property)?.Name ?? property.Name, property, get);
        }
    }

    private sealed record Property(string Name, PropertyInfo Info, Func<TRow, object?> Get);
}
