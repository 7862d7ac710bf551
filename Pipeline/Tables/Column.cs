using System.Reflection;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>One column of a public table, as its declaration says.</summary>
/// <param name="Name">Name in the storage account.</param>
/// <param name="Kind">Kind of the values.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="English">Meaning, in English.</param>
/// <param name="Chinese">Meaning, in Chinese.</param>
internal sealed record Column(string Name, ColumnKind Kind, Unit Unit, string English, string Chinese)
{
    /// <summary>Name in JSON and CSV: the first letter is small.</summary>
    public string ApiName { get; } = char.ToLowerInvariant(Name[0]) + Name[1..];

    /// <summary>The heading over the values; null for a column that nobody is shown.</summary>
    public LabelAttribute? Label { get; private init; }

    /// <inheritdoc cref="ColumnAttribute.IsSigned"/>
    public bool IsSigned { get; private init; }

    /// <inheritdoc cref="ColumnAttribute.Words"/>
    public string? Words { get; private init; }

    /// <summary>The column that a property declares; null where it declares none.</summary>
    public static Column? Of(PropertyInfo property) => property.GetCustomAttribute<ColumnAttribute>() is { } declared
        ? new Column(declared.Name ?? property.Name, KindOf(property.PropertyType), declared.Unit, declared.English, declared.Chinese)
        {
            Label = property.GetCustomAttribute<LabelAttribute>(),
            IsSigned = declared.IsSigned,
            Words = declared.Words,
        }
        : null;

    private static ColumnKind KindOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } => ColumnKind.Text,
        var t when t == typeof(string) => ColumnKind.Text,
        var t when t == typeof(double) => ColumnKind.Number,
        var t when t == typeof(int) || t == typeof(long) => ColumnKind.Integer,
        var t when t == typeof(DateOnly) || t == typeof(DateTime) => ColumnKind.Day,
        var t when t == typeof(DateTimeOffset) => ColumnKind.Instant,
        var t when t == typeof(bool) => ColumnKind.Flag,
        var t when t == typeof(Message) => ColumnKind.Message,
        var t when t == typeof(IReadOnlyList<Message>) => ColumnKind.Messages,
        var t when t == typeof(IReadOnlyList<MessageRows>) => ColumnKind.MessageRows,
        _ => throw new NotSupportedException(
            $"A column can't hold a {type.Name}. Add its kind to {nameof(ColumnKind)} and {nameof(CellConverter)}."),
    };
}
