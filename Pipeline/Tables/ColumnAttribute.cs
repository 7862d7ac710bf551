namespace CommunityDemand.Pipeline.Tables;

/// <summary>
/// A column of a public table, declared on the property of the row that holds the value. The property's type is the column's kind.
/// </summary>
/// <param name="english">Meaning of the column, in English; Markdown code marks are allowed.</param>
/// <param name="chinese">Meaning of the column, in Chinese.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ColumnAttribute(string english, string chinese) : Attribute
{
    public string English => english;

    public string Chinese => chinese;

    /// <summary>Unit of the values; <see cref="Unit.None"/> for codes, names and bare figures.</summary>
    public Unit Unit { get; init; }

    /// <summary>Name of the column where the property has another one.</summary>
    public string? Name { get; init; }

    /// <summary>Whether figures are differences, which people read with their sign.</summary>
    public bool IsSigned { get; init; }

    /// <summary>
    /// Group of the words for the column's codes (<see cref="Texts.MessageTexts.Words"/>); null for a column without codes, or whose codes
    /// have no words.
    /// </summary>
    public string? Words { get; init; }
}

/// <summary>What people call a column where they see it: the heading over its values. Columns that nobody is shown have none.</summary>
/// <param name="english">The heading, in English.</param>
/// <param name="chinese">The heading, in Chinese.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LabelAttribute(string english, string chinese) : Attribute
{
    public string English => english;

    public string Chinese => chinese;
}

/// <summary>A property whose record has further columns of the row: they follow in its place.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ColumnsAttribute : Attribute;

/// <summary>A property that is stored with the row, but that readers do not see.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StoredAttribute : Attribute;

/// <summary>A property that is part of the row key, after the area and the services. Its values are text, days or numbers.</summary>
/// <param name="order">Place among the key parts, from 1.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyPartAttribute(int order) : Attribute
{
    public int Order => order;
}
